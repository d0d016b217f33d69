import type { Reading } from '../../platform/context.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { seesAll } from '../notes/told.operations.ts'
import { type Agreed, agreedFor, isForOwnerAlone, isNamed } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Consent } from '../people/person.ts'
import type { Transcript } from './transcript.ts'

/**
 * The voices whose words a program that speaks for the owner is not given: a transcript has them word for word, so
 * whoever agreed to facts alone, or to nothing, is kept back as with quotes in a note. Who is not known by name may be
 * anybody at the table, and the narrowest answer there holds.
 */
export function voicesKeptBack(
  ctx: Reading,
  transcript: Transcript,
  conversation: Conversation,
): Promise<ReadonlySet<number>> {
  return voicesThat(ctx, transcript, conversation, (agreed) => isForOwnerAlone(agreed, '"'))
}

/** The voices such a program is not told the names of, though it may read what they said. */
export function voicesUnnamed(
  ctx: Reading,
  transcript: Transcript,
  conversation: Conversation,
): Promise<ReadonlySet<number>> {
  return voicesThat(ctx, transcript, conversation, (agreed) => !isNamed(agreed))
}

/** Of the owner's own voice, and to the owner's own eyes, nothing is kept back. */
async function voicesThat(
  ctx: Reading,
  transcript: Transcript,
  conversation: Conversation,
  isCloser: (agreed: Agreed) => boolean,
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
    return isCloser(agreed) ? [voice] : []
  })
  return new Set(kept)
}
