import { Problem } from '../../kit/problem.ts'
import type { Handlers, Serving } from '../../platform/context.ts'
import { faultOf, sentenceOf } from '../../platform/mail/faults.ts'
import { reading, writing } from '../../platform/transactions.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { checkHost, usualPorts } from './account.ts'
import type { mailContract } from './mail.contract.ts'
import { dropMailAccount, keepMailAccount, mailAccount } from './mail.store.ts'
import { sealedFor, signInOf } from './sealing.operations.ts'
import { mannerOf, serverOf } from './server.operations.ts'

export const mailHandlers: Handlers<typeof mailContract> = {
  async show(_input, ctx) {
    return { account: (await mailAccount(ctx.db, ctx.owner))?.account ?? null }
  },

  async try(_input, { engine, caller }) {
    const kept = await reading(engine, caller, ({ db, owner }) => mailAccount(db, owner))
    if (kept === null) throw notSet()
    const server = await serverOf(engine, kept)
    const { trySmtp } = await import('../../platform/mail/smtp.ts')
    try {
      await trySmtp(server, await mannerOf(engine))
      return { ok: true, says: `${server.host} let us in.` }
    } catch (error) {
      return { ok: false, says: sentenceOf(faultOf(error), server.host) }
    }
  },

  async set(input, ctx) {
    checkHost(input.host)
    const { host, security, user, address, minutes } = input
    const signIn = signInOf(input)
    const name = input.name ?? (await nameOf(ctx))
    const port = input.port ?? usualPorts[security]
    const account = { host, port, security, user, signIn, name, address, minutes }
    const sealed = await sealedFor(ctx, { account, purpose: 'out', kept: mailAccount }, input)
    await written(ctx, 'mail.set', async (db, owner) => {
      await keepMailAccount(db, owner, { account, sealed })
    })
    return { account }
  },

  async forget(_input, ctx) {
    return { forgotten: await written(ctx, 'mail.forget', dropMailAccount) }
  },
}

export function notSet(): Problem {
  return new Problem('mail.not-set', 'No mail account is set by which letters could go.', {
    safe: 'Your words are kept.',
    mend: 'Set one: Settings, Mail; or sobremesa mail set HOST.',
  })
}

/** The log tells that it was set and when; neither the secret nor a digest of it goes there. */
export async function written<T>(
  ctx: Serving,
  operation: string,
  work: (db: Parameters<typeof mailAccount>[0], owner: Serving['owner']) => Promise<T>,
): Promise<T> {
  const deed = { operation, input: null, key: ctx.newId('mail') }
  return (await writing(ctx.engine, ctx.caller, deed, ({ db, owner }) => work(db, owner))).result
}

async function nameOf({ engine, caller }: Serving): Promise<string> {
  const { name } = await reading(engine, caller, ({ db, owner }) => settingsOf(db, owner))
  return name
}
