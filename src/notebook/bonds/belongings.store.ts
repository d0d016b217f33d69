import type { Day } from '../../kit/days.ts'
import { type ConversationId, id, type NoteId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'

/** The conversations that name each of these records, outside the bin. */
export async function conversationsWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<{ readonly person: PersonId; readonly conversation: ConversationId }[]> {
  const found: { person: PersonId; conversation: ConversationId }[] = []
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('conversation_people')
      .select(['person_id as person', 'conversation_id as conversation'])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .orderBy('conversation_id')
      .orderBy('person_id')
      .execute()
    found.push(...rows)
  }
  return found
}

interface LineAbout {
  readonly person: PersonId
  readonly id: string
  readonly note: NoteId
  readonly said: string
  readonly day: Day
}

/** The lines of the notes about each of these records. */
export async function linesAbout(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<LineAbout[]> {
  const found: LineAbout[] = []
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('subject_notes as about')
      .innerJoin('lines as line', (join) =>
        join
          .onRef('line.owner_id', '=', 'about.owner_id')
          .onRef('line.note_id', '=', 'about.note_id'),
      )
      .select(['about.subject_id', 'line.line_id', 'line.note_id', 'line.said', 'line.day'])
      .where('about.owner_id', '=', owner)
      .where('about.subject_kind', '=', 'person')
      .where('about.subject_id', 'in', some)
      .orderBy('line.note_id')
      .orderBy('line.position')
      .execute()
    for (const { subject_id, line_id, note_id, said, day } of rows) {
      found.push({ person: id('person', subject_id), id: line_id, note: note_id, said, day })
    }
  }
  return found
}

/** Under whom people are shown that were met through any of these. */
export async function shownWithThrough(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const found = new Set<PersonId>()
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('person_keys')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('kind', '=', 'through')
      .where('key', 'in', some)
      .execute()
    for (const { person_id } of rows) found.add(person_id)
  }
  return [...found].toSorted()
}
