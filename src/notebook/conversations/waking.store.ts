import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { headsOf, withTheirGroups } from '../people/groups.store.ts'

/** All conversations in which something can still be due, those of the latest days first. */
export async function wakingConversations(
  db: Database,
  owner: OwnerId,
  limit: number,
): Promise<ConversationId[]> {
  const rows = await db
    .selectFrom('conversation_life')
    .select('conversation_id')
    .where('owner_id', '=', owner)
    .where('waking', '=', 1)
    .orderBy('last_day', 'desc')
    .orderBy('conversation_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.conversation_id)
}

/** The conversations with each of these people in which something can still be due, the latest first. */
export async function wakingWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; conversation: ConversationId }[]> {
  const asked = await headsOf(db, owner, people)
  const records = await withTheirGroups(db, owner, people)
  const heads = await headsOf(db, owner, records)
  const rows = await db
    .selectFrom('conversation_people as between')
    .innerJoin('conversation_life as life', (join) =>
      join
        .onRef('life.owner_id', '=', 'between.owner_id')
        .onRef('life.conversation_id', '=', 'between.conversation_id'),
    )
    .select(['between.person_id', 'between.conversation_id'])
    .where('between.owner_id', '=', owner)
    .where('between.person_id', 'in', records)
    .where('life.waking', '=', 1)
    .orderBy('life.last_day', 'desc')
    .orderBy('between.conversation_id')
    .orderBy('between.person_id')
    .execute()
  return rows.flatMap(({ person_id, conversation_id }) =>
    [...asked]
      .filter(([, head]) => head === heads.get(person_id))
      .map(([person]) => ({ person, conversation: conversation_id })),
  )
}
