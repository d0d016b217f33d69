import { decodeText } from '../../formats/encoding/decode.ts'
import { joinBytes, textBytesOf } from '../../formats/encoding/text-bytes.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import type { Drafted } from './draft.ts'
import { draftsOfMonica } from './from-monica.ts'
import { draftsOfNametag } from './from-nametag.ts'
import { draftsOfOwn } from './from-own-json.ts'
import { isObject, type JsonObject } from './json-fields.ts'

export type JsonFormat = 'monica' | 'nametag' | 'sobremesa'

/** Such a file is read as a whole; beyond this it would not fit beside everything else. */
const largestJson = 256 * 1024 * 1024

const readers: {
  readonly [format in JsonFormat]: (file: JsonObject, source: Source) => Iterable<Drafted>
} = { monica: draftsOfMonica, nametag: draftsOfNametag, sobremesa: draftsOfOwn }

/** People from the export of another notebook. Throws `file.unreadable` for what is no such export. */
export async function* draftsOfJson(
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
  format: JsonFormat,
): AsyncGenerator<Drafted> {
  const file = parsed(await wholeText(chunks))
  yield* readers[format](file, source)
}

async function wholeText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const bytes of textBytesOf(chunks)) {
    size += bytes.length
    if (size > largestJson) {
      throw new Problem('file.unreadable', 'It is larger than 256 MB, which no such export is', {
        safe: 'Nothing was changed',
      })
    }
    pieces.push(bytes)
  }
  return decodeText(joinBytes(pieces))
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // The sentence below says it.
  }
  throw new Problem('file.unreadable', 'It is cut short or damaged: this is not whole JSON', {
    safe: 'Nothing was changed',
    mend: 'Export it again, and bring that file in',
  })
}
