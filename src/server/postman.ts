import { setTimeout as pause } from 'node:timers/promises'
import { allAccounts } from '../accounts/access/access.store.ts'
import type { Engine } from '../platform/context.ts'

const millisecondsBetween = 3000
/** A server that stops lets the letter that is on the line end. */
const millisecondsToEnd = 4000

/**
 * Looks every few seconds whether a letter is due, for as long as the server runs. What was left in the middle when it
 * stopped is asked about, and not sent again.
 */
export async function carryLetters(
  engine: Engine,
  { stopping, failed }: { stopping: AbortSignal; failed: (what: string, error: unknown) => void },
): Promise<void> {
  const { foundHanding, postDue } = await import('../notebook/post/posting.operations.ts')
  const late = new AbortController()
  const soon = () => setTimeout(() => late.abort(), millisecondsToEnd).unref()
  stopping.addEventListener('abort', soon, { once: true })
  const round = { failed, stopping, stopped: late.signal }
  for (const poster of await posters(engine)) await foundHanding(engine, poster)
  while (!stopping.aborted) {
    try {
      for (const poster of await posters(engine)) await postDue(engine, poster, round)
    } catch (error) {
      failed('Letters on their way', error)
    }
    await pause(millisecondsBetween, null, { signal: stopping, ref: false }).catch(() => {})
  }
}

async function posters(engine: Engine) {
  const accounts = await engine.store.read(null, allAccounts)
  return accounts.map((account) => ({
    ...account,
    rights: new Set<never>(),
    door: 'clock' as const,
    device: 'mail',
    listedAs: null,
  }))
}
