import type { TemplateCode } from './codes.ts'
import { english, englishAgain } from './english.ts'
import type { TemplateText } from './fill.ts'

/** What a letter of one kind may be. Sources and evidence of the figures: docs/decisions/0015-letters.md. */
export interface TemplateRules {
  /** Words of the body. */
  readonly words: readonly [fewest: number, most: number]
  /** Beyond this a letter to somebody who did not ask for it is asked about once more; null where none is. */
  readonly wordsMax: number | null
  /** Words of the subject; null where the letter goes on in its thread or carries none. */
  readonly subjectWords: readonly [fewest: number, most: number] | null
  /** How many question marks it has: an ask is one question, a letter without an ask has none. */
  readonly questions: readonly [fewest: number, most: number]
  /** Words that speak of them are at least as many as those that speak of me. */
  readonly speaksOfThem: boolean
  /** What links you stands in the first sentence. */
  readonly beginsWithLink: boolean
}

const plain = {
  wordsMax: null,
  subjectWords: [3, 8],
  questions: [0, 1],
  speaksOfThem: false,
  beginsWithLink: false,
} as const

export const templateRules: Readonly<Record<TemplateCode, TemplateRules>> = {
  outreach: {
    ...plain,
    wordsMax: 100,
    words: [50, 90],
    questions: [1, 1],
    speaksOfThem: true,
    beginsWithLink: true,
  },
  nudge: { ...plain, wordsMax: 100, words: [25, 50], subjectWords: null, questions: [1, 1] },
  schedule: { ...plain, words: [40, 60], subjectWords: null, questions: [0, 2] },
  confirm: { ...plain, words: [40, 70], subjectWords: null, questions: [0, 4] },
  thanks: { ...plain, words: [60, 100] },
  update: { ...plain, words: [50, 90], questions: [0, 0] },
  hello: { ...plain, words: [15, 40], questions: [0, 1] },
  'intro-request': { ...plain, wordsMax: 100, words: [60, 90], questions: [1, 2] },
  blurb: { ...plain, wordsMax: 100, words: [50, 80], questions: [0, 1] },
  'opt-in': { ...plain, wordsMax: 100, words: [40, 80], questions: [1, 1] },
  link: { ...plain, words: [50, 90], questions: [0, 0] },
  'first-reply': { ...plain, words: [30, 60], subjectWords: null, questions: [0, 2] },
  outcome: { ...plain, words: [25, 60], questions: [0, 0] },
  decline: { ...plain, words: [15, 40], subjectWords: null, questions: [0, 0] },
  consent: { ...plain, words: [60, 100], questions: [1, 3] },
}

/** The text that the letter begins from; the thank-you chooses among the notes instead (`draftThanks`). */
export function templateText(code: Exclude<TemplateCode, 'thanks'>): TemplateText {
  return english[code]
}

/** Another date, where the one agreed on did not come about by one side or the other. */
export function againText(missed: keyof typeof englishAgain): TemplateText {
  return englishAgain[missed]
}
