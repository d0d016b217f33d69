import { addDays, type Day } from '../../kit/days.ts'
import type { IntroductionClocks } from '../clocks.ts'
import { agreedOn, type Course, courseOf } from './course.ts'
import { type IntroductionLife, type Side } from './introduction.ts'
import { begun, type Standing, standingOf } from './standing.ts'

/** What a side may see at any moment. Nothing in it hangs on what the other side, or the connector, has answered, but a link. */
export type SideView =
  /** It knows of nothing. */
  | { readonly is: 'nothing' }
  | { readonly is: 'asked'; readonly on: Day; readonly until: Day }
  | { readonly is: 'waiting'; readonly since: Day; readonly until: Day }
  /** Nothing came of it, whoever was silent or said no. */
  | { readonly is: 'quiet'; readonly since: Day }
  | { readonly is: 'made'; readonly on: Day }

/** How the connector sees a side: asked, or agreed. No answer and a no look the same. */
export type SideMark =
  | { readonly is: 'not-asked' }
  | { readonly is: 'asked'; readonly on: Day }
  | { readonly is: 'yes'; readonly on: Day }

export interface ConnectorView {
  readonly standing: Standing
  readonly sides: Readonly<Record<Side, SideMark>>
}

export function connectorView(
  life: IntroductionLife,
  today: Day,
  clocks: IntroductionClocks,
): ConnectorView {
  const course = courseOf(life)
  return {
    standing: standingOf(life, today, clocks),
    sides: {
      requester: markOf(life, course, 'requester'),
      target: markOf(life, course, 'target'),
    },
  }
}

function markOf(life: IntroductionLife, course: Course, side: Side): SideMark {
  const yes = agreedOn(life, course, side)
  if (yes !== null) return { is: 'yes', on: yes }
  const on = course.asked[side]
  return on === null ? { is: 'not-asked' } : { is: 'asked', on }
}

/**
 * Until when a side that said yes may wait: one span for the connector to weigh or to ask, one for the other to answer.
 * It is counted from its own beginning, so that its end tells nothing of what happened in between.
 */
export function sideView(
  life: IntroductionLife,
  side: Side,
  today: Day,
  { askExpiresDays }: IntroductionClocks,
): SideView {
  const course = courseOf(life)
  const own = life.me === side ? course.closed : null
  if (course.made !== null) return { is: 'made', on: course.made }
  if (own !== null) return { is: 'quiet', since: own }
  const from = begun(course, side)
  if (from === null) return { is: 'nothing' }
  const since = agreedOn(life, course, side)
  const until = addDays(from, since === null ? askExpiresDays : 2 * askExpiresDays)
  if (until < today) return { is: 'quiet', since: until }
  return since === null ? { is: 'asked', on: from, until } : { is: 'waiting', since, until }
}

/**
 * Whether a side may read the other's name: who asked knows for whom; the target, where the requester allows it
 * (`named`); in an idea neither, before they are linked.
 */
export function isOtherNamed(
  life: IntroductionLife,
  side: Side,
  { named }: { readonly named: boolean },
): boolean {
  if (courseOf(life).made !== null) return true
  return life.shape === 'asked' && (side === 'requester' || named)
}
