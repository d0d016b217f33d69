import { id, type PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { type Kind, loadAll } from '../../platform/database/things.ts'
import { writtenOf } from '../changes/erasing.store.ts'
import {
  type Card,
  cardKind,
  cardsByKey,
  cardsOf,
  type Import,
  importsTakenOut,
  type Made,
} from '../contacts/contacts.store.ts'
import { isHeld, stillNamed, type TakenOut, withoutImport } from '../contacts/take-out.ts'
import type { Gone } from '../contacts/update.ts'
import { conversationKind, livesOf, stepKind } from '../conversations/conversations.store.ts'
import { noteKind } from '../notes/notes.store.ts'
import { personKind } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { isNoun } from './taking-back-nouns.operations.ts'

/** People by what became of them: somebody may stand on several pages of cards. */
export interface TakenOutCounts {
  readonly people: Set<PersonId>
  readonly changed: Set<PersonId>
  readonly kept: Set<PersonId>
  conversations: number
  /** Organisations and fields that it brought. */
  readonly nouns: Made[]
}

export function noCounts(): TakenOutCounts {
  return { people: new Set(), changed: new Set(), kept: new Set(), conversations: 0, nouns: [] }
}

/** Takes what these cards of one import said out of their people. */
export async function takeOutCards(
  ctx: Writing,
  begun: Import,
  { cards, counts }: { readonly cards: readonly Card[]; readonly counts: TakenOutCounts },
): Promise<void> {
  await takeOutMade(ctx, cards, counts)
  const ids = await peopleBehind(ctx, cards)
  const people = await loadAll(ctx.db, ctx.owner, personKind, ids)
  await forgetWhoIsGone(ctx, cards, people)
  const takenOut = new Set((await importsTakenOut(ctx.db, ctx.owner)).keys())
  const sayings = await cardsOf(ctx.db, ctx.owner, ids)
  const written = await writtenOf(ctx.db, ctx.owner, 'person', ids)
  const after = new Map<string, Person>()
  const heirs = new Map<string, Gone>()
  for (const [one, person] of people) {
    const all = sayings.get(person.id) ?? []
    const left = withoutImport(person, {
      import: begun.id,
      own: all.filter((card) => card.import === begun.id),
      others: all.filter((card) => !takenOut.has(card.import)),
      takenOut,
    })
    for (const [card, gone] of left.heirs) heirs.set(card, gone)
    after.set(one, decided(person, left, { begun, isWrittenOf: written.has(one), counts }))
  }
  await ctx.record.keepAll(personKind, after)
  await inherit(ctx, heirs)
}

/** Conversations that came with the rows of a table go, unless something of them was touched since. */
async function takeOutMade(
  ctx: Writing,
  cards: readonly Card[],
  counts: TakenOutCounts,
): Promise<void> {
  for (const { made: all = [] } of cards) {
    counts.nouns.push(...all.filter(isNoun))
    const made = all.filter((one) => !isNoun(one))
    const ids = (kind: Made['kind']) => made.filter((one) => one.kind === kind).map((one) => one.id)
    const conversations = ids('conversation').map((one) => id('conversation', one))
    const lives = await livesOf(ctx.db, ctx.owner, conversations)
    const notes = await loadAll(ctx.db, ctx.owner, noteKind, ids('note'))
    const docs = [...lives.map(({ conversation }) => conversation), ...notes.values()]
    const now = new Map(docs.map((doc) => [doc.id as string, digestOf(JSON.stringify(doc))]))
    const isSame = made.every(({ id: one, digest }) => digest === null || now.get(one) === digest)
    const steps = lives.flatMap((life) => life.steps.map((step) => step.id as string))
    const hasOwnStepsOnly = steps.toSorted().join() === ids('step').toSorted().join()
    if (made.length === 0 || !isSame || !hasOwnStepsOnly) continue
    await removeAll(ctx, noteKind, ids('note'))
    await removeAll(ctx, stepKind, steps)
    await removeAll(ctx, conversationKind, conversations)
    counts.conversations += conversations.length
  }
}

async function removeAll<Doc>(
  ctx: Writing,
  kind: Kind<Doc>,
  ids: readonly string[],
): Promise<void> {
  await ctx.record.keepAll(kind, new Map(ids.map((one) => [one, null])))
}

/** Whose the cards are, and who got a label from a group among them. */
async function peopleBehind(ctx: Reading, cards: readonly Card[]): Promise<PersonId[]> {
  const members = cards.flatMap((card) => card.group?.members.map((uid) => `uid:${uid}`) ?? [])
  const bearers = await cardsByKey(ctx.db, ctx.owner, members)
  const all = [...cards, ...[...bearers.values()].flat()]
  return [...new Set(all.flatMap(({ person }) => person ?? []))]
}

/** Whoever was removed for good stays away when this file comes again. */
async function forgetWhoIsGone(
  ctx: Writing,
  cards: readonly Card[],
  people: ReadonlyMap<string, Person>,
): Promise<void> {
  const gone = cards.filter(({ person }) => person !== null && !people.has(person))
  await ctx.record.keepAll(
    cardKind,
    new Map(gone.map((card) => [card.id, { ...card, forgotten: true as const }])),
  )
}

/**
 * Whoever only this import spoke of goes into the bin whole, so that they can come out of it whole. That a record was
 * merged with others does not hold it: who is one with it is shown without it, and it is there again with its file.
 */
function decided(
  person: Person,
  { person: left }: TakenOut,
  around: {
    readonly begun: Import
    readonly isWrittenOf: boolean
    readonly counts: TakenOutCounts
  },
): Person {
  const { begun, isWrittenOf, counts } = around
  if (!isHeld(left) && !isWrittenOf) {
    if (person.binnedOn) return person
    counts.people.add(person.id)
    return { ...person, binnedOn: begun.takenOut?.on ?? begun.on }
  }
  const stays = stillNamed(left, person)
  const isSame = said(stays) === said(person)
  if (!isSame) counts.changed.add(person.id)
  else if (!counts.changed.has(person.id)) counts.kept.add(person.id)
  return stays
}

function said(person: Person): string {
  return JSON.stringify(person, (key, value: unknown) => (key === 'sources' ? undefined : value))
}

async function inherit(ctx: Writing, heirs: ReadonlyMap<string, Gone>): Promise<void> {
  const cards = await loadAll(ctx.db, ctx.owner, cardKind, [...heirs.keys()])
  await ctx.record.keepAll(
    cardKind,
    new Map([...cards].map(([one, card]) => [one, { ...card, gone: heirs.get(one) ?? {} }])),
  )
}
