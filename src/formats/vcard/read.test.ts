import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../kit/problem.ts'
import { inChunks } from '../encoding/in-chunks.ts'
import type { CardRead, ReadCard } from './card.ts'
import { parameterOf, typesOf } from './card.ts'
import { readCards } from './read.ts'
import { itemsOf, partsOf, textOf } from './values.ts'

async function readAll(content: string | Uint8Array, size?: number): Promise<CardRead[]> {
  const read: CardRead[] = []
  for await (const one of readCards(inChunks(content, size))) read.push(one)
  return read
}

async function onlyCard(content: string | Uint8Array): Promise<ReadCard> {
  const first = (await readAll(content)).find((one) => one.kind === 'card')
  if (!first) throw new Error('no card was read')
  return first
}

/** The values of a card's properties of one name, without backslashes. */
async function textsIn(name: string, lines: string | Uint8Array): Promise<string[]> {
  const { card } = await onlyCard(typeof lines === 'string' ? cardOf(lines) : lines)
  return card.properties
    .filter((property) => property.name === name)
    .map((property) => textOf(property.value, card.version))
}

function cardOf(lines: string, version = '2.1'): string {
  return `BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`
}

test('groups, names, parameters and bare words of 2.1 are all there, in order', async () => {
  const { card } = await onlyCard(cardOf('item1.TEL;HOME;CELL;X-A="b;c:d",e:1', '3.0'))
  const property = card.properties[1]
  expect(property).toMatchObject({ group: 'item1', name: 'TEL', value: '1', line: 3 })
  expect(property?.parameters).toEqual([
    { name: '', values: ['HOME'] },
    { name: '', values: ['CELL'] },
    { name: 'X-A', values: ['b;c:d', 'e'] },
  ])
  expect(property && typesOf(property)).toEqual(['home', 'cell'])
  expect(property && parameterOf(property, 'X-A')).toBe('b;c:d')
})

test('a quotation mark that is never closed does not hide the value', async () => {
  expect(await textsIn('TEL', 'TEL;X="abc:123')).toEqual(['123'])
})

test('a folded line is one line, even where it was cut inside a letter', async () => {
  const [before, after] = [Uint8Array.from([0xc3]), Uint8Array.from([0xab])]
  const head = new TextEncoder().encode('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zo')
  const fold = new TextEncoder().encode('\r\n ')
  const tail = new TextEncoder().encode('\r\n  Example\r\nEND:VCARD')
  const whole = Uint8Array.from([...head, ...before, ...fold, ...after, ...tail])
  expect(await textsIn('FN', whole)).toEqual(['Zoë Example'])
})

test('quoted-printable goes over soft breaks, and keeps the space that begins a line', async () => {
  const note = 'NOTE;ENCODING=QUOTED-PRINTABLE:for all folk to come=\n to the aid=0D=0Aof=\n their'
  expect(await textsIn('NOTE', note)).toEqual(['for all folk to come to the aid\nof their'])
})

test('a space after a soft break is a fold where the writer encodes every other space', async () => {
  const note = 'NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=\n =AB=20Example'
  expect(await textsIn('NOTE', note)).toEqual(['Zoë Example'])
})

test('a soft break before an empty line or the end of the card swallows nothing', async () => {
  const empty = 'N;ENCODING=QUOTED-PRINTABLE:H=C3=B6rmann;Joseph=\n\nTEL;HOME:028'
  expect(await textsIn('TEL', empty)).toEqual(['028'])
  const last = await readAll(cardOf('NOTE;ENCODING=QUOTED-PRINTABLE:end='))
  expect(last).toMatchObject([{ kind: 'card', wellFormed: true }])
})

test('an equals sign that ends a line of plain text is only that', async () => {
  expect(await textsIn('NOTE', 'NOTE:ends with=\nTEL:1')).toEqual(['ends with='])
})

test('broken quoted-printable keeps what can be read, and says so', async () => {
  const { card } = await onlyCard(cardOf('NOTE;ENCODING=QUOTED-PRINTABLE:a=ZZb=C3=AB'))
  expect(card.properties[1]?.value).toBe('a=ZZbë')
  expect(card.properties[1]?.damage).toMatch(/quoted-printable/)
})

test('each property has its own charset', async () => {
  const japanese = Uint8Array.from([0x88, 0xc0, 0x93, 0xa1])
  const head = new TextEncoder().encode('BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:')
  const tail = new TextEncoder().encode(
    ';;;;\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB\nEND:VCARD',
  )
  const whole = Uint8Array.from([...head, ...japanese, ...tail])
  expect(await textsIn('N', whole)).toEqual(['安藤;;;;'])
  expect(await textsIn('FN', whole)).toEqual(['Zoë'])
})

test('base64 ends at an empty line, at a fold that stops, or at the next property', async () => {
  const lines = 'PHOTO;ENCODING=BASE64:AAAA\n BBBB\n\nLOGO;BASE64:\nCCCC\nDD==\nSOUND;B:EE=='
  const { card } = await onlyCard(cardOf(lines))
  const values = card.properties.slice(1).map(({ name, value }) => [name, value])
  expect(values).toEqual([
    ['PHOTO', 'AAAABBBB'],
    ['LOGO', 'CCCCDD=='],
    ['SOUND', 'EE=='],
  ])
})

test('the card of an assistant is the value of AGENT, and no contact of its own', async () => {
  const agent = 'AGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Friday;Fred\nEND:VCARD\nTEL:1'
  expect(await textsIn('AGENT', agent)).toEqual([
    'BEGIN:VCARD\nVERSION:2.1\nN:Friday;Fred\nEND:VCARD',
  ])
  expect(await textsIn('TEL', agent)).toEqual(['1'])
})

test('cards inside a card are cards, and what follows them belongs to the outer one', async () => {
  const inner = 'BEGIN:VCARD\nN:inner\nEND:VCARD'
  const read = await readAll(cardOf(`N:outer\n${inner}\n${inner}\nTEL:1`))
  expect(read.map((one) => one.kind === 'card' && one.card.properties.at(-1)?.value)).toEqual([
    'inner',
    'inner',
    '1',
  ])
})

test('a card without its end is read and reported, and takes no other card with it', async () => {
  const read = await readAll('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n')
  const cards = read.filter((one) => one.kind === 'card')
  expect(cards.map(({ wellFormed }) => wellFormed)).toEqual([true, false, false])
  expect(cards.map(({ card }) => card.properties[0]?.value)).toEqual(['B', 'A', 'C'])
  expect(read.filter((one) => one.kind === 'lost').map(({ line }) => line)).toEqual([1, 6])
  expect(new TextDecoder().decode(cards[1]?.raw)).toBe('BEGIN:VCARD\nFN:A\nEND:VCARD\r\n')
})

test('a file where no card ends holds two at a time, and gives all of them', async () => {
  const read = await readAll('BEGIN:VCARD\nFN:x\n'.repeat(500))
  expect(read.filter((one) => one.kind === 'card')).toHaveLength(500)
})

test('lines that are no properties are lost by number, with the reason', async () => {
  const { lost, card } = await onlyCard(cardOf('FN:A\n# a remark\nView;CA;94040\nTEL:1'))
  expect(lost.map(({ line, what }) => [line, what])).toEqual([
    [4, '# a remark'],
    [5, 'View;CA;94040'],
  ])
  expect(card.properties).toHaveLength(3)
})

test('what stands between cards is reported once, whatever its length', async () => {
  const read = await readAll(`${'hello\n'.repeat(1000)}BEGIN:VCARD\nFN:A\nEND:VCARD\n`)
  expect(read).toMatchObject([
    { kind: 'lost', line: 1, what: 'hello', reason: expect.stringContaining('999') as string },
    { kind: 'card', line: 1001 },
  ])
})

test('a file without any card says so', async () => {
  for (const content of ['', 'a shopping list\n']) {
    const read = await readAll(content)
    expect(read.at(-1)).toMatchObject({ kind: 'lost', what: 'The file' })
  }
})

test('small letters, spaces after the mark, and marks of files put together are no trouble', async () => {
  const read = await readAll('begin:vcard \nfn:A\nend:vcard.\n\ufeffBEGIN : VCARD\nFN:B\nEND:VCARD')
  expect(read.map((one) => one.kind === 'card' && one.wellFormed)).toEqual([true, true])
})

test('the lines of a card can be given back as they were', async () => {
  const text = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN:A;B\r\nPHOTO;BASE64:\r\n AAAA\r\n\r\nEND:VCARD\r\n'
  expect(new TextDecoder().decode((await onlyCard(text)).raw)).toBe(text)
})

test('backslashes are read as the version has them', async () => {
  const first = await onlyCard(cardOf('N:;A\\;B\\\\;C\\\\\\;;D;\\:E'))
  expect(partsOf(first.card.properties[1]?.value ?? '', '2.1')).toEqual([
    '',
    'A;B\\',
    'C\\;',
    'D',
    ':E',
  ])
  expect(textOf('one\\ntwo', '2.1')).toBe('one\ntwo')
  expect(textOf('C:\\notes', '2.1')).toBe('C:\\notes')
  expect(textOf('a\\,b\\;c\\nd\\\\e\\M', '3.0')).toBe('a,b;c\nd\\e\\M')
  expect(itemsOf('Jim,Jim\\,my', '3.0')).toEqual(['Jim', 'Jim,my'])
})

async function* oneEndlessLine(megabytes: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024).fill(0x78)
  yield new TextEncoder().encode('BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nNOTE:')
  for (let at = 0; at < megabytes; at++) yield chunk
  yield new TextEncoder().encode('\nTEL:1\nEND:VCARD\n')
}

test('a line without end is passed over and reported, and the rest of its card is read', async () => {
  const read: CardRead[] = []
  for await (const one of readCards(oneEndlessLine(100))) read.push(one)
  const [card] = read
  expect(read).toHaveLength(1)
  expect(card).toMatchObject({ kind: 'card', wellFormed: true })
  expect(card?.kind === 'card' && card.lost).toMatchObject([
    { line: 4, reason: 'is longer than 32 MiB or 500000 lines', count: 1 },
  ])
  expect(card?.kind === 'card' && card.card.properties.map(({ name }) => name)).toEqual([
    'VERSION',
    'FN',
    'TEL',
  ])
  expect(card?.kind === 'card' && card.raw.byteLength).toBeLessThan(100)
})

function photo(lines: number): string {
  return cardOf(`PHOTO;ENCODING=b:\n${' AA\n'.repeat(lines)}TEL:1`, '3.0')
}

test('a photo of hundreds of thousands of short lines is read, and one of more is passed over', async () => {
  const { card } = await onlyCard(photo(200_000))
  expect(card.properties[1]?.value).toHaveLength(400_000)
  const { lost, card: rest } = await onlyCard(photo(600_000))
  expect(lost).toHaveLength(1)
  expect(rest.properties.map(({ name }) => name)).toEqual(['VERSION', 'TEL'])
})

const pieces = fc.constantFrom(
  'BEGIN:VCARD',
  'END:VCARD',
  'VERSION:2.1',
  'VERSION:3.0',
  'FN:Zoë 🚀',
  'N;CHARSET=UTF-8:a;b',
  'AGENT:',
  'TEL;HOME:1',
  'NOTE;ENCODING=QUOTED-PRINTABLE:a=C3=',
  '=AB',
  ' folded',
  'PHOTO;BASE64:',
  'AAAA',
  '',
  'junk',
  ':',
  ';',
  '"',
  '\\',
  '=',
  '\r',
  '\n',
  '\r\n',
  '\n',
  '\n',
  '\ufeff',
  '\0',
)
const almostCards = fc
  .array(pieces, { maxLength: 40 })
  .map((all) => new TextEncoder().encode(all.join('')))

/** Everything that was read, or the refusal. */
async function outcomeOf(bytes: Uint8Array, size?: number): Promise<unknown> {
  try {
    return await readAll(bytes, size)
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

test('how a file is cut into chunks changes nothing that is read', async () => {
  await fc.assert(
    fc.asyncProperty(almostCards, fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
      expect(await outcomeOf(bytes, size)).toEqual(await outcomeOf(bytes))
    }),
    { numRuns: 300 },
  )
})

test('no bytes at all make the reader fail otherwise than by a refusal', async () => {
  const anything = fc.oneof(fc.uint8Array({ maxLength: 300 }), almostCards)
  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      await expect(outcomeOf(bytes)).resolves.toBeDefined()
    }),
    { numRuns: 300 },
  )
})
