import { expect, test } from 'vitest'
import { countLetter } from './lint.ts'

test('the worked letter of the method counts 83 words, one question, and speaks of them twice as much', () => {
  const counts = countLetter(
    'Question about wind modelling',
    'Dear Dr Rao, Maya Ortiz, who worked with you at the harbour project, suggested I write. I read your talk on forecasting gusts and your point about bad sensors stayed with me. I am finishing a degree in statistics and trying to understand what working on wind forecasts is really like, at your firm and elsewhere. Could you spare 20 minutes for a call in the next two weeks, at any hour that suits you? Whatever your answer, thank you for the talk.',
  )
  expect(counts).toEqual({
    words: 83,
    subjectWords: 4,
    questions: 1,
    youShare: 6 / 9,
    jobTalk: false,
  })
})

test('talk of jobs is noticed in any case and with its accents', () => {
  expect(countLetter('', 'I attach my Résumé.').jobTalk).toBe(true)
  expect(countLetter('', 'Are you HIRING?').jobTalk).toBe(true)
  expect(countLetter('', 'The jobber positions himself.').jobTalk).toBe(false)
})

test('shortened words count as what they begin with', () => {
  expect(countLetter('', 'I’ve heard you’re busy, and I’m not.').youShare).toBeCloseTo(1 / 3)
})

test('an empty letter is counted too', () => {
  expect(countLetter('', '')).toEqual({
    words: 0,
    subjectWords: 0,
    questions: 0,
    youShare: 0,
    jobTalk: false,
  })
})
