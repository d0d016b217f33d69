import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inChunks } from '../../src/formats/encoding/in-chunks.ts'
import type { CardRead, ReadCard } from '../../src/formats/vcard/card.ts'
import { readCards } from '../../src/formats/vcard/read.ts'
import type { Source } from '../../src/kit/source.ts'

/** Files as some thirty other programs wrote them; they stand beside the project and not in it. */
const corpus = join(import.meta.dirname, '../../../shared/corpus')

export const corpusIsThere = existsSync(corpus)
if (!corpusIsThere) process.stdout.write(`Skipped: no files of other programs at ${corpus}\n`)

export const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }
export const uid = '01890000-0000-7000-8000-000000000001'

export function pathOf(folder: string, name: string): string {
  return join(corpus, folder, name)
}

export function filesIn(folder: string, pattern: RegExp): string[] {
  return corpusIsThere ? readdirSync(join(corpus, folder)).filter((name) => pattern.test(name)) : []
}

export function bytesOf(folder: string, name: string): Uint8Array {
  return readFileSync(pathOf(folder, name))
}

export async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}

export function cardsRead(content: string | Uint8Array): Promise<CardRead[]> {
  return gathered(readCards(inChunks(content)))
}

export async function cardsIn(content: string | Uint8Array): Promise<ReadCard[]> {
  return (await cardsRead(content)).filter((one) => one.kind === 'card')
}
