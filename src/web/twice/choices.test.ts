import { expect, test } from 'vitest'
import { bySection, choicesGiven, competing } from './choices.ts'
import type { Part, Row, Verdict } from './side-by-side.ts'

const value = { words: 'something', label: null, sources: [] }

function row(part: Part, verdict: Verdict, side: 'one' | 'other' | 'both' = 'both'): Row {
  return {
    key: `${part} ${side}`,
    part,
    verdict,
    one: side === 'other' ? null : value,
    other: side === 'one' ? null : value,
  }
}

test('one is asked to choose only where each says something that the other does not', () => {
  expect([
    ...competing([row('name', 'differs'), row('mail', 'same'), row('role', 'one', 'one')]),
  ]).toEqual(['name'])
})

test('a mail here and a phone there compete: both are ways to reach them', () => {
  const rows = [row('mail', 'one', 'one'), row('phone', 'one', 'other')]
  expect([...competing(rows)]).toEqual(['channels'])
})

test('the rows of one choice stand beside each other', () => {
  const rows = [row('mail', 'same'), row('role', 'same'), row('link', 'one', 'one')]
  expect(bySection(rows).map((some) => some.map(({ part }) => part))).toEqual([
    ['mail', 'link'],
    ['role'],
  ])
})

test('only what differs from what holds anyway is sent', () => {
  const people = { one: 'a', other: 'b' }
  expect(choicesGiven({ name: 'one', channels: 'both', meeting: 'one' }, people)).toEqual({})
  expect(choicesGiven({ name: 'other', channels: 'one', roles: 'other' }, people)).toEqual({
    name: 'b',
    channels: 'a',
    roles: 'b',
  })
})
