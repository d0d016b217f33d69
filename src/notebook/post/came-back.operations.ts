import { Problem } from '../../kit/problem.ts'
import type { Writing } from '../../platform/context.ts'
import type { Conversation, FromThem } from '../conversations/conversation.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { foldOf } from '../conversations/course.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import type { Letter } from '../letters/letter.ts'
import { letterKind, lettersOf } from '../letters/letters.store.ts'
import { isStepOf } from '../letters/moving-on.operations.ts'
import type { Which } from '../letters/on-desk.operations.ts'

export interface WhichSent extends Which {
  /** Its id; left out, the one of this template that went last. */
  readonly letter?: string | undefined
}

/**
 * A letter that went did not arrive: it is a draft again, with why, and the step that it was is taken out where nothing
 * came after it, and no other letter is that step too. Throws `letter.not-sent` where none went.
 */
export async function putBack(ctx: Writing, which: WhichSent, reason: string): Promise<Letter> {
  const { conversation, template } = which
  const life = await needLife(ctx, conversation)
  const { sent } = await lettersOf(ctx.db, ctx.owner, conversation, template)
  const letter =
    which.letter === undefined ? sent.at(-1) : sent.find(({ id }) => id === which.letter)
  if (!letter) {
    throw new Problem('letter.not-sent', 'No such letter is known to have gone.', {
      safe: 'Nothing was changed.',
    })
  }
  const { sentOn, sentTo: _to, anyway: _why, mail, ...draft } = letter
  const to = mail?.to ?? { name: '', address: '' }
  const cameBack = { reason, at: ctx.now(), to }
  await ctx.record.keep(letterKind, letter.id, { ...draft, sentOn: null, cameBack })
  await reportIsHeard(ctx, life.conversation, letter.id)
  if (sent.some((other) => other !== letter && other.sentOn === sentOn)) return letter
  const last = foldOf(life).told.at(-1)?.step
  if (last && isStepOf(template, last.kind) && last.day === sentOn) {
    await ctx.record.keep(stepKind, last.id, null)
  }
  return letter
}

/** What a mail server said of it is settled. */
async function reportIsHeard(
  ctx: Writing,
  conversation: Conversation,
  letter: string,
): Promise<void> {
  const isAbout = (one: FromThem) =>
    one.what === 'wrote' && one.mail.kind === 'bounce' && one.mail.letter === letter
  const { fromThem } = conversation
  if (!fromThem?.some((one) => isAbout(one) && !one.isSeen)) return
  const seen = fromThem.map((one) => (isAbout(one) ? { ...one, isSeen: true } : one))
  await ctx.record.keep(conversationKind, conversation.id, { ...conversation, fromThem: seen })
}
