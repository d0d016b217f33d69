import type { JobId } from '../../kit/ids.ts'
import type { House } from '../../operations/run.ts'
import type { Caller, Progress } from '../../platform/context.ts'

/** Long work, as a door sees it. */
export interface JobSeen extends Progress {
  readonly id: JobId
  readonly state: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled'
  readonly endedAt: string | null
}

/** What every door is given by the server: the house, and a way to watch long work that is started there. */
export interface Desk {
  readonly house: House
  readonly jobs: {
    find(caller: Caller, job: JobId): Promise<JobSeen | null>
    /** Waits for the end and gives the result; throws the Problem it ended with. */
    follow(caller: Caller, job: JobId, tell?: (seen: JobSeen) => void): Promise<unknown>
    stop(caller: Caller, job: JobId): Promise<void>
  }
}
