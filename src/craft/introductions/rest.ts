import { addDays, type Day } from '../../kit/days.ts'
import type { IntroductionClocks } from '../clocks.ts'
import { courseOf } from './course.ts'
import type { IntroductionLife } from './introduction.ts'
import type { IntroductionNext } from './next.ts'

/** A connector is let alone after the last thing done for the owner: until the day on which one may ask again. */
export interface ConnectorRest {
  readonly since: Day
  readonly until: Day
}

/**
 * Whoever put their name to the owner's, or was asked to, rests: whatever they answered, and whatever came of it. These
 * are the introductions of one connector.
 */
export function connectorRest(
  lives: readonly IntroductionLife[],
  today: Day,
  { connectorRestDays }: IntroductionClocks,
): ConnectorRest | null {
  const since = lives.flatMap(daysInHand).toSorted().at(-1)
  if (since === undefined) return null
  const until = addDays(since, connectorRestDays)
  return today < until ? { since, until } : null
}

/** What a connector does for others is not for the owner, also where the owner is who was asked for. */
function daysInHand(life: IntroductionLife): readonly Day[] {
  if (life.me !== 'requester') return []
  const { requested, made } = courseOf(life)
  return [requested, made].filter((day) => day !== null)
}

/** A request of the owner's waits while its connector rests; one that was made all the same stands. */
export function nextAfterRest(
  next: IntroductionNext,
  rest: ConnectorRest | undefined,
): IntroductionNext {
  if (next.what !== 'ask-connector' || rest === undefined) return next
  const { since, until } = rest
  const why = { code: 'intro-connector-rests', values: { since, until } } as const
  return { what: 'wait', why, by: until }
}
