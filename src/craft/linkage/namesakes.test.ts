import { describe, expect, test } from 'vitest'
import { madeUpBook } from '../../../bench/linkage/books.ts'
import { compareOne } from './compare-one.ts'
import { link, type Linked } from './link.ts'
import { learnNamesakes, liftOf } from './namesakes.ts'
import { type Field, type LinkRecord, roles } from './records.ts'

const fields: readonly Field[] = roles.map((role) => ({ name: role, role }))

type Card = Readonly<Partial<Record<(typeof roles)[number], string>>>

const recordOf = (card: Card, at: number): LinkRecord => ({
  id: `card ${String(at).padStart(5, '0')}`,
  values: Object.fromEntries(Object.entries(card).map(([role, value]) => [role, [value]])),
})

function run(records: readonly LinkRecord[]): Linked {
  const work = link(records, { fields, region: 'DE', floor: 0 })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

const probabilityOf = (...cards: readonly Card[]) => run(cards.map(recordOf)).pairs[0]?.p ?? 0

const max = { given: 'Max', family: 'Weber' }
const work = { ...max, mail: 'mweber@acme.de' }

const pairOf = (given: string, family: string) => [
  { given, family, mail: `x@${family}.de` },
  { given, family, phone: '030 9999999' },
]

const swapped = (given: string, family: string) => [
  { given, family, title: 'Nurse' },
  { given: family, family: given },
]

const levelOf = (other: string) =>
  run([work, { ...max, mail: other }].map(recordOf)).pairs[0]?.agreements.find(
    ({ role }) => role === 'mail',
  )?.level

describe('how far names go together', () => {
  test('is learned from the names alone: of two languages together, twice as far as chance', () => {
    const names = [1, 2, 3, 4, 5, 6].flatMap((rate) => Array.from({ length: 300 }, () => rate))
    const expected = Float64Array.from(names)
    const others = (lift: number, twins: number) =>
      learnNamesakes(
        names.map((rate) => 1 + twins + lift * rate),
        expected,
      )
    expect(others(2, 0.5).lift).toBeCloseTo(2, 1)
    expect(others(2, 0.5).twins).toBeCloseTo(0.5, 1)
    expect(others(1, 3).lift).toBeCloseTo(1, 1)
  })

  test('is chance where there is nothing to learn from', () => {
    expect(learnNamesakes([], new Float64Array())).toEqual({ lift: 1, twins: 0.05 })
    expect(learnNamesakes([1, 1, 1], Float64Array.of(1e-6, 1e-6, 1e-6)).lift).toBeCloseTo(1, 3)
  })

  test('is found in a made-up book of four languages, of which each has its own names', () => {
    const { model } = run(madeUpBook(3000, 'dense namesakes').records)
    expect(model.namesakes?.lift).toBeGreaterThan(2.5)
    expect(model.namesakes?.lift).toBeLessThan(5)
  })

  test('the more cards hold a name, the more people are thought to bear it', () => {
    const book = { lift: 2, twins: 0.5 }
    const lifts = [2, 3, 5, 20].map((count) => liftOf(count, 0.4, book))
    expect(lifts).toEqual(lifts.toSorted((a, b) => a - b))
    expect(lifts[0]).toBeLessThan(2)
    expect(lifts[3]).toBeGreaterThan(2)
  })
})

test('of two equal pairs the one with the rarer name is the likelier, and namesakes make it less likely', () => {
  const givenNames = 'Ana Bruno Clara Diego Eva Finn Gita Hugo Ines Jonas Karin Luis'.split(' ')
  const families =
    'Amsel Berg Castro Duarte Engel Fuchs Gomez Hansen Ibsen Jung Kowal Lund Meyer Novak Ortega'.split(
      ' ',
    )
  let state = 7
  const pick = (names: readonly string[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return names[Math.floor((state / 2_147_483_648) * names.length)]!
  }
  const others = Array.from({ length: 400 }, (_, at) => ({
    given: pick(givenNames),
    family: pick(families),
    phone: `030 ${1_000_000 + at * 137}`,
  }))
  const records = [...others, ...pairOf('Ana', 'Berg'), ...pairOf('Xenia', 'Quandt')]
  const { pairs } = run(records.map(recordOf))
  const between = (one: number, other: number) =>
    pairs.find(({ a, b }) => a === recordOf({}, one).id && b === recordOf({}, other).id)?.p ?? 0
  expect(between(402, 403)).toBeGreaterThan(0.9)
  expect(between(400, 401)).toBeLessThan(0.5)
})

test('no whole name stays in what was learned', () => {
  const book = madeUpBook(600, 'dense namesakes')
  const text = JSON.stringify(run(book.records).model)
  const names = book.records.map(({ values }) => `${values['given']?.[0]} ${values['family']?.[0]}`)
  expect(names.filter((name) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
})

describe('two addresses', () => {
  test('one of a house and one of a public service speak less against than two of houses', () => {
    const kinds = probabilityOf(work, { ...max, mail: 'maxw77@gmail.com' })
    expect(kinds).toBeGreaterThan(probabilityOf(work, { ...max, mail: 'weberm@beta.de' }))
  })

  test('that two houses make of one name are two addresses, said as such', () => {
    const { pairs } = run(
      [
        { ...max, mail: 'max.weber@acme.de' },
        { ...max, mail: 'max.weber@beta.de' },
      ].map(recordOf),
    )
    const mail = pairs[0]?.agreements.find(({ role }) => role === 'mail')
    expect(mail?.level).toBe('other')
    expect(mail?.weight).toBeLessThan(0)
  })

  test('of one house that differ by a number are of two people as far as they say', () => {
    expect(levelOf('mweber2@acme.de')).toBe('house')
    expect(levelOf('mwebre@acme.de')).toBe('close')
  })
})

test('a name the wrong way round weighs as much as the name, not more for a frequent one', () => {
  const crowd = Array.from({ length: 300 }, (_, at) => ({
    given: at % 3 ? 'Thomas' : `Given${at}`,
    family: at % 4 ? 'Martin' : `Family${at}`,
  }))
  const records = [...crowd, ...swapped('Thomas', 'Martin'), ...swapped('Otto', 'Lange')]
  const { pairs } = run(records.map(recordOf))
  const between = (one: number, other: number) =>
    pairs.find(({ a, b }) => a === recordOf({}, one).id && b === recordOf({}, other).id)?.p ?? 0
  expect(between(302, 303)).toBeGreaterThan(between(300, 301) + 0.3)
})

test('a model of earlier days, that knows neither namesakes nor every level, still compares', () => {
  const { model } = run([])
  const { namesakes, ...older } = JSON.parse(JSON.stringify(model)) as typeof model
  const columns = older.columns.map((column) =>
    column.role === 'mail'
      ? { ...column, m: column.m.slice(0, 7), u: column.u.slice(0, 7) }
      : column,
  )
  expect(namesakes).toEqual({ lift: 1, twins: 0.05 })
  const [one, other] = [
    recordOf({ ...max, mail: 'mweber@acme.de' }, 1),
    recordOf({ ...max, mail: 'maxw77@gmail.com' }, 2),
  ]
  const [pair] = compareOne({ ...older, columns }, one, [other])
  expect(pair?.p).toBeGreaterThan(0)
  expect(pair?.p).toBeLessThan(1)
})
