import { type Topic, topicsOfCraft } from '../../craft/topics.ts'

/** Words that stand beside the topics of the craft. Any other `/word` is free. */
export const besideTopics = ['need', 'offer'] as const

export type TopicId = Topic | (typeof besideTopics)[number]

const known: ReadonlySet<string> = new Set([...topicsOfCraft, ...besideTopics])

/** Whether a `/word` is one of ours or the owner's own. */
export function isTopicId(word: string): word is TopicId {
  return known.has(word)
}
