import { Problem } from '../../kit/problem.ts'

export const largestJson = 8 * 1024 ** 2

/** Reads a JSON object of at most eight megabytes. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const value = parse(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw notReadable('Send one JSON object')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw notReadable('This is not JSON in UTF-8')
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largestJson) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytesOf(request)) {
    size += piece.length
    if (size > largestJson) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

export async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  yield* request.body
}

function tooLarge(): Problem {
  return new Problem('input.too-large', 'This is more than 8 MB of JSON', {
    safe: 'Nothing was changed.',
    mend: 'Send files as multipart/form-data.',
  })
}

function notReadable(sentence: string): Problem {
  return new Problem('input.unreadable', sentence, { safe: 'Nothing was changed.' })
}
