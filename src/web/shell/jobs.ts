import type { FileInput, Files, JobInput, JobOutput, Jobs } from './client.ts'
import { isUnreachable, Refusal, refusalFrom } from './refusal.ts'
import { post, type Wire } from './wire.ts'

export interface Progress {
  readonly done: number
  /** Null while nobody knows how much there is. */
  readonly total: number | null
  readonly words: string
}

export interface Watch {
  readonly onProgress?: (progress: Progress) => void
  /** Called once the server has the work; with the id another page can go on watching. */
  readonly onBegun?: (job: string) => void
  /** Aborting asks the server to stop; the refusal `job.cancelled` follows. */
  readonly signal?: AbortSignal
  /** The same key twice is one job; made for each unless the caller keeps one. */
  readonly key?: string
}

interface Job extends Progress {
  readonly state: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled'
  readonly result: unknown
  readonly refusal: { readonly code: string; readonly sentence: string } | null
}

/** Milliseconds between two looks: often at first, for work that ends quickly. */
const paces = [100, 200, 400, 700]
const steadyPace = 1000
/** How many looks in a row may go unanswered before we say so. */
const patience = 20

/** Begins long work and follows it to its end: `startJob(wire, 'contacts.import', { files }, { onProgress })`. */
export async function startJob<Name extends keyof Jobs>(
  wire: Wire,
  name: Name,
  input: JobInput<Name>,
  watch: Watch = {},
): Promise<JobOutput<Name>> {
  const key = watch.key === undefined ? {} : { key: watch.key }
  const response = await post(wire, { operation: name, input, asJob: true, ...key })
  const begun: { job: { id: string } } = await response.json()
  watch.onBegun?.(begun.job.id)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks its outputs against the list
  return (await followJob(wire, begun.job.id, watch)) as JobOutput<Name>
}

/** Watches work that was begun before, by this page or another. Throws its refusal when it ends in one. */
export async function followJob(wire: Wire, job: string, watch: Watch = {}): Promise<unknown> {
  const stop = once(() => post(wire, { operation: 'jobs.cancel', input: { id: job } }))
  let unanswered = 0
  for (let look = 0; unanswered < patience; look++) {
    if (watch.signal?.aborted) await stop()
    const seen = await lookAt(wire, job)
    unanswered = seen ? 0 : unanswered + 1
    if (seen?.state === 'done') return tell(watch, seen).result
    if (seen && isOver(seen.state)) throw refusalOf(seen)
    if (seen) tell(watch, seen)
    await wire.wait(paces[look] ?? steadyPace)
  }
  throw new Refusal('The server does not answer', { code: 'server.unreachable' })
}

function once(deed: () => Promise<unknown>): () => Promise<void> {
  let isDone = false
  return async () => {
    if (isDone) return
    isDone = true
    await deed()
  }
}

function tell(watch: Watch, seen: Job): Job {
  watch.onProgress?.({ done: seen.done, total: seen.total, words: seen.words })
  return seen
}

function refusalOf({ refusal }: Job): Refusal {
  return refusalFrom(0, { ...refusal, detail: refusal?.sentence })
}

function isOver(state: Job['state']): boolean {
  return state === 'refused' || state === 'failed' || state === 'cancelled'
}

async function lookAt(wire: Wire, job: string): Promise<Job | null> {
  try {
    return await (await post(wire, { operation: 'jobs.show', input: { id: job } })).json()
  } catch (error) {
    if (isUnreachable(error)) return null
    throw error
  }
}

/** Asks for a file and gives it with the name the server chose. */
export async function askForFile<Name extends keyof Files>(
  wire: Wire,
  name: Name,
  input: FileInput<Name>,
): Promise<{ name: string; blob: Blob }> {
  const response = await post(wire, { operation: name, input })
  return {
    name: fileName(response.headers.get('Content-Disposition')),
    blob: await response.blob(),
  }
}

/** RFC 6266: `filename*=UTF-8''…` before `filename="…"`. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // A name that is not well encoded: the plain one will do.
    }
  }
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] || 'sobremesa'
}
