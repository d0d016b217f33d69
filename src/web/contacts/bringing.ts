import { readAnew } from '../shell/answers.ts'
import type { JobInput, JobOutput, Jobs } from '../shell/client.ts'
import type { Progress } from '../shell/jobs.ts'
import { isRecord, Refusal } from '../shell/refusal.ts'
import { client, followJob, startJob } from '../shell/server.ts'
import {
  asksAbout,
  guessed,
  type Looked,
  mappingGiven,
  type SaidOfFiles,
  tellsOfContact,
} from './columns.ts'

export type Report = JobOutput<'contacts.import'>

/** Files that were chosen, and what they are as far as that is known. */
export interface Chosen {
  readonly files: readonly File[]
  readonly looked: readonly Looked[]
  /** What the columns of tables hold, as far as the owner was asked. */
  readonly said: SaidOfFiles
  readonly contact: Contact
}

/** What is taken from calendars and mailboxes. */
export interface Contact {
  /** The owner's own addresses. */
  readonly own: readonly string[]
  readonly people: 'known' | 'all'
  readonly subjects: boolean
}

const atMost: Contact = { own: [], people: 'known', subjects: false }

/** How far bringing people in is. It goes on while one looks at other pages. */
export type Bringing =
  | { readonly is: 'choosing'; readonly trouble: unknown }
  | { readonly is: 'looking'; readonly chosen: Chosen | null; readonly progress: Progress | null }
  | { readonly is: 'explaining'; readonly chosen: Chosen; readonly trouble: unknown }
  | { readonly is: 'asking'; readonly chosen: Chosen; readonly report: Report }
  | { readonly is: 'bringing'; readonly chosen: Chosen | null; readonly progress: Progress | null }
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

/** Sees what the files are; asks about tables nobody knows, and else says what would happen. */
export async function look(files: readonly File[]): Promise<void> {
  const chosen: Chosen = { files, looked: [], said: new Map(), contact: atMost }
  const onProgress = (progress: Progress): void => become({ is: 'looking', chosen, progress })
  become({ is: 'looking', chosen, progress: null })
  try {
    const { files: looked } = await run('contacts.look', { files: [...files] }, { onProgress })
    const asked = looked.filter(asksAbout)
    const own = [...new Set(looked.flatMap((one) => one.own))]
    const seen = { ...chosen, looked, said: guessed(asked), contact: { ...atMost, own } }
    if (asked.length > 0 || looked.some(tellsOfContact))
      become({ is: 'explaining', chosen: seen, trouble: null })
    else await tryOut(seen)
  } catch (error) {
    become({ is: 'choosing', trouble: wasStopped(error) ? null : error })
  }
}

/** Says anew what columns hold, of any table among the files. */
export function explain(chosen: Chosen): void {
  const said = new Map([...guessed(chosen.looked), ...chosen.said])
  become({ is: 'explaining', chosen: { ...chosen, said }, trouble: null })
}

/** Reads the files without keeping anything, and says what would happen. */
export async function tryOut(chosen: Chosen): Promise<void> {
  become({ is: 'looking', chosen, progress: null })
  const onProgress = (progress: Progress): void => become({ is: 'looking', chosen, progress })
  try {
    const report = await run(
      'contacts.import',
      { ...inputOf(chosen), dryRun: true },
      { onProgress },
    )
    become({ is: 'asking', chosen, report })
  } catch (error) {
    if (isOfMapping(error)) become({ is: 'explaining', chosen, trouble: error })
    else become({ is: 'choosing', trouble: wasStopped(error) ? null : error })
  }
}

/** Does what was said would happen. */
export async function bringIn(chosen: Chosen): Promise<void> {
  become({ is: 'bringing', chosen, progress: null })
  const onProgress = (progress: Progress): void => become({ is: 'bringing', chosen, progress })
  let job: string | null = null
  try {
    const report = await run('contacts.import', inputOf(chosen), {
      onProgress,
      onBegun: (begun) => (job = begun),
    })
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
  const job = jobs.find(
    ({ operation, state }) => operation === 'contacts.import' && isUnderway(state),
  )
  if (!job) return
  const controller = new AbortController()
  stopping = controller
  become({ is: 'bringing', chosen: null, progress: job })
  try {
    const report = await followJob(job.id, {
      onProgress: (progress) => become({ is: 'bringing', chosen: null, progress }),
      signal: controller.signal,
    })
    become(isReport(report) && !report.dryRun ? { is: 'brought', job: job.id, report } : atFirst)
  } catch (error) {
    become({ is: 'stopped', job: job.id, trouble: wasStopped(error) ? null : error })
  } finally {
    void readAnew()
  }
}

function isUnderway(state: string): boolean {
  return state === 'waiting' || state === 'running'
}

function isReport(result: unknown): result is Report {
  return isRecord(result) && Array.isArray(result['files'])
}

function inputOf({ files, said, contact }: Chosen): JobInput<'contacts.import'> {
  const { own, people, subjects } = contact
  return { files: [...files], mapping: mappingGiven(said), own: [...own], people, subjects }
}

interface Watched {
  readonly onProgress: (progress: Progress) => void
  readonly onBegun?: (job: string) => void
}

async function run<Name extends 'contacts.look' | 'contacts.import'>(
  name: Name & keyof Jobs,
  input: JobInput<Name>,
  watched: Watched,
): Promise<JobOutput<Name>> {
  const controller = new AbortController()
  stopping = controller
  return startJob(name, input, { ...watched, signal: controller.signal })
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

function isOfMapping(error: unknown): boolean {
  return error instanceof Refusal && error.code.startsWith('mapping.')
}
