import type { Bringing } from './bringing.operations.ts'
import type { Card, Import, Span } from './contacts.store.ts'

/** A span in which no id lies. */
const nothing: Span = { first: '~', last: '' }

/** What the history of imports says of this one; in it also one that was stopped on its way. */
export function importSoFar(way: Bringing, cards: readonly Card[]): Import {
  const ids = cards.map((card) => card.id).toSorted()
  const first = way.cards?.first ?? ids[0]
  const last = ids.at(-1) ?? way.cards?.last
  if (first !== undefined && last !== undefined) way.cards = { first, last }
  way.isKept = true
  const { file, format, report } = way
  return {
    id: way.import,
    file,
    on: way.source.on,
    format,
    cards: way.cards ?? nothing,
    created: report.created,
    changed: report.changed,
    ...(way.tellsOfContact ? { exchanges: report.exchanges } : {}),
    ...(report.conversations ? { conversations: report.conversations } : {}),
  }
}
