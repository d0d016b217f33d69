import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'
import { headsOf, withTheirGroups } from '../people/groups.store.ts'

/** Every organisation that bears a wish of its own; it may have been merged into another since. */
export async function wishedIds(db: Database, owner: OwnerId): Promise<string[]> {
  const rows = await db
    .selectFrom('wished')
    .select('organisation_id')
    .where('owner_id', '=', owner)
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => row.organisation_id)
}

export interface Talk {
  readonly conversation: ConversationId
  readonly person: PersonId
  readonly day: Day
}

/** The conversations that were held with these people, the latest first, each once for whoever of them was there. */
export async function talksWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Talk[]> {
  const records = await withTheirGroups(db, owner, people)
  const heads = await headsOf(db, owner, records)
  const found: Talk[] = []
  for (const some of inSlices(records)) {
    const rows = await db
      .selectFrom('conversation_people as between')
      .innerJoin('conversation_life as life', (join) =>
        join
          .onRef('life.owner_id', '=', 'between.owner_id')
          .onRef('life.conversation_id', '=', 'between.conversation_id'),
      )
      .select(['between.person_id', 'between.conversation_id', 'life.held_day'])
      .where('between.owner_id', '=', owner)
      .where('between.person_id', 'in', some)
      .where('life.held_day', 'is not', null)
      .execute()
    for (const { person_id, conversation_id, held_day } of rows) {
      if (held_day === null) continue
      const person = heads.get(person_id) ?? person_id
      found.push({ conversation: conversation_id, person, day: held_day })
    }
  }
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
}

function keyOf({ day, conversation, person }: Talk): string {
  return day + conversation + person
}
