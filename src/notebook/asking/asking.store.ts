import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'

/** Every conversation that is not in the bin, with the day it was held. */
export async function conversationsAndDays(
  db: Database,
  owner: OwnerId,
): Promise<{ id: ConversationId; heldOn: Day | null }[]> {
  const rows = await db
    .selectFrom('conversation_life')
    .select(['conversation_id', 'held_day'])
    .where('owner_id', '=', owner)
    .orderBy('conversation_id')
    .execute()
  return rows.map((row) => ({ id: row.conversation_id, heldOn: row.held_day }))
}

/** Who stands in any of these fields. */
export async function peopleInFields(
  db: Database,
  owner: OwnerId,
  fields: readonly string[],
): Promise<PersonId[]> {
  const found = new Set<PersonId>()
  for (const some of inSlices(fields)) {
    const rows = await db
      .selectFrom('person_keys')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('kind', '=', 'field')
      .where('key', 'in', some)
      .orderBy('person_id')
      .execute()
    for (const row of rows) found.add(row.person_id)
  }
  return [...found]
}
