import { addHours } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers } from '../../platform/context.ts'
import { newSecret } from '../../platform/secrets.ts'
import type { accessContract } from './access.contract.ts'
import { addInvitation, addKey, endMorning, keysOf, revoke, sessionsOf } from './access.store.ts'

const quarterOfAnHour = 0.25

export const accessHandlers: Handlers<typeof accessContract> = {
  async invite(_input, ctx) {
    const { engine, caller } = ctx
    const now = ctx.now()
    const secret = newSecret(engine.world)
    const expiresAt = addHours(now, quarterOfAnHour)
    const invitation = { secret, now, expiresAt }
    await engine.store.write(null, (db) => addInvitation(db, caller.account, invitation))
    return { token: secret, expiresAt }
  },

  async list(_input, ctx) {
    const { engine, caller } = ctx
    return engine.store.read(null, async (db) => {
      const sessions = await sessionsOf(db, caller.account, ctx.now())
      const keys = await keysOf(db, caller.account)
      return {
        // The digest is no secret: nobody comes in by it.
        browsers: sessions.map((session) => ({
          id: session.digest,
          device: session.device,
          thisOne: session.digest === caller.listedAs,
          createdAt: session.created_at,
          seenAt: session.seen_at,
        })),
        keys: keys.map((key) => ({
          id: key.id,
          name: key.name,
          rights: key.rights.split(' '),
          createdAt: key.created_at,
          seenAt: key.seen_at,
        })),
      }
    })
  },

  async grant({ name, rights }, ctx) {
    const { engine, caller } = ctx
    const secret = `sobremesa_${newSecret(engine.world)}`
    const key = { id: ctx.newId('access-key'), secret, name, rights, now: ctx.now() }
    await engine.store.write(null, (db) => addKey(db, caller.account, key))
    return { id: key.id, name, rights, createdAt: key.now, seenAt: null, secret }
  },

  async leave(_input, { engine, caller }) {
    const { listedAs } = caller
    if (listedAs === null) return { left: false }
    await engine.store.write(null, (db) => revoke(db, caller.account, listedAs))
    await engine.store.write(caller.owner, (db) => endMorning(db, caller.owner, listedAs))
    return { left: true }
  },

  async revoke({ id }, { engine, caller }) {
    const revoked = await engine.store.write(null, (db) => revoke(db, caller.account, id))
    await engine.store.write(caller.owner, (db) => endMorning(db, caller.owner, id))
    if (revoked > 0) return { revoked }
    throw new Problem('access.unknown', 'There is no browser and no key of that id', {
      mend: 'See who may come in: access list.',
    })
  },
}
