import { parentPort, workerData } from 'node:worker_threads'
import type { JobId } from '../kit/ids.ts'
import { type Request, workOn } from '../operations/run.ts'
import type { Caller } from '../platform/context.ts'
import type { Home } from '../platform/home.ts'
import { deskOf, openNotebook } from './notebook.ts'

/** One job, as it is handed to the thread that does it. */
export interface Assignment {
  readonly id: JobId
  readonly caller: Caller
  readonly request: Request
}

/** What the thread says when it is done with one; `fault` is what was our fault, for the log. */
export interface Report {
  readonly id: JobId
  readonly fault: string | null
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- job-thread.ts gives it
if (parentPort) await work(parentPort, workerData as Home)

/** Long work off the event loop of the server, with a connection of its own, one after the other. */
async function work(port: NonNullable<typeof parentPort>, home: Home): Promise<void> {
  const { engine, close } = await openNotebook(home)
  const { house } = deskOf(engine, () => {
    throw new Error('A job starts no other job')
  })
  const take = async (message: Assignment | 'end'): Promise<void> => {
    if (message === 'end') {
      await close()
      port.close()
      return
    }
    const { id, caller, request } = message
    const fault = await workOn(house, caller, { id, request }).then(() => null, describe)
    port.postMessage({ id, fault } satisfies Report)
  }
  let before = Promise.resolve()
  port.on('message', (message: Assignment | 'end') => {
    before = before.then(() => take(message))
  })
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
