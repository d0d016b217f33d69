import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { House, Request } from '../operations/run.ts'
import type { Engine } from '../platform/context.ts'
import type { Home } from '../platform/home.ts'
import { beat, endJob } from '../platform/jobs.ts'
import type { Assignment, Report } from './job-worker.ts'

const idleMilliseconds = 30_000

/** What work that is done brings with it; `waiting` are those that come after it anyhow. */
type FollowUp = (done: Assignment, waiting: readonly Request[]) => Promise<void>

/** Gives the server's long work to a thread, which is started when it is needed and ended when it is idle. */
export class JobThread {
  readonly #engine: Engine
  readonly #home: Home
  readonly #failed: (what: string, error: unknown) => void
  readonly #followUp: FollowUp
  readonly #waiting = new Map<string, Assignment>()
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | null = null
  #stopping = false
  readonly #breath: NodeJS.Timeout

  constructor(
    engine: Engine,
    home: Home,
    failed: (what: string, error: unknown) => void,
    followUp: FollowUp = async () => {},
  ) {
    this.#followUp = followUp
    this.#engine = engine
    this.#home = home
    this.#failed = failed
    const breathe = () => this.#breathe().catch((error: unknown) => failed('Waiting work', error))
    this.#breath = setInterval(() => void breathe(), 20_000).unref()
  }

  readonly launch: House['launch'] = (id, caller, request) => {
    const assignment = { id, caller, request }
    this.#waiting.set(id, assignment)
    if (this.#idle) clearTimeout(this.#idle)
    this.#hand(assignment)
  }

  /** What is going on is cut short; a job that was cut short says so when it is next looked for. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearInterval(this.#breath)
    if (this.#idle) clearTimeout(this.#idle)
    await this.#worker?.terminate()
    for (const assignment of this.#waiting.values()) await this.#close(assignment, interrupted)
  }

  #hand(assignment: Assignment): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#thread().postMessage(assignment)
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./job-worker.ts', import.meta.url), {
      workerData: this.#home,
      env: withCompileCache(),
    })
    worker.on('message', (report: Report) => this.#done(report))
    worker.on('error', (error) => this.#failed('The thread of long work', error))
    worker.on('exit', () => void this.#gone(worker))
    this.#worker = worker
    return worker
  }

  #done({ id, fault }: Report): void {
    const job = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (fault !== null) this.#failed(`The job ${job?.request.operation ?? id}`, fault)
    else if (job) void this.#follow(job)
    if (this.#waiting.size > 0) return
    this.#idle = setTimeout(() => this.#rest(), idleMilliseconds)
    this.#idle.unref()
  }

  /** What follows fails by itself: the work before it is done. */
  async #follow(done: Assignment): Promise<void> {
    const waiting = [...this.#waiting.values()].map(({ request }) => request)
    try {
      if (!this.#stopping) await this.#followUp(done, waiting)
    } catch (error) {
      this.#failed(`What follows on ${done.request.operation}`, error)
    }
  }

  /** The first that waited was being worked on: it failed. The others get a new thread. */
  async #gone(worker: Worker): Promise<void> {
    // One that was sent to rest had nothing left to do.
    if (this.#worker !== worker) return
    this.#worker = null
    const [first, ...others] = this.#waiting.values()
    if (!first || this.#stopping) return
    this.#waiting.delete(first.id)
    for (const other of others) this.#hand(other)
    await this.#close(first, broken).catch((error: unknown) => this.#failed('Ending a job', error))
  }

  #rest(): void {
    const worker = this.#worker
    this.#worker = null
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker?.postMessage('end')
  }

  /** Those that wait say that they are not forgotten. */
  async #breathe(): Promise<void> {
    const [, ...others] = this.#waiting.values()
    const still = { done: 0, total: null, words: 'Waiting for other work to end' }
    for (const { id, caller } of others) await beat(this.#engine, caller, id, still)
  }

  #close({ id, caller }: Assignment, refusal: typeof broken | typeof interrupted): Promise<void> {
    return endJob(this.#engine, caller, id, { state: 'failed', refusal })
  }
}

/** A thread finds what Node compiled before only where its own environment names the folder of it. */
function withCompileCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined
    ? process.env
    : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) }
}

const kept = 'All that was brought in until then is kept.'
const broken = {
  code: 'job.failed',
  sentence: 'Something went wrong on our side',
  safe: kept,
  mend: 'Start it again; if it happens again, the server log says what went wrong.',
} as const
const interrupted = {
  code: 'job.interrupted',
  sentence: 'This stopped when Sobremesa stopped.',
  safe: kept,
  mend: 'Start it again: what is already there is passed over.',
} as const
