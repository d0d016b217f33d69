import { type RunningServer, type ServerPlan, startServer } from './server.ts'

/** How to pull the plug again and again while somebody works. */
export interface CrashPlan extends ServerPlan {
  readonly times: number
  /** Resolves at the moment of the kill; a different one each round, so that it lands anywhere. */
  moment(round: number): Promise<void>
  /**
   * Works against the server until `stopped` says so, and notes what was acknowledged. An error
   * before the kill fails the test; after it, errors are only the wires going dead.
   */
  traffic(server: RunningServer, stopped: AbortSignal): Promise<void>
  /** Called on the server started after each kill, before new traffic: is everything acknowledged there? */
  verify(server: RunningServer, round: number): Promise<void>
}

export interface CrashReport {
  readonly kills: number
  /** From the start of the process until its address was printed, in ms, of every start but the first. */
  readonly starts: readonly number[]
}

/**
 * Starts the server, works, kills the process itself with SIGKILL, starts it on the same home,
 * verifies; `times` over. What the disk would lose with the machine's power is not tested by this:
 * the system keeps what a killed process had written.
 */
export async function crashAgainAndAgain(plan: CrashPlan): Promise<CrashReport> {
  const starts: number[] = []
  let server = await startServer(plan)
  try {
    for (let round = 0; round < plan.times; round++) {
      await workUntilKilled(plan, server, round)
      const since = performance.now()
      server = await startServer(plan)
      starts.push(Math.round(performance.now() - since))
      await plan.verify(server, round)
    }
    return { kills: plan.times, starts }
  } finally {
    await server.kill()
  }
}

async function workUntilKilled(
  plan: CrashPlan,
  server: RunningServer,
  round: number,
): Promise<void> {
  const stopping = new AbortController()
  const work = plan.traffic(server, stopping.signal).then(
    () => null,
    (error: unknown) => ({ error, early: !stopping.signal.aborted }),
  )
  // Traffic that fails by itself need not be waited out.
  await Promise.race([plan.moment(round), work])
  stopping.abort()
  await server.kill()
  const failure = await work
  if (failure?.early)
    throw new Error(`The traffic of round ${round} failed by itself`, { cause: failure.error })
}
