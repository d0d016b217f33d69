import type { CardId, ImportId, PersonId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
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
  readonly seen: Map<string, PersonId>
  readonly groups: GroupDraft[]
  readonly dryRun: boolean
}

interface Plan {
  readonly people: Person[]
  readonly cards: Card[]
  readonly contents: Map<string, Uint8Array>
}

/** Decides what becomes of some records, and keeps it unless this is a dry run. */
export async function bringIn(
  ctx: Reading | Writing,
  way: Bringing,
  drafts: readonly Draft[],
): Promise<void> {
  const plan: Plan = { people: [], cards: [], contents: new Map() }
  const known = await alreadyHere(ctx, drafts)
  for (const drafted of drafts) {
    const { draft } = drafted
    if (draft.kind === 'group') planGroup(ctx, way, known, { drafted, draft }, plan)
    else await planPerson(ctx, way, known, { drafted, draft }, plan)
  }
  if (way.dryRun || !('record' in ctx)) return
  await ctx.record.keep(importKind, way.import, {
    id: way.import,
    file: way.file,
    on: way.source.on,
  })
  await keepPeople(ctx, plan.people)
  await putContents(ctx.db, ctx.owner, plan.contents)
  await ctx.record.keepAll(cardKind, new Map(plan.cards.map((card) => [card.id, card])))
}

type Known = Map<string, { card: CardId; person: PersonId | null }>

async function alreadyHere(ctx: Reading, drafts: readonly Draft[]): Promise<Known> {
  const keys = drafts.flatMap((drafted) => {
    const { content, same } = keysFor(drafted)
    return [content, ...same]
  })
  return cardsByKey(ctx.db, ctx.owner, [...new Set(keys)])
}

const fingerprints = new WeakMap<Draft, string>()

function keysFor(drafted: Draft): { content: string; same: string[] } {
  const { draft, raw } = drafted
  const known = fingerprints.get(drafted)
  const said = draft.kind === 'group' ? JSON.stringify([draft.name, draft.members]) : saidBy(draft)
  const fingerprint = known ?? digestOf(raw ?? said)
  fingerprints.set(drafted, fingerprint)
  if (draft.kind === 'person') return keysOf(draft, fingerprint)
  return { content: `content:${fingerprint}`, same: draft.uid ? [`uid:${draft.uid}`] : [] }
}

interface One<D> {
  readonly drafted: Draft
  readonly draft: D
}

function planGroup(
  ctx: Reading,
  way: Bringing,
  known: Known,
  one: One<GroupDraft>,
  plan: Plan,
): void {
  way.report.passed += 1
  way.groups.push(one.draft)
  const { content } = keysFor(one.drafted)
  if (known.has(content) || way.seen.has(content)) return
  way.seen.set(content, id('person', ''))
  const { name, members } = one.draft
  plan.cards.push(cardFrom(ctx, way, one.drafted, { person: null, group: { name, members } }, plan))
}

async function planPerson(
  ctx: Reading,
  way: Bringing,
  known: Known,
  { drafted, draft }: One<PersonDraft>,
  plan: Plan,
): Promise<void> {
  const { content, same } = keysFor(drafted)
  if (known.has(content) || way.seen.has(content)) {
    way.report.unchanged += 1
    return
  }
  const earlier = same.flatMap((key) => known.get(key)?.person ?? way.seen.get(key) ?? [])[0]
  const person = earlier ?? ctx.newId('person')
  for (const key of [content, ...same]) way.seen.set(key, person)
  const before = earlier ? await personBefore(ctx, earlier, plan) : null
  if (before) {
    const imports = await importsBehind(ctx, known, same)
    plan.people.splice(
      0,
      plan.people.length,
      ...plan.people.filter(({ id: other }) => other !== person),
    )
    plan.people.push(updated(before, draft.person, imports))
    way.report.changed += 1
  } else if (earlier) {
    way.report.changed += 1
  } else {
    plan.people.push({ id: person, ...draft.person })
    way.report.created += 1
  }
  plan.cards.push(cardFrom(ctx, way, drafted, { person, group: null, rest: draft.rest }, plan))
}

/** As they are in the notebook, or as this same slice is about to keep them. */
async function personBefore(ctx: Reading, person: PersonId, plan: Plan): Promise<Person | null> {
  const waiting = plan.people.find(({ id: other }) => other === person)
  return waiting ?? (await loadPeople(ctx.db, ctx.owner, [person])).get(person) ?? null
}

/** The earlier comings of this same record: what only they said is no longer said. */
async function importsBehind(
  ctx: Reading,
  known: Known,
  same: readonly string[],
): Promise<Set<ImportId>> {
  const cards = same.flatMap((key) => known.get(key)?.card ?? [])
  const found = await loadAll(ctx.db, ctx.owner, cardKind, [...new Set(cards)])
  return new Set([...found.values()].map((card) => card.import))
}

function cardFrom(
  ctx: Reading,
  way: Bringing,
  drafted: Draft,
  what: Pick<Card, 'person' | 'group'> & Partial<Pick<Card, 'rest'>>,
  plan: Plan,
): Card {
  const { content, same } = keysFor(drafted)
  const digest = drafted.raw ? digestOf(drafted.raw) : null
  if (digest && drafted.raw) plan.contents.set(digest, drafted.raw)
  return {
    id: ctx.newId('card'),
    person: what.person,
    import: way.import,
    format: way.format,
    on: way.source.on,
    content: digest,
    rest: what.rest ?? [],
    keys: [content, ...same],
    group: what.group,
  }
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
