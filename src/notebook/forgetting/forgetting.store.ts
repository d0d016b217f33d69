import { id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { ThingTable } from '../../platform/database/tables/notebook.ts'
import { inSlices } from '../../platform/database/things.ts'

const rowsAtOnce = 500

export interface Text {
  readonly id: string
  readonly text: string
}

/** Every document of a table as it is written, page by page. */
export async function* documentsAsText(
  db: Database,
  owner: OwnerId,
  table: ThingTable,
): AsyncGenerator<Text[]> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'doc as text'])
      .where('owner_id', '=', owner)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    yield rows
    const last = rows.at(-1)
    if (rows.length < rowsAtOnce || !last) return
    after = last.id
  }
}

export interface Logged {
  readonly revision: number
  readonly ordinal: number
  readonly kind: string
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** The log of these kinds of things, page by page, the earliest first. */
export async function* logOf(
  db: Database,
  owner: OwnerId,
  kinds: readonly string[],
): AsyncGenerator<Logged[]> {
  for (let [revision, ordinal] = [-1, -1]; ;) {
    const rows: Logged[] = await db
      .selectFrom('changes')
      .select(['revision', 'ordinal', 'kind', 'id', 'before', 'after'])
      .where('owner_id', '=', owner)
      .where('kind', 'in', kinds)
      .where((eb) => eb(eb.refTuple('revision', 'ordinal'), '>', eb.tuple(revision, ordinal)))
      .orderBy('revision')
      .orderBy('ordinal')
      .limit(rowsAtOnce)
      .execute()
    yield rows
    const last = rows.at(-1)
    if (rows.length < rowsAtOnce || !last) return
    ;[revision, ordinal] = [last.revision, last.ordinal]
  }
}

/** Writes a row of the log anew. */
export async function rewriteLog(db: Database, owner: OwnerId, row: Logged): Promise<void> {
  await db
    .updateTable('changes')
    .set({ before: row.before, after: row.after })
    .where('owner_id', '=', owner)
    .where('revision', '=', row.revision)
    .where('ordinal', '=', row.ordinal)
    .execute()
}

/** The digests of all answers that are kept for a repeated key. */
export async function keptAnswers(db: Database, owner: OwnerId): Promise<string[]> {
  const rows = await db
    .selectFrom('writes')
    .select('answer')
    .where('owner_id', '=', owner)
    .where('answer', 'is not', null)
    .execute()
  return [...new Set(rows.flatMap((row) => row.answer ?? []))]
}

/** Answers that are not given again: whoever repeats such a key is told so. */
export async function dropAnswers(
  db: Database,
  owner: OwnerId,
  digests: readonly string[],
): Promise<void> {
  for (const some of inSlices(digests)) {
    await db
      .updateTable('writes')
      .set({ answer: null })
      .where('owner_id', '=', owner)
      .where('answer', 'in', some)
      .execute()
    await db
      .deleteFrom('contents')
      .where('owner_id', '=', owner)
      .where('digest', 'in', some)
      .execute()
  }
}

interface JobRow {
  readonly id: string
  readonly input: string
  readonly words: string
  readonly result: string | null
}

/** Passes every job of the owner through `rewrite`; null leaves it as it is. How many were written anew. */
export async function rewriteJobs(
  db: Database,
  owner: OwnerId,
  rewrite: (job: JobRow) => JobRow | null,
): Promise<number> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'input', 'words', 'result'])
    .where('owner_id', '=', owner)
    .execute()
  let changed = 0
  for (const row of rows) {
    const anew = rewrite(row)
    if (anew === null) continue
    const { input, words, result } = anew
    await db
      .updateTable('jobs')
      .set({ input, words, result })
      .where('owner_id', '=', owner)
      .where('id', '=', id('job', row.id))
      .execute()
    changed += 1
  }
  return changed
}

/** Pairs that might be one person, with any of these in them, and what was learnt from all who were there. */
export async function dropFromLooks(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<void> {
  for (const some of inSlices(people)) {
    await db
      .deleteFrom('duplicate_pairs')
      .where('owner_id', '=', owner)
      .where((eb) => eb.or([eb('a_id', 'in', some), eb('b_id', 'in', some)]))
      .execute()
    await db
      .deleteFrom('person_keys')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
  }
}

/** What was learnt of everybody holds words of names; it is learnt anew at the next look. */
export async function dropModelThat(
  db: Database,
  owner: OwnerId,
  holds: (model: string) => boolean,
): Promise<void> {
  const row = await db
    .selectFrom('linkage_models')
    .select('model')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  if (!row || !holds(row.model)) return
  await db.deleteFrom('linkage_models').where('owner_id', '=', owner).execute()
}
