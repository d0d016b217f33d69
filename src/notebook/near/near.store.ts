import { type ConversationId, id, type LineId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { wordsOf } from '../../kit/text.ts'
import type { Database } from '../../platform/database/database.ts'
import { lookUp } from '../../platform/database/rows.ts'
import { inSlices } from '../../platform/database/things.ts'
import type { Changed } from './near.ts'

/** The last write of a notebook; revision 0 before the first. */
export async function lastWrite(
  db: Database,
  owner: OwnerId,
): Promise<{ revision: number; write: string }> {
  const row = await db
    .selectFrom('writes')
    .select(['revision', 'id'])
    .where('owner_id', '=', owner)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { revision: row?.revision ?? 0, write: row?.id ?? '-' }
}

/** Whether this notebook had that very write: a copy that was brought back may have gone another way since. */
export async function hasWrite(
  db: Database,
  owner: OwnerId,
  { revision, write }: { readonly revision: number; readonly write: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('writes')
    .select('id')
    .where('owner_id', '=', owner)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.id === write
}

/**
 * Which of these writes the notebook does not have, as after a copy from before them was brought back. What a job wrote
 * goes by the job's id.
 */
export async function writesMissing(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<string[]> {
  const there = new Set<string>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('writes')
      .select(['id', 'job_id'])
      .where('owner_id', '=', owner)
      .where((eb) =>
        eb.or([
          eb('id', 'in', some),
          eb(
            'job_id',
            'in',
            some.map((one) => id('job', one)),
          ),
        ]),
      )
      .execute()
    for (const row of rows) there.add(row.id).add(row.job_id ?? row.id)
  }
  return ids.filter((one) => !there.has(one))
}

export async function changesAfter(
  db: Database,
  owner: OwnerId,
  revision: number,
  limit: number,
): Promise<Changed[]> {
  return db
    .selectFrom('changes')
    .select(['kind', 'id', 'before', 'after'])
    .where('owner_id', '=', owner)
    .where('revision', '>', revision)
    .orderBy('revision')
    .orderBy('ordinal')
    .limit(limit)
    .execute()
}

/** Those you spoke with last, then those who came last. */
export async function peopleByNearness(
  db: Database,
  owner: OwnerId,
  limit: number,
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('person_order')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('binned', '=', 0)
    .orderBy((eb) => eb.fn.coalesce('spoke_day', eb.val('0000-00-00')), 'desc')
    .orderBy('person_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Which of these have a line of their own in the list of people. */
export async function listedAmong(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const found: PersonId[] = []
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('person_order')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .where('binned', '=', 0)
      .execute()
    found.push(...rows.map((row) => row.person_id))
  }
  return found
}

/** In which conversations these lines stand. */
export async function talksOfLines(
  db: Database,
  owner: OwnerId,
  lines: readonly LineId[],
): Promise<ConversationId[]> {
  const found: ConversationId[] = []
  for (const some of inSlices(lines)) {
    const rows = await db
      .selectFrom('lines')
      .select('conversation_id')
      .distinct()
      .where('owner_id', '=', owner)
      .where('line_id', 'in', some)
      .execute()
    found.push(...rows.flatMap((row) => row.conversation_id ?? []))
  }
  return found
}

/** Which of these were not held yet. */
export async function notHeldAmong(
  db: Database,
  owner: OwnerId,
  talks: readonly ConversationId[],
): Promise<ConversationId[]> {
  const found: ConversationId[] = []
  for (const some of inSlices(talks)) {
    const rows = await db
      .selectFrom('conversation_life')
      .select('conversation_id')
      .where('owner_id', '=', owner)
      .where('conversation_id', 'in', some)
      .where('held_day', 'is', null)
      .execute()
    found.push(...rows.map((row) => row.conversation_id))
  }
  return found
}

/**
 * In which of these conversations somebody is named by one of these words; who that is hangs on who is known. Whom a
 * line off the record names stands in no index, so it may be them.
 */
export async function talksThatName(
  db: Database,
  owner: OwnerId,
  {
    near,
    words,
  }: { readonly near: readonly ConversationId[]; readonly words: ReadonlySet<string> },
): Promise<ConversationId[]> {
  if (words.size === 0) return []
  const found = new Set<ConversationId>()
  for (const some of inSlices(near)) {
    const rows = await db
      .selectFrom('lines')
      .leftJoin('line_tags', (join) =>
        join
          .onRef('line_tags.owner_id', '=', 'lines.owner_id')
          .onRef('line_tags.line_id', '=', 'lines.line_id')
          .on('line_tags.kind', '=', 'person'),
      )
      .select(['lines.conversation_id', 'lines.named', 'lines.off_record', 'line_tags.key'])
      .distinct()
      .where('lines.owner_id', '=', owner)
      .where('lines.conversation_id', 'in', some)
      .where((eb) =>
        eb.or([
          eb('lines.named', '!=', ''),
          eb('lines.off_record', '=', 1),
          eb('line_tags.key', 'is not', null),
        ]),
      )
      .execute()
    for (const { conversation_id: talk, named, off_record: isClosed, key } of rows) {
      const speaksOf = wordsOf(`${named} ${key ?? ''}`)
      if (talk && (isClosed || speaksOf.some((word) => words.has(word)))) found.add(talk)
    }
  }
  return [...found]
}

/** In which conversations these people sit. */
export async function talksWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<ConversationId[]> {
  const from = {
    table: 'conversation_people',
    column: 'person_id',
    gives: 'conversation_id',
  } as const
  const found = await lookUp(db, owner, from, people)
  return found.map((one) => id('conversation', one))
}

/** Who sits in these conversations. */
export async function peopleOf(
  db: Database,
  owner: OwnerId,
  talks: readonly ConversationId[],
): Promise<PersonId[]> {
  const from = {
    table: 'conversation_people',
    column: 'conversation_id',
    gives: 'person_id',
  } as const
  const found = await lookUp(db, owner, from, talks)
  return found.map((one) => id('person', one))
}
