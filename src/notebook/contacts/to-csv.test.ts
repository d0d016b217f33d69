import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import type { Day } from '../../kit/days.ts'
import type { Source } from '../../kit/source.ts'
import { type Channel, nameParts, nothingAsked, type Person } from '../people/person.ts'
import { draftsOfRows } from './from-csv.ts'
import { noWidths, tableHeader, tableRowOf, widen } from './to-csv.ts'

type PersonInTable = Omit<Person, 'id'>

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }
const sources = [source]

async function throughATable(people: readonly PersonInTable[]): Promise<PersonInTable[]> {
  const widths = people.reduce(widen, noWidths)
  const text =
    tableHeader(widths) +
    people
      .map((person) => tableRowOf(person, widths, { id: 'a-number', metThrough: null }))
      .join('')
  const back: PersonInTable[] = []
  for await (const drafted of draftsOfRows(inChunks(text), source)) {
    if (drafted.kind === 'draft' && drafted.draft.kind === 'person') back.push(drafted.draft.person)
  }
  return back
}

function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value, sortedKeys)).toSorted()
}

/** The same person, whatever the order of their values. */
function unordered(person: PersonInTable): unknown {
  const { names, roles, channels, places, dates, labels, meeting, words } = person
  return { meeting, words, of: [names, roles, channels, places, dates, labels].map(sorted) }
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

const word = fc.constantFrom(
  'Ana',
  'Zoë Ejemplo',
  'a, b',
  'say "so"',
  '=1+1',
  '太郎',
  "O'Neil",
  'two\nlines',
  'x;y',
)
const maybe = fc.option(word, { nil: null })
const labels = fc.constantFrom(null, 'home', 'work', 'mobile', 'Ferienhaus', 'work fax')
const few = { maxLength: 3 }

const channel = fc.record({
  kind: fc.constantFrom<Channel['kind']>('mail', 'phone', 'link', 'message'),
  value: fc.constantFrom('a@example.org', '+34 600', 'https://example.org/a?b=c', 'ana.e', '@ana'),
  label: labels,
  preferred: fc.boolean(),
  sources: fc.constant(sources),
})
const role = fc
  .record({ title: maybe, organisation: maybe, department: maybe })
  .filter((one) => one.organisation !== null || (one.title !== null && one.department === null))
  .map((one) => ({ ...one, organisationId: null, from: null, to: null, sources }))
const place = fc
  .record({
    label: labels,
    street: maybe,
    locality: maybe,
    region: maybe,
    postcode: maybe,
    country: maybe,
  })
  .filter((one) => Object.entries(one).some(([key, value]) => key !== 'label' && value !== null))
  .map((one) => ({ ...one, sources }))
const date = fc.record({
  what: fc.constantFrom('birthday', 'anniversary', 'first day at sea'),
  date: fc.constantFrom('1985-04-12', '--04-12', 'in spring'),
  sources: fc.constant(sources),
})

const distinctBy = {
  selector: (value: object) => JSON.stringify({ ...value, preferred: true }),
  ...few,
}
const anyone: fc.Arbitrary<PersonInTable> = fc.record({
  names: fc.uniqueArray(
    fc.record({ part: fc.constantFrom(...nameParts), text: word, sources: fc.constant(sources) }),
    { selector: (name) => name.part, minLength: 1, maxLength: 4 },
  ),
  roles: fc.uniqueArray(role, distinctBy),
  channels: fc.uniqueArray(channel, { ...distinctBy, maxLength: 8 }),
  places: fc.uniqueArray(place, distinctBy),
  dates: fc.uniqueArray(date, distinctBy),
  labels: fc.uniqueArray(word, few).map((words) => words.map((one) => ({ word: one, sources }))),
  fields: fc.constant([]),
  meeting: fc.record({
    day: fc.constantFrom<Day | null>(null, '2026-01-02'),
    place: maybe,
    through: fc.constant(null),
    words: maybe,
  }),
  words: fc.oneof(fc.constant(''), word),
  consent: fc.constant(nothingAsked),
  binnedOn: fc.constant(null),
})

test('people of any number of values go through a table and come back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyone, { minLength: 1, maxLength: 4 }), async (people) => {
      const back = await throughATable(people)
      expect(back.map(unordered)).toEqual(people.map(unordered))
    }),
    { numRuns: 150 },
  )
})

test('the columns have the names that other programs read', () => {
  const header = tableHeader({ ...noWidths, mail: 2 })
  expect(header).toContain('First Name,Middle Name,Last Name')
  expect(header).toContain('E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value')
  expect(header).toContain('Met On,Met Where,How We Met,Met Through ID,Sobremesa ID\r\n')
})
