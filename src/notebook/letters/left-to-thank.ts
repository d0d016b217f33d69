import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
import type { Conversation } from '../conversations/conversation.ts'
import type { Letter } from './letter.ts'

/** Somebody who sat at a table where another was thanked by a letter, and who was not. */
export interface LeftToThank {
  readonly conversation: ConversationId
  readonly person: PersonId
  /** Who was thanked first, and when. */
  readonly thanked: PersonId
  readonly since: Day
}

type Table = Pick<Conversation, 'id' | 'people'>
type Thanks = Pick<Letter, 'toOne' | 'sentOn' | 'sentTo' | 'letGoOn'>

/**
 * Who is neither thanked nor let go of, once somebody at the table was thanked. `headOf` says under whom a record is
 * shown; the table is given so.
 */
export function leftAt(
  { id: conversation, people }: Table,
  thanks: readonly Thanks[],
  headOf: (one: PersonId) => PersonId,
): readonly LeftToThank[] {
  const sent = thanks
    .flatMap(({ sentOn, sentTo }) => (sentOn === null ? [] : { sentOn, sentTo }))
    .toSorted((one, other) => compare(one.sentOn, other.sentOn))
  const [first] = sent
  const thanked = first?.sentTo?.[0]
  // Of a letter from before nobody knows to whom it went, and it was to all.
  if (!first || !thanked || sent.some(({ sentTo }) => sentTo === undefined)) return []
  const done = new Set([
    ...sent.flatMap(({ sentTo = [] }) => sentTo.map(headOf)),
    ...thanks.flatMap(({ letGoOn, toOne }) => (letGoOn && toOne ? headOf(toOne) : [])),
  ])
  const about = { conversation, thanked: headOf(thanked), since: first.sentOn }
  return people.filter((person) => !done.has(person)).map((person) => ({ ...about, person }))
}
