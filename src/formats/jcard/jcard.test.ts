import { describe, expect, test } from 'vitest'
import { inChunks } from '../encoding/in-chunks.ts'
import type { CardRead, VCard } from '../vcard/card.ts'
import { readCards } from '../vcard/read.ts'
import { readJcards } from './read.ts'
import { writeJcard } from './write.ts'

async function all(reads: AsyncIterable<CardRead>): Promise<CardRead[]> {
  const gathered: CardRead[] = []
  for await (const one of reads) gathered.push(one)
  return gathered
}

async function cardIn(content: string): Promise<VCard> {
  const [found] = await all(readCards(inChunks(content)))
  if (found?.kind !== 'card') throw new Error('no card')
  return found.card
}

function read(json: unknown): Promise<CardRead[]> {
  const content = typeof json === 'string' ? json : JSON.stringify(json)
  return all(readJcards(inChunks(content)))
}

async function remarks(json: unknown): Promise<string[]> {
  return (await read(json)).flatMap((one) => {
    const lost = one.kind === 'card' ? one.lost : [one]
    return lost.map(({ what, reason }) => `${what} ${reason}`)
  })
}

const lines = [
  'VERSION:4.0',
  'FN:Ana\\, of Soria',
  'N:Pérez;Ana;María,José;;',
  'ORG:City Archive;Paper',
  'NICKNAME:Nan,Anita',
  'BDAY:--0412',
  'ANNIVERSARY:20090808T1430-0500',
  'REV:20260305T100000Z',
  'TZ;VALUE=utc-offset:-0500',
  'TEL;VALUE=uri;PREF=1;TYPE=cell,voice:tel:+34-600-000-000;ext=2',
  'item1.EMAIL:ana@example.org',
  'item1.X-ABLABEL:_$!<Other>!$_',
  'X-ODD;X-MORE=one,two:a;b\\,c',
  'NOTE:Two\\nlines',
  'PHOTO:data:image/png;base64,iVBORw0KGgo=',
]
const text = `BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`

async function* much(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < 65; at++) yield new Uint8Array(1024 * 1024).fill(0x20)
}

describe('a card as JSON', () => {
  test('has the shapes of RFC 7095', async () => {
    expect(JSON.parse(writeJcard(await cardIn(text)))).toEqual([
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', 'Ana, of Soria'],
        ['n', {}, 'text', ['Pérez', 'Ana', ['María', 'José'], '', '']],
        ['org', {}, 'text', ['City Archive', 'Paper']],
        ['nickname', {}, 'text', 'Nan', 'Anita'],
        ['bday', {}, 'date-and-or-time', '--04-12'],
        ['anniversary', {}, 'date-and-or-time', '2009-08-08T14:30-05:00'],
        ['rev', {}, 'timestamp', '2026-03-05T10:00:00Z'],
        ['tz', {}, 'utc-offset', '-05:00'],
        ['tel', { pref: '1', type: ['cell', 'voice'] }, 'uri', 'tel:+34-600-000-000;ext=2'],
        ['email', { group: 'item1' }, 'text', 'ana@example.org'],
        ['x-ablabel', { group: 'item1' }, 'unknown', '_$!<Other>!$_'],
        ['x-odd', { 'x-more': ['one', 'two'] }, 'unknown', 'a;b\\,c'],
        ['note', {}, 'text', 'Two\nlines'],
        ['photo', {}, 'uri', 'data:image/png;base64,iVBORw0KGgo='],
      ],
    ])
  })

  test('comes back word for word, and is kept as a card of 4.0', async () => {
    const [back] = await read(writeJcard(await cardIn(text)))
    if (back?.kind !== 'card') throw new Error('no card')
    const kept = new TextDecoder().decode(back.raw).replaceAll('\r\n ', '').split('\r\n')
    expect(kept.slice(1, 2 + lines.length)).toEqual([...lines, 'END:VCARD'])
  })

  test('of an older version is said in the way of 4.0', async () => {
    const old = await cardIn(
      'BEGIN:VCARD\nVERSION:2.1\nN:Pérez;Ana\nTEL;CELL;PREF:600\nPHOTO;JPEG;BASE64:AAAA\n\nEND:VCARD',
    )
    expect(JSON.parse(writeJcard(old))[1].slice(1)).toEqual([
      ['n', {}, 'text', ['Pérez', 'Ana']],
      ['tel', { type: 'CELL', pref: '1' }, 'text', '600'],
      ['photo', {}, 'uri', 'data:image/jpeg;base64,AAAA'],
    ])
  })

  test('may be one of several', async () => {
    const card = JSON.parse(writeJcard(await cardIn(text)))
    expect((await read([card, card])).map(({ kind }) => kind)).toEqual(['card', 'card'])
  })

  test.each([
    ['nothing', '', /^It is cut short: it ends in the middle, in line 1$/],
    ['half of it', '["vcard",\n[["fn", {}, "text", "An', /^It is cut short: .* in line 2$/],
    ['no list', '["vcard",\n[["fn" {}]]]', /^It is damaged: in line 2, at letter 8, /],
    ['something else', { people: [] }, /^It holds no jCard: /],
    ['a list of something else', [1, 2], /^It holds no jCard: /],
    ['the deepest of lists', '['.repeat(1_000_000) + ']'.repeat(1_000_000), /^It holds no jCard: /],
  ])('that is %s is refused, with the place where it breaks', async (_what, json, sentence) => {
    await expect(read(json)).rejects.toMatchObject({
      code: 'file.unreadable',
      message: expect.stringMatching(sentence),
    })
  })

  test('loses what is no property, by its place, and keeps the rest', async () => {
    const properties = [
      ['fn', {}, 'text', 'Ana'],
      ['fn'],
      'fn',
      [7, {}, 'text', 'x'],
      ['note', {}, 7, 'x'],
      ['note', {}, 'text', { deep: true }],
      ['n', {}, 'text', '(deep)'],
      ['bad\r\nname', {}, 'text', 'x'],
      ['x-count', null, 'integer', 7],
    ]
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const json = JSON.stringify(['vcard', properties]).replace('"(deep)"', deep)
    const [one] = await read(json)
    expect(
      one?.kind === 'card' && one.card.properties.map(({ name, value }) => [name, value]),
    ).toEqual([
      ['FN', 'Ana'],
      ['X-COUNT', '7'],
    ])
    expect(await remarks(json)).toEqual([
      'Card 1, property 2, is not [name, parameters, type, value]',
      'Card 1, property 3, is not [name, parameters, type, value]',
      'Card 1, property 4, has no name',
      'Card 1, property 5, has no type',
      'Card 1, property 6, holds something other than text, numbers and lists of them',
      'Card 1, property 7, holds something other than text, numbers and lists of them',
      'Card 1, property 8, has no name',
    ])
  })

  test('in a file that is too large is refused with the size', async () => {
    await expect(all(readJcards(much()))).rejects.toMatchObject({
      message: 'It is larger than 64 MB, which no such export is',
    })
  })
})
