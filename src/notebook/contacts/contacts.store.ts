import type { Day } from '../../kit/days.ts'
import { type CardId, id, type ImportId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { digestOf } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'

/** A record as some program gave it; what we do not understand of it goes out again with the person. */
export interface Card {
  readonly id: CardId
  /** Whose card it is; null for a group. */
  readonly person: PersonId | null
  readonly import: ImportId
  readonly format: 'vcard' | 'csv'
  readonly on: Day
  /** The digest under which its bytes lie; of a row of a table there are none. */
  readonly content: string | null
  /** Cells of a table that no field of a person holds. */
  readonly rest: readonly { readonly name: string; readonly value: string }[]
  /** By what the same record is known when it comes again. */
  readonly keys: readonly string[]
  readonly group: { readonly name: string; readonly members: readonly string[] } | null
}

/** One bringing-in of one file. */
export interface Import {
  readonly id: ImportId
  readonly file: string
  readonly on: Day
}

export const cardKind: Kind<Card> = {
  name: 'card',
  table: 'cards',
  binnedOn: () => null,
  index: indexCards,
}

export const importKind: Kind<Import> = {
  name: 'import',
  table: 'imports',
  binnedOn: () => null,
  index: async () => {},
}

/** A group has no person; its rows stand under this instead. */
const nobody = id('person', '')

async function indexCards(db: Database, owner: OwnerId, cards: Kept<Card>): Promise<void> {
  await removeRows(db, owner, { table: 'card_keys', column: 'card_id' }, [...cards.keys()])
  const rows = [...cards.values()].flatMap((card) =>
    card === null
      ? []
      : card.keys.map((key) => ({
          owner_id: owner,
          key: sealedKey(key),
          card_id: card.id,
          person_id: card.person ?? nobody,
        })),
  )
  await addRows(db, 'card_keys', rows)
}

const sealed = 'sealed:'

/** Keys come from files, in any length and with any sign; the index holds their digests. */
function sealedKey(key: string): string {
  return key.startsWith(sealed) ? key : sealed + digestOf(key)
}

/** What stays of a card whose person was removed for good: by what it is known again, and not a word of it. */
export function erasedCard(card: Card): Card {
  return { ...card, content: null, rest: [], group: null, keys: card.keys.map(sealedKey) }
}

/** Which card bears each of these keys; the newest where several do. */
export async function cardsByKey(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Map<string, { card: CardId; person: PersonId | null }>> {
  const found = new Map<string, { card: CardId; person: PersonId | null }>()
  const plain = new Map(keys.map((key) => [sealedKey(key), key]))
  for (const some of inSlices([...plain.keys()])) {
    const rows = await db
      .selectFrom('card_keys')
      .select(['key', 'card_id', 'person_id'])
      .where('owner_id', '=', owner)
      .where('key', 'in', some)
      .orderBy('card_id')
      .execute()
    for (const { key, card_id, person_id } of rows) {
      const person = person_id === nobody ? null : person_id
      found.set(plain.get(key) ?? key, { card: id('card', card_id), person })
    }
  }
  return found
}

/** The cards of each of these people, in the order in which they came. */
export async function cardsOf(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Card[]>> {
  const ids = new Set<string>()
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('card_keys')
      .select('card_id')
      .distinct()
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const row of rows) ids.add(row.card_id)
  }
  const cards = await loadAll(db, owner, cardKind, [...ids].toSorted())
  const found = new Map<PersonId, Card[]>()
  for (const card of cards.values()) {
    if (card.person) found.set(card.person, [...(found.get(card.person) ?? []), card])
  }
  return found
}
