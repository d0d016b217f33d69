import { isFree } from '../../craft/slots.ts'
import { dayIn, hoursBetween, type Instant, instantAt } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Writing } from '../../platform/context.ts'
import { consentHandlers } from '../consent/consent.operations.ts'
import type { FromThem, Start } from '../conversations/conversation.ts'
import { takeStep } from '../conversations/conversations.operations.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { inOrder } from '../conversations/course.ts'
import { needLife, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { startOf, stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import type { Link } from '../links/link.ts'
import { takenTimes } from '../offers/offers.operations.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { type Ground, sitsAlone } from './ground.operations.ts'
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
    const isInTime = await saysNo(ctx, ground)
    await note({ what: 'declined', words })
    return isInTime ? 'declined' : 'too-late'
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
  // What the owner offered close to another meeting is theirs to offer; only what is truly full cannot be had.
  if (!isFree(at, conversation.minutes, busy, 0)) return 'taken'
  if (!(await tookStep(ctx, conversation.id, { kind: 'scheduled', start }))) return 'too-late'
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

type TheirStep = {
  readonly kind: 'replied-yes' | 'replied-no' | 'scheduled'
  readonly start?: Start
}

/** Writes a step down, if it can be one now. Whether it could. */
async function tookStep(
  ctx: Writing,
  id: Ground['life']['conversation']['id'],
  taken: TheirStep,
): Promise<boolean> {
  const life = await needLife(ctx, id)
  const { zone } = await settingsOf(ctx.db, ctx.owner)
  try {
    await takeStep(ctx, id, { ...taken, ...whereItIsTold(ctx, life, zone) })
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'step.not-now') return false
    throw error
  }
}

/**
 * A page knows no clock of the owner's. Theirs is that of the settings; where these say none, or the last step is of a
 * day that has not come there yet, the clock that one was written down by. So what is done now never comes before it.
 */
function whereItIsTold(ctx: Writing, { steps }: Ground['life'], own: string | null) {
  const last = inOrder(steps).at(-1)
  const zone = last && (own === null || last.day > ctx.today()) ? last.zone : ctx.zone
  return { zone, day: dayIn(zone, ctx.now()) }
}

/**
 * Of several at the table, one who cannot come ends it for nobody else: whether it holds without them is the owner's to
 * say. Whether a no still means something.
 */
async function saysNo(ctx: Writing, ground: Ground): Promise<boolean> {
  const { life } = ground
  if (!sitsAlone(life)) {
    return maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx))).includes('replied-no')
  }
  return stepIfPossible(ctx, ground, 'replied-no')
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
  return !isArranged && tookStep(ctx, id, { kind })
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

/** So many are kept; the oldest go first, but for a wish to be forgotten. */
const mostKept = 20

/**
 * For the owner to see on Today. Said again before the owner saw it, an answer takes the place of the one before; what
 * came with words or times is kept beside it.
 */
async function noteDown(ctx: Writing, { life }: Ground, link: Link, what: Noted): Promise<void> {
  // As it is now: a step may have changed the document meanwhile.
  const { conversation } = await needLife(ctx, life.conversation.id)
  const before = conversation.fromThem ?? []
  const isAgain = (one: FromThem) =>
    one.person === link.person && one.what === what.what && !one.isSeen
  const fresh: FromThem = { ...what, person: link.person, at: ctx.now(), isSeen: false }
  const isKnown = (one: FromThem) =>
    isAgain(one) && JSON.stringify({ ...one, at: '' }) === JSON.stringify({ ...fresh, at: '' })
  if (before.some(isKnown)) return
  const stays = 'words' in what ? before : before.filter((one) => !isAgain(one))
  const fromThem = withoutOldest([...stays, fresh])
  await ctx.record.keep(conversationKind, conversation.id, { ...conversation, fromThem })
}

function withoutOldest(all: readonly FromThem[]): FromThem[] {
  const tooMany = all.length - mostKept
  if (tooMany <= 0) return [...all]
  const gone = new Set(all.filter(({ what }) => what !== 'forget').slice(0, tooMany))
  return all.filter((one) => !gone.has(one))
}
