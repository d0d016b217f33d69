import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import { readCards } from '../../formats/vcard/read.ts'
import type { Role } from '../people/person.ts'
import { draftOfCard } from './from-vcard.ts'
import { cardOfPerson } from './to-vcard.ts'

const source = { by: 'import' as const, id: 'an-import', on: '2026-03-14' as const }
const uid = '01890000-0000-7000-8000-000000000001'

const lines = [
  'item1.ORG;LANGUAGE=es;SORT-AS=Archivo:Archivo de la Ciudad;Papel',
  'item1.X-ABLabel:trabajo',
  'TITLE;LANGUAGE=es:Conservadora',
  'role1.ORG;X-OF=another:Kiln',
  'role1.TITLE:Potter',
]

/** The lines that speak of roles, after a change to those of the person whom these lines describe. */
async function after(change: (roles: readonly Role[]) => readonly Role[]): Promise<string[]> {
  const text = ['BEGIN:VCARD', 'VERSION:4.0', 'N:Ruiz;Ana;;;', 'FN:Ana Ruiz', `UID:${uid}`]
    .concat(lines, 'END:VCARD', '')
    .join('\r\n')
  for await (const read of readCards(inChunks(text))) {
    if (read.kind !== 'card') continue
    const draft = draftOfCard(read.card, source)
    if (draft.kind !== 'person') continue
    const person = { ...draft.person, roles: change(draft.person.roles) }
    const written = cardOfPerson(person, { version: '4.0', uid, originals: [read.card] })
    return written.split('\r\n').slice(5, -2)
  }
  throw new Error('no card was read')
}

test('a role gains its years, and what other programs wrote of it stays word for word', async () => {
  expect(await after(([first, ...others]) => [{ ...first!, from: '2015' }, ...others])).toEqual([
    ...lines,
    'X-SOBREMESA-ROLE:Conservadora;Archivo de la Ciudad;Papel;2015;',
  ])
})

test('a role that ended leaves the lines that programs show, and the others stay word for word', async () => {
  expect(await after(([first, second]) => [first!, { ...second!, to: '2024-06' }])).toEqual([
    ...lines.slice(0, 3),
    'X-SOBREMESA-ROLE:Potter;Kiln;;;2024-06',
  ])
})

test('a further role stands in a group that is free, behind those that were there', async () => {
  const teacher = {
    title: 'Teacher',
    organisation: 'School',
    department: null,
    organisationId: null,
  }
  const further = { ...teacher, from: null, to: null, sources: [source] }
  expect(await after((roles) => [...roles, further])).toEqual([
    ...lines,
    'role2.ORG:School',
    'role2.TITLE:Teacher',
  ])
})

test('the role that comes first now is the first in the card', async () => {
  const written = await after((roles) => roles.toReversed())
  expect(written.filter((line) => /(?:ORG|TITLE):/.test(line))).toEqual([
    'role1.ORG:Kiln',
    'role1.TITLE:Potter',
    'role2.ORG:Archivo de la Ciudad;Papel',
    'role2.TITLE:Conservadora',
  ])
})
