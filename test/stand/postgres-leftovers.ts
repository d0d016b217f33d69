import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const runFolderPrefix = 'sobremesa-postgres-'

const stillStarting = 60_000

/**
 * Takes away what a run left that could not clean up after itself (its keeper was killed too, or the
 * machine stopped). The folders of runs that are still going on, also other people's, stay.
 */
export async function removeLeftovers(place: string): Promise<void> {
  const folders = readdirSync(place).filter((name) => name.startsWith(runFolderPrefix))
  for (const folder of folders.map((name) => join(place, name))) {
    if (!abandoned(folder)) continue
    await killServerOf(folder)
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's: theirs to remove.
    }
  }
}

function abandoned(folder: string): boolean {
  const keeper = pidIn(join(folder, 'keeper.pid'))
  if (keeper !== undefined) return !runs(keeper, folder)
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made > stillStarting
}

async function killServerOf(folder: string): Promise<void> {
  const server = pidIn(join(folder, 'data', 'postmaster.pid'))
  if (server === undefined || !runs(server, folder)) return
  process.kill(server, 'SIGQUIT')
  for (let tries = 0; tries < 100 && runs(server, folder); tries++) await sleep(50)
}

function pidIn(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** A number alone proves nothing, for numbers are given again; the command line names the folder. */
function runs(pid: number, folder: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' })
  return (stdout ?? '').includes(folder)
}
