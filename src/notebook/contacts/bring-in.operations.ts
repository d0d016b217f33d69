import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { keyOf } from '../nouns/noun.ts'
import { withLabels } from '../people/edit.ts'
import { keepPeople } from '../people/people.operations.ts'
import { loadPeople } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { passedBy } from '../tombstones/passed-by.store.ts'
import { keepBeside, keepContact } from './bring-beside.operations.ts'
import { keepTalks, planTalk } from './bring-in-talks.operations.ts'
import {
  addCard,
  alreadyHere,
  type Bringing,
  comingsBefore,
  type Draft,
  type Known,
  keysFor,
  personBefore,
  personHere,
  type Slice,
} from './bringing.operations.ts'
import { type Card, cardKind, cardsByKey, importKind, type Made } from './contacts.store.ts'
import type { GroupDraft, PersonDraft } from './draft.ts'
import { importSoFar } from './import-so-far.operations.ts'
import { passBy } from './import.ts'
import { type Gone, hasMet, isSaidAlready, newIn, updated } from './update.ts'

/** Decides what becomes of some records, and keeps it unless this is a dry run. */
export async function bringIn(
  ctx: Reading | Writing,
  way: Bringing,
  drafts: readonly Draft[],
): Promise<void> {
  const known = await alreadyHere(ctx, way, drafts)
  const slice: Slice = {
    ctx,
    way,
    known,
    people: new Map(),
    cards: [],
    contents: new Map(),
    talks: [],
    beside: [],
  }
  const forgotten = await forgottenAmong(slice, drafts)
  for (const drafted of drafts) {
    const { draft } = drafted
    const on = forgotten.get(drafted)
    if (on !== undefined) {
      passBy(way.report, drafted.line, on)
      continue
    }
    if (draft.kind === 'group') planGroup(slice, drafted, draft)
    else if (draft.talk) await planTalk(slice, drafted, { ...draft, talk: draft.talk })
    else await planPerson(slice, drafted, draft)
  }
  if (way.dryRun || !('record' in ctx)) {
    await keepContact(ctx, slice)
    return
  }
  if (slice.cards.length === 0) return
  await keepPeople(ctx, [...slice.people.values()])
  await putContents(ctx.db, ctx.owner, slice.contents)
  const made = new Map([...(await keepTalks(ctx, slice)), ...(await keepBeside(ctx, slice))])
  await keepContact(ctx, slice)
  const cards = withNouns(
    ctx,
    slice.cards.map((card): Card => ({ ...card, ...made.get(card.id) })),
  )
  await ctx.record.keepAll(cardKind, new Map(cards.map((card) => [card.id, card])))
  await ctx.record.keep(importKind, way.import, importSoFar(way, slice.cards))
}

/** Organisations and fields that some records brought hang on the first of these. */
function withNouns({ record }: Writing, [first, ...others]: readonly Card[]): Card[] {
  if (!first) return []
  const nouns = (['organisation', 'field'] as const).flatMap((name) =>
    record.changesOf({ name }).flatMap(({ id, before, after }): Made[] => {
      return before === null && after !== null ? [{ kind: name, id, digest: digestOf(after) }] : []
    }),
  )
  if (nouns.length === 0) return [first, ...others]
  return [{ ...first, made: [...(first.made ?? []), ...nouns] }, ...others]
}

/** Records of people who were forgotten; of those whom the notebook holds none was, or it was lifted. */
async function forgottenAmong(
  { ctx, known }: Slice,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<Draft, Day>> {
  const coming = drafts.flatMap((drafted) => {
    const { content, same } = keysFor(drafted)
    const isHere = [content, ...same].some((key) => known.here.has(key) || known.own.has(key))
    if (drafted.draft.kind !== 'person' || isHere) return []
    return [{ drafted, person: drafted.draft.person, cards: [content, ...same] }]
  })
  const days = await passedBy(ctx.db, ctx.owner, coming)
  return new Map(
    coming.flatMap(({ drafted }, at) => {
      const on = days[at]
      return on ? [[drafted, on] as const] : []
    }),
  )
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
  const own = slice.known.own.size > 0 ? ownAmong(slice, drafted) : null
  await (own ? planOwn(slice, drafted, { draft, own }) : planRecord(slice, drafted, draft))
}

async function planRecord(slice: Slice, drafted: Draft, draft: PersonDraft): Promise<void> {
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
  const { gone, isSame } = before
    ? await planChange(slice, drafted, { draft, before })
    : { gone: {}, isSame: false }
  const person = before?.id ?? here ?? addPerson(slice, draft)
  for (const key of [content, ...same]) way.seen.set(key, person)
  way.report[outcomeOf(here, isSame)] += 1
  const what = { person, group: null, rest: draft.rest, ...unsourced(draft), gone }
  const card = addCard(slice, drafted, what)
  slice.beside.push(...besideOn(card, person, draft))
}

function ownAmong({ way, known }: Slice, drafted: Draft): Person | null {
  const { content, same } = keysFor(drafted)
  if (known.here.has(content) || way.seen.has(content)) return null
  return same.flatMap((key) => known.own.get(key) ?? [])[0] ?? null
}

function outcomeOf(here: PersonId | null, isSame: boolean): 'created' | 'changed' | 'unchanged' {
  if (here === null) return 'created'
  return isSame ? 'unchanged' : 'changed'
}

/** Somebody of this notebook comes back from a file that it gave out: only what is new is taken from it. */
async function planOwn(
  slice: Slice,
  drafted: Draft,
  { draft, own }: { readonly draft: PersonDraft; readonly own: Person },
): Promise<void> {
  const { way } = slice
  const said = newIn(draft.person, own)
  const before = said ? await personBefore(slice, own.id) : null
  if (!said || !before) {
    way.report.unchanged += 1
    return
  }
  const fresh = { ...draft, person: said }
  await planChange(slice, drafted, { draft: fresh, before })
  const { content, same } = keysFor(drafted)
  for (const key of [content, ...same]) way.seen.set(key, own.id)
  way.report.changed += 1
  const card = addCard(slice, drafted, {
    person: own.id,
    group: null,
    rest: draft.rest,
    ...unsourced(fresh),
  })
  slice.beside.push(...besideOn(card, own.id, draft))
}

function besideOn(card: Card['id'], person: PersonId, { beside }: PersonDraft): Slice['beside'] {
  return beside ? [{ card, person, beside }] : []
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

/** What they said before and say no more; and whether all else is as it was, so that only the card is another. */
async function planChange(
  slice: Slice,
  drafted: Draft,
  { draft, before }: { readonly draft: PersonDraft; readonly before: Person },
): Promise<{ readonly gone: Gone; readonly isSame: boolean }> {
  const { content, same } = keysFor(drafted)
  const record = { format: slice.way.format, table: draft.identity.table }
  const comings = await comingsBefore(slice, { keys: [content, ...same], record })
  const { person, gone } = updated(before, draft.person, comings)
  slice.people.set(person.id, person)
  return { gone, isSame: isSaidAlready(person, before) }
}

/** What no value's source tells, so that it can be taken out again. */
function unsourced({ person, identity }: PersonDraft): Pick<Card, 'table' | 'words' | 'meeting'> {
  return {
    ...(identity.table === null ? {} : { table: identity.table }),
    ...(person.words === '' ? {} : { words: person.words }),
    ...(hasMet(person.meeting) ? { meeting: person.meeting } : {}),
  }
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

/** Whoever introduced somebody may stand further down in the file. */
export async function nameIntroducers(ctx: Writing, way: Bringing): Promise<void> {
  const keys = [...way.introduced.values()].map((uid) => `uid:${uid}`)
  const cards = await cardsByKey(ctx.db, ctx.owner, keys)
  const people = await loadPeople(ctx.db, ctx.owner, [...way.introduced.keys()])
  const led = [...people.values()].flatMap((person) => {
    const through = cards.get(`uid:${way.introduced.get(person.id)}`)?.at(-1)?.person
    if (!through || through === person.id || person.meeting.through) return []
    return [{ ...person, meeting: { ...person.meeting, through } }]
  })
  await keepPeople(ctx, led)
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
