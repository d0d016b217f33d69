import type { Incoming } from '../../formats/mail/incoming.ts'
import { type ConversationId, id } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { lookUp } from '../../platform/database/rows.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { peopleUnderMail } from '../exchanges/reached.store.ts'
import type { Letter } from '../letters/letter.ts'
import { lettersAbout, letterUnder } from '../letters/letters.store.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { mailKeysOf } from '../people/reach-keys.ts'

/**
 * Which letter a message goes back to: the one it names; else one to whoever wrote (or was not reached), under the same
 * subject; else the last that went in the conversation it was brought to.
 */
export async function letterAnswered(
  ctx: Reading,
  incoming: Incoming,
  conversation: ConversationId | null,
): Promise<Letter | null> {
  if (conversation !== null) await needLife(ctx, conversation)
  return (
    (await letterUnder(ctx.db, ctx.owner, incoming.answers)) ??
    (await underTheSubject(ctx, incoming)) ??
    (conversation === null ? null : latest(await lettersAbout(ctx.db, ctx.owner, [conversation])))
  )
}

async function underTheSubject(
  ctx: Reading,
  { from, subject, bounce }: Incoming,
): Promise<Letter | null> {
  const address = bounce ? bounce.recipient : from?.address
  const subjectOf = bareSubject(subject)
  if (!address || subjectOf === '' || bounce) return null
  const keys = mailKeysOf(address)
  const people = [...(await peopleUnderMail(ctx.db, ctx.owner, keys)).values()].flat()
  const records = await withTheirGroups(ctx.db, ctx.owner, people)
  const by = {
    table: 'conversation_people',
    column: 'person_id',
    gives: 'conversation_id',
  } as const
  const talks = (await lookUp(ctx.db, ctx.owner, by, records)).map((one) => id('conversation', one))
  const letters = await lettersAbout(ctx.db, ctx.owner, talks)
  return latest(letters.filter((letter) => bareSubject(letter.subject) === subjectOf))
}

/** The one that went last. */
function latest(letters: readonly Letter[]): Letter | null {
  const sent = letters.filter(({ sentOn }) => sentOn !== null)
  return (
    sent.toSorted((one, other) => ((one.sentOn ?? '') < (other.sentOn ?? '') ? 1 : -1))[0] ?? null
  )
}

/** Without what programs put before an answer, in the languages they do it in. */
function bareSubject(subject: string): string {
  return fold(subject.slice(0, 1000)).replace(
    /^(?:(?:re|aw|sv|rv|res|fwd?|wg|tr|enc)\s?(?:\[\d{1,3}\])?\s?:\s?)+/u,
    '',
  )
}
