import { Problem } from '../../kit/problem.ts'
import { encodeUtf8, streamingDecoder } from './decode.ts'
import { bytesToSniff, sniff } from './sniff.ts'

/**
 * The bytes of a text file, with UTF-16 already turned into UTF-8 and no byte order mark, so that
 * whoever reads on may look for line ends and punctuation byte by byte. Other charsets pass as they
 * are: their letters are decoded later, where it is known which they are.
 * Throws `file.unreadable` for pictures, archives and the like.
 */
export async function* textBytesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  let translate: ((chunk?: Uint8Array) => Uint8Array) | null = null
  for await (const chunk of chunks) {
    if (translate) {
      yield translate(chunk)
      continue
    }
    head = head.length === 0 ? chunk : joinBytes([head, chunk])
    if (head.length < bytesToSniff) continue
    translate = translationFor(head)
    yield translate(head)
  }
  if (translate) yield translate()
  else yield* wholeOf(head)
}

function* wholeOf(bytes: Uint8Array): Generator<Uint8Array> {
  const translate = translationFor(bytes)
  yield translate(bytes)
  yield translate()
}

/** Takes the chunks from the first one on; without a chunk it gives what is left at the end. */
function translationFor(head: Uint8Array): (chunk?: Uint8Array) => Uint8Array {
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
      mend: 'Choose a .vcf or .csv file that a contacts program exported',
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
