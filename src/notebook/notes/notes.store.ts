import type { Day } from '../../kit/days.ts'
import { type ConversationId, id, type LineId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import { getContents } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { searchText } from '../../platform/database/search-text.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import type { Life } from '../conversations/conversation.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import { foldOf } from '../conversations/course.ts'
import { keyOf } from '../nouns/noun.ts'
import type { LineLevel } from '../people/consent.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import { knownNames } from './names.ts'
import type { KeptLine, LineInTheme, Note, OpenLine, Subject } from './note.ts'
import { understandLine, type UnderstoodLine } from './understand.ts'

export const noteKind: Kind<Note> = {
  name: 'note',
  table: 'notes',
  binnedOn: (note) => note.binnedOn,
  index: indexNotes,
}

/** What was decided about a line; under the line's own id. */
export interface Decision {
  readonly id: LineId
  readonly doneOn: Day | null
  readonly restedOn: Day | null
  /** The line it stands beside: both were changed at once, and the owner has not chosen yet. */
  readonly beside?: LineId | null
  /** How far it is closed beyond what was agreed; left out, not at all. */
  readonly level?: LineLevel
  /** The themes it makes; left out, none. */
  readonly themes?: readonly LineInTheme[]
}

export function undecided(line: LineId): Decision {
  return { id: line, doneOn: null, restedOn: null }
}

export const decisionKind: Kind<Decision> = {
  name: 'decision',
  table: 'decisions',
  binnedOn: () => null,
  index: async () => {},
}

async function indexNotes(db: Database, owner: OwnerId, notes: Kept<Note>): Promise<void> {
  const ids = [...notes.keys()]
  const before = await lineIdsOf(db, owner, ids)
  await removeRows(db, owner, { table: 'search_texts', column: 'id' }, before)
  await removeRows(db, owner, { table: 'line_tags', column: 'line_id' }, before)
  await removeRows(db, owner, { table: 'lines', column: 'note_id' }, ids)
  await removeRows(db, owner, { table: 'subject_notes', column: 'note_id' }, ids)
  for (const note of notes.values()) {
    if (note === null || note.binnedOn) continue
    await addRows(db, 'subject_notes', [
      {
        owner_id: owner,
        subject_kind: note.subject.kind,
        subject_id: note.subject.id,
        note_id: note.id,
      },
    ])
    await indexLines(db, owner, note)
  }
}

async function lineIdsOf(
  db: Database,
  owner: OwnerId,
  notes: readonly string[],
): Promise<LineId[]> {
  const found: LineId[] = []
  for (const some of inSlices(notes)) {
    const rows = await db
      .selectFrom('lines')
      .select('line_id')
      .where('owner_id', '=', owner)
      .where(
        'note_id',
        'in',
        some.map((one) => id('note', one)),
      )
      .execute()
    found.push(...rows.map((row) => row.line_id))
  }
  return found
}

/** Made from the note alone, so that nothing that happens elsewhere puts it out of date. */
async function indexLines(db: Database, owner: OwnerId, note: Note): Promise<void> {
  const open = await openLines(db, owner, note.lines)
  const read = open.map((line) => ({ id: line.id, ...readLine(line.text, note) }))
  await addRows(
    db,
    'lines',
    read.map((line, position) => ({
      owner_id: owner,
      line_id: line.id,
      note_id: note.id,
      position,
      mark: line.mark ?? '',
      said: line.offRecord ? '' : line.said,
      off_record: line.offRecord ? 1 : 0,
      named: line.offRecord ? '' : (line.speaker ?? ''),
      conversation_id: conversationOf(note.subject),
      day: note.day,
      due: line.offRecord ? null : line.day,
    })),
  )
  const shown = read.filter((line) => !line.offRecord)
  await addRows(
    db,
    'line_tags',
    shown.flatMap((line) => tagRows(owner, line)),
  )
  await addRows(
    db,
    'search_texts',
    shown
      .filter((line) => line.said !== '')
      .map((line) => ({
        owner_id: owner,
        kind: 'line',
        id: line.id,
        folded: searchText([line.said, ...line.fields, ...line.topics].join(' ')),
        day: note.day,
      })),
  )
}

function conversationOf({ kind, id: which }: Subject): ConversationId | null {
  return kind === 'conversation' ? id('conversation', which) : null
}

function tagRows(owner: OwnerId, line: UnderstoodLine & { readonly id: LineId }) {
  const keys = [
    ...line.fields.map((word) => ['field', keyOf(word)] as const),
    ...line.topics.map((word) => ['topic', keyOf(word)] as const),
    ...line.people.map((name) => ['person', fold(name)] as const),
  ]
  return keys
    .filter(([, key]) => key !== '')
    .map(([kind, key]) => ({ owner_id: owner, line_id: line.id, kind, key }))
}

/** What a note stands in: who is at the table, and the day, where there is one. */
export interface Frame {
  readonly names: readonly string[]
  readonly day: Day | null
}

export async function frameOf(db: Database, owner: OwnerId, subject: Subject): Promise<Frame> {
  if (subject.kind === 'person') {
    return { day: null, names: await namesOf(db, owner, [id('person', subject.id)]) }
  }
  const at = conversationOf(subject)
  const [life] = at === null ? [] : await livesOf(db, owner, [at])
  if (!life) return { day: null, names: [] }
  return { day: dayOf(life), names: await namesOf(db, owner, life.conversation.people) }
}

function dayOf(life: Life): Day | null {
  const { course } = foldOf(life)
  return course.met?.day ?? course.start?.day ?? life.conversation.start?.day ?? null
}

async function namesOf(db: Database, owner: OwnerId, ids: readonly PersonId[]): Promise<string[]> {
  return [...(await loadPeople(db, owner, ids)).values()].map(nameOf)
}

export function readLine(
  text: string,
  { day, names }: Pick<Note, 'day' | 'names'>,
): UnderstoodLine {
  return understandLine(text, 0, { day, zone: null, lang: null, names: knownNames(names) })
}

/** Lines with their words, those off the record too; who may see them is decided by the caller. */
export async function openLines(
  db: Database,
  owner: OwnerId,
  lines: readonly KeptLine[],
): Promise<OpenLine[]> {
  const sealed = lines.flatMap((line) => ('sealed' in line ? [line.sealed] : []))
  const contents = sealed.length
    ? await getContents(db, owner, sealed)
    : new Map<string, Uint8Array>()
  const utf8 = new TextDecoder()
  return lines.map((line) =>
    'text' in line
      ? line
      : { id: line.id, text: utf8.decode(contents.get(line.sealed) ?? new Uint8Array()) },
  )
}

export async function noteOn(db: Database, owner: OwnerId, subject: Subject): Promise<Note | null> {
  const row = await db
    .selectFrom('subject_notes')
    .select('note_id')
    .where('owner_id', '=', owner)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('note_id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return (await loadAll(db, owner, noteKind, [row.note_id])).get(row.note_id) ?? null
}

/** Which of these have a note. */
export async function subjectsWithNotes(
  db: Database,
  owner: OwnerId,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('subject_notes')
      .select('subject_id')
      .where('owner_id', '=', owner)
      .where('subject_kind', '=', kind)
      .where('subject_id', 'in', some)
      .execute()
    for (const row of rows) found.add(row.subject_id)
  }
  return found
}

/** The notes of a subject: of somebody who stands in several records those of all, the head's first. */
export async function notesOn(db: Database, owner: OwnerId, subject: Subject): Promise<Note[]> {
  const records =
    subject.kind === 'person'
      ? await withTheirGroups(db, owner, [id('person', subject.id)])
      : [subject.id]
  const found: Note[] = []
  for (const one of records) {
    const note = await noteOn(db, owner, { kind: subject.kind, id: one })
    if (note) found.push(note)
  }
  return found
}

export async function revisionOfNote(db: Database, owner: OwnerId, note: string): Promise<number> {
  const row = await db
    .selectFrom('notes')
    .select('revision')
    .where('owner_id', '=', owner)
    .where('id', '=', note)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** A note as it was at a revision, from the log; null before it was begun or where the log no longer tells. */
export async function noteAt(
  db: Database,
  owner: OwnerId,
  note: string,
  revision: number,
): Promise<Note | null> {
  const row = await db
    .selectFrom('changes')
    .select('after')
    .where('owner_id', '=', owner)
    .where('kind', '=', noteKind.name)
    .where('id', '=', note)
    .where('revision', '<=', revision)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the log holds what the recorder was given, a Note
  return row?.after ? (JSON.parse(row.after) as Note) : null
}
