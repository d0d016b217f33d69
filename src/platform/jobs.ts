import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '../kit/days.ts'
import { id, type JobId } from '../kit/ids.ts'
import { Problem, type ProblemCode, type ProblemDetails } from '../kit/problem.ts'
import type { Caller, Engine, Progress } from './context.ts'
import type { Database } from './database/database.ts'
import { noLongerKept } from './ended-jobs.ts'
import { newIdFrom } from './transactions.ts'

export const jobStates = ['waiting', 'running', 'done', 'refused', 'failed', 'cancelled'] as const

export interface Job extends Progress {
  readonly id: JobId
  readonly operation: string
  readonly state: (typeof jobStates)[number]
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly result: unknown
  readonly refusal: Refusal | null
}

interface Refusal extends ProblemDetails {
  readonly code: ProblemCode
  readonly sentence: string
}

interface Wish extends Work {
  readonly key: string | null
}

/**
 * A job is a row, so that any door, also of another process, can watch it and ask it to stop. The same key leads to
 * the same job; one that was interrupted, or that failed by our fault, is begun again under its id, so that all it
 * ever did is taken back together.
 */
export async function openJob(
  engine: Engine,
  caller: Caller,
  work: Wish,
): Promise<{ readonly id: JobId; readonly again: boolean }> {
  return engine.store.write(null, async (db) => {
    const before = work.key === null ? null : await jobUnderKey(db, caller, work.key)
    const known = before && sameWork(before, work)
    if (known && !before.isBroken) return { id: known, again: true }
    if (known) {
      await db
        .updateTable('jobs')
        .set(beginning(engine, caller, work))
        .where('owner_id', '=', caller.owner)
        .where('id', '=', known)
        .execute()
      return { id: known, again: false }
    }
    const job = id('job', newIdFrom(engine.world))
    await db
      .insertInto('jobs')
      .values({
        ...beginning(engine, caller, work),
        owner_id: caller.owner,
        id: job,
        operation: work.operation,
        idempotency_key: work.key,
        created_at: engine.world.now(),
      })
      .execute()
    return { id: job, again: false }
  })
}

function beginning(engine: Engine, caller: Caller, { input }: Work) {
  return {
    state: 'waiting',
    input: JSON.stringify(input),
    door: caller.door,
    process: thisProcess,
    done: 0,
    total: null,
    words: '',
    result: null,
    cancel: 0,
    heartbeat_at: engine.world.now(),
    ended_at: null,
  } as const
}

interface Work {
  readonly operation: string
  readonly input: unknown
}

/** An upload lies under another path each time; its name and size say whether it is the same. */
function sameWork(before: Work & { readonly id: JobId }, now: Work): JobId {
  const said = ({ operation, input }: Work) =>
    JSON.stringify([operation, input], (key, value: unknown) =>
      key === 'path' ? undefined : value,
    )
  if (said(before) === said(now)) return before.id
  throw new Problem('key.already-used', 'This idempotency key was used for something else', {
    safe: 'Nothing was changed.',
    mend: 'Send a new key with a new request.',
  })
}

async function jobUnderKey(
  db: Database,
  caller: Caller,
  key: string,
): Promise<(Work & { readonly id: JobId; readonly isBroken: boolean }) | null> {
  const row = await db
    .selectFrom('jobs')
    .select(['id', 'operation', 'input', 'state', 'process', 'ended_at'])
    .where('owner_id', '=', caller.owner)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  if (row.input === noLongerKept) {
    throw new Problem('key.already-done', 'This was done before, and what it answered is gone', {
      safe: 'It was done once.',
    })
  }
  const { id: job, operation, state } = row
  const isBroken = state === 'failed' || (row.ended_at === null && isGone(row.process))
  return { id: job, operation, input: JSON.parse(row.input), isBroken }
}

/** Says how far it is, and hears whether somebody asked it to stop, or whether another process does it by now. */
export async function beat(
  engine: Engine,
  caller: Caller,
  job: JobId,
  at: Progress,
): Promise<'go-on' | 'stop'> {
  const row = await engine.store.write(null, (db) =>
    db
      .updateTable('jobs')
      .set({ state: 'running', ...at, heartbeat_at: engine.world.now() })
      .where('owner_id', '=', caller.owner)
      .where('id', '=', job)
      .where('process', '=', thisProcess)
      .returning('cancel')
      .executeTakeFirst(),
  )
  return row && !row.cancel ? 'go-on' : 'stop'
}

type Ending =
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'refused' | 'failed' | 'cancelled'; readonly refusal: Refusal }

export async function endJob(
  engine: Engine,
  caller: Caller,
  job: JobId,
  ending: Ending,
): Promise<void> {
  const now = engine.world.now()
  await engine.store.write(null, (db) =>
    db
      .updateTable('jobs')
      .set({
        state: ending.state,
        result: JSON.stringify(ending.state === 'done' ? ending.result : ending.refusal),
        heartbeat_at: now,
        ended_at: now,
      })
      .where('owner_id', '=', caller.owner)
      .where('id', '=', job)
      .where('process', '=', thisProcess)
      .execute(),
  )
}

export async function askToStop(engine: Engine, caller: Caller, job: JobId): Promise<void> {
  await engine.store.write(null, (db) =>
    db
      .updateTable('jobs')
      .set({ cancel: 1 })
      .where('owner_id', '=', caller.owner)
      .where('id', '=', job)
      .where('ended_at', 'is', null)
      .execute(),
  )
}

export async function findJob(engine: Engine, caller: Caller, job: JobId): Promise<Job | null> {
  const found = await jobs(engine, caller, job)
  return found[0] ?? null
}

/** The newest first. */
export async function recentJobs(engine: Engine, caller: Caller): Promise<Job[]> {
  return jobs(engine, caller, null)
}

async function jobs(engine: Engine, caller: Caller, only: JobId | null): Promise<Job[]> {
  const rows = await engine.store.read(null, (db) => {
    const query = db
      .selectFrom('jobs')
      .selectAll()
      .where('owner_id', '=', caller.owner)
      .orderBy('id', 'desc')
      .limit(50)
    return (only ? query.where('id', '=', only) : query).execute()
  })
  return rows.map((row) => {
    const ending: unknown = row.result === null ? null : JSON.parse(row.result)
    const done = row.state === 'done'
    return {
      id: row.id,
      operation: row.operation,
      state: row.state,
      done: row.done,
      total: row.total,
      words: row.words,
      startedAt: row.created_at,
      endedAt: row.ended_at,
      result: done ? ending : null,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- endJob wrote a Refusal in every other state
      refusal: done || ending === null ? null : (ending as Refusal),
    }
  })
}

/** Waits until a job has ended, telling its progress on the way. Throws the Problem it ended with. */
export async function whenEnded(
  engine: Engine,
  caller: Caller,
  job: JobId,
  tell: (progress: Job) => void = () => {},
): Promise<unknown> {
  for (let wait = 10; ; wait = Math.min(wait * 1.5, 250)) {
    const now = await findJob(engine, caller, job)
    if (!now) throw new Problem('job.unknown', 'There is no such job')
    tell(now)
    if (now.endedAt) return resultOf(now)
    await pause(wait)
  }
}

function resultOf(job: Job): unknown {
  if (!job.refusal) return job.result
  const { code, sentence, ...details } = job.refusal
  throw new Problem(code, sentence, details)
}

/** The revision at which a job wrote last; null where it changed nothing, so that there is nothing to take back. */
export async function lastWriteOfJob(
  engine: Engine,
  caller: Caller,
  job: JobId,
): Promise<number | null> {
  const row = await engine.store.read(caller.owner, (db) =>
    db
      .selectFrom('writes')
      .select('revision')
      .where('owner_id', '=', caller.owner)
      .where('job_id', '=', job)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.revision ?? null
}

const thisProcess = `${hostname()}:${process.pid}`

/** Whether a process of this machine is no more; of another machine nobody can tell. */
function isGone(worker: string): boolean {
  const [pid = '', machine = ''] = worker.split(':').toReversed()
  return machine === hostname() && !isAlive(Number.parseInt(pid, 10))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Jobs whose process is no more say so, instead of running for ever: those of this machine at once, those of others,
 * and of a process whose number was given out again, when there was no sign of them since `quietSince`.
 */
export async function closeAbandonedJobs(engine: Engine, quietSince: Instant): Promise<void> {
  const refusal: Refusal = {
    code: 'job.interrupted',
    sentence: 'This stopped when Sobremesa stopped.',
    safe: 'All that was brought in until then is kept.',
    mend: 'Start it again: what is already there is passed over.',
  }
  await engine.store.write(null, async (db) => {
    const open = await db
      .selectFrom('jobs')
      .select(['id', 'process', 'heartbeat_at'])
      .where('ended_at', 'is', null)
      .execute()
    const abandoned = open.filter((job) => job.heartbeat_at < quietSince || isGone(job.process))
    for (const job of abandoned) {
      await db
        .updateTable('jobs')
        .set({ state: 'failed', result: JSON.stringify(refusal), ended_at: engine.world.now() })
        .where('id', '=', job.id)
        .where('ended_at', 'is', null)
        .execute()
    }
  })
}
