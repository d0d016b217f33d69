import type { Operation } from '../kit/contract.ts'
import type { JobId } from '../kit/ids.ts'
import { Problem } from '../kit/problem.ts'
import type { Caller, Engine, Handlers, Progress, Working, Writing } from '../platform/context.ts'
import { beat, endJob, lastWriteOfJob, openJob, whenEnded } from '../platform/jobs.ts'
import { commonContext, reading, writing } from '../platform/transactions.ts'
import { operations, type Operations } from './list.ts'

export type AllHandlers = { readonly [Noun in keyof Operations]: Handlers<Operations[Noun]> }

/** Everything a door needs: what there is to do, where it is kept, and who does the long work. */
export interface House {
  readonly engine: Engine
  readonly handlers: AllHandlers
  /** Gives a job to whoever works on it: a thread of the server, or the command itself. */
  readonly launch: (job: JobId, caller: Caller, request: Request) => void
  /** What every write brings with it, whatever it was: done last, in the same transaction. */
  readonly afterwards: (ctx: Writing) => Promise<void>
}

export interface Request {
  readonly operation: string
  readonly input: unknown
  /** The same key twice is one write. */
  readonly key: string | null
}

export interface Answer {
  readonly result: unknown
  /** The id that `changes undo` takes; null when nothing changed. */
  readonly change: string | null
  readonly revision: number | null
}

type AnyHandler = (input: unknown, ctx: unknown) => Promise<unknown>

const byName: ReadonlyMap<string, Operation> = new Map(
  Object.values(operations)
    .flatMap((contract): Operation[] => Object.values(contract))
    .map((operation) => [operation.name, operation]),
)

export function everyOperation(): Operation[] {
  return [...byName.values()]
}

export function findOperation(name: string): Operation | null {
  return byName.get(name) ?? null
}

/** The one path from any door to any handler: rights, then input, then the work. Waits for long work to end. */
export async function run(
  house: House,
  caller: Caller,
  request: Request,
  tell?: (progress: Progress) => void,
): Promise<Answer> {
  const operation = allowed(caller, request)
  if (operation.way === 'job') {
    const job = await startJob(house, caller, request)
    const result = await whenEnded(house.engine, caller, job, tell)
    return { result, change: await changeUnder(house, caller, { ...request, job }), revision: null }
  }
  const input = understood(operation, request.input)
  const handler = handlerOf(house, operation)
  if (operation.way === 'pure') return only(await handler(input, {}))
  if (operation.way === 'server') {
    return only(
      await handler(input, { ...commonContext(house.engine, caller), engine: house.engine }),
    )
  }
  if (operation.way === 'file') return only(await handler(input, working(house, caller, request)))
  if (operation.kind === 'read' || isTraceless(operation, input)) {
    return only(await reading(house.engine, caller, (ctx) => handler(input, ctx)))
  }
  // As it was sent: a later version may read the same request with more in it, and it is the same request.
  const deed = { ...request, alsoAs: input }
  return writing(house.engine, caller, deed, (ctx) =>
    whole(house, ctx, (inside) => handler(input, inside)),
  )
}

/** Even the key of such a request would tell that it was made. */
function isTraceless({ tracelessWith }: Operation, input: unknown): boolean {
  if (tracelessWith === null) return false
  const given = new Map<string, unknown>(Object.entries(input ?? {}))
  return Object.entries(tracelessWith).every(([name, value]) => given.get(name) === value)
}

async function whole<T>(
  house: House,
  ctx: Writing,
  work: (ctx: Writing) => Promise<T>,
): Promise<T> {
  const result = await work(ctx)
  await house.afterwards(ctx)
  return result
}

/** The id by which a job that ended can be taken back; null where it wrote nothing, or what never comes back. */
export async function changeUnder(
  house: House,
  caller: Caller,
  { operation, job }: { readonly operation: string; readonly job: JobId },
): Promise<JobId | null> {
  if (findOperation(operation)?.forGood) return null
  return (await lastWriteOfJob(house.engine, caller, job)) === null ? null : job
}

/** Where the notebook stands since a job that ended; null where that changed nothing. */
export function revisionUnder(house: House, caller: Caller, job: JobId): Promise<number | null> {
  return lastWriteOfJob(house.engine, caller, job)
}

/** Begins long work and returns at once; the same key returns the same job. */
export async function startJob(house: House, caller: Caller, request: Request): Promise<JobId> {
  const operation = allowed(caller, request)
  understood(operation, request.input)
  const { id, again } = await openJob(house.engine, caller, request)
  if (!again) house.launch(id, caller, request)
  return id
}

/** Does a job to its end, whatever that is; called where the job was launched. */
export async function workOn(
  house: House,
  caller: Caller,
  job: { readonly id: JobId; readonly request: Request },
): Promise<void> {
  const { engine } = house
  const stop = new AbortController()
  try {
    const operation = allowed(caller, job.request)
    const input = understood(operation, job.request.input)
    const ctx = working(house, caller, { ...job.request, job: job.id, stop })
    const result = await handlerOf(house, operation)(input, ctx)
    await endJob(engine, caller, job.id, { state: 'done', result })
  } catch (error) {
    if (!(error instanceof Problem)) {
      await endJob(engine, caller, job.id, { state: 'failed', refusal: brokenWork })
      throw error
    }
    const refusal = { code: error.code, sentence: error.message, ...error.details }
    const state = stop.signal.aborted ? 'cancelled' : 'refused'
    await endJob(engine, caller, job.id, { state, refusal })
  }
}

const brokenWork = {
  code: 'job.failed' as const,
  sentence: 'Something went wrong on our side',
  safe: 'All that was brought in until then is kept.',
  mend: 'Start it again; if it happens again, the server log says what went wrong.',
}

function allowed(caller: Caller, request: Request): Operation {
  const operation = findOperation(request.operation)
  if (!operation) {
    throw new Problem('operation.unknown', `There is no operation called ${request.operation}`)
  }
  if (!caller.rights.has(operation.right)) {
    throw new Problem('rights.missing', `This key may not do that: it needs ${operation.right}`)
  }
  return operation
}

function understood(operation: Operation, raw: unknown): unknown {
  const input = operation.input.safeParse(withoutNul(raw ?? {}))
  if (input.success) return input.data
  const where = input.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    says: message,
  }))
  const first = where[0]
  const sentence = first?.path ? `${first.path}: ${first.says}` : (first?.says ?? 'Not understood')
  throw new Problem('input.invalid', sentence, { safe: 'Nothing was changed.', where })
}

/** A NUL is no sign of any text, and not every database takes it: what cannot be shown stands in its place. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd')
  if (Array.isArray(value)) return value.map(withoutNul)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNul(one)]))
}

/** AllHandlers matched every verb to its contract when it was compiled; here a handler is found by its full name. */
function handlerOf(house: House, operation: Operation): AnyHandler {
  const [noun = '', verb = ''] = operation.name.split('.')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const handlers = house.handlers as unknown as Record<string, Record<string, AnyHandler>>
  const handler = handlers[noun]?.[verb]
  if (!handler) throw new Error(`${operation.name} has no handler`)
  return handler
}

function only(result: unknown): Answer {
  return { result, change: null, revision: null }
}

function working(
  house: House,
  caller: Caller,
  work: Request & { readonly job?: JobId; readonly stop?: AbortController },
): Working {
  const { engine } = house
  const { job = null, stop = new AbortController() } = work
  let spokeAt = 0
  return {
    ...commonContext(engine, caller),
    job,
    stopped: stop.signal,
    read: (slice) => reading(engine, caller, slice),
    write: async (slice) => {
      // That a job ended is told when all of it is on disk; a slice need not wait for that.
      const onDisk = job === null ? 'at once' : 'soon'
      const deed = { operation: work.operation, input: null, key: null, job, onDisk } as const
      return (await writing(engine, caller, deed, (ctx) => whole(house, ctx, slice))).result
    },
    sweep: () => engine.store.sweep(),
    async progress(progress) {
      // A quarter of a second is often enough for an eye, and each word costs a write.
      if (job === null || performance.now() - spokeAt < 250) return
      spokeAt = performance.now()
      if ((await beat(engine, caller, job, progress)) === 'stop') stop.abort()
    },
  }
}
