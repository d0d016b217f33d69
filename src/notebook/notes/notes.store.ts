import type { Day } from '../../kit/days.ts'
import { type ConversationId, id, type LineId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import { getContents } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import { conversationKind, livesOf } from '../conversations/conversations.store.ts'
import { foldOf } from '../conversations/course.ts'
import { keyOf } from '../nouns/noun.ts'
import { loadPeople, peopleCalled } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import { knownNames } from './names.ts'
import type { KeptLine, Note, OpenLine, Subject } from './note.ts'
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

async function indexLines(db: Database, owner: OwnerId, note: Note): Promise<void> {
  const frame = await frameOf(db, owner, note.subject)
  const open = await openLines(db, owner, note.lines)
  const read = open.map((line) => ({ id: line.id, ...readLine(line.text, note, frame) }))
  const speakers = await speakersOf(
    db,
    owner,
    frame,
    read.flatMap(({ speaker }) => speaker ?? []),
  )
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
      speaker_id: line.speaker === null ? null : (speakers.get(fold(line.speaker)) ?? null),
      named: line.offRecord ? '' : (line.speaker ?? ''),
      conversation_id: frame.conversation,
      day: note.day,
      due: line.day,
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
        folded: wordsOf([line.said, ...line.fields, ...line.topics].join(' ')).join(' '),
        day: frame.day ?? note.day,
      })),
  )
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

/** What a note stands in: the conversation with its people and its day, where there is one. */
export interface Frame {
  readonly conversation: ConversationId | null
  readonly people: ReadonlyMap<PersonId, string>
  readonly day: Day | null
}

const nowhere: Frame = { conversation: null, people: new Map(), day: null }

export async function frameOf(db: Database, owner: OwnerId, subject: Subject): Promise<Frame> {
  if (subject.kind === 'person') {
    const person = id('person', subject.id)
    return { ...nowhere, people: await namesOf(db, owner, [person]) }
  }
  if (subject.kind !== 'conversation') return nowhere
  const [life] = await livesOf(db, owner, [id('conversation', subject.id)])
  if (!life) return nowhere
  const { conversation } = life
  const { course } = foldOf(life)
  return {
    conversation: conversation.id,
    people: await namesOf(db, owner, conversation.people),
    day: course.met?.day ?? course.start?.day ?? conversation.start?.day ?? null,
  }
}

async function namesOf(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const people = await loadPeople(db, owner, ids)
  return new Map(
    ids.flatMap((one) => {
      const person = people.get(one)
      return person ? [[one, nameOf(person)]] : []
    }),
  )
}

export function readLine(text: string, note: Pick<Note, 'day'>, frame: Frame): UnderstoodLine {
  return understandLine(text, 0, {
    day: frame.day ?? note.day,
    zone: null,
    lang: null,
    names: knownNames(frame.people.values()),
  })
}

/** Names as they were written, folded, with the person they mean: first somebody at the table, else the only one so called. */
async function speakersOf(
  db: Database,
  owner: OwnerId,
  frame: Frame,
  names: readonly string[],
): Promise<Map<string, PersonId>> {
  const found = new Map<string, PersonId>()
  for (const name of new Set(names)) {
    const words = wordsOf(name)
    const present = [...frame.people].filter(([, full]) => {
      const own = wordsOf(full)
      return words.length > 0 && words.every((word) => own.includes(word))
    })
    const called = present.length
      ? present.map(([one]) => one)
      : await peopleCalled(db, owner, words)
    const [only] = called
    if (called.length === 1 && only) found.set(fold(name), only)
  }
  return found
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

/** A line as lists read it: what was said, by whom, when. */
export interface LineRow {
  readonly id: LineId
  readonly note: string
  readonly mark: string
  readonly said: string
  readonly offRecord: boolean
  /** Named after the mark, else the only other person of the conversation. */
  readonly speaker: PersonId | null
  readonly named: string
  readonly conversation: ConversationId | null
  readonly day: Day
  readonly due: Day | null
}

const lineColumns = [
  'line.line_id',
  'line.note_id',
  'line.mark',
  'line.said',
  'line.off_record',
  'line.speaker_id',
  'line.named',
  'line.conversation_id',
  'line.day',
  'line.due',
] as const

/** Lines by their ids, in no order. */
export async function linesById(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<LineRow[]> {
  const found: LineRow[] = []
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('lines as line')
      .select(lineColumns)
      .where('line.owner_id', '=', owner)
      .where(
        'line.line_id',
        'in',
        some.map((one) => id('line', one)),
      )
      .execute()
    found.push(...(await linesFrom(db, owner, rows)))
  }
  return found
}

/** Lines that bear one of these field tags, or stand in a conversation about one of these fields. */
export async function linesOfField(
  db: Database,
  owner: OwnerId,
  field: { readonly keys: readonly string[]; readonly ids: readonly string[] },
  marks: readonly string[],
): Promise<LineRow[]> {
  const tagged = db
    .selectFrom('line_tags')
    .select('line_id')
    .where('owner_id', '=', owner)
    .where('kind', '=', 'field')
    .where('key', 'in', field.keys)
  const elsewhere = db
    .selectFrom('line_tags')
    .select('line_id')
    .where('owner_id', '=', owner)
    .where('kind', '=', 'field')
  const talkedAbout = db
    .selectFrom('conversation_fields')
    .select('conversation_id')
    .where('owner_id', '=', owner)
    .where(
      'field_id',
      'in',
      field.ids.map((one) => id('field', one)),
    )
  const notedOn = db
    .selectFrom('subject_notes')
    .select('note_id')
    .where('owner_id', '=', owner)
    .where('subject_kind', '=', 'field')
    .where('subject_id', 'in', field.ids)
  const rows = await db
    .selectFrom('lines as line')
    .select(lineColumns)
    .where('line.owner_id', '=', owner)
    .where('line.off_record', '=', 0)
    .where('line.mark', 'in', marks)
    .where((eb) =>
      eb.or([
        eb('line.line_id', 'in', tagged),
        eb.and([
          eb.or([eb('line.conversation_id', 'in', talkedAbout), eb('line.note_id', 'in', notedOn)]),
          eb('line.line_id', 'not in', elsewhere),
        ]),
      ]),
    )
    .orderBy('line.day', 'desc')
    .orderBy('line.note_id', 'desc')
    .orderBy('line.position')
    .execute()
  return linesFrom(db, owner, rows)
}

/** Lines of the notes of one conversation, in their order. */
export async function linesOfConversation(
  db: Database,
  owner: OwnerId,
  conversation: ConversationId,
): Promise<LineRow[]> {
  const rows = await db
    .selectFrom('lines as line')
    .select(lineColumns)
    .where('line.owner_id', '=', owner)
    .where('line.conversation_id', '=', conversation)
    .orderBy('line.note_id')
    .orderBy('line.position')
    .execute()
  return linesFrom(db, owner, rows)
}

/** Promises, those with the nearest day first; the limit guards against a notebook of nothing but promises. */
export async function promiseLines(
  db: Database,
  owner: OwnerId,
  limit: number,
): Promise<LineRow[]> {
  const rows = await db
    .selectFrom('lines as line')
    .select(lineColumns)
    .where('line.owner_id', '=', owner)
    .where('line.mark', 'in', ['>', '<'])
    .where('line.off_record', '=', 0)
    .orderBy('line.day', 'desc')
    .limit(limit)
    .execute()
  return linesFrom(db, owner, rows)
}

interface RawLine {
  readonly line_id: LineId
  readonly note_id: string
  readonly mark: string
  readonly said: string
  readonly off_record: number
  readonly speaker_id: PersonId | null
  readonly named: string
  readonly conversation_id: ConversationId | null
  readonly day: Day
  readonly due: Day | null
}

/** Who speaks and when is read from the conversation as it is now, not copied into the line. */
async function linesFrom(
  db: Database,
  owner: OwnerId,
  rows: readonly RawLine[],
): Promise<LineRow[]> {
  const around = await aroundOf(db, owner, [
    ...new Set(rows.flatMap((row) => row.conversation_id ?? [])),
  ])
  return rows.map((row) => {
    const talk = row.conversation_id ? around.get(row.conversation_id) : undefined
    const only = row.named === '' && talk?.people.length === 1 ? (talk.people[0] ?? null) : null
    return {
      id: row.line_id,
      note: row.note_id,
      mark: row.mark,
      said: row.said,
      offRecord: row.off_record === 1,
      speaker: row.speaker_id ?? only,
      named: row.named,
      conversation: row.conversation_id,
      day: talk?.day ?? row.day,
      due: row.due,
    }
  })
}

async function aroundOf(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<Map<ConversationId, { people: readonly PersonId[]; day: Day | null }>> {
  const docs = await loadAll(db, owner, conversationKind, conversations)
  const days = new Map<ConversationId, Day | null>()
  for (const some of inSlices(conversations)) {
    const rows = await db
      .selectFrom('conversation_life')
      .select(['conversation_id', 'held_day'])
      .where('owner_id', '=', owner)
      .where('conversation_id', 'in', some)
      .execute()
    for (const row of rows) days.set(row.conversation_id, row.held_day)
  }
  return new Map(
    [...docs.values()].map((one) => [
      one.id,
      { people: one.people, day: days.get(one.id) ?? one.start?.day ?? null },
    ]),
  )
}

export async function tagsOfLines(
  db: Database,
  owner: OwnerId,
  ids: readonly LineId[],
): Promise<Map<LineId, { kind: 'field' | 'topic' | 'person'; key: string }[]>> {
  const found = new Map<LineId, { kind: 'field' | 'topic' | 'person'; key: string }[]>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('line_tags')
      .select(['line_id', 'kind', 'key'])
      .where('owner_id', '=', owner)
      .where('line_id', 'in', some)
      .execute()
    for (const { line_id, kind, key } of rows) {
      found.set(line_id, [...(found.get(line_id) ?? []), { kind, key }])
    }
  }
  return found
}

/** How many lines bear each topic word. */
export async function topicCounts(db: Database, owner: OwnerId): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('line_tags')
    .select((eb) => ['key', eb.fn.countAll<number>().as('lines')])
    .where('owner_id', '=', owner)
    .where('kind', '=', 'topic')
    .groupBy('key')
    .execute()
  return new Map(rows.map(({ key, lines }) => [key, Number(lines)]))
}
