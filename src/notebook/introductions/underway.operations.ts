import type { IntroductionClocks } from '../../craft/clocks.ts'
import { otherSide, type Party } from '../../craft/introductions/introduction.ts'
import {
  type IntroductionAct,
  type IntroductionNext,
  nextOf,
} from '../../craft/introductions/next.ts'
import { nextAfterRest } from '../../craft/introductions/rest.ts'
import type { Day } from '../../kit/days.ts'
import type { IntroductionId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { calledIn, introductionRows } from './drawn.operations.ts'
import type { Introduction } from './introduction.ts'
import { allIntroductions, withHeadsOf } from './introductions.store.ts'
import { restingAmong } from './resting.operations.ts'
import type { Called } from './why-words.ts'

interface Underway {
  readonly id: IntroductionId
  /** Whom the next step is about. */
  readonly who: PersonId | null
  readonly called: Called
  readonly next: IntroductionNext
}

/** Every introduction with what comes next in it on that day. */
export async function introductionsUnderway(
  ctx: Reading,
  today: Day,
  clocks: IntroductionClocks,
): Promise<Underway[]> {
  const kept = await allIntroductions(ctx.db, ctx.owner)
  if (kept.length === 0) return []
  const introductions = await withHeadsOf(ctx.db, ctx.owner, kept)
  const rows = await introductionRows(ctx, introductions)
  const resting = restingAmong(introductions, today, clocks)
  return introductions.map((one) => {
    const { connector } = one.people
    const rest = connector === null ? undefined : resting.get(connector)
    const next = nextAfterRest(nextOf(one, today, clocks), rest)
    const { what } = next
    const party = what === 'wait' || what === 'nothing' ? null : about(one, what)
    const who = party === null ? null : one.people[party]
    return { id: one.id, who, called: calledIn(one, rows), next }
  })
}

function about({ me }: Introduction, what: IntroductionAct): Party {
  if (what === 'weigh' || what === 'link' || what === 'ask-after') return 'requester'
  if (what === 'ask-sides') return 'target'
  return what === 'first-reply' && me !== 'connector' ? otherSide(me) : 'connector'
}
