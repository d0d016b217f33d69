import { readAnew } from '../shell/answers.ts'
import type { JobOutput } from '../shell/client.ts'
import type { Progress } from '../shell/jobs.ts'
import { isRecord, Refusal } from '../shell/refusal.ts'
import { client, followJob, startJob } from '../shell/server.ts'

export type Report = JobOutput<'contacts.import'>

/** How far bringing people in is. It goes on while one looks at other pages. */
export type Bringing =
  | { readonly is: 'choosing'; readonly trouble: unknown }
  | { readonly is: 'looking'; readonly progress: Progress | null }
  | { readonly is: 'asking'; readonly files: readonly File[]; readonly report: Report }
  | { readonly is: 'bringing'; readonly progress: Progress | null }
  | { readonly is: 'stopped'; readonly job: string | null; readonly trouble: unknown }
  | { readonly is: 'brought'; readonly job: string | null; readonly report: Report }

const atFirst: Bringing = { is: 'choosing', trouble: null }

let now: Bringing = atFirst
let stopping: AbortController | null = null
const listeners = new Set<() => void>()

export function bringingNow(): Bringing {
  return now
}

export function onBringing(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: Bringing): void {
  now = next
  for (const listener of listeners) listener()
}

/** Reads the files without keeping anything, and says what would happen. */
export async function look(files: readonly File[]): Promise<void> {
  become({ is: 'looking', progress: null })
  try {
    const report = await run(files, true, (progress) => become({ is: 'looking', progress }))
    become({ is: 'asking', files, report })
  } catch (error) {
    become({ is: 'choosing', trouble: wasStopped(error) ? null : error })
  }
}

/** Does what was said would happen. */
export async function bringIn(files: readonly File[]): Promise<void> {
  become({ is: 'bringing', progress: null })
  let job: string | null = null
  try {
    const report = await run(
      files,
      false,
      (progress) => become({ is: 'bringing', progress }),
      (begun) => (job = begun),
    )
    become({ is: 'brought', job, report })
  } catch (error) {
    become({ is: 'stopped', job, trouble: wasStopped(error) ? null : error })
  } finally {
    void readAnew()
  }
}

/** Goes on watching what this or another page of the notebook began, after it was loaded anew. */
export async function takeUp(): Promise<void> {
  if (now.is !== 'choosing') return
  const { jobs } = await client.jobs.list({})
  const job = jobs.find(({ operation, state }) => operation === begun && isUnderway(state))
  if (!job) return
  const controller = new AbortController()
  stopping = controller
  become({ is: 'bringing', progress: job })
  try {
    const report = await followJob(job.id, {
      onProgress: (progress) => become({ is: 'bringing', progress }),
      signal: controller.signal,
    })
    become(isReport(report) && !report.dryRun ? { is: 'brought', job: job.id, report } : atFirst)
  } catch (error) {
    become({ is: 'stopped', job: job.id, trouble: wasStopped(error) ? null : error })
  } finally {
    void readAnew()
  }
}

const begun = 'contacts.import'

function isUnderway(state: string): boolean {
  return state === 'waiting' || state === 'running'
}

function isReport(result: unknown): result is Report {
  return isRecord(result) && Array.isArray(result['files'])
}

async function run(
  files: readonly File[],
  dryRun: boolean,
  onProgress: (progress: Progress) => void,
  onBegun: (job: string) => void = () => undefined,
): Promise<Report> {
  const controller = new AbortController()
  stopping = controller
  const watch = { onProgress, onBegun, signal: controller.signal }
  return startJob(begun, { files: [...files], dryRun }, watch)
}

/** Asks the server to stop; what it brought in until then stays, and can be taken back. */
export function stop(): void {
  stopping?.abort()
}

export function beginAgain(): void {
  become(atFirst)
}

function wasStopped(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'job.cancelled'
}
