import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import type { Source } from '../../kit/source.ts'
import type { Drafted, GroupDraft, PersonDraft } from './draft.ts'
import { draftsOfCards, linkedInPage } from './from-vcard.ts'

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }

async function draftsIn(text: string): Promise<Drafted[]> {
  const drafts: Drafted[] = []
  for await (const drafted of draftsOfCards(inChunks(text), source)) drafts.push(drafted)
  return drafts
}

async function draftOf(lines: string, version = '3.0'): Promise<PersonDraft | GroupDraft> {
  const [drafted] = await draftsIn(`BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`)
  if (drafted?.kind !== 'draft') throw new Error('no card was read')
  return drafted.draft
}

async function personOf(lines: string, version?: string): Promise<PersonDraft> {
  const draft = await draftOf(lines, version)
  if (draft.kind !== 'person') throw new Error('not a person')
  return draft
}

async function channelsOf(lines: string, version?: string) {
  const { person } = await personOf(lines, version)
  return person.channels.map(({ kind, value, label, preferred }) =>
    [kind, value, label ?? 'no label', ...(preferred ? ['preferred'] : [])].join(' | '),
  )
}

async function rolesOf(lines: string) {
  const { person } = await personOf(lines)
  return person.roles.map((role) => [role.title, role.organisation, role.department])
}

test('every value says which import it came from', async () => {
  const { person } = await personOf(
    'FN:Ana\nTEL:1\nADR:;;Street;;;;\nBDAY:1985-04-12\nCATEGORIES:a\nORG:O',
  )
  const values = [
    ...person.names,
    ...person.channels,
    ...person.places,
    ...person.dates,
    ...person.labels,
    ...person.roles,
  ]
  expect(values).toHaveLength(6)
  expect(values.every((value) => value.sources[0] === source)).toBe(true)
})

test('names have their parts, nicknames and how they are spoken', async () => {
  const lines =
    'FN:Dr. Ana Ejemplo\nN:Ejemplo;Ana;María,José;Dr.;Jr.,PhD\nNICKNAME:Anita,Nita\nX-PHONETIC-LAST-NAME:e-HEM-plo\nX-PHONETIC-FIRST-NAME:AH-na'
  const { person } = await personOf(lines)
  expect(person.names.map(({ part, text }) => `${part}: ${text}`)).toEqual([
    'full: Dr. Ana Ejemplo',
    'family: Ejemplo',
    'given: Ana',
    'additional: María José',
    'prefix: Dr.',
    'suffix: Jr., PhD',
    'nickname: Anita',
    'nickname: Nita',
    'pronunciation: AH-na e-HEM-plo',
  ])
})

test('a name part that only repeats the whole name is no second name', async () => {
  const { person, account } = await personOf('FN:Cher\nN:;Cher;;;')
  expect(person.names).toHaveLength(1)
  expect(account).toEqual({ properties: 3, understood: 3, kept: 0, lost: 0 })
})

test('phones lose the marks around them, keep their extension, and have one label', async () => {
  expect(
    await channelsOf('TEL;TYPE=CELL:\u202d666 555 444\u202c\nTEL;TYPE=FAX,WORK;TYPE=pref:1'),
  ).toEqual(['phone | 666 555 444 | mobile', 'phone | 1 | work fax | preferred'])
  expect(
    await channelsOf('TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555;ext=102', '4.0'),
  ).toEqual(['phone | +1-555 ext. 102 | home | preferred'])
})

test('labels given by hand win over types, and those of Apple lose their wrapping', async () => {
  const lines =
    'item1.URL;type=pref:example.org\nitem1.X-ABLabel:_$!<HomePage>!$_\nitem2.TEL:1\nitem2.X-ABLabel:Ferienhaus'
  expect(await channelsOf(lines)).toEqual([
    'link | example.org | homepage | preferred',
    'phone | 1 | Ferienhaus',
  ])
  expect(
    await channelsOf(
      'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4D=C3=B3=76=69=6C):1',
      '2.1',
    ),
  ).toEqual(['phone | 1 | Móvil'])
})

test('messengers are known by property, by service and by scheme', async () => {
  const lines = [
    'X-SKYPE:ana.e',
    'IMPP;X-SERVICE-TYPE=Telegram:x-apple:ana',
    'IMPP;X-SERVICE-TYPE=aim;type=WORK:aim:Ana%20Work',
    'IMPP:im:slack:ana_e',
    'X-SIP:sip:90-180',
    'X-messaging/xmpp-All:one@example.org\ue000two@example.org',
    'X-SOCIALPROFILE;type=Mastodon:x-apple:ana@example.social',
  ]
  expect(await channelsOf(lines.join('\n'))).toEqual([
    'message | ana.e | Skype',
    'message | ana | Telegram',
    'message | Ana Work | AIM work',
    'message | ana_e | slack',
    'message | 90-180 | SIP',
    'message | one@example.org | xmpp',
    'message | two@example.org | xmpp',
    'message | ana@example.social | Mastodon',
  ])
})

test('an address of mail in angle brackets is that address', async () => {
  expect(await channelsOf('EMAIL;INTERNET:"Ana" <ana@example.org>', '2.1')).toEqual([
    'mail | ana@example.org | no label',
  ])
})

test('an address has its seven parts, and an eighth says nothing new', async () => {
  const { person } = await personOf(
    'ADR;TYPE=HOME:Box 1;Suite 2;Calle Mayor 1\\nB;Madrid;MD;28001;ES;all of it',
  )
  expect(person.places).toEqual([
    {
      label: 'home',
      street: 'Calle Mayor 1\nB\nSuite 2\nBox 1',
      locality: 'Madrid',
      region: 'MD',
      postcode: '28001',
      country: 'ES',
      sources: [source],
    },
  ])
})

test('organisation, units, title and role become roles', async () => {
  expect(await rolesOf('ORG:City Archive;Paper;Books\nTITLE:Conservator')).toEqual([
    ['Conservator', 'City Archive', 'Paper, Books'],
  ])
  expect(await rolesOf('TITLE:Conservator\nROLE:Teacher\nORG:City Archive')).toEqual([
    ['Conservator', 'City Archive', null],
    ['Teacher', 'City Archive', null],
  ])
  expect(await rolesOf('ORG:A\nORG:B\nTITLE:one\nTITLE:two')).toEqual([
    ['one', 'A', null],
    ['two', 'B', null],
  ])
  expect(await rolesOf('TITLE:Potter\nROLE:Potter')).toEqual([['Potter', null, null]])
})

test('dates that matter have their words, and no year where there is none', async () => {
  const lines =
    'BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-22\nitem1.X-ABDATE:--0718\nitem1.X-ABLabel:Aniversario de bodas\nX-MS-ANNIVERSARY:20110113\nANNIVERSARY:2011-01-13'
  const { person } = await personOf(lines)
  expect(person.dates.map(({ what, date }) => `${what} ${date}`)).toEqual([
    'birthday --01-22',
    'Aniversario de bodas --07-18',
    'anniversary 2011-01-13',
  ])
})

test('categories are labels, but not the one that everybody is in', async () => {
  const { person, kept } = await personOf('CATEGORIES:myContacts,Museum\\, people,Mentors')
  expect(person.labels.map((label) => label.word)).toEqual(['Museum, people', 'Mentors'])
  expect(kept).toEqual([])
})

test('the UID and the LinkedIn page tell whether it is the same record again', async () => {
  const draft = await personOf('UID:urn:uuid:ABC\nURL:https\\://es.linkedin.com/in/ana-e/?trk=1')
  expect(draft.identity).toEqual({
    uid: 'ABC',
    link: 'https://www.linkedin.com/in/ana-e',
    table: null,
  })
  expect(linkedInPage('https://example.org/linkedin.com/in/x')).toBe(null)
})

test('a group is no person: it has a name and members', async () => {
  const lines =
    'N:Mentors\nFN:Mentors\nUID:G\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:M1\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:M2'
  expect(await draftOf(lines)).toMatchObject({
    kind: 'group',
    name: 'Mentors',
    uid: 'G',
    members: ['M1', 'M2'],
  })
  expect(await draftOf('KIND:group\nFN:Four\nMEMBER:urn:uuid:M3', '4.0')).toMatchObject({
    members: ['M3'],
  })
})

test('every property is understood, kept or lost, and named where it is not shown', async () => {
  const lines =
    'FN:Ana\nX-ABUID:1\nitem1.X-ABRELATEDNAMES:Eva\nitem1.X-ABLabel:_$!<Mother>!$_\nno property\nNOTE;QUOTED-PRINTABLE:a=ZZ'
  const { account, kept, lost, person } = await personOf(lines, '2.1')
  expect(account).toEqual({ properties: 7, understood: 2, kept: 3, lost: 2 })
  expect(kept).toEqual(['X-ABUID', 'X-ABRELATEDNAMES', 'X-ABLabel'])
  expect(lost.map(({ line, what }) => `${line} ${what}`)).toEqual(['7 no property', '8 NOTE'])
  expect(person.words).toBe('a=ZZ')
})
