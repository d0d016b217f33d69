/** So many records go in first, before it is known how fast this machine is. */
export const firstSize = 50

const goalMilliseconds = 35
const smallest = 20
const largest = 250

/**
 * How many records the next slice holds, after one of so many took so long. Each slice is one write, and others who
 * write wait for it to end; so it lasts about 35 ms, whatever the machine. More at once are cheaper for the disk.
 */
export function sizeAfter(records: number, milliseconds: number): number {
  const fitting = Math.round((records * goalMilliseconds) / Math.max(milliseconds, 1))
  return Math.min(Math.max(fitting, smallest), records * 2, largest)
}
