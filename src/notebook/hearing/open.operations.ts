import { readMessage } from '../../formats/mail/incoming.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Serving } from '../../platform/context.ts'
import { faultOf, sentenceOf } from '../../platform/mail/faults.ts'
import type { ImapBox } from '../../platform/mail/imap-box.ts'
import { reading } from '../../platform/transactions.ts'
import type { HeardMail } from '../conversations/conversation.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { mannerOf, serverOf } from '../mail/server.operations.ts'
import { toldOf } from '../post/answers.operations.ts'
import type { openContract } from './hearing.contract.ts'
import { needHearing } from './hearing.operations.ts'
import { boxIn } from './mailbox.operations.ts'

export const openHandlers: Handlers<typeof openContract> = {
  async open({ conversation, message }, ctx) {
    const { engine, caller } = ctx
    const mail = await reading(engine, caller, async (inside) => {
      const { fromThem = [] } = (await needLife(inside, conversation)).conversation
      const heard = fromThem.find((one) => one.what === 'wrote' && one.mail.message === message)
      return heard?.what === 'wrote' ? heard.mail : null
    })
    if (mail === null) {
      throw new Problem('answer.unknown', 'No such answer was heard in this conversation')
    }
    const bytes = await fetched(ctx, mail)
    if (bytes === null) {
      throw new Problem('answer.gone', 'This mail is not in the folder any more.', {
        safe: 'That it came, and when, stays.',
        mend: 'Where you still have it elsewhere, bring it here as a file, or copy its words.',
      })
    }
    const incoming = await readMessage(bytes)
    return reading(engine, caller, (inside) => toldOf(inside, incoming, conversation))
  },
}

/** The message as it lies in the mailbox. Throws `mail.out-of-reach` with why. */
async function fetched(ctx: Serving, mail: HeardMail): Promise<Uint8Array | null> {
  const kept = await needHearing(ctx)
  const server = await serverOf(ctx.engine, kept, 'in')
  const { withFolder } = await import('../../platform/mail/imap.ts')
  const { folder } = kept.account
  try {
    return await withFolder(server, await mannerOf(ctx.engine), {
      folder,
      work: async (box) => {
        const now = boxIn(kept.account, box.uidValidity)
        const uid = mail.box === now ? mail.uid : await foundAgain(box, mail)
        return uid === null ? null : box.message(uid)
      },
    })
  } catch (error) {
    throw new Problem('mail.out-of-reach', sentenceOf(faultOf(error), server.host), {
      safe: 'Nothing was changed.',
    })
  }
}

/** In another folder, or one that has other numbers by now, it is only known by its Message-ID. */
async function foundAgain(
  box: ImapBox,
  { message, box: then, uid }: HeardMail,
): Promise<number | null> {
  return message === `${then}/${uid}` ? null : box.find(`<${message}>`)
}
