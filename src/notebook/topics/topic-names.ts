import type { TopicId } from '../notes/topics.ts'

/** What the topics of the craft are called on a page. */
export const topicNames: Readonly<Record<TopicId, string>> = {
  path: 'Their road',
  work: 'The work',
  time: 'Time',
  skills: 'Skills',
  place: 'People and place',
  money: 'Pay',
  entry: 'Getting in',
  grow: 'Growing',
  trend: 'Where it is going',
  fit: 'Fit',
  hard: 'What is hard',
  next: 'Who and what next',
  give: 'Giving back',
  again: 'The second time',
  chance: 'By chance',
  need: 'What they need',
  offer: 'What they offer',
}
