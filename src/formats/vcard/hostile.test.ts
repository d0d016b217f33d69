import { expect, test } from 'vitest'
import type { CardRead } from './card.ts'
import { readCards } from './read.ts'

async function read(chunks: AsyncIterable<Uint8Array>): Promise<CardRead[]> {
  const all: CardRead[] = []
  for await (const one of readCards(chunks)) all.push(one)
  return all
}

async function* texts(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield new TextEncoder().encode(piece)
}

const begin = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n'
const end = 'TEL:600\r\nEND:VCARD\r\n'

/** A photo in base64 of that many bytes, folded as Apple folds it. */
async function* withPhoto(size: number): AsyncGenerator<Uint8Array> {
  yield* texts(begin, 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/')
  const line = `\r\n ${'A'.repeat(74)}`
  const lines = Math.ceil(((size / 3) * 4) / 74)
  const many = line.repeat(1000)
  for (let at = 0; at < lines; at += 1000) yield* texts(many)
  yield* texts('\r\n', end)
}

test('a photo of 20 MB comes along, one of 50 MB is passed over and said, and both cards are read', async () => {
  const [small] = await read(withPhoto(20_000_000))
  expect(small).toMatchObject({ kind: 'card', wellFormed: true, lost: [] })
  const [large] = await read(withPhoto(50_000_000))
  expect(large).toMatchObject({
    kind: 'card',
    wellFormed: true,
    lost: [{ line: 4, what: 'PHOTO', reason: 'is longer than 32 MiB or 500000 lines' }],
  })
  if (large?.kind !== 'card') throw new Error('no card')
  expect(large.card.properties.map(({ name }) => name)).toEqual(['VERSION', 'FN', 'TEL'])
})

test(
  'a card in a card in a card, as deep as a file may go, ends',
  { timeout: 60_000 },
  async () => {
    const depth = 100_000
    const agents = 'AGENT:\r\nBEGIN:VCARD\r\n'.repeat(depth)
    const [outer, ...others] = await read(texts(begin, agents, 'END:VCARD\r\n'.repeat(depth), end))
    expect(outer).toMatchObject({ kind: 'card' })
    expect(others.length).toBeLessThan(3 * depth)
  },
)

test(
  'cards that begin and never end are each said, however many',
  { timeout: 60_000 },
  async () => {
    const all = await read(texts('BEGIN:VCARD\r\nFN:Ana\r\n'.repeat(50_000)))
    expect(all.filter(({ kind }) => kind === 'card')).toHaveLength(50_000)
    expect(all.filter(({ kind }) => kind === 'lost')).toHaveLength(50_000)
  },
)
