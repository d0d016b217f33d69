import { dayIn } from '../../kit/days.ts'
import type { Conversation, FromThem } from './conversation.ts'
import type { State, StateWord } from './life.ts'
import type { Now } from './moment.ts'
import type { NextStep } from './next-step.ts'

/** An answer that was heard, and of which nobody has said yet what it comes to. */
export function answerUnheard({ fromThem = [] }: Conversation): FromThem | null {
  const unheard = fromThem.filter(
    (one) => one.what === 'wrote' && one.mail.kind === 'answer' && !one.isSeen,
  )
  return unheard.at(-1) ?? null
}

/** Where silence is what counts, a word of theirs ends it: nobody is nudged who has answered. */
const inSilence: ReadonlySet<StateWord> = new Set<StateWord>([
  'sent',
  'widen-due',
  'nudge-due',
  'nudged',
  'resting',
  'replied-later',
])

/** The next step once an answer is there: first what it says. */
export function nextWithAnswer(
  conversation: Conversation,
  state: State,
  next: NextStep,
  { zone }: Now,
): NextStep {
  const answer = answerUnheard(conversation)
  if (answer === null || !inSilence.has(state.is)) return next
  const why = { code: 'answer-is-there', values: { since: dayIn(zone, answer.at) } } as const
  return { ...next, what: 'wait', why, by: null, who: answer.person }
}
