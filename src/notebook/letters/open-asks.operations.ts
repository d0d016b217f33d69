import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import { nowOf } from '../conversations/drawn.operations.ts'
import { type StateWord, stateOf } from '../conversations/life.ts'
import { wakingConversations } from '../conversations/waking.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type Person, rolesNow } from '../people/person.ts'
import { paceOf } from '../settings/settings.ts'
import type { Ground } from './ground.ts'

/** More conversations than anybody has underway. */
const lookedAt = 2000

/** Where a letter is out and nobody answered yet. */
const waiting: ReadonlySet<StateWord> = new Set<StateWord>([
  'sent',
  'widen-due',
  'nudge-due',
  'nudged',
])

/**
 * The house of one of these people in which as many letters wait for an answer as the owner's clocks allow, and how
 * many; null while there is room. Letters of the same conversation are not counted.
 */
export async function openAsks(
  ctx: Reading,
  ground: Ground,
): Promise<{ readonly house: string; readonly count: number } | null> {
  const houses = housesOf(ground.people)
  if (houses.size === 0) return null
  const pace = paceOf(ground.settings)
  const ids = await wakingConversations(ctx.db, ctx.owner, lookedAt)
  const lives = (await livesOf(ctx.db, ctx.owner, ids)).filter(
    (life) =>
      life.conversation.id !== ground.life.conversation.id &&
      waiting.has(stateOf(life, nowOf(ctx), pace).is),
  )
  const people = await shownPeople(ctx.db, ctx.owner, [
    ...new Set(lives.flatMap(({ conversation }) => conversation.people)),
  ])
  for (const [key, house] of houses) {
    const count = lives.filter(({ conversation }) =>
      conversation.people.some((one) => housesOf([people.get(one)]).has(key)),
    ).length
    if (count >= pace.clocks.outreach.maxOpenPerOrganisation) return { house, count }
  }
  return null
}

/** Where they work now, by folded name. */
function housesOf(people: readonly (Person | undefined)[]): ReadonlyMap<string, string> {
  const roles = people.flatMap((person) => (person ? rolesNow(person) : []))
  return new Map(
    roles.flatMap(({ organisation }) =>
      organisation ? [[fold(organisation), organisation] as const] : [],
    ),
  )
}
