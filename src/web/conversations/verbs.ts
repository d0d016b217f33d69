import type { Day } from '../../kit/days.ts'
import type { Conversation, StepKind } from './types.ts'

/** The facts that are likely where a conversation stands; they are offered as words, the others in a menu. */
const likely: Readonly<Record<string, readonly StepKind[]>> = {
  idea: ['drafted', 'sent', 'scheduled'],
  researched: ['drafted', 'sent', 'scheduled'],
  drafted: ['sent', 'scheduled'],
  sent: ['replied-yes', 'replied-later', 'replied-no'],
  'widen-due': ['widened', 'replied-yes', 'replied-later', 'replied-no'],
  'nudge-due': ['nudged', 'replied-yes', 'replied-later', 'replied-no'],
  nudged: ['replied-yes', 'replied-later', 'replied-no'],
  'replied-yes': ['scheduled'],
  'replied-later': ['replied-yes', 'scheduled'],
  'replied-no': ['thanked-no'],
  scheduled: ['confirmed', 'scheduled'],
  confirmed: ['scheduled'],
  'no-show-mine': ['scheduled'],
  'no-show-theirs': ['scheduled'],
  resting: ['reopened', 'replied-yes'],
  'set-aside': ['reopened'],
  thanked: ['debriefed'],
  captured: ['debriefed'],
  debriefed: ['updated', 'kept'],
  updated: ['kept'],
  'followed-up': ['kept', 'sent'],
}

/** Said only once the day has come: how it was. */
const onTheDay: readonly StepKind[] = ['held', 'no-show-theirs', 'no-show-mine']

/** Begun by opening the notes, and by finishing them; sending the letter thanks. */
const byThemselves: ReadonlySet<StepKind> = new Set<StepKind>([
  'started',
  'captured',
  'thanked',
  'followed-up',
])

export interface Verbs {
  readonly likely: readonly StepKind[]
  /** Seldom, but possible: behind a menu. */
  readonly others: readonly StepKind[]
  readonly mayRest: boolean
}

export function verbsOf(
  { state, mayFollow, start }: Pick<Conversation, 'state' | 'mayFollow' | 'start'>,
  today: Day,
): Verbs {
  const dayHasCome = start !== null && start.day <= today && likely[state]?.includes('scheduled')
  const first = [...(dayHasCome ? onTheDay : []), ...(likely[state] ?? [])]
  const offered = first.filter((kind) => mayFollow.includes(kind))
  return {
    likely: offered,
    others: mayFollow.filter(
      (kind) => kind !== 'rested' && !offered.includes(kind) && !byThemselves.has(kind),
    ),
    mayRest: mayFollow.includes('rested'),
  }
}
