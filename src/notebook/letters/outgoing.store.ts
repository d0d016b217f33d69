import type { Instant } from '../../kit/days.ts'
import type { ConversationId, OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'
import type { Going } from './going.ts'

export async function goingOf(db: Database, owner: OwnerId, letter: string): Promise<Going | null> {
  const row = await db
    .selectFrom('outgoing')
    .select('doc')
    .where('owner_id', '=', owner)
    .where('letter_id', '=', letter)
    .executeTakeFirst()
  return row ? goingFrom(row.doc) : null
}

/** Letters about this conversation that were told to go, those in trouble among them. */
export async function goingAbout(
  db: Database,
  owner: OwnerId,
  conversation: ConversationId,
): Promise<Going[]> {
  const rows = await db
    .selectFrom('outgoing')
    .select('doc')
    .where('owner_id', '=', owner)
    .where('conversation_id', '=', conversation)
    .orderBy('letter_id')
    .execute()
  return rows.map(({ doc }) => goingFrom(doc))
}

/** Letters whose time has come: to go, or to be given up on. */
export async function goingDue(db: Database, owner: OwnerId, now: Instant): Promise<Going[]> {
  const rows = await db
    .selectFrom('outgoing')
    .select('doc')
    .where('owner_id', '=', owner)
    .where('state', 'in', ['waiting', 'handing'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .execute()
  return rows.map(({ doc }) => goingFrom(doc))
}

/** Letters that may still go, or may have gone. */
export async function allUnderWay(db: Database, owner: OwnerId): Promise<Going[]> {
  const rows = await db
    .selectFrom('outgoing')
    .select('doc')
    .where('owner_id', '=', owner)
    .where('state', 'in', ['waiting', 'handing', 'unsure'])
    .execute()
  return rows.map(({ doc }) => goingFrom(doc))
}

/** Letters that did not go, and those of which nobody knows. */
export async function allInTrouble(db: Database, owner: OwnerId): Promise<Going[]> {
  const rows = await db
    .selectFrom('outgoing')
    .select('doc')
    .where('owner_id', '=', owner)
    .where('state', 'in', ['failed', 'unsure'])
    .orderBy('due_at')
    .orderBy('letter_id')
    .execute()
  return rows.map(({ doc }) => goingFrom(doc))
}

/** How all of them stand, in one text: the log tells of none before it went. */
export async function standingOfPost(db: Database, owner: OwnerId): Promise<string> {
  const rows = await db
    .selectFrom('outgoing')
    .select(['letter_id', 'state', 'due_at'])
    .where('owner_id', '=', owner)
    .orderBy('letter_id')
    .execute()
  return JSON.stringify(rows.map((row) => [row.letter_id, row.state, row.due_at]))
}

export async function keepGoing(db: Database, owner: OwnerId, going: Going): Promise<void> {
  const kept = {
    conversation_id: going.conversation,
    state: going.state,
    due_at: going.due,
    doc: JSON.stringify(going),
  }
  await db
    .insertInto('outgoing')
    .values({ owner_id: owner, letter_id: going.id, ...kept })
    .onConflict((conflict) => conflict.columns(['owner_id', 'letter_id']).doUpdateSet(kept))
    .execute()
}

export async function dropGoing(db: Database, owner: OwnerId, letter: string): Promise<void> {
  await db
    .deleteFrom('outgoing')
    .where('owner_id', '=', owner)
    .where('letter_id', '=', letter)
    .execute()
}

/** With a conversation go its letters, also those that wait. */
export async function dropGoingAbout(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<void> {
  for (const some of inSlices(conversations)) {
    await db
      .deleteFrom('outgoing')
      .where('owner_id', '=', owner)
      .where('conversation_id', 'in', some)
      .execute()
  }
}

/** Letters on their way that tell of somebody who is forgotten do not go, and are kept no longer. */
export async function dropGoingThat(
  db: Database,
  owner: OwnerId,
  isHit: (text: string) => boolean,
): Promise<void> {
  const rows = await db
    .selectFrom('outgoing')
    .select(['letter_id', 'doc'])
    .where('owner_id', '=', owner)
    .execute()
  for (const { letter_id: letter, doc } of rows) {
    if (isHit(doc)) await dropGoing(db, owner, letter)
  }
}

function goingFrom(doc: string): Going {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepGoing` writes it
  return JSON.parse(doc) as Going
}
