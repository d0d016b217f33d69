import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { GoingState } from '../letters/going.ts'

/** A letter that was told to go by the mail account, and did not, or of which nobody knows. */
export interface LetterInTrouble {
  readonly conversation: ConversationId
  readonly template: TemplateCode
  readonly person: PersonId
  readonly state: GoingState
  /** Why, in a sentence. */
  readonly trouble: string | null
}

/** The facts of a letter that stands on the day. */
export interface MailFacts {
  readonly 'letter-unsure': Readonly<Record<string, never>>
  readonly 'letter-failed': { readonly text: string }
}

export type MailWhy<Code extends keyof MailFacts = keyof MailFacts> = {
  readonly [One in Code]: { readonly code: One; readonly values: MailFacts[One] }
}[Code]

export function whyInTrouble({ state, trouble }: LetterInTrouble): MailWhy {
  return state === 'unsure'
    ? { code: 'letter-unsure', values: {} }
    : { code: 'letter-failed', values: { text: trouble ?? '' } }
}
