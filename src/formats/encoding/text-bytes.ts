import { Problem } from '../../kit/problem.ts'
import { encodeUtf8, streamingDecoder } from './decode.ts'
import { bytesToSniff, sniff } from './sniff.ts'

/**
 * The bytes of a text file, with UTF-16 already turned into UTF-8 and no byte order mark, so that
 * whoever reads on may look for line ends and punctuation byte by byte. Other charsets pass as they
 * are: their letters are decoded later, where it is known which they are. Large chunks are cut, so
 * that whoever reads never has more than a little in hand.
 * Throws `file.unreadable` for pictures, archives and the like.
 */
export async function* textBytesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  let translate: Translation | null = null
  for await (const chunk of chunks) {
    if (translate) {
      yield* inPieces(chunk, translate)
      continue
    }
    head = head.length === 0 ? chunk : joinBytes([head, chunk])
    if (head.length < bytesToSniff) continue
    translate = translationFor(head)
    yield* inPieces(head, translate)
  }
  if (!translate) {
    translate = translationFor(head)
    yield* inPieces(head, translate)
  }
  yield translate()
}

const largestPiece = 64 * 1024

function* inPieces(bytes: Uint8Array, translate: Translation): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += largestPiece) {
    yield translate(bytes.subarray(at, at + largestPiece))
  }
}

/** Gives what of a chunk is text; without a chunk, what is left at the end. */
type Translation = (chunk?: Uint8Array) => Uint8Array

/** For the chunks of a file from the first one on, of which `head` is the beginning. */
function translationFor(head: Uint8Array): Translation {
  const encoding = sniff(head.subarray(0, bytesToSniff))
  if (encoding === 'binary') throw notText()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decode = streamingDecoder(encoding)
    return (chunk) => encodeUtf8(decode(chunk))
  }
  let mark = encoding === 'utf-8-bom' ? 3 : 0
  return (chunk = new Uint8Array()) => {
    const bytes = chunk.subarray(mark)
    mark = 0
    return bytes
  }
}

function notText(): Problem {
  return new Problem(
    'file.unreadable',
    'This is not a text file: it looks like a picture, an archive or a program',
    {
      safe: 'Nothing was changed',
      mend: 'Choose a file that a contacts, calendar or mail program exported',
    },
  )
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
