import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { rights, type Right } from '../../src/kit/contract.ts'
import { addHours, type Instant } from '../../src/kit/days.ts'
import { type AccountId, id, type JobId, type OwnerId } from '../../src/kit/ids.ts'
import { type Answer, type House, run, startJob, workOn } from '../../src/operations/run.ts'
import type { Caller, World } from '../../src/platform/context.ts'
import type { Database, Dialect, Store } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openPostgres } from '../../src/platform/database/open-postgres.ts'
import { openSqlite } from '../../src/platform/database/open-sqlite.ts'
import { derivedTables, thingTables } from '../../src/platform/database/tables/notebook.ts'
import { vaultIn } from '../../src/platform/vault.ts'
import { afterwards } from '../../src/server/afterwards.ts'
import { handlers } from '../../src/server/handlers.ts'
import { freshDatabase } from '../stand/postgres.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { dump } from './dump.ts'

/** What a test says besides an operation and its input; left out, it is Lucía at her own browser, in Madrid. */
export interface Manner {
  readonly who?: Who
  readonly key?: string | null
  readonly rights?: readonly Right[]
  readonly zone?: string
}

export type Who = 'lucia' | 'mateo'

/** An answer may be looked into without a cast at every word; what it holds is what the tests are about. */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Loose = any

export interface Notebook {
  readonly dialect: Dialect
  readonly house: House
  /** The folder beside the database. */
  readonly home: string
  readonly store: Store
  /** The clock, which stands still unless a test moves it; ids follow each other all the same. */
  readonly clock: Clock
  readonly caller: (manner?: Manner) => Caller
  readonly owner: (who?: Who) => OwnerId
  /** What an operation answers. */
  readonly ask: (operation: string, input?: object, manner?: Manner) => Promise<Loose>
  /** What it answers, with its change and revision. */
  readonly answer: (
    operation: string,
    input?: object,
    manner?: Manner,
  ) => Promise<Answer & { result: Loose }>
  /** The code it refuses with; fails when it does not refuse. */
  readonly refusal: (operation: string, input?: object, manner?: Manner) => Promise<Refused>
  /** Begins long work and gives its id at once. */
  readonly start: (operation: string, input: object, manner?: Manner) => Promise<JobId>
  /** The owner's revision: it stands still when nothing was written. */
  readonly revision: (who?: Who) => Promise<number>
  /** Reads past all handlers, in the owner's own transaction. */
  readonly peek: <T>(work: (db: Database) => Promise<T>, who?: Who) => Promise<T>
  /** Every derived table of an owner, sorted. */
  readonly derived: (who?: Who) => Promise<Record<string, string[]>>
  /** Every document of an owner by kind and id; the bookkeeping of revisions aside. */
  readonly documents: (who?: Who) => Promise<Record<string, string[]>>
  readonly close: () => Promise<void>
}

export interface Refused {
  readonly code: string
  readonly says: string
}

export interface Clock {
  readonly set: (now: Instant) => void
  readonly pass: (hours: number) => void
}

const dayOne: Instant = '2026-03-11T09:00:00.000Z'

/**
 * The same tests on both databases, each on a fresh notebook of its own: nothing in `tests` may know which one it
 * is. Two owners live in one store.
 */
export function onBothDatabases(name: string, tests: (notebook: () => Notebook) => void): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (dialect) => {
    let open: Notebook | null = null
    beforeAll(async () => {
      open = await openNotebook(dialect)
    })
    afterAll(() => open?.close())
    tests(() => {
      if (!open) throw new Error('The notebook is opened before the first test')
      return open
    })
  })
}

/** A notebook on a database of its own. */
export async function openNotebook(dialect: Dialect, seed = 1): Promise<Notebook> {
  const { store, remove } = await (dialect === 'sqlite' ? freshSqlite() : freshPostgres())
  const { world, clock } = settableWorld(seed)
  const folder = temporaryFolder('home')
  const home = { folder: folder.path, databaseUrl: null }
  const failed: unknown[] = []
  const house: House = {
    engine: { store, world, zone: 'Europe/Madrid', vault: vaultIn(home) },
    handlers,
    afterwards,
    launch: (job, caller, request) => {
      workOn(house, caller, { id: job, request }).catch((error: unknown) => failed.push(error))
    },
  }
  const owners = { lucia: await addOwner(store, 1), mateo: await addOwner(store, 2) }
  const caller = ({
    who = 'lucia',
    zone = 'Europe/Madrid',
    rights: may = rights,
  }: Manner = {}) => ({
    ...owners[who],
    rights: new Set(may),
    door: 'api' as const,
    device: 'a test',
    listedAs: null,
    zone,
  })
  const answer: Notebook['answer'] = (operation, input = {}, manner = {}) =>
    run(house, caller(manner), { operation, input, key: manner.key ?? null })
  const owner = (who: Who = 'lucia') => owners[who].owner
  const peek: Notebook['peek'] = (work, who) => store.read(owner(who), work)
  return {
    dialect,
    house,
    home: folder.path,
    store,
    clock,
    caller,
    owner,
    answer,
    ask: async (...asked) => (await answer(...asked)).result,
    refusal: (...asked) => refusalOf(answer(...asked)),
    start: (operation, input, manner = {}) =>
      startJob(house, caller(manner), { operation, input, key: manner.key ?? null }),
    revision: (who) => peek((db) => revisionOf(db, owner(who)), who),
    peek,
    derived: (who) => peek((db) => dump(db, owner(who), derivedTables, '*'), who),
    documents: (who) => peek((db) => dump(db, owner(who), thingTables, 'id, binned_on, doc'), who),
    async close() {
      // Work that goes on would find its database gone.
      await pause(0)
      await store.close()
      await remove()
      folder[Symbol.dispose]()
      if (failed.length) throw new AggregateError(failed, 'Long work failed by our fault')
    },
  }
}

async function revisionOf(db: Database, owner: OwnerId): Promise<number> {
  const row = await db
    .selectFrom('owners')
    .select('revision')
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  return row.revision
}

async function refusalOf(asked: Promise<unknown>): Promise<Refused> {
  const answer = await asked.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in answer)) {
    throw new Error(`This should have been refused: ${JSON.stringify(answer.result)}`)
  }
  const { error } = answer
  if (error instanceof Error && 'code' in error && error.name === 'Problem') {
    return { code: String(error.code), says: error.message }
  }
  throw error
}

interface Opened {
  readonly store: Store
  readonly remove: () => Promise<void>
}

async function freshSqlite(): Promise<Opened> {
  const folder = temporaryFolder('dialects')
  const store = openSqlite(join(folder.path, 'notebook.db'))
  await migrate(store.schema)
  return { store, remove: async () => folder[Symbol.dispose]() }
}

async function freshPostgres(): Promise<Opened> {
  const database = await freshDatabase({ name: 'migrated', prepare: migrateAndClose })
  return { store: openPostgres(database.url), remove: () => database.drop() }
}

async function migrateAndClose(url: string): Promise<void> {
  const store = openPostgres(url)
  await migrate(store.schema)
  await store.close()
}

/** Two accounts in one store, each with a notebook; a home has one, a server may have many. */
async function addOwner(
  store: Store,
  number: number,
): Promise<{ account: AccountId; owner: OwnerId }> {
  const owner = id('owner', `0190a000-0000-7000-8000-00000000000${number}`)
  const account = id('account', `0190a000-0000-7000-8000-0000000000a${number}`)
  await store.write(null, (db) =>
    db
      .insertInto('accounts')
      .values({ id: account, owner_id: owner, created_at: dayOne })
      .execute(),
  )
  await store.write(owner, (db) =>
    db
      .insertInto('owners')
      .values({ owner_id: owner, revision: 0, key: `key ${number}` })
      .execute(),
  )
  return { account, owner }
}

/**
 * A clock that stands still and dice that a seed decides: the same deeds give the same ids on both databases. Ids made
 * at one instant follow each other, as those of a real clock do.
 */
function settableWorld(seed: number): { world: World; clock: Clock } {
  let now: Instant = dayOne
  let count = seed * 1_000_000
  return {
    world: {
      now: () => now,
      random: (bytes) => {
        count += 1
        const dice = new Uint8Array(bytes)
        new DataView(dice.buffer).setUint32(Math.min(2, bytes - 4), count)
        return dice
      },
    },
    clock: {
      set: (instant) => {
        now = instant
      },
      pass: (hours) => {
        now = addHours(now, hours)
      },
    },
  }
}

/** A statement as it is written, past everything of ours. */
export async function raw(db: Database, statement: string): Promise<Record<string, unknown>[]> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement))
  return rows
}

/** Somebody with a name and no more; gives their id. */
export async function person(
  { ask }: Notebook,
  name: string,
  more: object = {},
  manner: Manner = {},
): Promise<string> {
  return (await ask('people.add', { name, ...more }, manner)).id
}
