import { bringChromium, findChromium } from './chromium.ts'
import { installPackages, mayInstall } from './debian.ts'
import { missingMailPackages, whyNoMailboxes, whyNoMailClients } from './mail-programs.ts'
import { findPostgres, postgresPrograms } from './postgres-programs.ts'

/**
 * Brings in all programs of others that the tests need, where this process may do that, in one call of apt. Without
 * PostgreSQL or a browser it throws with the line to type; without those of mail it says what is left out, and why.
 */
export function bringPrograms(): void {
  const missing = [
    ...(findPostgres() ? [] : ['postgresql']),
    ...(findChromium() ? [] : ['chromium']),
    ...missingMailPackages(),
  ]
  if (missing.length > 0 && mayInstall()) bring(missing)
  postgresPrograms()
  bringChromium()
  for (const why of [whyNoMailboxes(), whyNoMailClients()]) if (why !== null) console.log(why)
}

/** What could not be brought in is asked for again by whoever cannot do without. */
function bring(names: readonly string[]): void {
  try {
    installPackages(names)
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
  }
}
