import { createHash } from 'node:crypto'
import { addHours, dayIn, hoursBetween, type Instant } from '../kit/days.ts'
import { id, type JobId, uuidv7 } from '../kit/ids.ts'
import { Problem } from '../kit/problem.ts'
import type { Caller, Engine, Reading, World, Writing } from './context.ts'
import { digestOf as contentDigest, getContents, putContents } from './database/contents.ts'
import type { Database, OnDisk } from './database/database.ts'
import { Recorder } from './database/recorder.ts'
import { type Kind, load } from './database/things.ts'

/** What a write is called in the log, and the key under which it happens once. */
export interface Deed {
  readonly operation: string
  readonly input: unknown
  /** The input as it was understood, by which earlier versions knew what a key was used for. */
  readonly alsoAs?: unknown
  readonly key: string | null
  readonly job?: JobId | null
  readonly onDisk?: OnDisk
}

export interface Written<T> {
  readonly result: T
  /** The id under which this can be undone; null when nothing changed. */
  readonly change: string | null
  readonly revision: number
  /** True when the same key had been used before, and this is the answer it got then. */
  readonly again: boolean
}

export function reading<T>(
  engine: Engine,
  caller: Caller,
  work: (ctx: Reading) => Promise<T>,
): Promise<T> {
  return engine.store.read(caller.owner, (db) => work(readingContext(engine, caller, db)))
}

/**
 * One write: the tables, the log and the answer under its key are one transaction. Throws a Problem
 * `key.already-used` when the key was used for something else, and `key.already-done` when it was used for this, so
 * long ago that the answer is not kept any more.
 */
export function writing<T>(
  engine: Engine,
  caller: Caller,
  deed: Deed,
  work: (ctx: Writing) => Promise<T>,
): Promise<Written<T>> {
  const write = async (db: Database): Promise<Written<T>> => {
    // The owner's row is the lock: from here on, one writer at a time in this notebook.
    const revision = await raiseRevision(db, caller)
    const digest = digestOf(deed)
    const before =
      deed.key === null ? null : await answeredBefore<T>(db, caller, { ...deed, digest })
    if (before) {
      await lowerRevision(db, caller)
      return before
    }
    const ctx = readingContext(engine, caller, db)
    const record = new Recorder(db, caller.owner, revision)
    const result = await work({ ...ctx, record })
    if (record.changed === 0 && deed.key === null) {
      await lowerRevision(db, caller)
      return { result, change: null, revision: revision - 1, again: false }
    }
    await record.writeLog()
    const change = ctx.newId('change')
    await db
      .insertInto('writes')
      .values({
        owner_id: caller.owner,
        revision,
        id: change,
        // The log says when it came to be here, whenever it was done.
        at: engine.world.now(),
        zone: ctx.zone,
        day: ctx.today(),
        operation: deed.operation,
        idempotency_key: deed.key,
        input_digest: digest,
        answer: deed.key === null ? null : await keepAnswer(db, caller, result),
        account_id: caller.account,
        door: caller.door,
        device: caller.device,
        job_id: deed.job ?? null,
        undoes: record.undoes,
        undone_by: null,
      })
      .execute()
    return { result, change: record.changed ? change : null, revision, again: false }
  }
  return engine.store.write(caller.owner, write, deed.onDisk)
}

/**
 * Whoever creates a thing may bring its id; one that a thing of this kind has already is refused as `….already-there`,
 * whatever that thing is.
 */
export async function needFreeId<Doc>(
  ctx: Reading,
  kind: Kind<Doc>,
  wanted: string | undefined,
): Promise<void> {
  if (wanted === undefined || !(await load(ctx.db, ctx.owner, kind, wanted))) return
  throw new Problem(`${kind.name}.already-there`, `There is a ${kind.name} under this id already`, {
    safe: 'It stays as it is.',
  })
}

export function newIdFrom(world: World): string {
  return uuidv7(Date.parse(world.now()), world.random(10))
}

function readingContext(engine: Engine, caller: Caller, db: Database): Reading {
  return { ...commonContext(engine, caller), db }
}

export function commonContext(engine: Engine, caller: Caller): Omit<Reading, 'db'> {
  const { world } = engine
  const zone = caller.zone ?? engine.zone
  const now = (): Instant => doneWithin(caller, world.now())
  return {
    owner: caller.owner,
    caller,
    zone,
    now,
    today: () => dayIn(zone, now()),
    newId: (kind) => id(kind, newIdFrom(world)),
  }
}

/** How long something may wait on a device and still be of the day it was done. */
const longestWait = 400 * 24

/**
 * When it was done: so long ago as the device says by its own clock, whatever that clock shows; never later than now,
 * and never so long ago that the clock must have been set in between.
 */
function doneWithin({ doneAt, sentAt }: Caller, now: Instant): Instant {
  if (doneAt === undefined) return now
  const ago = hoursBetween(doneAt, sentAt ?? now)
  return ago > 0 && ago <= longestWait ? addHours(now, -ago) : now
}

function digestOf(deed: Deed): string {
  return createHash('sha256')
    .update(JSON.stringify([deed.operation, deed.input ?? null]))
    .digest('base64url')
}

async function raiseRevision(db: Database, caller: Caller): Promise<number> {
  const row = await db
    .updateTable('owners')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('owner_id', '=', caller.owner)
    .returning('revision')
    .executeTakeFirst()
  if (!row) throw new Error(`There is no notebook of ${caller.owner}`)
  return row.revision
}

async function lowerRevision(db: Database, caller: Caller): Promise<void> {
  await db
    .updateTable('owners')
    .set((eb) => ({ revision: eb('revision', '-', 1) }))
    .where('owner_id', '=', caller.owner)
    .execute()
}

async function answeredBefore<T>(
  db: Database,
  caller: Caller,
  deed: Deed & { readonly digest: string },
): Promise<Written<T> | null> {
  const row = await db
    .selectFrom('writes')
    .select(['revision', 'id', 'input_digest', 'answer'])
    .where('owner_id', '=', caller.owner)
    .where('idempotency_key', '=', deed.key)
    .executeTakeFirst()
  if (!row) return null
  const understood = digestOf({ ...deed, input: deed.alsoAs })
  if (row.input_digest !== deed.digest && row.input_digest !== understood) {
    throw new Problem('key.already-used', 'This idempotency key was used for something else', {
      safe: 'Nothing was changed.',
      mend: 'Send a new key with a new request.',
    })
  }
  const kept = row.answer && (await getContents(db, caller.owner, [row.answer])).get(row.answer)
  if (!kept) {
    throw new Problem('key.already-done', 'This was done before, and what it answered is gone', {
      safe: 'It was done once.',
    })
  }
  // The digest says that it is the same operation's answer, so it is a T.
  const result: T = JSON.parse(new TextDecoder().decode(kept))
  const change = (await didAnything(db, caller, row.revision)) ? row.id : null
  return { result, change, revision: row.revision, again: true }
}

/**
 * An answer is kept for when the same key comes again. It may hold words off the record, so it lies beside the log
 * as these do, under its digest.
 */
async function keepAnswer(db: Database, caller: Caller, result: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(result ?? null))
  const digest = contentDigest(bytes)
  await putContents(db, caller.owner, new Map([[digest, bytes]]))
  return digest
}

async function didAnything(db: Database, caller: Caller, revision: number): Promise<boolean> {
  const row = await db
    .selectFrom('changes')
    .select('ordinal')
    .where('owner_id', '=', caller.owner)
    .where('revision', '=', revision)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
