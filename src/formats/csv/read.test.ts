import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../encoding/in-chunks.ts'
import { readRows, type TableRead } from './read.ts'
import { longestRecord } from './rows.ts'
import { withoutGuard, writeRow } from './write.ts'

const known = new Set(['name', 'mail', 'phone', 'notes'])
const isKnown = (name: string) => known.has(name.trim().toLowerCase())

async function readAll(content: string | Uint8Array | AsyncIterable<Uint8Array>, size?: number) {
  const chunks =
    typeof content === 'string' || content instanceof Uint8Array ? inChunks(content, size) : content
  const read: TableRead[] = []
  for await (const one of readRows(chunks, isKnown)) read.push(one)
  return read
}

async function cellsIn(content: string | Uint8Array): Promise<readonly (readonly string[])[]> {
  return (await readAll(content)).flatMap((one) => (one.kind === 'row' ? [one.cells] : []))
}

test('comma, semicolon, tab and bar are told apart by the names that they make', async () => {
  for (const mark of [',', ';', '\t', '|']) {
    const read = await readAll(`Name${mark}Mail\nA${mark}1\n`)
    expect(read).toMatchObject([{ names: ['Name', 'Mail'] }, { cells: ['A', '1'] }])
  }
  expect(await cellsIn('Name;Notes\nA;one, two, three\n')).toEqual([['A', 'one, two, three']])
  expect(await cellsIn('sep=;\nName;Mail\na;b')).toEqual([['a', 'b']])
})

test('columns of the same name stay apart', async () => {
  const read = await readAll('Name,Phone,Name\na,b,c\n')
  expect(read[0]).toEqual({ kind: 'columns', names: ['Name', 'Phone', 'Name'] })
  expect(read[1]).toMatchObject({ cells: ['a', 'b', 'c'] })
})

test('a notice of any length above the names is passed over, and a row of values is not', async () => {
  const notice = 'Notes:\n"You may notice, that some are missing"\n\n'
  expect(await cellsIn(`${notice}Name,Mail\nA,a@example.org\n`)).toEqual([['A', 'a@example.org']])
  const read = await readAll('A,a@example.org\nName,Mail\nB,b@example.org\n')
  expect(read).toMatchObject([
    { kind: 'columns' },
    { kind: 'lost', line: 1, reason: 'stands above the column names' },
    { kind: 'row', line: 3 },
  ])
})

test('where no line holds a name that we know, that is said', async () => {
  for (const content of ['', 'John,Doe,john@example.org\n']) {
    expect((await readAll(content))[0]).toEqual({ kind: 'columns', names: null })
  }
})

test('quoted cells hold delimiters, line ends and quotation marks', async () => {
  expect(await cellsIn('Name,Notes\n"A, B","one\r\ntwo ""three"""\n5" screen,x\n')).toEqual([
    ['A, B', 'one\ntwo "three"'],
    ['5" screen', 'x'],
  ])
})

test('rows are numbered by their first line', async () => {
  const read = await readAll('Name,Notes\nA,"1\n2"\n\nB,3\n')
  expect(read.flatMap((one) => (one.kind === 'row' ? [one.line] : []))).toEqual([2, 5])
})

test('a quotation mark that is never closed costs its own line and no other', async () => {
  const read = await readAll('Name,Notes\nA,"open\nB,2\nC,3\n')
  expect(read.slice(1)).toMatchObject([
    {
      kind: 'lost',
      line: 2,
      what: 'A,"open',
      reason: 'opens a quotation mark that is never closed',
    },
    { kind: 'row', line: 3 },
    { kind: 'row', line: 4 },
  ])
})

test('many unclosed quotation marks in a long file are found in time that grows with the file alone', async () => {
  const count = 30_000
  const read = await readAll(`Name,Notes\n${'x","y\n'.repeat(count)}`)
  expect(read.filter((one) => one.kind !== 'columns').length).toBeGreaterThan(0)
  const reported = read.filter((one) => one.kind === 'lost').length
  const lines = read.reduce((sum, one) => sum + (one.kind === 'row' ? 1 : 0), reported)
  expect(lines).toBeLessThanOrEqual(count)
})

async function* oneEndlessLine(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('Name,Notes\nA,1\nB,')
  for (let at = 0; at < 50; at++) yield new Uint8Array(longestRecord).fill(0x78)
  yield new TextEncoder().encode('\nC,3\n')
}

test('a line without end is reported, and the rows after it are read', async () => {
  const read = await readAll(oneEndlessLine())
  expect(read.slice(1)).toMatchObject([
    { kind: 'row', cells: ['A', '1'] },
    { kind: 'lost', line: 3, reason: 'is longer than 1 MiB' },
    { kind: 'row', line: 4, cells: ['C', '3'] },
  ])
})

test('Windows-1252 and UTF-16 are read like UTF-8', async () => {
  const windows = Uint8Array.from([...new TextEncoder().encode('Name;Mail\nZo'), 0xeb, 0x3b, 0x80])
  expect(await cellsIn(windows)).toEqual([['Zoë', '€']])
  const units = 'Name,Mail\nZoë,太'.split('').flatMap((letter) => {
    const unit = letter.charCodeAt(0)
    return [unit & 255, unit >> 8]
  })
  expect(await cellsIn(Uint8Array.from([0xff, 0xfe, ...units]))).toEqual([['Zoë', '太']])
})

const almostTable = fc
  .array(
    fc.constantFrom('Name', 'Mail', ',', ';', '\t', '"', '""', '\n', '\r\n', '\r', 'é', ' ', 'a@b'),
    { maxLength: 50 },
  )
  .map((pieces) => pieces.join(''))

test('how a file is cut into chunks changes nothing that is read', async () => {
  await fc.assert(
    fc.asyncProperty(almostTable, fc.integer({ min: 1, max: 7 }), async (text, size) => {
      expect(await readAll(text, size)).toEqual(await readAll(text))
    }),
    { numRuns: 200 },
  )
})

test('cells of any text are written and read again', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replaceAll('\r', '').trim())
  const row = fc
    .array(cell, { minLength: 2, maxLength: 4 })
    .filter((cells) => cells.some((text) => text !== ''))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (rows) => {
      const text = writeRow(['Name', 'Mail', 'Phone', 'Notes']) + rows.map(writeRow).join('')
      const read = await cellsIn(text)
      expect(read.map((cells) => cells.map(withoutGuard))).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})

test('a spreadsheet runs no name as a formula, and a phone keeps its plus', () => {
  expect(writeRow(['=HYPERLINK("http://example.org")', '@a', '+34 600-000 (1)', '--04-12'])).toBe(
    '"\'=HYPERLINK(""http://example.org"")",\'@a,+34 600-000 (1),--04-12\r\n',
  )
})
