import type { Agreement } from '../../craft/linkage/agreements.ts'
import type { Pair } from '../../craft/linkage/link.ts'
import { id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { insertAll } from '../../platform/database/inserts.ts'
import { removeRows } from '../../platform/database/rows.ts'
import { inSlices } from '../../platform/database/things.ts'

/** Two people of the notebook who may be one; the one kept first is `a`. */
export interface FoundPair {
  readonly a: PersonId
  readonly b: PersonId
  readonly p: number
  readonly certain: boolean
  readonly agreements: readonly Agreement[]
  /** With whom both are one, where that is why. */
  readonly through: PersonId | null
}

/** A pair as the linkage gives it, its ids in order. */
export function foundPair(pair: Pair): FoundPair {
  const [a = pair.a, b = pair.b] = [pair.a, pair.b].toSorted()
  return {
    a: id('person', a),
    b: id('person', b),
    p: pair.p,
    certain: pair.certain,
    // Worked out when it is asked for: of fifty thousand pairs at once it would fill the memory.
    get agreements() {
      return pair.agreements
    },
    through: pair.through === undefined ? null : id('person', pair.through),
  }
}

/** Below one half nobody is asked about a pair. */
export const worthAsking = 0.5

const million = 1_000_000

/** Keeps pairs under the look that found them; one that is known is found anew. */
export async function keepPairs(
  db: Database,
  owner: OwnerId,
  look: string,
  pairs: readonly FoundPair[],
): Promise<void> {
  const rows = pairs.map(({ a, b, p, certain, agreements, through }) => ({
    owner_id: owner,
    a_id: a,
    b_id: b,
    certain: certain ? 1 : 0,
    likelihood: Math.round(p * million),
    look_id: look,
    agreements: JSON.stringify(agreements),
    through_id: through,
  }))
  await insertAll(db, { name: 'keep pairs' }, rows, (some) =>
    db
      .insertInto('duplicate_pairs')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'a_id', 'b_id']).doUpdateSet((row) => ({
          certain: row.ref('excluded.certain'),
          likelihood: row.ref('excluded.likelihood'),
          look_id: row.ref('excluded.look_id'),
          agreements: row.ref('excluded.agreements'),
          through_id: row.ref('excluded.through_id'),
        })),
      ),
  )
}

/** What other looks found goes when a new one is done. */
export async function dropOtherLooks(db: Database, owner: OwnerId, look: string): Promise<void> {
  await db
    .deleteFrom('duplicate_pairs')
    .where('owner_id', '=', owner)
    .where('look_id', '!=', look)
    .execute()
}

/** What was found about any of these people goes. */
export async function dropPairsOf(
  db: Database,
  owner: OwnerId,
  people: readonly string[],
): Promise<void> {
  await removeRows(db, owner, { table: 'duplicate_pairs', column: 'a_id' }, people)
  await removeRows(db, owner, { table: 'duplicate_pairs', column: 'b_id' }, people)
}

export interface PairsFilter {
  readonly certain?: boolean | undefined
  readonly person?: PersonId | undefined
}

/** A place in the queue: the last pair that was seen. */
export interface PlaceInQueue {
  readonly certain: number
  readonly likelihood: number
  readonly a: string
  readonly b: string
}

/** The queue: what is certain first, then the likeliest; of equals the one kept first. */
export async function pairsPage(
  db: Database,
  owner: OwnerId,
  filter: PairsFilter,
  page: { readonly after: PlaceInQueue | null; readonly limit: number },
): Promise<(FoundPair & { readonly place: PlaceInQueue })[]> {
  let query = db
    .selectFrom('duplicate_pairs')
    .select(['a_id', 'b_id', 'certain', 'likelihood', 'agreements', 'through_id'])
    .where('owner_id', '=', owner)
  const { certain, person } = filter
  if (certain !== undefined) query = query.where('certain', '=', certain ? 1 : 0)
  if (person !== undefined) {
    query = query.where((eb) => eb.or([eb('a_id', '=', person), eb('b_id', '=', person)]))
  }
  const { after } = page
  if (after) {
    const [a, b] = [id('person', after.a), id('person', after.b)]
    query = query.where((eb) =>
      eb.or([
        eb('certain', '<', after.certain),
        eb.and([eb('certain', '=', after.certain), eb('likelihood', '<', after.likelihood)]),
        eb.and([
          eb('certain', '=', after.certain),
          eb('likelihood', '=', after.likelihood),
          eb.or([eb('a_id', '>', a), eb.and([eb('a_id', '=', a), eb('b_id', '>', b)])]),
        ]),
      ]),
    )
  }
  const rows = await query
    .orderBy('certain', 'desc')
    .orderBy('likelihood', 'desc')
    .orderBy('a_id')
    .orderBy('b_id')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    ...pairOf(row),
    place: { certain: row.certain, likelihood: row.likelihood, a: row.a_id, b: row.b_id },
  }))
}

/** Every pair that touches one of these people. */
export async function pairsOf(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<FoundPair[]> {
  const found = new Map<string, FoundPair>()
  for (const some of inSlices(people)) {
    for (const side of ['a_id', 'b_id'] as const) {
      const rows = await db
        .selectFrom('duplicate_pairs')
        .select(['a_id', 'b_id', 'certain', 'likelihood', 'agreements', 'through_id'])
        .where('owner_id', '=', owner)
        .where(side, 'in', some)
        .execute()
      for (const row of rows) found.set(`${row.a_id} ${row.b_id}`, pairOf(row))
    }
  }
  return [...found.values()]
}

interface PairRow {
  readonly a_id: PersonId
  readonly b_id: PersonId
  readonly certain: number
  readonly likelihood: number
  readonly agreements: string
  readonly through_id: PersonId | null
}

function pairOf(row: PairRow): FoundPair {
  return {
    a: row.a_id,
    b: row.b_id,
    p: row.likelihood / million,
    certain: row.certain === 1,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keepPairs wrote them
    agreements: JSON.parse(row.agreements) as Agreement[],
    through: row.through_id,
  }
}

/** All pairs without what they agree in, in the order of the queue: who hangs together with whom. */
export async function allPairings(
  db: Database,
  owner: OwnerId,
): Promise<{ a: PersonId; b: PersonId; certain: boolean }[]> {
  const rows = await db
    .selectFrom('duplicate_pairs')
    .select(['a_id', 'b_id', 'certain'])
    .where('owner_id', '=', owner)
    .orderBy('certain', 'desc')
    .orderBy('likelihood', 'desc')
    .orderBy('a_id')
    .orderBy('b_id')
    .execute()
  return rows.map((row) => ({ a: row.a_id, b: row.b_id, certain: row.certain === 1 }))
}

export async function countPairs(
  db: Database,
  owner: OwnerId,
): Promise<{ certain: number; likely: number }> {
  const rows = await db
    .selectFrom('duplicate_pairs')
    .select((eb) => ['certain', eb.fn.countAll<number>().as('pairs')])
    .where('owner_id', '=', owner)
    .groupBy('certain')
    .execute()
  const count = (certain: number) => rows.find((row) => row.certain === certain)?.pairs ?? 0
  return { certain: count(1), likely: count(0) }
}
