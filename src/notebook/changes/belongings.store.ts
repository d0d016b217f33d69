import { id, type OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices, loadAll } from '../../platform/database/things.ts'
import { cardsOf } from '../contacts/contacts.store.ts'
import { questionKind } from '../fields/fields.store.ts'
import { noteKind } from '../notes/notes.store.ts'

export async function notesOn(
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

export async function linesOfNotes(
  db: Database,
  owner: OwnerId,
  notes: readonly string[],
): Promise<string[]> {
  const found = await loadAll(db, owner, noteKind, notes)
  return [...found.values()].flatMap((note) => note.lines.map((line) => line.id))
}

/** Settled ones too, which stand in no index; questions of one's own are few. */
export async function questionsOf(
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

export async function cardsFrom(db: Database, owner: OwnerId, people: readonly string[]) {
  const cards = await cardsOf(
    db,
    owner,
    people.map((one) => id('person', one)),
  )
  return [...cards.values()].flat().map((card) => card.id as string)
}
