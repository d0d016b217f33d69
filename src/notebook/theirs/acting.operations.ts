import { isFree } from '../../craft/slots.ts'
import { hoursBetween, type Instant, instantAt } from '../../kit/days.ts'
import type { Writing } from '../../platform/context.ts'
import { consentHandlers } from '../consent/consent.operations.ts'
import type { FromThem, Start, StepKind } from '../conversations/conversation.ts'
import { takeStep } from '../conversations/conversations.operations.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { needLife, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { startOf, stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import type { Link } from '../links/link.ts'
import { takenTimes } from '../offers/offers.operations.ts'
import type { Ground } from './ground.operations.ts'
import type { TheirDeed } from './their-deed.ts'
import type { Said } from './their-words.ts'

/** Does what somebody did on their page, in the owner's notebook, by the owner's own rules; and says how that went. */
export function actFor(ctx: Writing, ground: Ground, link: Link, deed: TheirDeed): Promise<Said> {
  return doing(deed, { ctx, ground, link, note: (what) => noteDown(ctx, ground, link, what) })
}

interface Place {
  readonly ctx: Writing
  readonly ground: Ground
  readonly link: Link
  readonly note: Note
}

type Doing<Is extends TheirDeed['is']> = (
  deed: Extract<TheirDeed, { is: Is }>,
  place: Place,
) => Promise<Said>

function doing<Is extends TheirDeed['is']>(
  deed: Extract<TheirDeed, { is: Is }>,
  place: Place,
): Promise<Said> {
  const act: Doing<Is> = doings[deed.is]
  return act(deed, place)
}

const doings: { readonly [Is in TheirDeed['is']]: Doing<Is> } = {
  chosen: ({ time, zone }, { ctx, ground, note }) => choose(ctx, ground, { ...time, zone }, note),
  async proposed({ times, words }, { ctx, ground, note }) {
    await stepIfPossible(ctx, ground, 'replied-yes')
    await note({ what: 'another-time', times, words })
    return 'sent'
  },
  async declined({ words }, { ctx, ground, note }) {
    if (!(await stepIfPossible(ctx, ground, 'replied-no'))) return 'too-late'
    await note({ what: 'declined', words })
    return 'declined'
  },
  async named({ naming }, { ctx, ground, link, note }) {
    if (ground.person.consent.naming === naming) return 'named'
    await nameAs(ctx, ground, link, naming)
    await note({ what: 'naming', naming })
    return 'named'
  },
  async forget(_, { note }) {
    await note({ what: 'forget' })
    return 'asked'
  },
}

type Noted = FromThem extends infer One
  ? One extends FromThem
    ? Omit<One, 'person' | 'at' | 'isSeen'>
    : never
  : never
type Note = (what: Noted) => Promise<void>

async function choose(
  ctx: Writing,
  { life, settings }: Ground,
  start: Start,
  note: Note,
): Promise<Said> {
  const { conversation } = life
  if (isSame(startOf(life), start)) return 'chosen'
  if (!isOffered(life.conversation.offer, start)) return 'not-offered'
  const at: Instant = instantAt(start.zone, start.day, start.clock ?? '00:00')
  if (hoursBetween(ctx.now(), at) <= 0) return 'past'
  const busy = [...settings.busy, ...(await takenTimes(ctx, conversation.id, { offers: false }))]
  if (!isFree(at, conversation.minutes, busy)) return 'taken'
  if (!(await mayStep(ctx, life.conversation.id, 'scheduled'))) return 'too-late'
  await takeStep(ctx, conversation.id, { kind: 'scheduled', start })
  await note({ what: 'chose', start })
  return 'chosen'
}

function isSame(one: Start | null, other: Start): boolean {
  return one?.day === other.day && one.clock === other.clock && one.zone === other.zone
}

function isOffered(offer: Ground['life']['conversation']['offer'], start: Start): boolean {
  if (!offer || offer.zone !== start.zone) return false
  return offer.times.some(({ day, clock }) => day === start.day && clock === start.clock)
}

async function mayStep(ctx: Writing, id: Ground['life']['conversation']['id'], kind: StepKind) {
  const state = stateOf(await needLife(ctx, id), nowOf(ctx), await paceIn(ctx))
  return maySteps(state).includes(kind)
}

/** Their words stand with what they did, and go with them. Where it fits; said again, it is the same answer. Whether it stands there now. */
async function stepIfPossible(
  ctx: Writing,
  { life }: Ground,
  kind: 'replied-yes' | 'replied-no',
): Promise<boolean> {
  const { id } = life.conversation
  const { is } = stateOf(life, nowOf(ctx), await paceIn(ctx))
  if (is === kind) return true
  const isArranged = kind === 'replied-yes' && (is === 'scheduled' || is === 'confirmed')
  if (isArranged || !(await mayStep(ctx, id, kind))) return false
  await takeStep(ctx, id, { kind })
  return true
}

async function nameAs(
  ctx: Writing,
  { life }: Ground,
  link: Link,
  naming: Extract<TheirDeed, { is: 'named' }>['naming'],
): Promise<void> {
  const answer = { naming, said: 'said on their page', conversation: life.conversation.id }
  await consentHandlers.answer({ person: link.person, ...answer }, ctx)
}

/** So many are kept; the oldest go first. */
const mostKept = 20

/** For the owner to see on Today. Said again before the owner saw it, it takes the place of what was said before. */
async function noteDown(ctx: Writing, { life }: Ground, link: Link, what: Noted): Promise<void> {
  // As it is now: a step may have changed the document meanwhile.
  const { conversation } = await needLife(ctx, life.conversation.id)
  const before = conversation.fromThem ?? []
  const isAgain = (one: FromThem) =>
    one.person === link.person && one.what === what.what && !one.isSeen
  const known = before.find(isAgain)
  const fresh: FromThem = { ...what, person: link.person, at: ctx.now(), isSeen: false }
  if (known && JSON.stringify({ ...known, at: '' }) === JSON.stringify({ ...fresh, at: '' })) return
  const fromThem = [...before.filter((one) => !isAgain(one)), fresh].slice(-mostKept)
  await ctx.record.keep(conversationKind, conversation.id, { ...conversation, fromThem })
}
