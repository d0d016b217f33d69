import { expect, test } from 'vitest'
import { planQuestions, scoreOf, type Knowledge } from './question-plan.ts'
import { questionBank, questionOf, type Question } from './questions.ts'
import { topicNames } from './topics.ts'

const nothing: Knowledge = {
  whom: ['P'],
  setting: 'planned',
  again: false,
  open: new Set(),
  heard: new Map(),
  starred: new Set(),
  answered: new Set(),
}

function asked({ opening, middle, closing }: ReturnType<typeof planQuestions>): Question[] {
  return [opening, ...middle, closing].filter((one) => one !== null)
}

test('the bank holds seventy-two questions of fifteen topics, each with its own id and a follow-up', () => {
  expect(questionBank).toHaveLength(72)
  expect(new Set(questionBank.map(({ id }) => id)).size).toBe(72)
  expect(new Set(questionBank.map(({ topic }) => topic))).toEqual(new Set(Object.keys(topicNames)))
  expect(Object.keys(topicNames)).toHaveLength(15)
  expect(questionBank.every(({ text, probe, whom }) => text && probe && whom.length > 0)).toBe(true)
})

test('five questions touch what people seldom ask aloud, and say so', () => {
  const careful = questionBank.filter(({ care }) => care === 'private').map(({ id }) => id)
  expect(careful).toEqual(['time-04', 'place-04', 'money-01', 'money-03', 'hard-03'])
})

test('what is open in the field counts three, what few spoke of two, a star one, an answer takes three', () => {
  const entry = questionOf('entry-01')
  if (!entry) throw new Error('entry-01 is gone')
  const heard: Knowledge = { ...nothing, heard: new Map([['entry', 2]]) }
  expect(scoreOf(entry, heard)).toBe(0)
  expect(scoreOf(entry, nothing)).toBe(2)
  expect(scoreOf(entry, { ...heard, open: new Set(['entry']) })).toBe(3)
  expect(scoreOf(entry, { ...heard, starred: new Set(['entry-01']) })).toBe(1)
  expect(scoreOf(entry, { ...heard, answered: new Set(['entry-01']) })).toBe(-3)
})

test('twenty minutes hold one to open, three from the middle and one to close, all of different topics', () => {
  const plan = planQuestions(5, nothing)
  expect(asked(plan).map(({ stage }) => stage)).toEqual(['open', 'core', 'core', 'core', 'close'])
  expect(new Set(asked(plan).map(({ topic }) => topic)).size).toBe(5)
  expect(plan.starred).toEqual(plan.middle.slice(0, 2).map(({ id }) => id))
})

test('topics that are open in the field come first', () => {
  const plan = planQuestions(5, { ...nothing, open: new Set(['money', 'entry']) })
  expect(plan.middle.map(({ topic }) => topic).slice(0, 2)).toEqual(['money', 'entry'])
})

test('what this person answered is not asked again while there is something else', () => {
  const first = planQuestions(5, nothing)
  const answered = new Set(asked(first).map(({ id }) => id))
  const second = planQuestions(5, { ...nothing, answered })
  expect(asked(second).filter(({ id }) => answered.has(id))).toEqual([])
})

test('at most one question needs rapport, however long the talk', () => {
  const open = new Set(['fit', 'hard', 'path', 'work'] as const)
  const plan = planQuestions(13, { ...nothing, whom: ['P', 'S', 'L'], open })
  expect(asked(plan)).toHaveLength(13)
  const deep = [...plan.middle, ...plan.spares].filter(({ stage }) => stage === 'deep')
  expect(deep.length).toBeLessThanOrEqual(1)
})

test('a long talk may come back to a topic, a short one does not', () => {
  const open = new Set(['work'] as const)
  const topics = (budget: number) =>
    planQuestions(budget, { ...nothing, open }).middle.filter(({ topic }) => topic === 'work')
      .length
  expect(topics(6)).toBeLessThanOrEqual(1)
  expect(topics(8)).toBeGreaterThan(1)
})

test('everybody is asked only what fits their chair', () => {
  for (const whom of ['N', 'P', 'S', 'H', 'A', 'L', 'F'] as const) {
    const plan = planQuestions(8, { ...nothing, whom: [whom] })
    const fit = [...asked(plan), ...plan.spares].every((question) => question.whom.includes(whom))
    expect(fit).toBe(true)
  }
})

test('of somebody nothing is known about, one asks what fits those who do the work', () => {
  expect(planQuestions(5, { ...nothing, whom: [] })).toEqual(planQuestions(5, nothing))
})

test('three spares are ready, and two reminders stand outside the count', () => {
  const plan = planQuestions(5, nothing)
  expect(plan.spares).toHaveLength(3)
  expect(new Set([...asked(plan), ...plan.spares]).size).toBe(8)
  expect(plan.reminders.map(({ id }) => id)).toEqual(['next-01', 'give-01'])
})

test('who already named somebody is asked what you failed to ask', () => {
  const plan = planQuestions(5, { ...nothing, answered: new Set(['next-01']) })
  expect(plan.reminders.map(({ id }) => id)).toEqual(['next-05', 'give-01'])
})

test('a second conversation opens with what came of the first', () => {
  expect(planQuestions(5, { ...nothing, again: true }).opening?.stage).toBe('again')
})

test('a stranger in a queue is asked as a stranger', () => {
  const plan = planQuestions(3, { ...nothing, whom: [], setting: 'chance' })
  expect(asked(plan)).toHaveLength(3)
  expect(asked(plan).every(({ whom }) => whom.includes('X'))).toBe(true)
  expect(plan.reminders.map(({ id }) => id)).toEqual(['next-05', 'give-01'])
})

test('five minutes hold one question', () => {
  expect(asked(planQuestions(1, nothing))).toHaveLength(1)
  expect(asked(planQuestions(2, nothing)).map(({ stage }) => stage)).toEqual(['open', 'close'])
})
