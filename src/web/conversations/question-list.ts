import type { Brief, Conversation } from './types.ts'

export type PlannedQuestion = Conversation['questions'][number]

/** The questions to begin from: the owner's own, or what was proposed with its spares behind. */
export function questionsToChange(conversation: Conversation, brief: Brief): PlannedQuestion[] {
  if (conversation.questions.length > 0) return conversation.questions
  return [...brief.minutes.flatMap(({ questions }) => questions), ...brief.spares].map(
    ({ id, text, asked, ...one }) => ({ id, text, asked, starred: one.starred }),
  )
}

/** One place up or down; at either end it stays. */
export function moved(
  questions: readonly PlannedQuestion[],
  at: number,
  by: -1 | 1,
): readonly PlannedQuestion[] {
  const one = questions[at]
  const other = questions[at + by]
  if (!one || !other) return questions
  return questions.with(at, other).with(at + by, one)
}

export function starred(
  questions: readonly PlannedQuestion[],
  id: string,
  isStarred: boolean,
): readonly PlannedQuestion[] {
  return questions.map((one) => (one.id === id ? { ...one, starred: isStarred } : one))
}
