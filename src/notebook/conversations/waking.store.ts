import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
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

interface With {
  readonly person: PersonId
  readonly conversation: ConversationId
  readonly lastDay: Day
}

/** The conversations with each of these people in which something can still be due, the latest first. */
export async function wakingWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<With[]> {
  return conversationsWith(db, owner, people, [1])
}

/** The conversations with each of these people that are not in the bin, the latest first. */
export async function conversationsWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
  wakings: readonly number[] = [0, 1],
): Promise<(With & { readonly waking: boolean })[]> {
  if (people.length === 0) return []
  const asked = Map.groupBy(await headsOf(db, owner, people), ([, head]) => head)
  const records = await withTheirGroups(db, owner, people)
  const heads = await headsOf(db, owner, records)
  const found = []
  for (const some of inSlices(records)) {
    found.push(...(await livesAmong(db, owner, some, wakings)))
  }
  const latest = found.toSorted(byTurn)
  return latest.flatMap(({ person_id, conversation_id: conversation, last_day, waking }) =>
    (asked.get(heads.get(person_id) ?? person_id) ?? []).map(([person]) => ({
      person,
      conversation,
      lastDay: last_day,
      waking: waking === 1,
    })),
  )
}

async function livesAmong(
  db: Database,
  owner: OwnerId,
  records: readonly PersonId[],
  wakings: readonly number[],
) {
  return db
    .selectFrom('conversation_people as between')
    .innerJoin('conversation_life as life', (join) =>
      join
        .onRef('life.owner_id', '=', 'between.owner_id')
        .onRef('life.conversation_id', '=', 'between.conversation_id'),
    )
    .select(['between.person_id', 'between.conversation_id', 'life.last_day', 'life.waking'])
    .where('between.owner_id', '=', owner)
    .where('between.person_id', 'in', records)
    .where('life.waking', 'in', wakings)
    .execute()
}

type Among = Awaited<ReturnType<typeof livesAmong>>[number]

/** The latest day first; within a day in the order in which a phone without network has them too. */
function byTurn(one: Among, other: Among): number {
  return (
    compare(other.last_day, one.last_day) ||
    compare(one.conversation_id, other.conversation_id) ||
    compare(one.person_id, other.person_id)
  )
}
