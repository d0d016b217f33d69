import { setTimeout as pause } from 'node:timers/promises'
import { allAccounts } from '../accounts/access/access.store.ts'
import type { OwnerId } from '../kit/ids.ts'
import type { Engine } from '../platform/context.ts'

const millisecondsBetween = 3000
/** A server that stops lets the letter that is on the line end. */
const millisecondsToEnd = 4000

interface Manner {
  readonly stopping: AbortSignal
  readonly failed: (what: string, error: unknown) => void
}

/**
 * Looks every few seconds whether a letter is due, for as long as the server runs. What was left in the middle when it
 * stopped is asked about, and not sent again. The mail server of one owner holds up nobody else's letters.
 */
export async function carryLetters(engine: Engine, { stopping, failed }: Manner): Promise<void> {
  const { foundHanding, postDue } = await import('../notebook/post/posting.operations.ts')
  const late = new AbortController()
  const soon = () => setTimeout(() => late.abort(), millisecondsToEnd).unref()
  stopping.addEventListener('abort', soon, { once: true })
  const round = { failed, stopping, stopped: late.signal }
  // A home of files has one server; beside a PostgreSQL there may be others, with letters on their lines.
  const isAlone = engine.store.dialect === 'sqlite'
  const lookedBack = new Set<OwnerId>()
  const busy = new Map<OwnerId, Promise<void>>()

  async function carry(poster: Poster): Promise<void> {
    const { owner } = poster
    try {
      if (isAlone && !lookedBack.has(owner)) await foundHanding(engine, poster)
      lookedBack.add(owner)
      await postDue(engine, poster, round)
    } catch (error) {
      failed('Letters on their way', error)
    } finally {
      busy.delete(owner)
    }
  }

  while (!stopping.aborted) {
    try {
      const idle = (await posters(engine)).filter(({ owner }) => !busy.has(owner))
      for (const poster of idle) busy.set(poster.owner, carry(poster))
    } catch (error) {
      failed('Letters on their way', error)
    }
    await pause(millisecondsBetween, null, { signal: stopping, ref: false }).catch(() => {})
  }
  await Promise.all(busy.values())
}

type Poster = Awaited<ReturnType<typeof posters>>[number]

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
