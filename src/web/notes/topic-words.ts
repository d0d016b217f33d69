import { isTopicId } from '../../notebook/notes/topics.ts'
import type { Words } from '../words/words.ts'

/** One of ours in words; the owner's own as it was written. */
export function topicInWords(t: Words, topic: string): string {
  return isTopicId(topic) ? t(`topic.${topic}`) : topic.replaceAll('_', ' ')
}
