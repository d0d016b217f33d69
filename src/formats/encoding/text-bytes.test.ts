import { expect, test } from 'vitest'
import { Problem } from '../../kit/problem.ts'
import { decodeText, decodeTextAs } from './decode.ts'
import { inChunks } from './in-chunks.ts'
import { textBytesOf } from './text-bytes.ts'

async function textOf(bytes: Uint8Array, size?: number): Promise<string> {
  const pieces: number[] = []
  for await (const piece of textBytesOf(inChunks(bytes, size))) pieces.push(...piece)
  return decodeText(Uint8Array.from(pieces))
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const units = text.split('').map((unit) => unit.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

const words = 'BEGIN:VCARD Zoë 太郎 🚀'

test('UTF-16 of either order is read, with a mark or without, however it is cut', async () => {
  for (const order of ['le', 'be'] as const) {
    for (const text of [words, `\ufeff${words}`]) {
      for (const size of [1, 3, 7, 1000]) {
        expect(await textOf(utf16(text, order), size)).toBe(words)
      }
    }
  }
})

test('a mark before UTF-8 is no part of the text', async () => {
  expect(await textOf(new TextEncoder().encode(`\ufeff${words}`), 2)).toBe(words)
})

test('a picture with the name of a contacts file is refused in a sentence', async () => {
  const jpeg = new Uint8Array(5000).fill(7)
  jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 16])
  const refusal = await textOf(jpeg, 100).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Problem)
  expect(refusal).toMatchObject({ code: 'file.unreadable' })
})

test('text that is not UTF-8 is Windows-1252, where every byte is a letter', () => {
  expect(decodeText(Uint8Array.from([0x5a, 0x6f, 0xeb, 0x20, 0x80]))).toBe('Zoë €')
})

test('a named charset is used, and an unknown one is no reason to lose the text', () => {
  expect(decodeTextAs('Shift_JIS', Uint8Array.from([0x88, 0xc0, 0x93, 0xa1]))).toBe('安藤')
  expect(decodeTextAs('x-no-such-thing', new TextEncoder().encode('Zoë'))).toBe('Zoë')
})
