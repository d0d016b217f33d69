import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const movedClock = pathToFileURL(join(import.meta.dirname, 'moved-clock.ts')).href

/** The environment of a program of ours whose clock shall stand at `start` (as `Date.parse` reads it) now. */
export function clockAt(start: string): { NODE_OPTIONS: string; CLOCK_SHIFT: string } {
  const shift = Date.parse(start) - Date.now()
  return { NODE_OPTIONS: `--import=${movedClock}`, CLOCK_SHIFT: String(shift) }
}
