import { wholeJson } from '../../formats/encoding/whole-json.ts'
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
  const file = await wholeJson(chunks, largestJson)
  if (!isObject(file)) {
    throw new Problem('file.unreadable', 'It is not such an export: its JSON is no object', {
      safe: 'Nothing was changed',
    })
  }
  yield* readers[format](file, source)
}
