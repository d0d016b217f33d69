import { setTimeout as pause } from 'node:timers/promises'
import { type Account, allAccounts, sessionsOf } from '../accounts/access/access.store.ts'
import { type Morning, morningOf, quietWords } from '../notebook/mornings/morning.ts'
import {
  endMornings,
  type KeptMorning,
  markHeard,
  morningsOf,
  pushKeysOf,
} from '../notebook/mornings/mornings.store.ts'
import { aboutKeys, aboutReach } from '../notebook/mornings/sealed.ts'
import { settingsOf } from '../notebook/settings/settings.store.ts'
import type { House } from '../operations/run.ts'
import { push, type PushKeys, type PushManner, type Subscription } from '../platform/push/push.ts'
import { writeMorning } from './morning-mail.ts'
import { morningPage } from './morning-page.ts'

const millisecondsBetween = 60_000

/** Looks once a minute whether it is somebody's morning, for as long as the server runs. */
export async function sayGoodMornings(
  house: House,
  { stopping, failed }: { stopping: AbortSignal; failed: (what: string, error: unknown) => void },
): Promise<void> {
  while (!stopping.aborted) {
    try {
      await goodMornings(house)
    } catch (error) {
      if (!stopping.aborted) failed('A word in the morning', error)
    }
    await pause(millisecondsBetween, null, { signal: stopping, ref: false }).catch(() => {})
  }
}

/** One look at all who hear in the morning; how many were told. What fails for one is thrown when all had their turn. */
export async function goodMornings(house: House, manner: PushManner = {}): Promise<number> {
  const accounts = await house.engine.store.read(null, allAccounts)
  const failed: unknown[] = []
  let told = 0
  for (const account of accounts) {
    try {
      told += await goodMorningTo(house, account, manner)
    } catch (error) {
      failed.push(error)
    }
  }
  // A slow mail server holds up nobody but its owner.
  const written = await Promise.allSettled(accounts.map((account) => writeMorning(house, account)))
  for (const one of written) {
    if (one.status === 'rejected') failed.push(one.reason)
    else if (one.value) told += 1
  }
  if (failed.length > 0) throw new AggregateError(failed, 'Not everybody could be told')
  return told
}

async function goodMorningTo(
  house: House,
  { account, owner }: Account,
  manner: PushManner,
): Promise<number> {
  const { store, world, vault } = house.engine
  const kept = await store.read(owner, (db) => morningsOf(db, owner))
  if (kept.length === 0) return 0
  const now = world.now()
  const sessions = await store.read(null, (db) => sessionsOf(db, account, now))
  const signedIn = new Set(sessions.map(({ digest }) => digest))
  const gone = kept.filter(({ browser }) => !signedIn.has(browser)).map(({ browser }) => browser)
  if (gone.length > 0) await store.write(owner, (db) => endMornings(db, owner, gone))
  const { holidays } = await store.read(owner, (db) => settingsOf(db, owner))
  let told = 0
  for (const one of kept.filter(({ browser }) => signedIn.has(browser))) {
    const day = morningOf(one.morning, one.lastOn, now, holidays)
    if (day === null) continue
    // Before it goes: told twice is worse than told on another morning.
    const isOurs = await store.write(owner, (db) => markHeard(db, owner, one.browser, day))
    if (!isOurs) continue
    const words = await wordsFor(house, { account, owner }, one.morning)
    if (words === null) continue
    const keys = await store.read(owner, (db) => pushKeysOf(db, owner))
    if (keys === null) continue
    const privateKey = await vault.open(keys.sealed, aboutKeys)
    const pushed = await push(
      await reachOf(house, one),
      words,
      { publicKey: keys.public, privateKey } satisfies PushKeys,
      manner,
    )
    if (pushed === 'gone') await store.write(owner, (db) => endMornings(db, owner, [one.browser]))
    if (pushed === 'sent') told += 1
  }
  return told
}

async function reachOf({ engine }: House, { browser, sealed }: KeptMorning): Promise<Subscription> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the vault gives back what was sealed
  return JSON.parse(await engine.vault.open(sealed, aboutReach(browser))) as Subscription
}

async function wordsFor(house: House, account: Account, morning: Morning): Promise<string | null> {
  const page = await morningPage(house, account, morning.zone)
  return page && JSON.stringify({ words: morning.says === 'size' ? page.size : quietWords })
}
