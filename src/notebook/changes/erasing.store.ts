import { type ConversationId, id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { lookUp } from '../../platform/database/rows.ts'
import { inSlices } from '../../platform/database/things.ts'
import { introductionIdsWith } from '../introductions/introductions.store.ts'
import { letterIdsAbout } from '../letters/letters.store.ts'
import type { NounWord } from '../nouns/nouns.store.ts'
import { themeIdsOf } from '../themes/themes.store.ts'
import { filesOf, quotationsOf } from '../voices/transcripts.store.ts'
import { cardsFrom, linesOfNotes, notesOn, questionsOf } from './belongings.store.ts'

/** What goes with a thing that is removed for good: ids by kind. Cards stay, emptied, so that imports pass them by. */
export type Belongings = Readonly<
  Record<
    | 'note'
    | 'step'
    | 'decision'
    | 'letter'
    | 'question'
    | 'card'
    | 'exchange'
    | 'introduction'
    | 'theme'
    | 'transcript'
    | 'attachment'
    | 'quotation',
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
  const lines = await linesOfNotes(db, owner, notes)
  const talks = kind === 'conversation' ? ids.map(asConversation) : []
  const transcripts = [
    ...(await filesOf(db, owner, 'transcript', talks)),
    ...(kind === 'transcript' ? ids : []),
  ]
  return {
    note: notes,
    decision: lines,
    transcript: transcripts,
    attachment: [
      ...(await filesOf(db, owner, 'attachment', talks)),
      ...(kind === 'attachment' ? ids : []),
    ],
    quotation: [...lines, ...(await quotationsOf(db, owner, transcripts))],
    step: kind === 'conversation' ? await lookUp(db, owner, stepsByTalk, ids) : [],
    letter: kind === 'conversation' ? await letterIdsAbout(db, owner, ids) : [],
    question: kind === 'field' ? await questionsOf(db, owner, ids) : [],
    card: kind === 'person' ? await cardsFrom(db, owner, ids) : [],
    exchange: kind === 'person' ? await lookUp(db, owner, exchangesByPerson, ids) : [],
    theme: kind === 'field' ? await themeIdsOf(db, owner, ids) : [],
    introduction: kind === 'person' ? await introductionIdsWith(db, owner, ids) : [],
  }
}

/**
 * Removes bytes for good: contents that no note, card, transcript, picture or line of the log refers to any more. `digests` are few:
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
  for (const table of ['notes', 'cards', 'transcripts', 'attachments'] as const) {
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
    .where('kind', 'in', ['note', 'card', 'transcript', 'attachment'])
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
 * merge, contact elsewhere and an introduction.
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
    const introduced = await db
      .selectFrom('introduction_people')
      .select('person_id as id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const row of [...merged, ...met, ...introduced]) found.add(row.id)
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
    const files = kind === 'conversation' ? await withFiles(db, owner, some) : []
    for (const { id: one } of [...notes, ...others, ...files]) found.add(one)
  }
  return found
}

/** Conversations that have a transcript or a picture. */
async function withFiles(
  db: Database,
  owner: OwnerId,
  conversations: readonly string[],
): Promise<{ id: string }[]> {
  return db
    .selectFrom('conversation_files')
    .select('conversation_id as id')
    .where('owner_id', '=', owner)
    .where('conversation_id', 'in', conversations.map(asConversation))
    .execute()
}

/** Which of these fields and organisations are still given to somebody or something, or wished for. */
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
    const gathered = await db
      .selectFrom('field_themes')
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
    const wished = await db
      .selectFrom('wished')
      .select('organisation_id as id')
      .where('owner_id', '=', owner)
      .where('organisation_id', 'in', some)
      .execute()
    const rows = [...given, ...talked, ...asked, ...gathered, ...noted, ...wished]
    for (const row of rows) found.add(row.id)
  }
  return found
}

function asPerson(text: string): PersonId {
  return id('person', text)
}

function asConversation(text: string): ConversationId {
  return id('conversation', text)
}
