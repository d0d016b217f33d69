import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyOperation } from '../../src/operations/run.ts'
import { command, freshHome, json, removeHome } from './stand.ts'

let home: string
beforeAll(async () => {
  home = await freshHome()
})
afterAll(() => removeHome(home))

const nobody = '01890000-0000-7000-8000-000000000000'

describe('help', () => {
  test('names every operation', async () => {
    const { stdout, code } = await command(home, ['--help'])
    expect(code).toBe(0)
    for (const { name, summary } of everyOperation()) {
      expect(stdout).toContain(`  ${name.replace('.', ' ')} `)
      expect(stdout).toContain(summary)
    }
  })

  test('of a noun names its verbs, and of a verb its flags and refusals', async () => {
    const [noun, verb] = await Promise.all([
      command(home, ['people', '--help']),
      command(home, ['contacts', 'import', 'x.vcf', '--help']),
    ])
    expect(noun.stdout).toContain('people find TEXT')
    expect(verb.stdout).toContain('contacts import FILE…')
    expect(verb.stdout).toContain('--dry-run')
    expect(verb.stdout).toContain('Say what would happen, and change nothing')
    expect(verb.stdout).toContain('file.unreadable')
    expect([noun.code, verb.code]).toEqual([0, 0])
  })

  test('opens no notebook', async () => {
    const nowhere = join(home, 'not-made')
    await command(nowhere, ['--help'])
    await command(nowhere, ['notes', 'understand', '-'], '! Hello')
    expect(await readdir(home)).not.toContain('not-made')
  })

  test('the version is said alone', async () => {
    expect((await command(home, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('words that make no command', () => {
  test.each([
    [['peple', 'find', 'x'], 'Did you mean people?'],
    [['people', 'fnd', 'x'], 'Did you mean find?'],
    [['people', 'find', 'x', '--limt', '3'], 'Did you mean --limit?'],
    [['people', 'show'], 'people show needs id'],
    [['people', 'show', nobody, nobody], 'does not know what to do with'],
    [['people', 'find', 'x', '--limit'], '--limit needs a value'],
    [['people', 'find', 'x', '--limit', 'many'], '--limit needs a number'],
    [['people', 'find', 'x', '--json=yes'], '--json takes no value'],
    [['people', 'add', 'x', '--names', '{'], '--names needs JSON'],
    [['serve', '--prt', '1'], "Unknown option '--prt'"],
    [['serve', '--port', 'x'], '--port needs a number'],
    [['--home', '/nowhere', 'serve', '--port', 'x'], '--port needs a number'],
    [[], 'Say what to do'],
  ])('%j end with 2 and a hint', async (words, says) => {
    const { code, stdout, stderr } = await command(home, words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})

describe('with --json', () => {
  test('stdout is one document, and what a person reads is on stderr', async () => {
    const { code, stdout, stderr } = await command(home, ['people', 'add', 'Ada', '--json'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(stdout).name).toBe('Ada')
    expect(stderr).toMatch(/^To take it back: sobremesa changes undo [0-9a-f-]{36}\n$/)
  })

  test('a refusal is one document too, and ends with 1', async () => {
    const { code, stdout, stderr } = await command(home, ['people', 'show', nobody, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      refused: { code: 'person.unknown', sentence: 'There is no such person in your notebook' },
    })
    expect(stderr).toContain('There is no such person in your notebook')
  })

  test('wrong words are one document too, and end with 2', async () => {
    const { code, stdout } = await command(home, ['people', 'fnd', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout).refused.code).toBe('command.invalid')
  })

  test('what a write says about taking it back is true', async () => {
    const { stderr } = await command(home, ['people', 'add', 'Brief Visitor'])
    const undo = stderr.trim().split(' ').slice(-3)
    expect((await command(home, undo)).code).toBe(0)
    expect((await json(home, ['people', 'find', 'Brief Visitor'])).people).toEqual([])
  })
})

describe('what is typed', () => {
  test('needs no quotes around words', async () => {
    await command(home, ['people', 'add', 'Dorothy', 'Hodgkin'])
    const found = await json(home, ['people', 'find', 'dorothy', 'hodgkin'])
    expect(found.people).toMatchObject([{ name: 'Dorothy Hodgkin' }])
  })

  test('may put flags anywhere, with a space or an equals sign', async () => {
    const words = ['--json', 'people', 'find', '--limit=1', 'dorothy', '--zone', 'Asia/Tokyo']
    const { code, stdout } = await command(home, words)
    expect([code, JSON.parse(stdout).people.length]).toEqual([0, 1])
  })

  test('after -- is taken as it is', async () => {
    const said = await command(home, ['people', 'add', '--json', '--', '--Odd', 'Name'])
    expect(JSON.parse(said.stdout).name).toBe('--Odd Name')
  })

  test('lists may be given again and again, ids also with commas', async () => {
    const one = await json(home, ['people', 'add', 'One'])
    const two = await json(home, ['people', 'add', 'Two'])
    const labels = ['--add', 'friends, old', '--add', 'lab']
    const ids = `${one.id},${two.id}`
    expect(await json(home, ['people', 'label', ids, ...labels])).toEqual({ changed: 2 })
    const shown = await json(home, ['people', 'show', two.id])
    expect(shown.labels).toEqual(['friends, old', 'lab'])
  })

  test('things are given as JSON, and --no- says no or nothing', async () => {
    const channel = '{"kind":"mail","value":"grace@example.org"}'
    const added = await json(home, ['people', 'add', 'Grace', '--channels', channel])
    expect(added.channels).toMatchObject([{ value: 'grace@example.org', preferred: false }])
    const dry = await json(home, ['contacts', 'import', 'none.vcf', '--no-dry-run'])
    expect(dry.refused.code).toBe('file.unknown')
  })

  test('a file of notes may be UTF-8, UTF-16 or come in by the door', async () => {
    const text = '! Café hours #labs\n"Hands first'
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    await writeFile(join(home, 'wide.txt'), wide)
    const understand = ['notes', 'understand']
    const [byName, byDoor] = await Promise.all([
      json(home, [...understand, join(home, 'wide.txt')]),
      json(home, [...understand, '-'], text),
    ])
    expect(byName).toEqual(byDoor)
    expect(byDoor.lines[0]).toMatchObject({ mark: '!', text: 'Café hours', start: 0, day: null })
  })
})

describe('files', () => {
  test('that are not there are each named, and nothing is brought in', async () => {
    const words = ['contacts', 'import', join(home, 'none.vcf'), join(home, 'nor.vcf'), '--json']
    const { code, stdout, stderr } = await command(home, words)
    expect(code).toBe(1)
    expect(JSON.parse(stdout).refused).toMatchObject({
      code: 'file.unknown',
      where: [
        { path: 'files.0', says: `There is no file ${join(home, 'none.vcf')}` },
        { path: 'files.1', says: `There is no file ${join(home, 'nor.vcf')}` },
      ],
    })
    expect(stderr).toContain('none.vcf')
  })

  test('a folder is the files in it; where a text is asked for, it is none', async () => {
    const folder = join(home, 'folder')
    await mkdir(folder, { recursive: true })
    const lines = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'UID:in-folder',
      'FN:Folder Fellow',
      'END:VCARD',
      '',
    ]
    await writeFile(join(folder, 'one.vcf'), lines.join('\r\n'))
    expect(await json(home, ['contacts', 'import', folder])).toMatchObject({
      files: [{ file: 'folder/one.vcf', created: 1 }],
    })
    const { code, stderr } = await command(home, ['notes', 'understand', folder])
    expect(code).toBe(1)
    expect(stderr).toContain('is a folder')
  })

  test('go out whole, under their name, or to stdout', async () => {
    await command(home, ['people', 'add', 'Chien-Shiung Wu'])
    const out = join(home, 'all.vcf')
    const told = await json(home, ['contacts', 'export', '--format', 'vcard4', '--out', out])
    const bytes = await readFile(out)
    expect(told).toEqual({ file: out, bytes: bytes.length })
    const { stdout } = await command(home, ['contacts', 'export', '--format', 'vcard4'])
    expect(stdout).toContain('FN:Chien-Shiung Wu')
    const held = await json(home, ['contacts', 'export', '--format', 'vcard4'])
    expect(held.text).toContain('FN:Chien-Shiung Wu')
    expect((await readdir(home)).filter((name) => name.includes('growing'))).toEqual([])
  })

  test('that cannot be written are refused and leave nothing behind', async () => {
    const { code, stderr } = await command(home, [
      'contacts',
      'export',
      '--out',
      join(home, 'no/x'),
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('cannot be written')
  })
})

describe('without --json', () => {
  test('people stand in a table, and control characters do nothing', async () => {
    await command(home, ['people', 'add', 'Eve \u001b[31mRed'])
    const { stdout } = await command(home, ['people', 'find', 'eve'])
    expect(stdout).toMatch(/^name +id\n─+/)
    expect(stdout).toContain('Eve [31mRed')
    expect(stdout).not.toContain('\u001b')
  })

  test('nothing found is said', async () => {
    expect((await command(home, ['people', 'find', 'zzzz'])).stdout).toBe('Nothing.\n')
  })
})
