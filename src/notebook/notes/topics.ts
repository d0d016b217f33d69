/** The fifteen topics of the method, and the two words that stand beside them. Any other `/word` is free. */
export const topicIds = [
  'path',
  'work',
  'time',
  'skills',
  'place',
  'money',
  'entry',
  'grow',
  'trend',
  'fit',
  'hard',
  'next',
  'give',
  'again',
  'chance',
] as const

export const besideTopics = ['need', 'offer'] as const

export type TopicId = (typeof topicIds)[number] | (typeof besideTopics)[number]

const known: ReadonlySet<string> = new Set([...topicIds, ...besideTopics])

/** Whether a `/word` is one of ours or the owner's own. */
export function isTopicId(word: string): word is TopicId {
  return known.has(word)
}
