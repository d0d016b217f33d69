import { type ConversationId, id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { lookUp } from '../../platform/database/rows.ts'
import { inSlices, loadAll } from '../../platform/database/things.ts'
import { cardsOf } from '../contacts/contacts.store.ts'
import { questionKind } from '../fields/fields.store.ts'
import { letterId } from '../letters/letters.store.ts'
import { noteKind } from '../notes/notes.store.ts'
import type { NounWord } from '../nouns/nouns.store.ts'

/** What goes with a thing that is removed for good: ids by kind. Cards stay, emptied, so that imports pass them by. */
export type Belongings = Readonly<
  Record<
    'note' | 'step' | 'decision' | 'letter' | 'question' | 'card' | 'exchange',
    readonly string[]
  >
>

const stepsByTalk = {
  table: 'conversation_steps',
  column: 'conversation_id',
  gives: 'step_id',
} as const
const exchangesByPerson = {
  table: 'exchange_people',
  column: 'person_id',
  gives: 'exchange_id',
} as const

/** All that belongs to these things and to nothing else. */
export async function belongingsOf(
  db: Database,
  owner: OwnerId,
  kind: string,
  ids: readonly string[],
): Promise<Belongings> {
  const notes = [...(await notesOn(db, owner, kind, ids)), ...(kind === 'note' ? ids : [])]
  return {
    note: notes,
    decision: await linesOfNotes(db, owner, notes),
    step: kind === 'conversation' ? await lookUp(db, owner, stepsByTalk, ids) : [],
    letter:
      kind === 'conversation' ? ids.map((one) => letterId(id('conversation', one), 'thanks')) : [],
    question: kind === 'field' ? await questionsOf(db, owner, ids) : [],
    card: kind === 'person' ? await cardsFrom(db, owner, ids) : [],
    exchange: kind === 'person' ? await lookUp(db, owner, exchangesByPerson, ids) : [],
  }
}

async function notesOn(
  db: Database,
  owner: OwnerId,
  kind: string,
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('subject_notes')
      .select('note_id')
      .where('owner_id', '=', owner)
      .where('subject_kind', '=', kind)
      .where('subject_id', 'in', some)
      .execute()
    found.push(...rows.map((row) => row.note_id))
  }
  return found
}

async function linesOfNotes(
  db: Database,
  owner: OwnerId,
  notes: readonly string[],
): Promise<string[]> {
  const found = await loadAll(db, owner, noteKind, notes)
  return [...found.values()].flatMap((note) => note.lines.map((line) => line.id))
}

/** Settled ones too, which stand in no index; questions of one's own are few. */
async function questionsOf(
  db: Database,
  owner: OwnerId,
  fields: readonly string[],
): Promise<string[]> {
  const rows = await db.selectFrom('questions').select('id').where('owner_id', '=', owner).execute()
  const all = await loadAll(
    db,
    owner,
    questionKind,
    rows.map((row) => row.id),
  )
  return [...all.values()].filter(({ field }) => fields.includes(field)).map((one) => one.id)
}

async function cardsFrom(db: Database, owner: OwnerId, people: readonly string[]) {
  const cards = await cardsOf(
    db,
    owner,
    people.map((one) => id('person', one)),
  )
  return [...cards.values()].flat().map((card) => card.id as string)
}

/**
 * Removes bytes for good: contents that no note, no card and no line of the log refers to any more. `digests` are few:
 * those of what was just removed.
 */
export async function dropContents(
  db: Database,
  owner: OwnerId,
  digests: readonly string[],
): Promise<void> {
  for (const digest of new Set(digests)) {
    if (await isReferredTo(db, owner, digest)) continue
    await db
      .deleteFrom('contents')
      .where('owner_id', '=', owner)
      .where('digest', '=', digest)
      .execute()
  }
}

async function isReferredTo(db: Database, owner: OwnerId, digest: string): Promise<boolean> {
  // A digest is of letters, digits, - and _ alone; a _ that matches any letter only keeps more than it must.
  const like = `%${digest}%`
  for (const table of ['notes', 'cards'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('owner_id', '=', owner)
      .where('doc', 'like', like)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  const logged = await db
    .selectFrom('changes')
    .select('ordinal')
    .where('owner_id', '=', owner)
    .where('kind', 'in', ['note', 'card'])
    .where((eb) => eb.or([eb('before', 'like', like), eb('after', 'like', like)]))
    .limit(1)
    .executeTakeFirst()
  return logged !== undefined
}

/** What is removed for good is no longer in the log either: that it was there stays, what it said goes. */
export async function eraseFromLog(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<void> {
  for (const some of inSlices(ids)) {
    await eraseAnswers(db, owner, some)
    await db
      .updateTable('changes')
      .set({ before: null, after: null })
      .where('owner_id', '=', owner)
      .where('id', 'in', some)
      .execute()
  }
}

/** Answers that were kept for a repeated key tell of the same things. */
async function eraseAnswers(db: Database, owner: OwnerId, ids: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom('writes')
    .select('answer')
    .where('owner_id', '=', owner)
    .where('answer', 'is not', null)
    .where('revision', 'in', (eb) =>
      eb
        .selectFrom('changes')
        .select('revision')
        .where('owner_id', '=', owner)
        .where('id', 'in', ids),
    )
    .execute()
  const digests = rows.flatMap((row) => row.answer ?? [])
  for (const some of inSlices(digests)) {
    await db
      .deleteFrom('contents')
      .where('owner_id', '=', owner)
      .where('digest', 'in', some)
      .execute()
    await db
      .updateTable('writes')
      .set({ answer: null })
      .where('owner_id', '=', owner)
      .where('answer', 'in', some)
      .execute()
  }
}

/**
 * Which of these people and conversations something else stands on: a conversation, a note, a step, and for people also a
 * merge and contact elsewhere.
 */
export async function stoodUpon(
  db: Database,
  owner: OwnerId,
  kind: 'person' | 'conversation',
  ids: readonly string[],
): Promise<Set<string>> {
  const found = await writtenOf(db, owner, kind, ids)
  if (kind === 'conversation') return found
  for (const some of inSlices(ids.map(asPerson))) {
    const merged = await db
      .selectFrom('bond_people')
      .select('person_id as id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .where('kind', '=', 'same')
      .execute()
    const met = await db
      .selectFrom('exchange_people')
      .select('person_id as id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const row of [...merged, ...met]) found.add(row.id)
  }
  return found
}

/** Of which of these people and conversations the owner has written: a note, a conversation with them, a step. */
export async function writtenOf(
  db: Database,
  owner: OwnerId,
  kind: 'person' | 'conversation',
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(ids)) {
    const notes = await db
      .selectFrom('subject_notes')
      .select('subject_id as id')
      .where('owner_id', '=', owner)
      .where('subject_kind', '=', kind)
      .where('subject_id', 'in', some)
      .execute()
    const others =
      kind === 'person'
        ? await db
            .selectFrom('conversation_people')
            .select('person_id as id')
            .where('owner_id', '=', owner)
            .where('person_id', 'in', some.map(asPerson))
            .execute()
        : await db
            .selectFrom('conversation_steps')
            .select('conversation_id as id')
            .where('owner_id', '=', owner)
            .where('conversation_id', 'in', some.map(asConversation))
            .execute()
    for (const row of [...notes, ...others]) found.add(row.id)
  }
  return found
}

/** Which of these fields and organisations are still given to somebody or something. */
export async function nounsInUse(
  db: Database,
  owner: OwnerId,
  kind: NounWord,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(ids)) {
    const given = await db
      .selectFrom('person_keys')
      .select('key as id')
      .where('owner_id', '=', owner)
      .where('kind', '=', kind)
      .where('key', 'in', some)
      .execute()
    const talked = await db
      .selectFrom('conversation_fields')
      .select('field_id as id')
      .where('owner_id', '=', owner)
      .where(
        'field_id',
        'in',
        some.map((one) => id('field', one)),
      )
      .execute()
    const asked = await db
      .selectFrom('field_questions')
      .select('field_id as id')
      .where('owner_id', '=', owner)
      .where('field_id', 'in', some)
      .execute()
    const noted = await db
      .selectFrom('subject_notes')
      .select('subject_id as id')
      .where('owner_id', '=', owner)
      .where('subject_kind', '=', kind)
      .where('subject_id', 'in', some)
      .execute()
    for (const row of [...given, ...talked, ...asked, ...noted]) found.add(row.id)
  }
  return found
}

function asPerson(text: string): PersonId {
  return id('person', text)
}

function asConversation(text: string): ConversationId {
  return id('conversation', text)
}
