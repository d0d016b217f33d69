import { expect, test } from 'vitest'
import { Problem } from '../../kit/problem.ts'
import { faultAt, problemAt } from './problems.ts'

const problem = new Problem('step.not-now', 'You agreed on Tuesday 17 March.')

test('a program is told what is in the way', async () => {
  const answer = problemAt('/api/conversations.step', problem)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ code: 'step.not-now', detail: problem.message })
})

test('a guest gets a plain page, whatever goes wrong, and not a word of the notebook', async () => {
  const answers = [problemAt('/o/secret', problem), faultAt('/o/secret')]
  expect(answers.map(({ status }) => status)).toEqual([422, 500])
  for (const answer of answers) {
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(await answer.text()).not.toMatch(/Tuesday|step|problem/)
  }
})
