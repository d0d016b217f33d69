import type { ExpressionBuilder } from 'kysely'
import type { Day } from '../../kit/days.ts'
import { type ConversationId, id, type LineId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database, Tables } from '../../platform/database/database.ts'
import { inSlices, loadAll } from '../../platform/database/things.ts'
import type { LineLevel } from '../people/consent.ts'
import type { Consent } from '../people/person.ts'
import type { LineInTheme } from './note.ts'
import { decisionKind } from './notes.store.ts'
import { speakersOf, tablesOf } from './speakers.store.ts'

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
  /** What was agreed in its conversation, as it was that day; null outside of one. */
  readonly agreed: Consent | null
  readonly level: LineLevel
  readonly themes: readonly LineInTheme[]
}

const lineColumns = [
  'line.line_id',
  'line.note_id',
  'line.mark',
  'line.said',
  'line.off_record',
  'line.named',
  'line.conversation_id',
  'line.day',
  'line.due',
] as const

/**
 * What is said in the notes of a conversation or a person in the bin is not told on, until they are restored. For
 * queries that call the lines `line`.
 */
function outOfBin(eb: Lines) {
  const talk = eb
    .selectFrom('conversation_life as life')
    .select('life.conversation_id')
    .whereRef('life.owner_id', '=', 'line.owner_id')
    .whereRef('life.conversation_id', '=', 'line.conversation_id')
  const binned = eb
    .selectFrom('subject_notes as about')
    .leftJoin('person_groups as group', (join) =>
      join
        .onRef('group.owner_id', '=', 'about.owner_id')
        .onRef('group.person_id', '=', 'about.subject_id'),
    )
    .innerJoin('person_order as person', (join) =>
      join
        .onRef('person.owner_id', '=', 'about.owner_id')
        .on((on) =>
          on(
            'person.person_id',
            '=',
            on.fn.coalesce('group.head_id', 'about.subject_id').$castTo<PersonId>(),
          ),
        ),
    )
    .select('about.note_id')
    .whereRef('about.owner_id', '=', 'line.owner_id')
    .whereRef('about.note_id', '=', 'line.note_id')
    .where('about.subject_kind', '=', 'person')
    .where('person.binned', '=', 1)
  return eb.and([
    eb.or([eb('line.conversation_id', 'is', null), eb.exists(talk)]),
    eb.not(eb.exists(binned)),
  ])
}

type Lines = ExpressionBuilder<Tables & { line: Tables['lines'] }, 'line'>

/** Lines by their ids, in no order; `told` leaves out those that rest in the bin. */
export async function linesById(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
  told: 'all' | 'told' = 'all',
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
      .$if(told === 'told', (query) => query.where(outOfBin))
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
    .where(outOfBin)
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
export function linesOfConversation(
  db: Database,
  owner: OwnerId,
  conversation: ConversationId,
): Promise<LineRow[]> {
  return linesOfConversations(db, owner, [conversation])
}

/** Of each in the order of its notes; so few that they fit into one question to the tables. */
export async function linesOfConversations(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<LineRow[]> {
  if (conversations.length === 0) return []
  const rows = await db
    .selectFrom('lines as line')
    .select(lineColumns)
    .where('line.owner_id', '=', owner)
    .where('line.conversation_id', 'in', conversations)
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
    .where(outOfBin)
    .orderBy('line.day', 'desc')
    .orderBy('line.line_id')
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
  const tables = await tablesOf(db, owner, [
    ...new Set(rows.flatMap((row) => row.conversation_id ?? [])),
  ])
  const voices = rows.map(({ conversation_id, note_id, named }) => ({
    conversation: conversation_id,
    note: note_id,
    named,
  }))
  const speakers = await speakersOf(db, owner, voices, tables)
  const decided = await loadAll(
    db,
    owner,
    decisionKind,
    rows.map((row) => row.line_id),
  )
  return rows.map((row, at) => ({
    id: row.line_id,
    note: row.note_id,
    mark: row.mark,
    said: row.said,
    offRecord: row.off_record === 1,
    speaker: speakers[at] ?? null,
    named: row.named,
    conversation: row.conversation_id,
    day: (row.conversation_id && tables.get(row.conversation_id)?.day) || row.day,
    due: row.due,
    agreed: (row.conversation_id && tables.get(row.conversation_id)?.agreed) ?? null,
    level: decided.get(row.line_id)?.level ?? 'as-agreed',
    themes: decided.get(row.line_id)?.themes ?? [],
  }))
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
      .orderBy('key')
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
  return new Map(rows.map(({ key, lines }) => [key, lines]))
}
