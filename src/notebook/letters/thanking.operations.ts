import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { headsOf, shownPeople } from '../people/groups.store.ts'
import { leftAt, type LeftToThank } from './left-to-thank.ts'
import { lettersAbout } from './letters.store.ts'
import { goingAbout } from './outgoing.store.ts'

/** Who is neither thanked nor let go of at these tables, where another was; the tables say who people are one with. */
export async function leftToThank(
  ctx: Reading,
  talks: readonly Pick<Conversation, 'id' | 'people'>[],
): Promise<readonly LeftToThank[]> {
  const { db, owner } = ctx
  const several = talks.filter(({ people }) => people.length > 1)
  const ids = several.map(({ id }) => id)
  const letters = (await lettersAbout(db, owner, ids)).filter(
    ({ template }) => template === 'thanks',
  )
  const records = letters.flatMap(({ toOne, sentTo = [] }) => (toOne ? [toOne, ...sentTo] : sentTo))
  const heads = await headsOf(db, owner, [...new Set(records)])
  const headOf = (one: PersonId) => heads.get(one) ?? one
  const byTable = Map.groupBy(letters, ({ conversation }) => conversation)
  const left = several.flatMap((talk) => leftAt(talk, byTable.get(talk.id) ?? [], headOf))
  return withoutThoseOnTheirWay(ctx, await withoutTheBin(ctx, left))
}

async function withoutTheBin(
  { db, owner }: Reading,
  left: readonly LeftToThank[],
): Promise<readonly LeftToThank[]> {
  const people = left.map(({ person }) => person)
  const there = await shownPeople(db, owner, people)
  return left.filter(({ person }) => there.get(person)?.binnedOn === null)
}

/** A letter that was told to go is spoken of by itself where it does not. */
async function withoutThoseOnTheirWay(
  { db, owner }: Reading,
  left: readonly LeftToThank[],
): Promise<readonly LeftToThank[]> {
  const still: LeftToThank[] = []
  for (const [conversation, some] of Map.groupBy(left, (one) => one.conversation)) {
    const going = await goingAbout(db, owner, conversation)
    const to = going.flatMap((one) => (one.template === 'thanks' ? one.to.person : []))
    const heads = new Set((await headsOf(db, owner, to)).values())
    still.push(...some.filter(({ person }) => !heads.has(person)))
  }
  return still
}
