import { Problem } from '../../kit/problem.ts'

/** One part of a form; its content must be read to the end before the next part is asked for. */
export interface Part {
  readonly name: string
  readonly filename: string | null
  readonly content: AsyncIterable<Buffer>
}

const longestHead = 16 * 1024
const mostParts = 500

/** The boundary of a `multipart/form-data` content type (RFC 7578); null for any other type. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType.slice(0, 500),
  )
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a form part by part as it comes in, holding no more than one piece of it in memory. Throws a Problem
 * `input.unreadable` when it is not such a form or ends too soon.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const reader = new Reader(body)
  await drain(reader.until(delimiter))
  for (let count = 0; count < mostParts; count++) {
    const after = await reader.take(2)
    if (after.toString('latin1') === '--') return
    if (after.toString('latin1') !== '\r\n') throw broken()
    const head = await reader.short(Buffer.from('\r\n\r\n'), longestHead)
    const content = reader.until(delimiter)
    yield { ...dispositionIn(head.toString('utf8')), content }
    await drain(content)
  }
  throw broken()
}

function dispositionIn(head: string): Omit<Part, 'content'> {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? ''
  const filename = /;\s*filename="([^"]*)"/i.exec(line)?.[1]
  return {
    name: unescaped(/;\s*name="([^"]*)"/i.exec(line)?.[1] ?? ''),
    filename: filename === undefined ? null : lastName(unescaped(filename)),
  }
}

/** Browsers write a quote and line ends inside a name as percent signs, and nothing else. */
function unescaped(text: string): string {
  return text.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ')
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).slice(0, 400)
}

async function drain(content: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of content);
}

class Reader {
  readonly #pieces: AsyncIterator<Uint8Array>
  // As if a line ended before the first boundary, which needs none before it.
  #held = Buffer.from('\r\n')

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#pieces = body[Symbol.asyncIterator]()
  }

  /** All up to the delimiter, piece by piece; the delimiter itself is passed over. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter)
      if (at >= 0) {
        const last = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + delimiter.length)
        if (last.length > 0) yield last
        return
      }
      const sure = this.#held.length - delimiter.length + 1
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure)
        this.#held = this.#held.subarray(sure)
        yield piece
      }
      await this.#more()
    }
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more()
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  async short(delimiter: Buffer, longest: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of this.until(delimiter)) {
      size += piece.length
      if (size > longest) throw broken()
      pieces.push(piece)
    }
    return Buffer.concat(pieces)
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next()
    if (done) throw broken()
    this.#held = Buffer.concat([this.#held, value])
  }
}

function broken(): Problem {
  return new Problem('input.unreadable', 'This form is cut off, or is no multipart/form-data', {
    safe: 'Nothing was changed.',
  })
}
