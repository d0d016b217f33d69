import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import type { VCard } from '../../formats/vcard/card.ts'
import { readCards } from '../../formats/vcard/read.ts'
import type { Source } from '../../kit/source.ts'
import { nothingAsked } from '../people/person.ts'
import type { PersonInCard } from './card-changes.ts'
import { draftOfCard } from './from-vcard.ts'
import { cardOfPerson } from './to-vcard.ts'

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }
const sources = [source]
const uid = '01890000-0000-7000-8000-000000000001'

async function cardIn(text: string): Promise<VCard> {
  for await (const read of readCards(inChunks(text))) if (read.kind === 'card') return read.card
  throw new Error('no card was read')
}

async function personIn(text: string): Promise<PersonInCard> {
  const draft = draftOfCard(await cardIn(text), source)
  if (draft.kind !== 'person') throw new Error('not a person')
  return draft.person
}

/** What is written for the person of these lines after a change, and the lines themselves. */
async function changed(
  lines: readonly string[],
  change: (person: PersonInCard) => PersonInCard,
): Promise<{ before: string[]; after: string[] }> {
  const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
  const card = await cardIn(text)
  const written = cardOfPerson(change(await personIn(text)), {
    version: '3.0',
    uid,
    originals: [card],
  })
  return { before: text.split('\r\n'), after: written.split('\r\n') }
}

const lines = [
  'N:Ejemplo;Ana;;;',
  'FN:Ana Ejemplo',
  'UID:11111111-2222-4333-8444-555555555555',
  'PRODID:-//Apple Inc.//iOS 17.0//EN',
  'EMAIL;TYPE=WORK;X-EVOLUTION-UI-SLOT=2:ana@example.org',
  'item1.TEL;TYPE=pref:+34 1',
  'item1.X-ABLabel:Ferienhaus',
  'item2.ADR;TYPE=HOME:;;Calle 1;Madrid;;28001;España',
  'item2.X-ABADR:es',
  'ORG:City Archive;Paper',
  'TITLE:Conservator',
  'CATEGORIES:myContacts,Museum',
  'X-ABRELATEDNAMES:Eva',
  'NOTE:Met at the fair\\, twice.',
  'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
]

test('a card of somebody unchanged goes out as it came in', async () => {
  const { before, after } = await changed(lines, (person) => person)
  expect(after).toEqual(before)
})

test('a changed address stays in its place, with what other programs said about it', async () => {
  const { after } = await changed(lines, (person) => ({
    ...person,
    channels: person.channels.map((one) =>
      one.kind === 'mail' ? { ...one, value: 'new@example.org' } : one,
    ),
  }))
  expect(after[6]).toBe('EMAIL;TYPE=work;X-EVOLUTION-UI-SLOT=2:new@example.org')
  expect(after).toHaveLength(lines.length + 4)
})

test('a removed number goes with its label, and nothing else goes', async () => {
  const { before, after } = await changed(lines, (person) => ({
    ...person,
    channels: person.channels.filter((one) => one.kind !== 'phone'),
  }))
  expect(after).toEqual(
    before.filter((line) => !line.includes('+34 1') && !line.includes('Ferienhaus')),
  )
})

test('what is new comes at the end, in groups that nothing else has', async () => {
  const { before, after } = await changed(lines, (person) => ({
    ...person,
    channels: [
      ...person.channels,
      { kind: 'phone', value: '2', label: 'Atelier', preferred: false, sources },
      { kind: 'phone', value: '3', label: 'home mobile', preferred: false, sources },
      { kind: 'message', value: 'ana/e', label: 'Signal', preferred: false, sources },
    ],
    dates: [{ what: 'birthday', date: '--04-12', sources }],
    labels: [...person.labels, { word: 'Mentors, old', sources }],
  }))
  expect(after.slice(0, before.length - 2)).toEqual(before.slice(0, -2))
  expect(after.slice(before.length - 2)).toEqual([
    'item3.TEL:2',
    'item3.X-ABLabel:Atelier',
    'TEL;TYPE=home,cell:3',
    'IMPP;X-SERVICE-TYPE=Signal:x-apple:ana%2Fe',
    'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12',
    'CATEGORIES:Mentors\\, old',
    'END:VCARD',
    '',
  ])
})

test('names, words, roles and labels are written anew only where they changed', async () => {
  const { after } = await changed(lines, (person) => ({
    ...person,
    names: person.names.map((name) => (name.part === 'given' ? { ...name, text: 'Anna' } : name)),
    roles: person.roles.map((role) => ({ ...role, title: 'Head; of Paper' })),
    labels: [],
    words: 'New\nwords',
  }))
  expect(after).toContain('N:Ejemplo;Anna;;;')
  expect(after).toContain('FN:Ana Ejemplo')
  expect(after).toContain('ORG:City Archive;Paper')
  expect(after).toContain('TITLE:Head\\; of Paper')
  expect(after).toContain('CATEGORIES:myContacts')
  expect(after).toContain('NOTE:New\\nwords')
  expect(after.filter((line) => line.startsWith('NOTE'))).toHaveLength(1)
})

const nobody: PersonInCard = {
  names: [],
  roles: [],
  channels: [],
  places: [],
  dates: [],
  labels: [],
  fields: [],
  meeting: { day: null, place: null, through: null, words: null },
  words: '',
  consent: nothingAsked,
  binnedOn: null,
}

test('somebody without a name gets one that is said to be made up, and does not get it back', async () => {
  const mail = {
    kind: 'mail' as const,
    value: 'ana@example.org',
    label: null,
    preferred: false,
    sources,
  }
  for (const version of ['3.0', '4.0'] as const) {
    const text = cardOfPerson({ ...nobody, channels: [mail] }, { version, uid })
    expect(text).toMatch(/^FN;(?:X-)?DERIVED=true:ana@example\.org\r$/m)
    expect(text).toContain(`UID:urn:uuid:${uid}`)
    expect((await personIn(text)).names).toEqual([])
  }
})

test('several roles keep their organisations, and a phone is not told of one that ended', async () => {
  const role = { organisationId: null, department: null, from: null, to: null, sources }
  const roles = [
    { ...role, title: 'Potter', organisation: null },
    { ...role, title: 'Teacher', organisation: 'School; of Arts', department: 'Clay' },
    { ...role, title: null, organisation: 'City Archive' },
  ]
  const former = { ...role, title: 'Baker', organisation: null, to: '2019' }
  const text = cardOfPerson({ ...nobody, roles: [...roles, former] }, { version: '4.0', uid })
  expect((await personIn(text)).roles).toEqual([...roles, former])
  expect(text).not.toMatch(/^[^X]*TITLE:Baker/m)
})

test('a card of 2.1 goes out in 3.0, with its old charset and its photo made new', async () => {
  const old =
    'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Ana\nTEL;CELL;PREF:1\nX-GENDER:2\nPHOTO;JPEG;BASE64:AAAA\n\nEND:VCARD'
  const card = await cardIn(old)
  const text = cardOfPerson(await personIn(old), { version: '3.0', uid, originals: [card] })
  expect(text.split('\r\n').slice(1)).toEqual([
    'VERSION:3.0',
    `UID:urn:uuid:${uid}`,
    'FN;X-DERIVED=true:Ana Núñez',
    'N:Núñez;Ana',
    'TEL;TYPE=CELL,PREF:1',
    'X-GENDER:2',
    'PHOTO;TYPE=JPEG;ENCODING=b:AAAA',
    'END:VCARD',
    '',
  ])
})

test('what a second card of the same person holds beyond the first goes along', async () => {
  const first = await cardIn(
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:;Ana;;;\nUID:1\nX-ONE:a\nEND:VCARD',
  )
  const second = await cardIn(
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:;Ana;;;\nUID:2\nX-ONE:a\nitem1.X-TWO:b\nitem1.X-ABLabel:c\nEND:VCARD',
  )
  const text = cardOfPerson(nobody, { version: '3.0', uid, originals: [first, second] })
  expect(text.split('\r\n').slice(-5)).toEqual([
    'X-ONE:a',
    'item1-2.X-TWO:b',
    'item1-2.X-ABLabel:c',
    'END:VCARD',
    '',
  ])
})
