import { expect, test } from 'vitest'
import { planQuestions } from '../../craft/question-plan.ts'
import { id } from '../../kit/ids.ts'
import { briefOf, questionsOf, type BriefInput } from './brief.ts'
import { conversationWithRuth, startAt } from './invented.ts'

const plan = planQuestions(5, {
  whom: ['H'],
  setting: 'planned',
  again: false,
  open: new Set(['entry']),
  heard: new Map(),
  starred: new Set(),
  answered: new Set(),
})

const input: BriefInput = {
  conversation: {
    ...conversationWithRuth,
    gift: 'a chemist for her handout',
    read: ['Her talk of 2024'],
  },
  people: [
    { id: id('person', 'ruth'), name: 'Ruth Adeyemi', line: 'Paper conservator', words: '' },
  ],
  start: startAt('2026-03-12 16:00'),
  open: [{ field: id('field', 'conservation'), text: 'How do newcomers get in?', people: 2 }],
  plan,
}

const shapeOf = (minutes: number) =>
  briefOf({ ...input, conversation: { ...input.conversation, minutes } }).minutes.map(
    ({ from, to }) => [from, to],
  )

test('twenty minutes are thanks, their road, the core, the others, and the close', () => {
  expect(shapeOf(20)).toEqual([
    [0, 2],
    [2, 5],
    [5, 15],
    [15, 18],
    [18, 20],
  ])
})

test('a longer talk gives its minutes to the core, a very short one shrinks in all parts', () => {
  expect(shapeOf(45)[2]).toEqual([5, 40])
  expect(shapeOf(15)[2]).toEqual([5, 10])
  expect(shapeOf(10)).toEqual([
    [0, 1],
    [1, 3],
    [3, 8],
    [8, 9],
    [9, 10],
  ])
})

test('until you choose, the rule proposes: one question for the road, three for the core, one for the others', () => {
  const brief = briefOf(input)
  expect(brief.chosen).toBe(false)
  expect(brief.minutes.map(({ questions }) => questions.length)).toEqual([0, 1, 3, 1, 0])
  expect(brief.minutes[2]?.questions.map(({ starred }) => starred)).toEqual([true, true, false])
  expect(brief.spares).toHaveLength(3)
  expect(brief.reminders.map((one) => one.id)).toEqual(['next-01', 'give-01'])
})

test('your own choice is kept, in your order, and what does not fit the minutes is spare', () => {
  const own = Array.from({ length: 7 }, (_, index) => ({
    id: `own-${index}`,
    text: `My question ${index}`,
    starred: index === 6,
    asked: false,
  }))
  const brief = briefOf({ ...input, conversation: { ...input.conversation, questions: own } })
  expect(brief.chosen).toBe(true)
  expect(brief.minutes[2]?.questions.map((one) => one.id)).toEqual([
    'own-0',
    'own-1',
    'own-2',
    'own-3',
    'own-6',
  ])
  expect(brief.spares.map((one) => one.id)).toEqual(['own-4', 'own-5'])
})

test('a question that touches what is private says so, and brings its follow-up', () => {
  const questions = [
    { id: 'money-01', text: 'What range of pay is normal?', starred: false, asked: false },
  ]
  const brief = briefOf({ ...input, conversation: { ...input.conversation, questions } })
  expect(brief.minutes[2]?.questions[0]).toMatchObject({
    careful: true,
    probe: 'What moves someone inside that range?',
  })
})

test('the plan can be taken over as your own questions', () => {
  expect(questionsOf(plan)).toHaveLength(8)
  expect(questionsOf(plan).filter(({ starred }) => starred)).toHaveLength(2)
})

test('what links you, what is open, and something for them stand on the page', () => {
  expect(briefOf(input)).toMatchObject({
    link: 'Samir was her trainee in 2023.',
    gift: 'a chemist for her handout',
    read: ['Her talk of 2024'],
    open: [{ people: 2 }],
    who: [{ name: 'Ruth Adeyemi' }],
  })
})
