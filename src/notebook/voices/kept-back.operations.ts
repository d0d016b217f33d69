import type { Reading } from '../../platform/context.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { seesAll } from '../notes/told.operations.ts'
import { agreedFor, isForOwnerAlone } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Consent } from '../people/person.ts'
import type { Transcript } from './transcript.ts'

/**
 * The voices whose words a program that speaks for the owner is not given: a transcript has them word for word, so
 * whoever agreed to facts alone, or to nothing, is kept back as with quotes in a note. Who is not known by name may be
 * anybody at the table, and the narrowest answer there holds.
 */
export async function voicesKeptBack(
  ctx: Reading,
  transcript: Transcript,
  conversation: Conversation,
): Promise<ReadonlySet<number>> {
  if (seesAll(ctx)) return new Set()
  const named = transcript.voices.flatMap(({ who }) => (who.is === 'person' ? [who.person] : []))
  const people = await shownPeople(ctx.db, ctx.owner, [...named, ...conversation.people])
  const consentsOf = (ids: Conversation['people']): Consent[] =>
    ids.flatMap((one) => people.get(one)?.consent ?? [])
  const kept = transcript.voices.flatMap(({ who }, voice) => {
    if (who.is === 'me') return []
    const own = consentsOf(who.is === 'person' ? [who.person] : conversation.people)
    const agreed = agreedFor([...own, conversation.consent], 'as-agreed')
    return isForOwnerAlone(agreed, '"') ? [voice] : []
  })
  return new Set(kept)
}
