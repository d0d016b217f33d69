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
import { distinctlyNamed } from './dropped-files.ts'
import { isTrial, noteTrial } from './trials.ts'

export type Report = JobOutput<'contacts.import'>
export type FileReport = Report['files'][number]

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
  | {
      readonly is: 'asking'
      readonly chosen: Chosen
      readonly report: Report
      readonly trouble: unknown
    }
  | { readonly is: 'bringing'; readonly chosen: Chosen | null; readonly progress: Progress | null }
  | { readonly is: 'stopped'; readonly job: string | null; readonly trouble: unknown }
  | { readonly is: 'brought'; readonly job: string | null; readonly report: Report }

export type Asking = Extract<Bringing, { is: 'asking' }>

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
export async function look(given: readonly File[]): Promise<void> {
  const files = distinctlyNamed(given)
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
    const input = { ...inputOf(chosen), dryRun: true }
    const report = await run('contacts.import', input, { onProgress, onBegun: noteTrial })
    become({ is: 'asking', chosen, report, trouble: null })
  } catch (error) {
    const trouble = wasStopped(error) ? null : error
    // What was said of the files is not said twice.
    if (isOfMapping(error) || wasExplained(chosen)) become({ is: 'explaining', chosen, trouble })
    else become({ is: 'choosing', trouble })
  }
}

function wasExplained({ looked, said }: Chosen): boolean {
  return said.size > 0 || looked.some(tellsOfContact)
}

/** Does what was said would happen. Where the server never had the files, one stands before the same question again. */
export async function bringIn({ chosen, report: asked }: Asking): Promise<void> {
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
    if (job === null) become({ is: 'asking', chosen, report: asked, trouble: error })
    else become({ is: 'stopped', job, trouble: wasStopped(error) ? null : error })
  } finally {
    void readAnew()
  }
}

/** Goes on watching what this or another page of the notebook began, after it was loaded anew. */
export async function takeUp(): Promise<void> {
  if (now.is !== 'choosing') return
  const jobs = await jobsThere()
  const job = jobs.find(
    ({ id, operation, state }) =>
      operation === 'contacts.import' && isUnderway(state) && !isTrial(id),
  )
  // Meanwhile files may have been chosen.
  if (job && bringingNow().is === 'choosing') await follow(job.id, job)
}

/** Where nobody answers, nothing is taken up; the page says already that the server is away. */
async function jobsThere(): Promise<JobsThere> {
  try {
    return (await client.jobs.list({})).jobs
  } catch {
    return []
  }
}

type JobsThere = Awaited<ReturnType<typeof client.jobs.list>>['jobs']

/** Watches the bringing in of files that the server has, to its end. */
export async function follow(job: string, progress: Progress | null = null): Promise<void> {
  const controller = new AbortController()
  stopping = controller
  become({ is: 'bringing', chosen: null, progress })
  try {
    const report = await followJob(job, {
      onProgress: (next) => become({ is: 'bringing', chosen: null, progress: next }),
      signal: controller.signal,
    })
    become(isReport(report) && !report.dryRun ? { is: 'brought', job, report } : atFirst)
  } catch (error) {
    become({ is: 'stopped', job, trouble: wasStopped(error) ? null : error })
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
