import { addDays, type Day } from '../../kit/days.ts'
import type { IntroductionClocks } from '../clocks.ts'
import { agreedOn, type Course, courseOf, hasAgreed, haveBothAgreed } from './course.ts'
import { type IntroductionLife, otherSide, type Side, sides } from './introduction.ts'

/** Where it stands for the connector, who sees both sides. A no and a silence lead through the same places on the same days. */
export type Standing =
  | { readonly is: 'planned' }
  /** Somebody asked the connector, who may decline. */
  | { readonly is: 'weighing'; readonly since: Day; readonly until: Day }
  | { readonly is: 'asking'; readonly until: Day }
  | { readonly is: 'agreed'; readonly since: Day }
  | { readonly is: 'made'; readonly on: Day }
  | { readonly is: 'closed'; readonly on: Day }

export function standingOf(
  life: IntroductionLife,
  today: Day,
  clocks: IntroductionClocks,
): Standing {
  const course = courseOf(life)
  if (course.closed !== null) return { is: 'closed', on: course.closed }
  if (course.made !== null) return { is: 'made', on: course.made }
  if (haveBothAgreed(life, course)) return { is: 'agreed', since: lastYes(life, course) }
  const until = waitsUntil(life, course, clocks)
  if (until === null) return { is: 'planned' }
  if (until < today) return { is: 'closed', on: until }
  const since = course.requested
  const isWeighed = sides.some((side) => course.asked[side] !== null)
  return since !== null && !isWeighed ? { is: 'weighing', since, until } : { is: 'asking', until }
}

function lastYes(life: IntroductionLife, course: Course): Day {
  const days = sides.flatMap((side) => agreedOn(life, course, side) ?? [])
  return days.toSorted().at(-1)!
}

/**
 * The last day on which whoever is missing may still say yes; null while nobody was asked. It hangs on the days of the
 * questions alone, never on an answer.
 */
function waitsUntil(
  life: IntroductionLife,
  course: Course,
  { askExpiresDays }: IntroductionClocks,
): Day | null {
  const open = sides.filter((side) => !hasAgreed(life, course, side))
  const days = open.flatMap((side) => course.asked[side] ?? begun(course, otherSide(side)) ?? [])
  const first = days.toSorted()[0]
  return first === undefined ? null : addDays(first, askExpiresDays)
}

/** The day a side came to know of it: it asked for it, or was asked. */
export function begun(course: Course, side: Side): Day | null {
  return course.asked[side] ?? (side === 'requester' ? course.requested : null)
}
