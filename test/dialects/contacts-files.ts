import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sobremesa-contacts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
/** A file as a door gives it to an import; gone after the tests. */
export async function file(name: string, content: string | Uint8Array) {
  const path = join(folder, `${(count += 1)}-${name}`)
  await writeFile(path, content)
  return { name, path, size: (await stat(path)).size }
}

const crlf = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

export const card = (uid: string, name: string, ...lines: string[]) =>
  crlf('BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, `FN:${name}`, ...lines, 'END:VCARD')

export const ruth = card(
  'ruth-1',
  'Ruth Adeyemi',
  'N:Adeyemi;Ruth;;;',
  'ORG:City Archive',
  'TITLE:Paper conservator',
  'EMAIL;TYPE=WORK:ruth@archive.example',
  'TEL;TYPE=CELL:+34 600 111 222',
  'BDAY:1985-04-12',
  'CATEGORIES:Friends,Conservation',
  'NOTE:Talks with her hands',
  'X-UNKNOWN-THING;X-PARAM=y:kept word for word',
)
export const tomasz = card('tomasz-1', 'Tomasz Wilk', 'EMAIL:tomasz@radio.example')
export const group = crlf(
  'BEGIN:VCARD',
  'VERSION:3.0',
  'UID:group-1',
  'FN:Book Club',
  'N:Book Club;;;;',
  'X-ADDRESSBOOKSERVER-KIND:group',
  'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ruth-1',
  'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:tomasz-1',
  'END:VCARD',
)
export const google = crlf(
  'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,Labels',
  'Hana,Kováčová,Sklo Bor,Glassblower,Work,hana@sklo.example,* myContacts ::: Glass',
  'Ana,Ruiz,,,Home,ana@mail.example,* myContacts',
)
