import type { CardId, ImportId, PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { withLabels } from '../people/edit.ts'
import { keepPeople } from '../people/people.operations.ts'
import { loadPeople } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { type Card, cardKind, cardsByKey, importKind } from './contacts.store.ts'
import type { Drafted, GroupDraft, PersonDraft } from './draft.ts'
import { type FileReport, keysOf, saidBy } from './import.ts'
import { updated } from './update.ts'

type Draft = Extract<Drafted, { kind: 'draft' }>

/** One file on its way in. */
export interface Bringing {
  readonly import: ImportId
  readonly file: string
  readonly format: 'vcard' | 'csv'
  readonly source: Source
  readonly report: FileReport
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
  const known = await alreadyHere(ctx, drafts)
  const slice: Slice = { ctx, way, known, people: new Map(), cards: [], contents: new Map() }
  for (const drafted of drafts) {
    const { draft } = drafted
    if (draft.kind === 'group') planGroup(slice, drafted, draft)
    else await planPerson(slice, drafted, draft)
  }
  if (way.dryRun || !('record' in ctx) || slice.cards.length === 0) return
  const coming = { id: way.import, file: way.file, on: way.source.on }
  await ctx.record.keep(importKind, way.import, coming)
  await keepPeople(ctx, [...slice.people.values()])
  await putContents(ctx.db, ctx.owner, slice.contents)
  await ctx.record.keepAll(cardKind, new Map(slice.cards.map((card) => [card.id, card])))
}

type Known = Map<string, { card: CardId; person: PersonId | null }>

async function alreadyHere(ctx: Reading, drafts: readonly Draft[]): Promise<Known> {
  const keys = drafts.flatMap((drafted) => {
    const { content, same } = keysFor(drafted)
    return [content, ...same]
  })
  return cardsByKey(ctx.db, ctx.owner, [...new Set(keys)])
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
  if (known.has(content) || way.seen.has(content)) return
  way.seen.set(content, null)
  const { name, members } = draft
  addCard(slice, drafted, { person: null, group: { name, members }, rest: [] })
}

async function planPerson(slice: Slice, drafted: Draft, draft: PersonDraft): Promise<void> {
  const { ctx, way, known } = slice
  const { content, same } = keysFor(drafted)
  if (known.has(content) || way.seen.has(content)) {
    way.report.unchanged += 1
    return
  }
  const earlier = same.flatMap((key) => known.get(key)?.person ?? way.seen.get(key) ?? [])[0]
  const person = earlier ?? ctx.newId('person')
  const before = earlier ? await personBefore(slice, earlier) : null
  const isErased = !before && same.some((key) => known.get(key)?.person === earlier && earlier)
  if (isErased) {
    // Whoever was removed for good does not come back by a file.
    way.report.passed += 1
    return
  }
  for (const key of [content, ...same]) way.seen.set(key, person)
  if (before) {
    const imports = await importsBehind(slice, same)
    slice.people.set(person, updated(before, draft.person, imports))
  } else if (!earlier) {
    slice.people.set(person, { id: person, ...draft.person })
  }
  if (earlier) way.report.changed += 1
  else way.report.created += 1
  addCard(slice, drafted, { person, group: null, rest: draft.rest })
}

/** As they are in the notebook, or as this same slice is about to keep them. */
async function personBefore({ ctx, people }: Slice, person: PersonId): Promise<Person | null> {
  const there = people.get(person) ?? (await loadPeople(ctx.db, ctx.owner, [person])).get(person)
  return there ?? null
}

/** The earlier comings of this same record: what only they said is no longer said. */
async function importsBehind(
  { ctx, way, known }: Slice,
  same: readonly string[],
): Promise<Set<ImportId>> {
  const cards = same.flatMap((key) => known.get(key)?.card ?? [])
  const found = await loadAll(ctx.db, ctx.owner, cardKind, [...new Set(cards)])
  // A record that stands twice in one file says both; where the slices are cut makes no difference.
  return new Set([...found.values()].map((card) => card.import).filter((one) => one !== way.import))
}

function addCard(
  { ctx, way, cards, contents }: Slice,
  drafted: Draft,
  what: Pick<Card, 'person' | 'group' | 'rest'>,
): void {
  const { content, same } = keysFor(drafted)
  const digest = drafted.raw ? digestOf(drafted.raw) : null
  if (digest && drafted.raw) contents.set(digest, drafted.raw)
  cards.push({
    id: ctx.newId('card'),
    import: way.import,
    format: way.format,
    on: way.source.on,
    content: digest,
    keys: [content, ...same],
    ...what,
  })
}

/** Groups become labels, once all the cards of the file are in. */
export async function labelMembers(ctx: Writing, way: Bringing): Promise<void> {
  for (const group of way.groups) {
    const keys = group.members.map((uid) => `uid:${uid}`)
    const cards = await cardsByKey(ctx.db, ctx.owner, keys)
    const ids = [...new Set([...cards.values()].flatMap(({ person }) => person ?? []))]
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
