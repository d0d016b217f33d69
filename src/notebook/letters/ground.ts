import type { ThanksLine } from '../../craft/letters/thanks-material.ts'
import type { Life } from '../conversations/conversation.ts'
import type { Person } from '../people/person.ts'
import type { Settings } from '../settings/settings.ts'

/** All that a letter may be made of. */
export interface Ground {
  /** With the people of the conversation as they stand now. */
  readonly life: Life
  readonly people: readonly Person[]
  /** What was said and promised there, as far as it may leave. */
  readonly lines: readonly ThanksLine[]
  /** The fields it is about, by name. */
  readonly fields: readonly string[]
  /** Who gave the name or brought you together, by name. */
  readonly through: string | null
  readonly settings: Settings
}
