import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import type { Going } from './going.ts'
import type { Letter } from './letter.ts'
import { letterId, letterKind, lettersAbout } from './letters.store.ts'
import { dropGoing, goingAbout, goingOf, keepGoing } from './outgoing.store.ts'

type Given = (one: PersonId) => PersonId

/** With the seat at a table go the letters that were written and sent to who sat there. */
export async function moveLetters(
  ctx: Writing,
  conversation: ConversationId,
  given: Given,
): Promise<void> {
  const letters = await lettersAbout(ctx.db, ctx.owner, [conversation])
  for (const letter of letters) {
    const moved = letterTo(letter, given)
    if (moved !== letter) await ctx.record.keep(letterKind, letter.id, moved)
  }
  const kept = new Set(letters.map(({ id }) => id))
  for (const going of await goingAbout(ctx.db, ctx.owner, conversation)) {
    // One that is on the line this moment is written down by whoever holds it.
    if (going.state !== 'handing')
      await moveGoing(ctx, going, { given, isKept: kept.has(going.id) })
  }
}

function letterTo(letter: Letter, given: Given): Letter {
  const { toOne, sentTo } = letter
  const isMoved = (one: PersonId) => given(one) !== one
  if (!(toOne && isMoved(toOne)) && !sentTo?.some(isMoved)) return letter
  return {
    ...letter,
    ...(toOne ? { toOne: given(toOne) } : {}),
    ...(sentTo ? { sentTo: [...new Set(sentTo.map(given))] } : {}),
  }
}

/** One that is kept nowhere else is found by whom it is for. */
async function moveGoing(
  ctx: Writing,
  going: Going,
  { given, isKept }: { readonly given: Given; readonly isKept: boolean },
): Promise<void> {
  const { conversation, template, to } = going
  const toOne = going.toOne && given(going.toOne)
  const own = toOne && !isKept ? letterId(conversation, template, toOne) : going.id
  const isTaken = own !== going.id && (await goingOf(ctx.db, ctx.owner, own)) !== null
  const id = isTaken ? going.id : own
  if (id !== going.id) await dropGoing(ctx.db, ctx.owner, going.id)
  await keepGoing(ctx.db, ctx.owner, {
    ...going,
    id,
    ...(toOne ? { toOne } : {}),
    to: { ...to, person: given(to.person) },
  })
}
