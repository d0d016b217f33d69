import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareOne } from './compare-one.ts'
import { link, type Linked } from './link.ts'
import { compareFamily, compareGiven, compatible } from './name-levels.ts'
import { personName } from './person-name.ts'
import { reasonsInEnglish } from './reasons.ts'
import { type LinkRecord, roles } from './records.ts'
import { jaroWinkler, slips } from './similarity.ts'

const fields = roles.map((role) => ({ name: role, role }))

const said = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'Ana',
    'María José',
    'Weber',
    'Weber-Klein',
    'Иванова',
    'van der Berg',
    'M.',
    'ana@acme.com',
    '@',
    'a@',
    '+49 171 2345678',
    '0171',
    '1980-03-01',
    '31.12.1999',
    '--03-01',
    '1/2/3',
    'https://linkedin.com/in/%E0%A4%A',
    'Acme GmbH',
    '00000',
    '\u0000',
    '𝒳',
  ),
)
const record = fc.record({
  values: fc.dictionary(fc.constantFrom(...roles), fc.array(said, { maxLength: 3 }), {
    maxKeys: 8,
    noNullPrototype: true,
  }),
})
const book = fc
  .array(record, { maxLength: 12 })
  .map((all): LinkRecord[] => all.map(({ values }, at) => ({ id: `r${at}`, values })))

function run(records: readonly LinkRecord[]): Linked {
  const work = link(records, { fields, region: 'DE', floor: 0 })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

const told = ({ pairs, clusters }: Linked) => ({
  pairs: pairs.map(({ a, b, p, certain, agreements }) => ({
    a,
    b,
    p,
    certain,
    says: reasonsInEnglish(agreements),
  })),
  clusters,
})

test('any text at all is read, compared and explained without a throw, and chances stay chances', () => {
  fc.assert(
    fc.property(book, (records) => {
      for (const { p, says } of told(run(records)).pairs) {
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(says.every((sentence) => sentence.length > 0)).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('the same cards in another order give the same answer', () => {
  fc.assert(
    fc.property(book, fc.infiniteStream(fc.nat()), (records, dice) => {
      const shuffled = records
        .map((one) => ({ one, at: dice.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(told(run(shuffled))).toEqual(told(run(records)))
    }),
    { numRuns: 60 },
  )
})

test('every card is in one cluster at most', () => {
  fc.assert(
    fc.property(book, (records) => {
      const members = run(records).clusters.flat()
      expect(new Set(members).size).toBe(members.length)
    }),
    { numRuns: 60 },
  )
})

test('a card that arrives is as near to another as the other is to it, before and after the model was stored', () => {
  const { model } = run([])
  fc.assert(
    fc.property(record, record, ({ values: one }, { values: other }) => {
      const a = { id: 'a', values: one }
      const b = { id: 'b', values: other }
      const stored: typeof model = JSON.parse(JSON.stringify(model))
      expect(compareOne(model, a, [b])[0]?.p).toBe(compareOne(stored, b, [a])[0]?.p)
    }),
    { numRuns: 150 },
  )
})

const name = fc
  .record({
    given: fc.array(said, { maxLength: 2 }),
    family: fc.array(said, { maxLength: 2 }),
    full: fc.array(said, { maxLength: 1 }),
    nickname: fc.array(said, { maxLength: 1 }),
  })
  .map(personName)

test('names agree in both directions alike', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      if (!a || !b) return
      expect(compareGiven(a, b)).toBe(compareGiven(b, a))
      expect(compareFamily(a, b)).toBe(compareFamily(b, a))
      expect(compatible(a, a) || compareGiven(a, a) === null).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('similarity and slips are the same in both directions, and nothing lies between a text and itself', () => {
  fc.assert(
    fc.property(said, said, (a, b) => {
      expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinkler(b, a), 10)
      expect(slips(a, b, 3)).toBe(slips(b, a, 3))
      expect(slips(a, a, 3)).toBe(0)
    }),
  )
})
