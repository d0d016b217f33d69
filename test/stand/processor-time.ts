/**
 * How long a piece of work keeps this thread's processor busy, in ms. Unlike the clock it is the same
 * while other programs want the machine, so a test may hold its own work to a limit.
 */
export function processorTime(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
