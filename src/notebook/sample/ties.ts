import type { Conversation } from '../conversations/conversation.ts'
import { type Introduction, peopleIn } from '../introductions/introduction.ts'
import type { Noun } from '../nouns/noun.ts'
import type { Person } from '../people/person.ts'

/** What a thing has to do with others, by their ids. */
export interface Ties {
  /** Without this one it means nothing: a step without its conversation. */
  readonly hangsOn: string | null
  /** It names these, and would name nobody if they went. */
  readonly leansOn: readonly string[]
}

export function hangingOn(id: string): Ties {
  return { hangsOn: id, leansOn: [] }
}

export function ofNoun({ mergedInto }: Noun): Ties {
  return { hangsOn: null, leansOn: mergedInto === null ? [] : [mergedInto] }
}

export function ofPerson({ meeting, fields, roles }: Person): Ties {
  return {
    hangsOn: null,
    leansOn: [
      ...(meeting.through === null ? [] : [meeting.through]),
      ...fields.map(({ field }) => field),
      ...roles.flatMap(({ organisationId }) => organisationId ?? []),
    ],
  }
}

export function ofConversation({ people, fields }: Conversation): Ties {
  return { hangsOn: null, leansOn: [...people, ...fields] }
}

export function ofIntroduction(introduction: Introduction): Ties {
  const { conversation } = introduction
  return {
    hangsOn: null,
    leansOn: [...peopleIn(introduction), ...(conversation === null ? [] : [conversation])],
  }
}
