import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'
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
): Promise<{ person: PersonId; conversation: ConversationId; lastDay: Day }[]> {
  if (people.length === 0) return []
  const asked = await headsOf(db, owner, people)
  const records = await withTheirGroups(db, owner, people)
  const heads = await headsOf(db, owner, records)
  const found = []
  for (const some of inSlices(records)) found.push(...(await wakingAmong(db, owner, some)))
  const latest = found.toSorted((one, other) => (turnOf(one) < turnOf(other) ? 1 : -1))
  return latest.flatMap(({ person_id, conversation_id, last_day: lastDay }) =>
    [...asked]
      .filter(([, head]) => head === heads.get(person_id))
      .map(([person]) => ({ person, conversation: conversation_id, lastDay })),
  )
}

async function wakingAmong(db: Database, owner: OwnerId, records: readonly PersonId[]) {
  return db
    .selectFrom('conversation_people as between')
    .innerJoin('conversation_life as life', (join) =>
      join
        .onRef('life.owner_id', '=', 'between.owner_id')
        .onRef('life.conversation_id', '=', 'between.conversation_id'),
    )
    .select(['between.person_id', 'between.conversation_id', 'life.last_day'])
    .where('between.owner_id', '=', owner)
    .where('between.person_id', 'in', records)
    .where('life.waking', '=', 1)
    .execute()
}

type Waking = Awaited<ReturnType<typeof wakingAmong>>[number]

function turnOf({ last_day, conversation_id, person_id }: Waking): string {
  return last_day + conversation_id + person_id
}
