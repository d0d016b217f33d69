import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import type { Drafted, PersonDraft } from './draft.ts'
import { draftsOfRows } from './from-csv.ts'

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }

async function readAll(content: string | Uint8Array): Promise<Drafted[]> {
  const drafts: Drafted[] = []
  for await (const drafted of draftsOfRows(inChunks(content), source)) drafts.push(drafted)
  return drafts
}

async function draftsIn(content: string | Uint8Array): Promise<PersonDraft[]> {
  return (await readAll(content)).flatMap((one) =>
    one.kind === 'draft' && one.draft.kind === 'person' ? [one.draft] : [],
  )
}

async function firstIn(content: string | Uint8Array): Promise<PersonDraft> {
  const [first] = await draftsIn(content)
  if (!first) throw new Error('nobody was read')
  return first
}

function namesOf({ person }: PersonDraft): Record<string, string> {
  return Object.fromEntries(person.names.map(({ part, text }) => [part, text]))
}

function channelsOf({ person }: PersonDraft): string[] {
  return person.channels.map(({ value, label, preferred }) =>
    [value, label ?? 'no label', ...(preferred ? ['preferred'] : [])].join(' | '),
  )
}

async function tableOf(content: string): Promise<string | null> {
  return (await firstIn(content)).identity.table
}

test('Google: several values in a cell, preferred labels, groups', async () => {
  const draft = await firstIn(
    'First Name,Last Name,Phonetic Last Name,Phonetic First Name,Organization Name,Organization Title,Labels,' +
      'E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Birthday,Relation 1 - Label,Relation 1 - Value\n' +
      'Grace,Ejemplo,HOP-er,GRAYS,US Navy,Rear Admiral,* myContacts ::: * starred ::: Mentors,' +
      '* Home,a@example.org ::: b@example.org,Mobile,+1 555 ::: +1 556, --12-09,Sister,Ada\n',
  )
  expect(namesOf(draft)).toEqual({
    given: 'Grace',
    family: 'Ejemplo',
    pronunciation: 'GRAYS HOP-er',
  })
  expect(channelsOf(draft)).toEqual([
    'a@example.org | home | preferred',
    'b@example.org | home',
    '+1 555 | mobile',
    '+1 556 | mobile',
  ])
  expect(draft.person.labels.map(({ word }) => word)).toEqual(['starred', 'Mentors'])
  expect(draft.person.roles).toMatchObject([{ title: 'Rear Admiral', organisation: 'US Navy' }])
  expect(draft.person.dates).toMatchObject([{ what: 'birthday', date: '--12-09' }])
  expect(draft.rest).toEqual([
    { name: 'Relation 1 - Label', value: 'Sister' },
    { name: 'Relation 1 - Value', value: 'Ada' },
  ])
  expect(draft.account).toEqual({ properties: 14, understood: 12, kept: 2, lost: 0 })
})

test('LinkedIn: the notice is passed over; the day of connecting is how you met, the page who it is', async () => {
  const draft = await firstIn(
    'Notes:\n"You may notice that some addresses are missing, as their owners wish."\n\n' +
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
      'Ada,Ejemplo,https://www.linkedin.com/in/ada-ejemplo,,"Acme, Inc.",Data Engineer,12 Mar 2024\n',
  )
  expect(draft.person.meeting).toEqual({
    day: '2024-03-12',
    place: null,
    through: null,
    words: 'Connected on LinkedIn',
  })
  expect(draft.identity.link).toBe('https://www.linkedin.com/in/ada-ejemplo')
  expect(draft.person.roles).toMatchObject([{ title: 'Data Engineer', organisation: 'Acme, Inc.' }])
})

test('LinkedIn: a day that cannot be read stays in words', async () => {
  const draft = await firstIn('First Name,Last Name,Connected On\nAda,E,once upon a time\n')
  expect(draft.person.meeting).toMatchObject({
    day: null,
    words: 'Connected on LinkedIn: once upon a time',
  })
})

test('French Outlook: columns of the same name are told apart, spaces in names and empty dates do no harm', async () => {
  const text =
    'Nom;Titre;Prénom;Nom;Société ;Service ;Titre;Rue (bureau);Ville (bureau);Téléphone (bureau);Tél. mobile;Adresse de messagerie;Anniversaire;Sexe\n' +
    'Zoé Exemple;Mme;Zoé;Exemple;Société Exemple;R&D;Ingénieure;1 rue Exemple;Paris;+33 1;06;zoe@example.org;00/00/00;Non spécifié\n'
  const windows = Uint8Array.from(text.split('').map((letter) => letter.charCodeAt(0)))
  const draft = await firstIn(windows)
  expect(namesOf(draft)).toEqual({
    full: 'Zoé Exemple',
    prefix: 'Mme',
    given: 'Zoé',
    family: 'Exemple',
  })
  expect(draft.person.roles).toMatchObject([
    { title: 'Ingénieure', organisation: 'Société Exemple', department: 'R&D' },
  ])
  expect(channelsOf(draft)).toEqual(['+33 1 | work', '06 | mobile', 'zoe@example.org | no label'])
  expect(draft.person.places).toMatchObject([
    { label: 'work', street: '1 rue Exemple', locality: 'Paris' },
  ])
  expect(draft.person.dates).toEqual([])
  expect(draft.kept).toEqual(['Sexe'])
})

test('German Outlook and Thunderbird: home, work and other addresses, and a birthday in three columns', async () => {
  const outlook = await firstIn(
    'Vorname;Nachname;Straße privat;Ort privat;Land/Region privat;Straße geschäftlich;Weitere Straße;Telefon geschäftlich 2;Fax privat;Kategorien\n' +
      'Ana;Beispiel;Weg 1;Köln;Deutschland;Ring 2;Gasse 3;1;2;Partner;Chor\n',
  )
  expect(outlook.person.places.map(({ label, street }) => `${label} ${street}`)).toEqual([
    'home Weg 1',
    'work Ring 2',
    'other Gasse 3',
  ])
  expect(channelsOf(outlook)).toEqual(['1 | work', '2 | home fax'])
  expect(outlook.rest).toEqual([{ name: 'Column 11', value: 'Chor' }])
  const thunderbird = await firstIn(
    'Display Name,Home Address,Home Address 2,Birth Year,Birth Month,Birth Day\nAna,Calle 1,2 B,1970,11,5\n',
  )
  expect(thunderbird.person.places).toMatchObject([{ label: 'home', street: 'Calle 1\n2 B' }])
  expect(thunderbird.person.dates).toMatchObject([{ what: 'birthday', date: '1970-11-05' }])
})

test('one ambiguous word for a name or a title is read by the columns beside it', async () => {
  expect(namesOf(await firstIn('Name;Vorname\nMuster;Max\n'))).toEqual({
    family: 'Muster',
    given: 'Max',
  })
  expect(namesOf(await firstIn('Nombre;Apellidos\nAna;Ejemplo\n'))).toEqual({
    given: 'Ana',
    family: 'Ejemplo',
  })
  expect(namesOf(await firstIn('Name,Email\nAna Ejemplo,a@example.org\n'))).toEqual({
    full: 'Ana Ejemplo',
  })
  const prefix = await firstIn('First Name,Title,Job Title,Company\nAna,Dr.,Potter,Clay\n')
  expect(namesOf(prefix)).toEqual({ given: 'Ana', prefix: 'Dr.' })
  const job = await firstIn('First Name,Title,Company\nAna,Potter,Clay\n')
  expect(job.person.roles).toMatchObject([{ title: 'Potter', organisation: 'Clay' }])
})

test('addresses of mail side by side in a cell are several', async () => {
  expect(channelsOf(await firstIn('Name,Email\nAna,"a@example.org, b@example.org"\n'))).toEqual([
    'a@example.org | no label',
    'b@example.org | no label',
  ])
})

test('a table without column names is read by what stands in it, and says so', async () => {
  const read = await readAll('John Doe,John,Doe,john@doe.example\nalone\n')
  expect(read[0]).toMatchObject({ kind: 'note' })
  expect(read[1]).toMatchObject({
    draft: { person: { channels: [{ value: 'john@doe.example' }] } },
  })
  expect(read[2]).toMatchObject({ kind: 'lost', line: 2, what: 'alone' })
})

test('a table in which nobody can tell a name from a number is refused in a sentence', async () => {
  for (const content of ['1,1,1\n2\t2\n', '']) {
    const refusal: unknown = await readAll(content).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ code: 'file.unreadable' })
  }
})

test('a row that names nobody is lost with its line', async () => {
  const read = await readAll('First Name,Last Name,Notes\n,,see below\nAna,,\n')
  expect(read[0]).toMatchObject({ kind: 'lost', line: 2, what: 'see below' })
  expect(read).toHaveLength(2)
})

test('the same columns are the same table, and others another', async () => {
  const one = await tableOf('Name,Email\nA,a@example.org\n')
  expect(await tableOf('Name,Email\nB,b@example.org\n')).toBe(one)
  expect(await tableOf('Name,Phone\nB,1\n')).not.toBe(one)
})

test('two columns of forms of address are one, in the order in which they stand', async () => {
  const german = await firstIn(
    'Anrede,Titel,Vorname,Nachname,Berufsbezeichnung,Firma\nHerr,Dr.,Max,Ton,Potter,Kiln\n',
  )
  expect(german.person.names.filter(({ part }) => part === 'prefix')).toMatchObject([
    { text: 'Herr Dr.' },
  ])
  const twice = await firstIn('Anrede,Titel,Vorname\nDr.,Dr.,Max\n')
  expect(namesOf(twice)).toEqual({ given: 'Max', prefix: 'Dr.' })
})

test('a whole address is kept where it says more than its parts', async () => {
  const head = 'First Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City\n'
  const same = await firstIn(`${head}Ana,"Calle 1, Madrid",Calle 1,Madrid\n`)
  expect(same.rest).toEqual([])
  const more = await firstIn(`${head}Ana,"Calle 1, bell on the left, Madrid",Calle 1,Madrid\n`)
  expect(more.rest).toEqual([
    { name: 'Address 1 - Formatted', value: 'Calle 1, bell on the left, Madrid' },
  ])
  const alone = await firstIn('First Name,Address 1 - Formatted\nAna,Calle 1 in Madrid\n')
  expect([alone.rest, alone.person.places[0]?.street]).toEqual([[], 'Calle 1 in Madrid'])
})

test('of our own table a row is somebody, whatever is in it', async () => {
  const table =
    'First Name,Birthday,Sobremesa ID\n,1990-01-02,0190a000-0000-7000-8000-00000000ffff\n'
  expect((await firstIn(table)).person.dates).toMatchObject([{ date: '1990-01-02' }])
  const [other] = await readAll('First Name,Birthday\n,1990-01-02\n')
  expect(other).toMatchObject({ kind: 'lost', what: '1990-01-02' })
})
