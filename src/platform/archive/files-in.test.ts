import { hash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeZip, type MadeEntry } from '../../../test/stand/made-zip.ts'
import { Problem } from '../../kit/problem.ts'
import { filesIn } from './files-in.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sobremesa-archive-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function placed(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Each thing found in a line: its name and what it holds, or why it is passed over. */
async function told(path: string, name: string): Promise<string[]> {
  const lines: string[] = []
  for await (const found of filesIn(path, name)) {
    lines.push(
      found.kind === 'file'
        ? `${found.name}: ${await textOf(found.bytes())}`
        : `${found.name} ${found.reason}`,
    )
  }
  return lines
}

let made = 0
function toldOfZip(...entries: readonly MadeEntry[]): Promise<string[]> {
  made += 1
  return told(placed(`zips/${made}.zip`, madeZip(entries)), 'export.zip')
}

async function refusal(telling: Promise<string[]>): Promise<string> {
  const error = await telling.catch((thrown: unknown) => thrown)
  if (!(error instanceof Problem)) throw new Error('was not refused', { cause: error })
  expect(error.code).toBe('file.unreadable')
  return error.message
}

describe('what somebody brought', () => {
  test('a file is itself', async () => {
    expect(await told(placed('alone.vcf', 'BEGIN:VCARD'), 'alone.vcf')).toEqual([
      'alone.vcf: BEGIN:VCARD',
    ])
  })

  test('a folder is what it holds, zips opened, in the order of the names', async () => {
    placed('life/b.ics', 'calendar')
    placed('life/a/mail.mbox', 'mail')
    placed('life/c.zip', madeZip([{ name: 'deep/people.vcf', content: 'cards' }]))
    placed('life/.DS_Store', 'of the system')
    expect(await told(join(folder, 'life'), 'life')).toEqual([
      'life/a/mail.mbox: mail',
      'life/b.ics: calendar',
      'life/c.zip/deep/people.vcf: cards',
    ])
  })

  test('links in a folder are not followed, so none leads in a circle', async () => {
    placed('circle/one.vcf', 'card')
    symlinkSync(join(folder, 'circle'), join(folder, 'circle/self'))
    symlinkSync('/etc/passwd', join(folder, 'circle/words'))
    expect(await told(join(folder, 'circle'), 'circle')).toEqual([
      'circle/one.vcf: card',
      'circle/self is a link to another file, and links are not followed',
      'circle/words is a link to another file, and links are not followed',
    ])
  })

  test('a damaged zip in a folder does not keep back what is beside it', async () => {
    placed('beside/a.vcf', 'card')
    placed('beside/b.zip', 'PK\u0003\u0004 and no more')
    const [first, second] = await told(join(folder, 'beside'), 'beside')
    expect(first).toBe('beside/a.vcf: card')
    expect(second).toMatch(/^beside\/b\.zip was passed over: beside\/b\.zip is a damaged archive/)
  })

  test('what is not there is refused with its name', async () => {
    expect(await refusal(told(join(folder, 'nowhere'), 'nowhere'))).toBe(
      'nowhere is not there, or may not be read',
    )
  })

  test('folders in folders without end stop at a depth', async () => {
    placed(`deep/${'x/'.repeat(40)}card.vcf`, 'card')
    const [only] = await told(join(folder, 'deep'), 'deep')
    expect(only).toMatch(/lies deeper than 32 folders$/)
  })
})

describe('an archive', () => {
  test('gives its files by their place in it, and leaves out what the computer added', async () => {
    expect(
      await toldOfZip(
        { name: 'Takeout/' },
        { name: 'Takeout/Contacts/Все.vcf', content: 'cards' },
        { name: '__MACOSX/Takeout/._Contacts', content: 'of the system' },
        { name: 'empty.ics' },
      ),
    ).toEqual(['export.zip/Takeout/Contacts/Все.vcf: cards', 'export.zip/empty.ics: '])
  })

  test('may be empty', async () => {
    expect(await toldOfZip()).toEqual([])
  })

  test('can be read twice while one stands at a file, for a look at it before', async () => {
    const path = placed('twice.zip', madeZip([{ name: 'a.vcf', content: 'card' }]))
    for await (const found of filesIn(path, 'twice.zip')) {
      if (found.kind !== 'file') throw new Error('passed over')
      expect([await textOf(found.bytes()), await textOf(found.bytes())]).toEqual(['card', 'card'])
      expect(found.size).toBe(4)
    }
  })

  test.each<[string, MadeEntry, string]>([
    [
      'a way up',
      { name: 'a/../../etc/passwd' },
      'leads out of the archive by ".."; unpack it, and bring in what you trust',
    ],
    [
      'a place on a disk',
      { name: '/etc/passwd' },
      'names a place on a disk instead of one in the archive; unpack it, and bring in what you trust',
    ],
    [
      'a drive',
      { name: 'C:/Windows/x.vcf' },
      'names a place on a disk instead of one in the archive; unpack it, and bring in what you trust',
    ],
    [
      'a backslash',
      { name: '..\\x.vcf' },
      'has a backslash in its name, which may lead out of the archive',
    ],
    ['a NUL', { name: 'x.vcf\0.png' }, 'has a name with a NUL in it'],
    [
      'a link',
      { name: 'people.vcf', content: '/etc/passwd', mode: 0o120777 },
      'is a link to another file, and links are not followed',
    ],
    ['a device', { name: 'tty', mode: 0o020666 }, 'is no ordinary file'],
    [
      'a password',
      { name: 'secret.vcf', content: 'x', flags: 0x801 },
      'is locked with a password; unpack it first',
    ],
    [
      'a way of packing that nobody here knows',
      { name: 'new.vcf', content: 'x', method: 93 },
      'is packed in a way that is not known here (method 93)',
    ],
    [
      'an archive within',
      { name: 'inner.zip', content: 'PK' },
      'is an archive in an archive; unpack it and bring in what it holds',
    ],
    ['a depth', { name: `${'x/'.repeat(40)}a.vcf` }, 'lies deeper than 32 folders'],
    ['a long name', { name: 'x'.repeat(1025) }, 'has a name of more than 1024 letters'],
  ])('%s in it is said, and the rest is read', async (_what, entry, reason) => {
    expect(await toldOfZip(entry, { name: 'good.vcf', content: 'card' })).toEqual([
      `export.zip/${entry.name} ${reason}`,
      'export.zip/good.vcf: card',
    ])
  })

  test('one file that unpacks to very much more is passed over', async () => {
    const zeros = new Uint8Array(4 * 1024 * 1024)
    const noise = Array.from({ length: 1000 }, (_, at) => hash('sha256', `${at}`)).join('')
    const [bomb, good] = await toldOfZip(
      { name: 'bomb.csv', content: zeros },
      { name: 'good.vcf', content: noise },
    )
    expect(bomb).toBe(
      'export.zip/bomb.csv unpacks to more than 200 times its size, as no real export does',
    )
    expect(good).toMatch(/^export\.zip\/good\.vcf: /)
  })

  test('many files that unpack to very much more are refused together', async () => {
    const zeros = new Uint8Array(1000 * 1000)
    const many = Array.from({ length: 40 }, (_, at) => ({ name: `${at}.csv`, content: zeros }))
    expect(await refusal(toldOfZip(...many))).toBe(
      'export.zip unpacks to more than 200 times its size, as no real export does',
    )
  })

  test('one that says it holds a world is refused before anything is unpacked', async () => {
    const said = 0xfffffffe
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `${at}`, saidSize: said }))
    expect(await refusal(toldOfZip(...many))).toBe('export.zip unpacks to more than 32 GiB')
  })

  test('a file that is longer than the archive says is refused where it becomes so', async () => {
    const telling = toldOfZip({ name: 'lie.vcf', content: 'x'.repeat(100), saidSize: 10 })
    expect(await refusal(telling)).toMatch(/^export\.zip\/lie\.vcf is a damaged archive/)
  })

  test('too many files are refused by their number', async () => {
    const many = Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}` }))
    expect(await refusal(toldOfZip(...many))).toBe('export.zip holds more than 20000 files')
  })

  test('one that was cut short is refused with what to do', async () => {
    const whole = madeZip([{ name: 'a.vcf', content: 'card' }])
    const path = placed('cut.zip', whole.subarray(0, whole.length - 10))
    expect(await refusal(told(path, 'cut.zip'))).toMatch(/^cut\.zip is a damaged archive/)
  })

  test('a spreadsheet is told apart from an archive of exports', async () => {
    const telling = toldOfZip({ name: '[Content_Types].xml', content: '<Types/>' })
    expect(await refusal(telling)).toBe(
      'export.zip is a document or spreadsheet of an office program',
    )
  })
})
