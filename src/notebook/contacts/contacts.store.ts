import type { Day } from '../../kit/days.ts'
import { type CardId, id, type ImportId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { digestOf } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import type { Meeting } from '../people/person.ts'
import type { AgreedBrought } from './agreed.ts'
import type { FileFormat } from './file-format.ts'
import type { Gone } from './update.ts'

/** A record as some program gave it; what we do not understand of it goes out again with the person. */
export interface Card {
  readonly id: CardId
  /** Whose card it is; null for a group. */
  readonly person: PersonId | null
  readonly import: ImportId
  readonly format: FileFormat
  readonly on: Day
  /** The digest under which its bytes lie; of a row of a table there are none. */
  readonly content: string | null
  /** Cells of a table that no field of a person holds. */
  readonly rest: readonly { readonly name: string; readonly value: string }[]
  /** By what the same record is known when it comes again. */
  readonly keys: readonly string[]
  readonly group: { readonly name: string; readonly members: readonly string[] } | null
  /** Of a row: which table it stood in, the same in each export of one program. */
  readonly table?: string | null
  /** What it said that bears no source of its own in the person. */
  readonly words?: string
  readonly meeting?: Meeting
  /** Values that only earlier comings of the record had said, and that went when this one came. */
  readonly gone?: Gone
  /** What else came with it, as it was then: what was not touched since goes with its import. */
  readonly made?: readonly Made[]
  /** Answers and fields that only it brought: they bear no source either. */
  readonly agreed?: AgreedBrought
  /** Its person was removed for good: whatever becomes of its import, the record does not come back. */
  readonly forgotten?: true
}

/** A thing of another kind that a record brought along; of a step its id says enough. */
export interface Made {
  readonly kind: 'conversation' | 'note' | 'step' | 'organisation' | 'field'
  readonly id: string
  readonly digest: string | null
}

/** The first and the last of many ids; those of others may lie between. */
export interface Span {
  readonly first: string
  readonly last: string
}

/** One bringing-in of one file. */
export interface Import {
  readonly id: ImportId
  readonly file: string
  readonly on: Day
  readonly format?: FileFormat
  /** Between which ids its cards lie. Where it is not said, they may be anywhere. */
  readonly cards?: Span
  readonly created?: number
  readonly changed?: number
  readonly conversations?: number
  readonly exchanges?: number
  /** Its values were taken out again; `whole` is false while that is under way, or where it was stopped. */
  readonly takenOut?: {
    readonly on: Day
    readonly whole: boolean
    /** Organisations and fields that it made and that stay while something else speaks of them. */
    readonly left?: readonly Made[]
  }
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
  const { words: _, meeting: _met, gone: _gone, made: _made, ...known } = card
  const keys = card.keys.map(sealedKey)
  return { ...known, content: null, rest: [], keys, group: null }
}

/** A card that bears a key, and whose it is. */
export interface Bearer {
  readonly card: CardId
  readonly person: PersonId | null
}

/** Which cards bear each of these keys, the newest last. */
export async function cardsByKey(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Map<string, Bearer[]>> {
  const found = new Map<string, Bearer[]>()
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
      const written = plain.get(key) ?? key
      found.set(written, [...(found.get(written) ?? []), { card: id('card', card_id), person }])
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

/** The same without those of imports that were taken out: what goes out again with each person. */
export async function cardsThere(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Card[]>> {
  const cards = await cardsOf(db, owner, people)
  const takenOut = cards.size ? await importsTakenOut(db, owner) : new Map()
  if (takenOut.size === 0) return cards
  return new Map(
    [...cards].map(([person, all]) => [person, all.filter((one) => !takenOut.has(one.import))]),
  )
}

/** The next cards that lie in a span, by id; of this import and of others. */
export async function cardsWithin(
  db: Database,
  owner: OwnerId,
  span: Span,
  page: { readonly after: string; readonly limit: number },
): Promise<Card[]> {
  const rows = await db
    .selectFrom('cards')
    .select('id')
    .where('owner_id', '=', owner)
    .where('id', '>=', span.first)
    .where('id', '<=', span.last)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  const ids = rows.map((row) => row.id)
  return [...(await loadAll(db, owner, cardKind, ids)).values()]
}

/** Imports of which no value is in the notebook any more, or soon none. */
export async function importsTakenOut(
  db: Database,
  owner: OwnerId,
): Promise<Map<ImportId, NonNullable<Import['takenOut']>>> {
  const rows = await db.selectFrom('imports').select('id').where('owner_id', '=', owner).execute()
  const all = await loadAll(
    db,
    owner,
    importKind,
    rows.map((row) => row.id),
  )
  return new Map(
    [...all.values()].flatMap(({ id: one, takenOut }) => (takenOut ? [[one, takenOut]] : [])),
  )
}

/** The imports of files of this name that are still in the notebook. */
export async function importsOfFile(
  db: Database,
  owner: OwnerId,
  file: string,
): Promise<Set<string>> {
  const rows = await db.selectFrom('imports').select('id').where('owner_id', '=', owner).execute()
  const ids = rows.map((row) => row.id)
  const all = await loadAll(db, owner, importKind, ids)
  const same = [...all.values()].filter((one) => one.file === file && !one.takenOut)
  return new Set(same.map((one) => one.id))
}

/** What came, the latest first. */
export async function importPage(
  db: Database,
  owner: OwnerId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<Import[]> {
  let query = db.selectFrom('imports').select('id').where('owner_id', '=', owner)
  if (page.before !== null) query = query.where('id', '<', page.before)
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute()
  const ids = rows.map((row) => row.id)
  return [...(await loadAll(db, owner, importKind, ids)).values()]
}
