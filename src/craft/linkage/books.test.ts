import { describe, expect, test } from 'vitest'
import { madeUpBook } from '../../../bench/linkage/books.ts'
import { cases } from '../../../bench/linkage/cards.ts'
import { entityOf } from '../../../bench/linkage/table.ts'
import { compareOne } from './compare-one.ts'
import { link } from './link.ts'
import { reasonsInEnglish } from './reasons.ts'

const book = madeUpBook(2000, 'as published', 6)
const work = link(book.records, { fields: book.fields })
let steps = 1
let step = work.next()
for (; !step.done; step = work.next()) steps += 1
const { pairs, clusters, model } = step.value

const right = (a: string, b: string) => book.entities.get(a) === book.entities.get(b)
const probabilityOf = (a: string, b: string) =>
  pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.p ?? 0

describe('in an address book of two thousand cards', () => {
  test.each(cases)('%s: four in five are found', (one) => {
    const all = [...book.cases].filter(([, { case: how }]) => how === one)
    const found = all.filter(([id, { of }]) => probabilityOf(id, of) >= 0.5)
    expect(all.length).toBeGreaterThan(0)
    expect(found.length / all.length).toBeGreaterThanOrEqual(0.8)
  })

  test('what is called certain is so', () => {
    const certain = pairs.filter((pair) => pair.certain)
    const wrong = certain.filter(({ a, b }) => !right(a, b))
    expect(certain.length).toBeGreaterThan(50)
    expect(wrong.length / certain.length).toBeLessThan(0.02)
  })

  test('groups hold one person each, but for few', () => {
    const together = clusters.flatMap((members) =>
      members.flatMap((a, at) => members.slice(at + 1).map((b) => ({ a, b }))),
    )
    const wrong = together.filter(({ a, b }) => !right(a, b))
    expect(together.length).toBeGreaterThan(100)
    expect(wrong.length / together.length).toBeLessThan(0.06)
  })

  test('whoever runs it may stop many times on the way', () => {
    expect(steps).toBeGreaterThan(50)
  })

  test('a card that arrives finds its own first', () => {
    const [id, { of }] = [...book.cases].find(
      ([, { case: how }]) => how === 'two exports of one card',
    )!
    const arriving = book.records.find((record) => record.id === id)!
    const [first] = compareOne(
      model,
      { ...arriving, id: 'new' },
      book.records.filter((record) => record.id !== id),
    )
    expect(right(first!.b, of)).toBe(true)
    expect(first!.p).toBeGreaterThan(0.95)
  })

  test('the same seed is the same book, and the same book the same answer', () => {
    expect(madeUpBook(2000, 'as published', 6).records).toEqual(book.records)
    const again = link(book.records, { fields: book.fields })
    let last = again.next()
    while (!last.done) last = again.next()
    expect(last.value.pairs.map(({ a, b, p }) => [a, b, p])).toEqual(
      pairs.map(({ a, b, p }) => [a, b, p]),
    )
  })
})

test('a pair is told in words, what speaks for it first, then what speaks against', () => {
  const said = reasonsInEnglish([
    {
      field: 'organisation',
      role: 'organisation',
      level: 'other',
      values: ['Acme', 'Beta'],
      weight: -1,
    },
    { field: 'given', role: 'given', level: 'nickname', values: ['Maximilian', 'Max'], weight: 4 },
    {
      field: 'phone',
      role: 'phone',
      level: 'same',
      values: ['+49 171 2345678', '+491712345678'],
      weight: 9,
    },
    { field: 'title', role: 'title', level: 'other', values: ['x', 'y'], weight: -0.01 },
  ])
  expect(said).toEqual([
    'same phone +491712345678',
    'first names of one person: Maximilian, Max',
    'different employers: Acme, Beta',
  ])
})

test('the entity is read from ids as FEBRL makes them, by a pattern, or is the value', () => {
  expect(entityOf('rec-12-org', null)).toBe(entityOf('rec-12-dup-0', null))
  expect(entityOf('Q12-3', /^(Q\d+)/)).toBe('Q12')
  expect(entityOf('17', null)).toBe('17')
})
