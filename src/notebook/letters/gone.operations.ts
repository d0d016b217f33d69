import { dayIn, type Instant } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { Going } from './going.ts'
import type { Letter } from './letter.ts'
import { letterKind } from './letters.store.ts'
import { drafted, moveOn } from './moving-on.operations.ts'
import { dropGoing, goingOf } from './outgoing.store.ts'

/**
 * A letter that went by the mail account is kept as it went, and its conversation moves on, as of that moment. Of one that
 * was forgotten while it was on the line no word is kept.
 */
export async function keepAsGone(ctx: Writing, going: Going, at: Instant): Promise<void> {
  if ((await goingOf(ctx.db, ctx.owner, going.id)) !== null) await keepSent(ctx, going, at)
  try {
    const { conversation, template, toOne } = going
    await moveOn(ctx, { conversation, template, to: toOne }, dayIn(going.zone, at))
  } catch (error) {
    // It went, whatever became of the conversation meanwhile.
    if (!(error instanceof Problem)) throw error
  }
}

async function keepSent(ctx: Writing, going: Going, at: Instant): Promise<void> {
  await dropGoing(ctx.db, ctx.owner, going.id)
  const { cameBack: _, ...kept } = (await load(ctx.db, ctx.owner, letterKind, going.id)) ?? {}
  const { messageId, from, to, anyway } = going
  await keep(ctx, going, {
    ...kept,
    sentOn: dayIn(going.zone, at),
    sentTo: [to.person],
    mail: { messageId, from, to: { name: to.name, address: to.address }, at },
    ...(anyway === null ? {} : { anyway }),
  })
}

/** A letter that did not go is the draft it was, with the words it would have gone with. */
export async function keepAsDraft(ctx: Writing, going: Going): Promise<void> {
  const kept = await load(ctx.db, ctx.owner, letterKind, going.id)
  if (kept?.sentOn) return
  await keep(ctx, going, { ...kept, sentOn: null })
  if (going.template === 'outreach') await drafted(ctx, going.conversation)
}

async function keep(
  ctx: Writing,
  { id, conversation, template, toOne, form, subject, body }: Going,
  before: Pick<Letter, 'sentOn'> & Partial<Letter>,
): Promise<void> {
  // Whoever is written to is not let go of.
  const { letGoOn: _, ...rest } = before
  const words = { form, subject, body }
  const toWhom = toOne === undefined ? {} : { toOne }
  const letter: Letter = { ...rest, id, conversation, template, ...toWhom, ...words }
  await ctx.record.keep(letterKind, id, letter)
}
