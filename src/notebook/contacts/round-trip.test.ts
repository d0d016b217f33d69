import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import type { VCard } from '../../formats/vcard/card.ts'
import { readCards } from '../../formats/vcard/read.ts'
import { isDay } from '../../kit/days.ts'
import { id } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { channelKinds, nameParts, nothingAsked, type Person } from '../people/person.ts'
import type { Drafted } from './draft.ts'
import { draftsOfRows } from './from-csv.ts'
import { draftsOfJcards } from './from-jcard.ts'
import { draftsOfJson } from './from-json.ts'
import { draftsOfCards } from './from-vcard.ts'
import { plainLabel } from './label-words.ts'
import { noWidths, tableHeader, tableRowOf, widen } from './to-csv.ts'
import { jcardsOf } from './to-jcard.ts'
import { cardOfPerson } from './to-vcard.ts'

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }
const sources = [source]
const uid = '01890000-0000-7000-8000-000000000001'
const introducer = '01890000-0000-7000-8000-000000000002'

/** Signs that some format writes in a way of its own, among letters. */
const letters = 'Ana de López Ñ ß 李 é 🙂 7 € work home pref BEGIN:VCARD x-apple:'
const signs = '- \' ’ ; , \\ \\n " : = . / | & ( ) %20 ^n <b> @ + # \u{10ffff}'
const pieces = [' ', '  ', ...letters.split(' '), ...signs.split(' ')]

function textOf(more: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces, ...more), { minLength: 1, maxLength: 5 })
    .map((some) => some.join('').trim())
    .filter((text) => text !== '')
}

const text = textOf([])
const lines = textOf(['\n', '\n\n', '  ', '\t'])
const orNone = (value: fc.Arbitrary<string>) => fc.option(value, { nil: null })
const someday = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const since = someday.chain((date) =>
  fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4), 'about 2011', 'spring; then autumn'),
)

const name = fc.record({ part: fc.constantFrom(...nameParts), text })
const role = fc
  .record({
    title: orNone(text),
    organisation: orNone(text),
    organisationId: fc.constant(null),
    department: orNone(text),
    from: orNone(since),
    to: orNone(since),
  })
  .filter(({ title, organisation, department }) => Boolean(title ?? organisation ?? department))
/** As it is after reading: the words that all programs have are in small letters. */
const label = fc
  .oneof(
    fc.constantFrom('home', 'work', 'mobile', 'work fax', 'home work', 'other', 'Ferienhaus'),
    fc.constantFrom('LinkedIn', 'WhatsApp', 'fax work', 'homepage', 'pager', 'Skype home', 'im'),
    text.map(plainLabel),
  )
  .chain((word) => fc.constantFrom<string | null>(word, word, word, null))
/** Two of them with a comma between are two. */
const address = textOf(['@example.org']).filter((one) => !/[,;]/.test(one))
const values = {
  mail: fc.oneof(fc.constantFrom('ana@example.org', 'josé@exämple.org'), address),
  phone: fc.oneof(text, fc.constantFrom('+34 91 123 45 67', '030/1234', '+1 (2) 3 ext. 4')),
  link: fc.oneof(text, fc.constantFrom('https://example.org/a,b;c?d=e', 'linkedin.com/in/ana')),
  message: fc.oneof(text, fc.constantFrom('@ana:matrix.org', 'ana', 'xmpp:ana@example.org')),
}
const channel = fc.constantFrom(...channelKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    value: values[kind],
    label,
    preferred: fc.boolean(),
  }),
)
const place = fc
  .record({
    label,
    street: orNone(lines),
    locality: orNone(text),
    region: orNone(text),
    postcode: orNone(text),
    country: orNone(text),
  })
  .filter((one) => Object.values({ ...one, label: null }).some((part) => part !== null))
const date = fc.record({
  what: fc.oneof(fc.constantFrom('birthday', 'anniversary', 'date', 'first day'), text),
  date: fc.oneof(someday, fc.constantFrom('--04-12', '1985', '1985-04', '03/04/1990', 'in spring')),
})
const meeting = fc.record({
  day: fc.option(someday.filter(isDay), { nil: null }),
  place: orNone(text),
  through: fc.constantFrom(null, id('person', introducer)),
  words: orNone(lines),
})

/** Nothing is said twice, since then it is said once. */
function several<Value extends object>(
  value: fc.Arbitrary<Value>,
  by: (value: Value) => unknown = (one) => one,
) {
  return fc.uniqueArray(value, { maxLength: 4, selector: (one) => JSON.stringify(by(one)) })
}

const anybody: fc.Arbitrary<Omit<Person, 'id'>> = fc
  .record({
    names: several(name),
    roles: several(role),
    channels: several(channel, ({ kind, value, label: of }) => [kind, value, of]),
    places: several(place),
    dates: several(date),
    labels: several(fc.record({ word: text })),
    meeting,
    words: fc.oneof(fc.constant(''), lines),
  })
  .filter(({ names, channels, roles }) => names.length + channels.length + roles.length > 0)
  .map(({ meeting: met, words, ...lists }) => ({
    ...withSources(lists),
    fields: [],
    meeting: met,
    words,
    consent: nothingAsked,
    binnedOn: null,
  }))

type Lists = Pick<Person, 'names' | 'roles' | 'channels' | 'places' | 'dates' | 'labels'>
type Bare<L> = {
  [List in keyof L]: L[List] extends readonly (infer V)[] ? Omit<V, 'sources'>[] : 0
}

function withSources(lists: Bare<Lists>): Lists {
  const entries = Object.entries(lists).map(([list, some]) => [
    list,
    some.map((value) => ({ ...value, sources })),
  ])
  return Object.fromEntries(entries) as Lists
}

/** All that is said, whatever the order of values; of the roles of today the first is the one that is shown. */
function saidOf({ roles, meeting: met, words, ...lists }: Omit<Person, 'id'>, through: unknown) {
  const { names, channels, places, dates, labels } = lists
  const sorted = [names, channels, places, dates, labels, roles].map((list) =>
    list.map((value) => JSON.stringify(value, Object.keys(value).toSorted())).toSorted(),
  )
  const today = roles.find(({ to }) => to === null)
  return {
    sorted,
    shown: today ? [today.title, today.organisation] : null,
    met: { ...met, through },
    words,
  }
}

async function theOnly(drafts: AsyncIterable<Drafted>) {
  const all = []
  for await (const one of drafts) all.push(one)
  const [one] = all
  if (all.length !== 1 || one?.kind !== 'draft' || one.draft.kind !== 'person') {
    throw new Error(`One person went out and this came back: ${JSON.stringify(all)}`)
  }
  expect(one.draft.lost).toEqual([])
  expect(one.draft.rest).toEqual([])
  return saidOf(one.draft.person, one.draft.beside?.through ?? null)
}

function cardOf(person: Omit<Person, 'id'>, version: '3.0' | '4.0', originals: VCard[] = []) {
  const metThrough = person.meeting.through
  return cardOfPerson(person, { version, uid, originals, metThrough })
}

async function cardIn(written: string): Promise<VCard> {
  for await (const read of readCards(inChunks(written))) if (read.kind === 'card') return read.card
  throw new Error('no card was read')
}

const runs = { numRuns: 200 }

test.each(['3.0', '4.0'] as const)(
  'somebody comes back whole from a card of %s',
  async (version) => {
    await fc.assert(
      fc.asyncProperty(anybody, async (person) => {
        const written = cardOf(person, version)
        const back = await theOnly(draftsOfCards(inChunks(written), source))
        expect(back).toEqual(saidOf(person, person.meeting.through))
      }),
      runs,
    )
  },
)

test('somebody who came by a card and was changed comes back whole too', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, anybody, async (before, now) => {
      const original = await cardIn(cardOf(before, '4.0'))
      const written = cardOf(now, '4.0', [original])
      const back = await theOnly(draftsOfCards(inChunks(written), source))
      expect(back).toEqual(saidOf(now, now.meeting.through))
    }),
    runs,
  )
})

test('somebody comes back whole from a jCard', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, async (person) => {
      const written = `[${(await jcardsOf(cardOf(person, '4.0'))).join(',')}]`
      const back = await theOnly(draftsOfJcards(inChunks(written), source))
      expect(back).toEqual(saidOf(person, person.meeting.through))
    }),
    runs,
  )
})

test('somebody comes back whole from the JSON of the notebook', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, async (person) => {
      const written = JSON.stringify({ people: [{ name: 'Who', id: uid, ...person }] })
      const back = await theOnly(draftsOfJson(inChunks(written), source, 'sobremesa'))
      expect(back).toEqual(saidOf(person, person.meeting.through))
    }),
    runs,
  )
})

test('somebody comes back whole from a table', async () => {
  await fc.assert(
    fc.asyncProperty(anybody, async (person) => {
      const widths = widen(noWidths, person)
      const written =
        tableHeader(widths) +
        tableRowOf(person, widths, { id: uid, metThrough: person.meeting.through })
      const back = await theOnly(draftsOfRows(inChunks(written), source))
      expect(back).toEqual(saidOf(person, person.meeting.through))
    }),
    runs,
  )
})
