import { topicNames as ofCraft } from '../../craft/topics.ts'
import type { TopicId } from '../notes/topics.ts'

/** What topics are called on a page: those of the craft, and the two beside them. */
export const topicNames: Readonly<Record<TopicId, string>> = {
  ...ofCraft,
  need: 'What they need',
  offer: 'What they offer',
}
