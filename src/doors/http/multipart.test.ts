import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, partsOf } from './multipart.ts'

interface Sent {
  readonly name: string
  readonly filename: string | null
  readonly content: Buffer
}

const boundary = 'x-boundary-x'

function form(parts: readonly Sent[]): Buffer {
  const pieces = parts.flatMap(({ name, filename, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"` +
        `${filename === null ? '' : `; filename="${filename}"`}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(body: AsyncIterable<Uint8Array>): Promise<Sent[]> {
  const parts: Sent[] = []
  for await (const { name, filename, content } of partsOf(body, boundary)) {
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(piece)
    parts.push({ name, filename, content: Buffer.concat(pieces) })
  }
  return parts
}

const word = fc.stringMatching(/^[\w .-]{1,20}$/)
// Content that is nearly a boundary is the hard part.
const content = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '--', `--${boundary.slice(0, 5)}`, '\r\n--', `\r\n--${boundary[0]}`),
      fc.string({ maxLength: 30 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => Buffer.from(pieces.join('')))

describe('a form that comes in piece by piece', () => {
  test('is read as it was sent, wherever it was cut', async () => {
    const part = fc.record({ name: word, filename: fc.option(word), content })
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.integer({ min: 1, max: 70 }),
        async (parts, size) => {
          fc.pre(parts.every((one) => !`\r\n${String(one.content)}`.includes(`\r\n--${boundary}`)))
          expect(await read(inPieces(form(parts), size))).toEqual(parts)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('that is cut off is refused, wherever that was', async () => {
    const whole = form([{ name: 'files', filename: 'a.vcf', content: Buffer.from('BEGIN') }])
    for (let length = 0; length < whole.length - 4; length++) {
      const cut = read(inPieces(whole.subarray(0, length), 16))
      await expect(cut).rejects.toMatchObject({ code: 'input.unreadable' })
    }
  })

  test('names a file by its last name, without a folder', async () => {
    const sent = [{ name: 'files', filename: '..\\..%22/etc/passwd', content: Buffer.from('') }]
    expect((await read(inPieces(form(sent), 50)))[0]?.filename).toBe('passwd')
  })
})

test('the boundary is read from the content type, quoted or not', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b;c"')).toBe('a b;c')
  expect(boundaryOf('application/json; boundary=abc')).toBeNull()
  expect(boundaryOf(`multipart/form-data; ${' '.repeat(100_000)}`)).toBeNull()
})
