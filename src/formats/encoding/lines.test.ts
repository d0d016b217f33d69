import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteLine, lineSplitter } from './lines.ts'

function linesOf(chunks: readonly Uint8Array[], longest = 1000): ByteLine[] {
  const splitter = lineSplitter(longest)
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()]
}

function textsOf(text: string, longest?: number): string[] {
  const chunks = [new TextEncoder().encode(text)]
  return linesOf(chunks, longest).map((line) =>
    new TextDecoder().decode(line.bytes.subarray(0, line.length)),
  )
}

test('LF, CR LF, a lone CR and the CR CR LF of some phones each end one line', () => {
  expect(textsOf('a\nb\r\nc\rd\r\r\ne')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(textsOf('a\r\rb\n\nc\n')).toEqual(['a', '', 'b', '', 'c'])
  expect(textsOf('')).toEqual([])
})

test('a line that is too long is passed over, and counted, and the next one is whole', () => {
  const lines = linesOf([new TextEncoder().encode(`a\n${'x'.repeat(5000)}\nb`)], 1000)
  expect(lines.map(({ number, length, tooLong }) => [number, length, tooLong])).toEqual([
    [1, 1, false],
    [2, 0, true],
    [3, 1, false],
  ])
})

test('of a line longer than allowed, never more than the allowed and one chunk is held', () => {
  const splitter = lineSplitter(1000)
  const chunk = new Uint8Array(600).fill(0x78)
  for (let at = 0; at < 10_000; at++) expect(splitter.push(chunk)).toEqual([])
  const [line] = splitter.end()
  expect(line).toMatchObject({ tooLong: true, length: 0 })
  expect(line?.bytes.byteLength).toBe(0)
})

test('how a file is cut into chunks changes no line, and the lines are the file', () => {
  const letters = fc.constantFrom(0x0a, 0x0d, 0x41, 0xc3, 0xa9)
  const bytes = fc.array(letters, { maxLength: 60 }).map((all) => Uint8Array.from(all))
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(60), { maxLength: 6 }), (whole, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].toSorted(
        (one, other) => one - other,
      )
      const pieces = places.slice(1).map((to, at) => whole.subarray(places[at], to))
      const once = linesOf([whole])
      expect(linesOf(pieces)).toEqual(once)
      expect(once.flatMap((line) => [...line.bytes])).toEqual([...whole])
    }),
  )
})
