import type { Day } from '../../kit/days.ts'
import type { ImportId, PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { withLabels } from '../people/edit.ts'
import { keepPeople } from '../people/people.operations.ts'
import { loadPeople } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import {
  type Bearer,
  type Card,
  cardKind,
  cardsByKey,
  type Import,
  importKind,
  type Span,
} from './contacts.store.ts'
import type { Drafted, GroupDraft, PersonDraft } from './draft.ts'
import type { FileFormat } from './file-format.ts'
import { type FileReport, keysOf, saidBy } from './import.ts'
import { isSameRecord, type RecordOf } from './take-out.ts'
import { type Comings, type Gone, hasMet, updated } from './update.ts'

type Draft = Extract<Drafted, { kind: 'draft' }>

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
  /** Keys met in this file so far; also what a dry run would have kept. */
  readonly seen: Map<string, PersonId | null>
  readonly groups: GroupDraft[]
  readonly dryRun: boolean
}

/** Some records of the file on their way, and what is going to be kept of them. */
interface Slice {
  readonly ctx: Reading
  readonly way: Bringing
  readonly known: Known
  readonly people: Map<PersonId, Person>
  readonly cards: Card[]
  readonly contents: Map<string, Uint8Array>
}

/** Decides what becomes of some records, and keeps it unless this is a dry run. */
export async function bringIn(
  ctx: Reading | Writing,
  way: Bringing,
  drafts: readonly Draft[],
): Promise<void> {
  const known = await alreadyHere(ctx, way, drafts)
  const slice: Slice = { ctx, way, known, people: new Map(), cards: [], contents: new Map() }
  for (const drafted of drafts) {
    const { draft } = drafted
    if (draft.kind === 'group') planGroup(slice, drafted, draft)
    else await planPerson(slice, drafted, draft)
  }
  if (way.dryRun || !('record' in ctx) || slice.cards.length === 0) return
  await ctx.record.keep(importKind, way.import, coming(way, slice.cards))
  await keepPeople(ctx, [...slice.people.values()])
  await putContents(ctx.db, ctx.owner, slice.contents)
  await ctx.record.keepAll(cardKind, new Map(slice.cards.map((card) => [card.id, card])))
}

/** What the history of imports says of this one; in it also one that was stopped on its way. */
function coming(way: Bringing, cards: readonly Card[]): Import {
  const ids = cards.map((card) => card.id).toSorted()
  const [first = '', last = first] = [way.cards?.first ?? ids[0], ids.at(-1)]
  way.cards = { first, last }
  const { file, format, report } = way
  return {
    id: way.import,
    file,
    on: way.source.on,
    format,
    cards: way.cards,
    created: report.created,
    changed: report.changed,
  }
}

interface Known {
  /** The newest last. */
  readonly here: ReadonlyMap<string, readonly Bearer[]>
  /** Borne by cards of an import that was taken out; who they were of may still be there. */
  readonly takenOut: ReadonlyMap<string, readonly (Bearer & { readonly on: Day })[]>
}

async function alreadyHere(ctx: Reading, way: Bringing, drafts: readonly Draft[]): Promise<Known> {
  const keys = drafts.flatMap((drafted) => {
    const { content, same } = keysFor(drafted)
    return [content, ...same]
  })
  const bearers = await cardsByKey(ctx.db, ctx.owner, [...new Set(keys)])
  const takenOut = await takenOutAmong(ctx, way, [...bearers.values()].flat())
  if (takenOut.size === 0) return { here: bearers, takenOut: new Map() }
  const known = { here: new Map<string, Bearer[]>(), takenOut: new Map() }
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

/** Whose the newest card with this key is. */
function personHere(known: Known, key: string): PersonId | null {
  return known.here.get(key)?.at(-1)?.person ?? null
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
function keysFor(drafted: Draft): Keys {
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

function planGroup(slice: Slice, drafted: Draft, draft: GroupDraft): void {
  const { way, known } = slice
  way.report.passed += 1
  way.groups.push(draft)
  const { content } = keysFor(drafted)
  if (known.here.has(content) || way.seen.has(content)) return
  way.seen.set(content, null)
  const { name, members } = draft
  addCard(slice, drafted, { person: null, group: { name, members }, rest: [] })
}

async function planPerson(slice: Slice, drafted: Draft, draft: PersonDraft): Promise<void> {
  const { way, known } = slice
  const { content, same } = keysFor(drafted)
  if (known.here.has(content) || way.seen.has(content)) {
    way.report.unchanged += 1
    return
  }
  const here = personKnownBy(slice, same)
  const before = here ? await personBefore(slice, here) : await formerPerson(slice, drafted)
  if (!before && isInNotebook(known, same)) {
    // Whoever was removed for good does not come back by a file.
    way.report.passed += 1
    return
  }
  const gone = before ? await planChange(slice, drafted, { draft, before }) : {}
  const person = before?.id ?? here ?? addPerson(slice, draft)
  for (const key of [content, ...same]) way.seen.set(key, person)
  way.report[here ? 'changed' : 'created'] += 1
  addCard(slice, drafted, { person, group: null, rest: draft.rest, ...unsourced(draft), gone })
}

/** By the notebook as it was, or by this same file. */
function personKnownBy({ way, known }: Slice, same: readonly string[]): PersonId | null {
  return same.flatMap((key) => personHere(known, key) ?? way.seen.get(key) ?? [])[0] ?? null
}

function isInNotebook(known: Known, same: readonly string[]): boolean {
  return same.some((key) => personHere(known, key) !== null)
}

function addPerson({ ctx, people }: Slice, draft: PersonDraft): PersonId {
  const person = ctx.newId('person')
  people.set(person, { id: person, ...draft.person })
  return person
}

/** What they said before and say no more. */
async function planChange(
  slice: Slice,
  drafted: Draft,
  { draft, before }: { readonly draft: PersonDraft; readonly before: Person },
): Promise<Gone> {
  const { content, same } = keysFor(drafted)
  const record = { format: slice.way.format, table: draft.identity.table }
  const comings = await comingsBefore(slice, { keys: [content, ...same], record })
  const { person, gone } = updated(before, draft.person, comings)
  slice.people.set(person.id, person)
  return gone
}

/** What no value's source tells, so that it can be taken out again. */
function unsourced({ person, identity }: PersonDraft): Pick<Card, 'table' | 'words' | 'meeting'> {
  return {
    ...(identity.table === null ? {} : { table: identity.table }),
    ...(person.words === '' ? {} : { words: person.words }),
    ...(hasMet(person.meeting) ? { meeting: person.meeting } : {}),
  }
}

/** As they are in the notebook, or as this same slice is about to keep them. */
async function personBefore({ ctx, people }: Slice, person: PersonId): Promise<Person | null> {
  const there = people.get(person) ?? (await loadPeople(ctx.db, ctx.owner, [person])).get(person)
  return there ?? null
}

/**
 * Whom the same record was of before its import was taken out: they come back from the bin they went into that day, and
 * whoever stayed is found again.
 */
async function formerPerson(slice: Slice, drafted: Draft): Promise<Person | null> {
  const { content, same } = keysFor(drafted)
  for (const key of [...same, content]) {
    const bearer = slice.known.takenOut.get(key)?.at(-1)
    const person = bearer?.person ? await personBefore(slice, bearer.person) : null
    if (!bearer || !person) continue
    return person.binnedOn === bearer.on ? { ...person, binnedOn: null } : person
  }
  return null
}

/** The earlier comings of this same record: what only they said is no longer said. */
async function comingsBefore(
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

function addCard(
  { ctx, way, cards, contents }: Slice,
  drafted: Draft,
  what: Pick<Card, 'person' | 'group' | 'rest' | 'table' | 'words' | 'meeting' | 'gone'>,
): void {
  const { content, same } = keysFor(drafted)
  const digest = drafted.raw ? digestOf(drafted.raw) : null
  if (digest && drafted.raw) contents.set(digest, drafted.raw)
  const { gone = {}, ...rest } = what
  cards.push({
    id: ctx.newId('card'),
    import: way.import,
    format: way.format,
    on: way.source.on,
    content: digest,
    keys: [content, ...same],
    ...rest,
    ...(Object.keys(gone).length ? { gone } : {}),
  })
}

/** Groups become labels, once all the cards of the file are in. */
export async function labelMembers(ctx: Writing, way: Bringing): Promise<void> {
  for (const group of way.groups) {
    const keys = group.members.map((uid) => `uid:${uid}`)
    const cards = await cardsByKey(ctx.db, ctx.owner, keys)
    const ids = [...new Set([...cards.values()].flat().flatMap(({ person }) => person ?? []))]
    const people = [...(await loadPeople(ctx.db, ctx.owner, ids)).values()].filter(
      (person) => !person.labels.some(({ word }) => keyOf(word) === keyOf(group.name)),
    )
    const change = { add: [group.name], remove: [] }
    await keepPeople(
      ctx,
      people.map((person) => withLabels(person, change, way.source)),
    )
  }
}
