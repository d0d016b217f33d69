import type { Day } from '../../kit/days.ts'
import {
  type CardId,
  type ConversationId,
  id,
  type ImportId,
  type PersonId,
} from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Reading } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import { viewsOf } from '../people/groups.store.ts'
import { mergedView } from '../people/merged.ts'
import { loadPeople } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import {
  type Bearer,
  type Card,
  cardKind,
  cardsByKey,
  type Import,
  type Span,
} from './contacts.store.ts'
import type { Beside, Drafted, GroupDraft, Talk } from './draft.ts'
import type { FileFormat } from './file-format.ts'
import { type FileReport, keysOf, saidBy } from './import.ts'
import { isOwnNumber } from './own-number.ts'
import { isSameRecord, type RecordOf } from './take-out.ts'
import type { Comings } from './update.ts'

export type Draft = Extract<Drafted, { kind: 'draft' }>

/** One file on its way in. */
export interface Bringing {
  readonly import: ImportId
  readonly file: string
  readonly format: FileFormat
  readonly source: Source
  readonly report: FileReport
  /** Imports whose values were taken out: what they brought may come again. */
  readonly takenOut: ReadonlyMap<ImportId, NonNullable<Import['takenOut']>>
  /** Between which ids the cards lie that were kept so far. */
  cards: Span | null
  /** Whether it brought anything, so that it stands in the history. */
  isKept: boolean
  /** Whether some day of contact names it as a source. */
  tellsOfContact: boolean
  /** Keys met in this file so far; also what a dry run would have kept. */
  readonly seen: Map<string, PersonId | null>
  readonly groups: GroupDraft[]
  /** Who was introduced by the person of which record. */
  readonly introduced: Map<PersonId, string>
  /** Days of contact that a dry run would have kept. */
  readonly days: Set<string>
  readonly dryRun: boolean
}

/** Some records of the file on their way, and what is going to be kept of them. */
export interface Slice {
  readonly ctx: Reading
  readonly way: Bringing
  readonly known: Known
  readonly people: Map<PersonId, Person>
  readonly cards: Card[]
  readonly contents: Map<string, Uint8Array>
  readonly talks: PlannedTalk[]
  readonly beside: PlannedBeside[]
}

/** What a record says beside the person, and whose card it hangs on. */
export interface PlannedBeside {
  readonly card: CardId
  readonly person: PersonId
  readonly beside: Beside
}

/** A conversation that a row of a table tells of, and whose card it hangs on. */
export interface PlannedTalk {
  readonly card: CardId
  readonly person: PersonId
  readonly talk: Talk
  /** Where the same row came before and says more now: the conversation whose note it adds to. */
  readonly before: ConversationId | null
}

export interface Known {
  /** The newest last. */
  readonly here: ReadonlyMap<string, readonly Bearer[]>
  /** Borne by cards of an import that was taken out; who they were of may still be there. */
  readonly takenOut: ReadonlyMap<string, readonly (Bearer & { readonly on: Day })[]>
  /** People of this notebook whom a record names by their own number, as they stand there with all their records. */
  readonly own: ReadonlyMap<string, Person>
}

export async function alreadyHere(
  ctx: Reading,
  way: Bringing,
  drafts: readonly Draft[],
): Promise<Known> {
  const keys = drafts.flatMap((drafted) => {
    const { content, same } = keysFor(drafted)
    return [content, ...same]
  })
  const bearers = await cardsByKey(ctx.db, ctx.owner, [...new Set(keys)])
  const own = await ownPeople(
    ctx,
    keys.filter((key) => !bearers.has(key)),
  )
  const takenOut = await takenOutAmong(ctx, way, [...bearers.values()].flat())
  if (takenOut.size === 0) return { here: bearers, takenOut: new Map(), own }
  const known = { here: new Map<string, Bearer[]>(), takenOut: new Map(), own }
  for (const [key, all] of bearers) {
    const here = all.filter(({ card }) => !takenOut.has(card))
    if (here.length) known.here.set(key, here)
    known.takenOut.set(
      key,
      all.flatMap((bearer) => {
        const on = takenOut.get(bearer.card)
        return on === undefined ? [] : [{ ...bearer, on }]
      }),
    )
  }
  return known
}

/** Whose the newest card with this key is, or whose own number it is. */
export function personHere(known: Known, key: string): PersonId | null {
  return known.here.get(key)?.at(-1)?.person ?? known.own.get(key)?.id ?? null
}

const numbered = 'uid:'

/** What went out of this notebook and comes back, without ever having come from elsewhere. */
async function ownPeople(ctx: Reading, keys: readonly string[]): Promise<Map<string, Person>> {
  const ids = keys
    .filter((key) => key.startsWith(numbered))
    .map((key) => key.slice(numbered.length))
    .filter(isOwnNumber)
    .map((one) => id('person', one))
  if (ids.length === 0) return new Map()
  const views = await viewsOf(ctx.db, ctx.owner, ids)
  return new Map(
    [...views].flatMap(([one, { shown, records }]) => {
      const all = mergedView({ head: shown.id, choices: {} }, records)
      return all ? [[`${numbered}${one}`, all]] : []
    }),
  )
}

/** Cards are only looked into where some import was taken out, which is seldom. */
async function takenOutAmong(
  ctx: Reading,
  way: Bringing,
  bearers: readonly Bearer[],
): Promise<Map<string, Day>> {
  if (way.takenOut.size === 0) return new Map()
  const ids = [...new Set(bearers.map(({ card }) => card))]
  const cards = await loadAll(ctx.db, ctx.owner, cardKind, ids)
  return new Map(
    [...cards.values()].flatMap((card) => {
      const out = card.forgotten ? undefined : way.takenOut.get(card.import)
      return out ? [[card.id, out.on]] : []
    }),
  )
}

interface Keys {
  readonly content: string
  readonly same: readonly string[]
}

const keysKnown = new WeakMap<Draft, Keys>()

/** Asked several times of each record, and dear to find out. */
export function keysFor(drafted: Draft): Keys {
  const keys = keysKnown.get(drafted) ?? keysFound(drafted)
  keysKnown.set(drafted, keys)
  return keys
}

function keysFound({ draft, raw }: Draft): Keys {
  const fingerprint = digestOf(raw ?? saidIn(draft))
  if (draft.kind === 'person') return keysOf(draft, fingerprint)
  return { content: `content:${fingerprint}`, same: draft.uid ? [`uid:${draft.uid}`] : [] }
}

function saidIn(draft: Draft['draft']): string {
  return draft.kind === 'group' ? JSON.stringify([draft.name, draft.members]) : saidBy(draft)
}

/** As they are in the notebook, or as this same slice is about to keep them. */
export async function personBefore(
  { ctx, people }: Slice,
  person: PersonId,
): Promise<Person | null> {
  const there = people.get(person) ?? (await loadPeople(ctx.db, ctx.owner, [person])).get(person)
  return there ?? null
}

/** The earlier comings of this same record: what only they said is no longer said. */
export async function comingsBefore(
  { ctx, way, known }: Slice,
  { keys, record }: { readonly keys: readonly string[]; readonly record: RecordOf },
): Promise<Comings> {
  const importsOf = async (bearers: Known['here']) => {
    const ids = keys.flatMap((key) => bearers.get(key)?.map(({ card }) => card) ?? [])
    const cards = await loadAll(ctx.db, ctx.owner, cardKind, [...new Set(ids)])
    // A record that stands twice in one file says both; where the slices are cut makes no difference.
    const others = [...cards.values()].filter((card) => card.import !== way.import)
    return new Set(others.filter((card) => isSameRecord(card, record)).map((card) => card.import))
  }
  return { earlier: await importsOf(known.here), takenOut: await importsOf(known.takenOut) }
}

/** Gives the id of the card. */
export function addCard(
  { ctx, way, cards, contents }: Slice,
  drafted: Draft,
  what: Pick<Card, 'person' | 'group' | 'rest' | 'table' | 'words' | 'meeting' | 'gone'>,
): CardId {
  const { content, same } = keysFor(drafted)
  const digest = drafted.raw ? digestOf(drafted.raw) : null
  if (digest && drafted.raw) contents.set(digest, drafted.raw)
  const { gone = {}, ...rest } = what
  const card = ctx.newId('card')
  cards.push({
    id: card,
    import: way.import,
    format: way.format,
    on: way.source.on,
    content: digest,
    keys: [content, ...same],
    ...rest,
    ...(Object.keys(gone).length ? { gone } : {}),
  })
  return card
}
