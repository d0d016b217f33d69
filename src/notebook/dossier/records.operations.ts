import { decodeText } from '../../formats/encoding/decode.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import { cardsOf, importKind } from '../contacts/contacts.store.ts'
import type { DossierWords } from './dossier-words.ts'
import type { DossierCard } from './dossier.ts'

/** The records of a person as they came in, in that order, and what the files were called. */
export async function cardsHeld(
  ctx: Reading,
  people: readonly PersonId[],
  words: DossierWords,
): Promise<{ cards: DossierCard[]; files: Map<string, string> }> {
  const cards = [...(await cardsOf(ctx.db, ctx.owner, people)).values()].flat()
  const imports = await loadAll(ctx.db, ctx.owner, importKind, [
    ...new Set(cards.map((card) => card.import)),
  ])
  const digests = cards.flatMap((card) => card.content ?? [])
  const contents = await getContents(ctx.db, ctx.owner, digests)
  const files = new Map([...imports].map(([id, { file }]) => [id, file]))
  return {
    files,
    cards: cards.map(({ import: from, on, content, rest }) => {
      const bytes = content === null ? undefined : contents.get(content)
      return {
        file: files.get(from) ?? words.sources.file,
        on,
        text: bytes ? withoutPictures(decodeText(bytes), words) : null,
        cells: rest,
      }
    }),
  }
}

const pictures = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i
const longestPicture = 200

/** A picture as text says nothing to anybody who reads; how much there is does. */
function withoutPictures(card: string, words: DossierWords): string {
  const properties: string[] = []
  for (const line of card.split(/\r\n|\n|\r/)) {
    const isMore = /^[ \t]/.test(line) && properties.length > 0
    if (isMore) properties.push(`${properties.pop() ?? ''}\n${line}`)
    else properties.push(line)
  }
  return properties
    .map((property) => {
      if (property.length < longestPicture || !pictures.test(property)) return property
      const head = property.slice(0, Math.max(0, property.indexOf(':')) + 1)
      return `${head.slice(0, longestPicture)}${words.picture(property.length)}`
    })
    .join('\n')
}
