import { Problem } from '../../kit/problem.ts'
import type { Handlers, Serving } from '../../platform/context.ts'
import { faultOf, sentenceOf } from '../../platform/mail/faults.ts'
import { reading } from '../../platform/transactions.ts'
import { checkHost, type HearingAccount, usualHearingPorts } from '../mail/account.ts'
import { written } from '../mail/mail.operations.ts'
import {
  dropHearingAccount,
  hearingAccount,
  keepHearingAccount,
  type KeptAccount,
} from '../mail/mail.store.ts'
import { sealedFor, signInOf } from '../mail/sealing.operations.ts'
import { mannerOf, serverOf } from '../mail/server.operations.ts'
import { dropHeardSoFar, heardSoFar } from './heard-so-far.store.ts'
import type { hearingContract } from './hearing.contract.ts'
import { placeOf } from './mailbox.operations.ts'

export const hearingHandlers: Handlers<typeof hearingContract> = {
  async hearing(_input, { db, owner }) {
    const kept = await hearingAccount(db, owner)
    const { lookedAt, trouble } = await heardSoFar(db, owner)
    return { account: kept?.account ?? null, lookedAt, trouble }
  },

  async hear(input, ctx) {
    checkHost(input.host)
    const { host, security, user, folder } = input
    const port = input.port ?? usualHearingPorts[security]
    const account = { host, port, security, user, signIn: signInOf(input), folder }
    const sealed = await sealedFor(ctx, { account, purpose: 'in', kept: hearingAccount }, input)
    await written(ctx, 'mail.hear', async (db, owner) => {
      const before = await hearingAccount(db, owner)
      await keepHearingAccount(db, owner, { account, sealed })
      // Another folder has other numbers.
      if (before && placeOf(before.account) !== placeOf(account)) await dropHeardSoFar(db, owner)
    })
    return { account }
  },

  async 'try-hearing'(_input, ctx) {
    const { engine } = ctx
    const kept = await needHearing(ctx)
    const server = await serverOf(engine, kept, 'in')
    const { withFolder } = await import('../../platform/mail/imap.ts')
    const { folder } = kept.account
    try {
      await withFolder(server, await mannerOf(engine), { folder, work: async () => {} })
      return { ok: true, says: `${server.host} let us in, and opened ${folder}.` }
    } catch (error) {
      return { ok: false, says: sentenceOf(faultOf(error), server.host) }
    }
  },

  async 'stop-hearing'(_input, ctx) {
    const forgotten = await written(ctx, 'mail.stop-hearing', async (db, owner) => {
      await dropHeardSoFar(db, owner)
      return dropHearingAccount(db, owner)
    })
    return { forgotten }
  },
}

export async function needHearing({
  engine,
  caller,
}: Pick<Serving, 'engine' | 'caller'>): Promise<KeptAccount<HearingAccount>> {
  const kept = await reading(engine, caller, ({ db, owner }) => hearingAccount(db, owner))
  if (kept) return kept
  throw new Problem('mail.not-hearing', 'No mailbox is set in which answers could be heard.', {
    mend: 'Set one: Settings, Mail; or sobremesa mail hear HOST.',
  })
}
