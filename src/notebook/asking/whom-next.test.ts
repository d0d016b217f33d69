import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KindOfPerson } from '../people/person.ts'
import { gapsIn } from './gaps.ts'
import { type Asked, type Candidate, type When, whomNext } from './whom-next.ts'

const when: When = { today: '2026-03-12', restDays: 90, connectors: new Map() }

const candidate = (name: string, own: Partial<Candidate> = {}): Candidate => ({
  id: `id ${name}`,
  name,
  kind: 'P',
  spoke: false,
  through: null,
  colleague: null,
  want: 0,
  ...own,
})

const field = (own: Partial<Asked> = {}): Asked => ({
  id: 'field',
  name: 'Conservation',
  questions: [{ id: 'q', text: 'Is there paid work outside museums?' }],
  heard: new Map(),
  candidates: [],
  lastHeard: null,
  rests: [],
  ...own,
})

const heardOf = (...kinds: (KindOfPerson | null)[]) =>
  new Map(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]))

const namesOf = (...fields: Asked[]) =>
  whomNext(fields, when).map(({ person, way }) => `${person.name}, ${way}`)

test.each([
  [[], ['does', 'hires', 'left', 'new']],
  [['P'], ['hires', 'left', 'new', 'another']],
  [
    ['P', 'P', 'S'],
    ['left', 'new'],
  ],
  [['P', 'P', 'H', 'A', 'N'], []],
  [
    [null, 'F', 'X'],
    ['hires', 'left', 'new', 'another'],
  ],
] as const)('a field that heard %j misses %j', (kinds, missing) => {
  expect(gapsIn(heardOf(...kinds))).toEqual(missing)
})

test('the nearest way comes first: somebody known, somebody one would be brought to, a house, a stranger', () => {
  const samir = { id: 'samir', name: 'Samir' }
  const all = [
    candidate('Ada'),
    candidate('Ben', { colleague: { ...samir, house: 'Kelvin Archive' } }),
    candidate('Cleo', { through: samir, colleague: { ...samir, house: 'Kelvin Archive' } }),
    candidate('Dora', { spoke: true }),
  ]
  const rest = (count: number) => field({ candidates: all.slice(0, count) })
  expect(namesOf(rest(1))).toEqual(['Ada, stranger'])
  expect(namesOf(rest(2))).toEqual(['Ben, colleague'])
  expect(namesOf(rest(3))).toEqual(['Cleo, introduced'])
  expect(namesOf(rest(4))).toEqual(['Dora, known'])
  expect(whomNext([rest(2)], when)[0]).toEqual({
    field: { id: 'field', name: 'Conservation' },
    gap: 'does',
    way: 'colleague',
    person: { id: 'id Ben', name: 'Ben' },
    through: samir,
    house: 'Kelvin Archive',
    resting: null,
    questions: [{ id: 'q', text: 'Is there paid work outside museums?' }],
  })
})

test('nobody is sent to a connector who rests: another way is taken, and says why', () => {
  const samir = { id: 'samir', name: 'Samir' }
  const ruth = { id: 'ruth', name: 'Ruth', house: 'Kelvin Archive' }
  const connectors = new Map([['samir', '2026-05-01' as const]])
  const first = (own: Partial<Candidate>) =>
    whomNext([field({ candidates: [candidate('Ada', own)] })], { ...when, connectors })[0]
  const resting = { ...samir, until: '2026-05-01' }
  expect(first({ through: samir })).toMatchObject({ way: 'stranger', through: null, resting })
  const there = { way: 'colleague', through: { id: 'ruth' }, resting }
  expect(first({ through: samir, colleague: ruth })).toMatchObject(there)
  expect(first({ colleague: { ...samir, house: 'Kelvin Archive' } })).toMatchObject({
    way: 'stranger',
    house: null,
    resting,
  })
  expect(first({ through: ruth, colleague: { ...samir, house: 'Kelvin Archive' } })).toMatchObject({
    way: 'introduced',
    resting: null,
  })
  expect(first({ spoke: true, through: samir })).toMatchObject({ way: 'known', resting: null })
})

test('who decides is asked before who left; of two alike, whoever is where one would like to be', () => {
  const heard = heardOf('P', 'P')
  const candidates = [
    candidate('Left', { kind: 'L', spoke: true }),
    candidate('Hires here', { kind: 'H' }),
    candidate('Hires there', { kind: 'S', want: 3 }),
  ]
  expect(namesOf(field({ heard, candidates }))).toEqual(['Hires there, stranger', 'Left, known'])
})

test('an open question comes before a field without one', () => {
  const quiet = field({
    id: 'a',
    name: 'A quiet field',
    questions: [],
    candidates: [candidate('Ann')],
  })
  const open = field({ id: 'b', name: 'B', candidates: [candidate('Bea')] })
  expect(namesOf(quiet, open)).toEqual(['Bea, stranger', 'Ann, stranger'])
})

test('where nobody is known, whoever was heard last may give a name; where nobody was heard, nobody is invented', () => {
  const ruth = { id: 'ruth', name: 'Ruth' }
  expect(namesOf(field({ heard: heardOf('P'), lastHeard: ruth }))).toEqual(['Ruth, name'])
  expect(namesOf(field())).toEqual([])
})

test('what was let rest stays away for its days, and the next in turn comes forward', () => {
  const candidates = [candidate('Ada', { spoke: true }), candidate('Ben')]
  const rests = [{ gap: 'does', person: 'id Ada', on: '2026-03-01' as const }]
  expect(namesOf(field({ candidates, rests }))).toEqual(['Ben, stranger'])
  expect(
    whomNext([field({ candidates, rests })], { ...when, today: '2026-05-31' }).map(
      ({ person }) => person.name,
    ),
  ).toEqual(['Ada'])
})

test('the order in which things are known changes nothing, and nobody is named twice', () => {
  const people = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('Ada', 'Ben', 'Cleo', 'Dora', 'Emil'),
      kind: fc.constantFrom('P' as const, 'H' as const, 'L' as const, 'N' as const, null),
      spoke: fc.boolean(),
      want: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 5, selector: ({ name }) => name },
  )
  const fields = fc.array(people, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fields, (all) => {
      const asked = all.map((own, index) =>
        field({
          id: `f${index}`,
          name: `F${index}`,
          candidates: own.map((one) => candidate(one.name, one)),
        }),
      )
      const found = whomNext(asked, when)
      const turned = asked
        .map((one) => ({ ...one, candidates: one.candidates.toReversed() }))
        .toReversed()
      expect(whomNext(turned, when)).toEqual(found)
      const names = found.map(({ person }) => person.id)
      expect(new Set(names).size).toBe(names.length)
    }),
    { numRuns: 100 },
  )
})
