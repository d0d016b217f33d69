import { expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'
import type { FieldShown, Insight, Kind } from './types.ts'

function insight(person: string | null, kind: Kind | null): Insight {
  return {
    line: crypto.randomUUID(),
    text: 'words',
    mark: '"',
    speaker: person,
    person,
    kind,
    day: '2026-03-12',
    conversation: null,
  }
}

function field(topics: FieldShown['topics'], unheard: Kind[]): FieldShown {
  const people = new Map(
    topics.flatMap(({ insights }) => insights.map((one) => [one.person, one.kind] as const)),
  )
  return {
    field: 'Conservation',
    id: 'field',
    otherNames: [],
    why: '',
    people: people.size,
    heard: [...people].flatMap(([id, kind]) =>
      id === null ? [] : [{ id, name: id, speaker: id, kind, insights: 1, lastOn: null }],
    ),
    topics,
    open: [],
    unheard,
    moreInsights: 0,
    notes: [],
  }
}

const work = (insights: Insight[]) => ({ topic: 'work', name: 'The work', people: 1, insights })

test('one person is one dot, however much they said', () => {
  const { rows, kinds } = coverageOf(
    field([work([insight('Ruth', 'S'), insight('Ruth', 'S'), insight('Owen', 'S')])], ['H']),
  )
  expect(kinds).toEqual(['N', 'P', 'S', 'H', 'A', 'L'])
  expect(rows).toEqual([{ topic: 'work', name: 'The work', people: [0, 0, 2, 0, 0, 0] }])
})

test('words of nobody known count for nobody', () => {
  expect(coverageOf(field([work([insight(null, null)])], [])).rows[0]?.people).toEqual([
    0, 0, 0, 0, 0, 0,
  ])
})

test('friends and people without a chair have a column once they were heard', () => {
  const { kinds } = coverageOf(field([work([insight('Ana', 'F'), insight('Ben', null)])], []))
  expect(kinds).toEqual(['N', 'P', 'S', 'H', 'A', 'L', 'F', null])
})

test('an empty chair matters where somebody hires, or where it is the last', () => {
  expect(coverageOf(field([], ['N', 'H', 'L'])).emptyChair).toBe('H')
  expect(coverageOf(field([], ['L'])).emptyChair).toBe('L')
  expect(coverageOf(field([], ['N', 'L'])).emptyChair).toBe(null)
})
