import { type Right, rights } from '../../kit/contract.ts'
import { addHours, hoursBetween, type Instant } from '../../kit/days.ts'
import type { Engine } from '../../platform/context.ts'
import { newSecret } from '../../platform/secrets.ts'
import {
  type Account,
  addInvitation,
  keyOf,
  openSession,
  sawKey,
  sawSession,
  sessionOf,
  takeInvitation,
} from './access.store.ts'

/** Somebody who is let in, and what they may do. */
export interface Visitor extends Account {
  readonly rights: ReadonlySet<Right>
  readonly device: string
  readonly listedAs: string
}

const hoursThatAnAddressWaits = 24

/** An invitation for the address that a starting server prints. */
export async function inviteFirst(engine: Engine, { account }: Account): Promise<string> {
  const secret = newSecret(engine.world)
  const now = engine.world.now()
  const invitation = { secret, now, expiresAt: addHours(now, hoursThatAnAddressWaits) }
  await engine.store.write(null, (db) => addInvitation(db, account, invitation))
  return secret
}

/** Turns an invitation into a session and gives the secret of its cookie; null where it is used or too old. */
export function signIn(engine: Engine, token: string, device: string): Promise<string | null> {
  return engine.store.write(null, async (db) => {
    const now = engine.world.now()
    const account = await takeInvitation(db, token, now)
    if (!account) return null
    const secret = newSecret(engine.world)
    await openSession(db, account, { secret, device, now })
    return secret
  })
}

/** Asked at every request, so it only reads; that somebody was seen is written down once in an hour. */
export async function visitorOfCookie(engine: Engine, secret: string): Promise<Visitor | null> {
  const now = engine.world.now()
  const session = await engine.store.read(null, (db) => sessionOf(db, secret, now))
  if (!session) return null
  if (longAgo(session.seen_at, now)) {
    await engine.store.write(null, (db) => sawSession(db, session.digest, now))
  }
  return {
    ...accountIn(session),
    rights: new Set(rights),
    device: session.device,
    listedAs: session.digest,
  }
}

export async function visitorOfKey(engine: Engine, secret: string): Promise<Visitor | null> {
  const now = engine.world.now()
  const key = await engine.store.read(null, (db) => keyOf(db, secret))
  if (!key) return null
  if (longAgo(key.seen_at, now)) await engine.store.write(null, (db) => sawKey(db, key.id, now))
  const given = rights.filter((right) => key.rights.split(' ').includes(right))
  return { ...accountIn(key), rights: new Set(given), device: key.name, listedAs: key.id }
}

function accountIn({ account, owner }: Account): Account {
  return { account, owner }
}

function longAgo(seen: Instant | null, now: Instant): boolean {
  return seen === null || hoursBetween(seen, now) >= 1
}
