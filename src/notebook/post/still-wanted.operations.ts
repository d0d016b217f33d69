import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { answerUnheard } from '../conversations/unheard.ts'
import type { Going } from '../letters/going.ts'
import { groundOf } from '../letters/ground.operations.ts'
import { needMayMoveOn } from '../letters/moving-on.operations.ts'
import { shownPeople } from '../people/groups.store.ts'

/** Why a letter that waited is not wanted any more, in a sentence; null where it is. Its conversation is there. */
export async function whyUnwanted(
  ctx: Reading,
  { conversation, template, toOne, to }: Going,
): Promise<string | null> {
  const { people, life } = await groundOf(ctx, conversation)
  const recipient = (await shownPeople(ctx.db, ctx.owner, [to.person])).get(to.person)
  const isThere =
    recipient?.binnedOn === null && people.some((person) => person.id === recipient.id)
  if (!isThere) return `${to.name || to.address} is not at this table any more.`
  if (template === 'nudge' && answerUnheard(life.conversation) !== null) {
    return `${to.name || to.address} wrote meanwhile: look at that first.`
  }
  try {
    await needMayMoveOn(ctx, { conversation, template, to: toOne }, to.person)
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}
