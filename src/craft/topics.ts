/** The fifteen topics of a conversation, in their order, and what each is called on a page. */
export const topicNames = {
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
} as const
export type Topic = keyof typeof topicNames

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the table above
export const topicsOfCraft = Object.keys(topicNames) as Topic[]
