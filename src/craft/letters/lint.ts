import { wordsOf } from '../../kit/text.ts'
import { type LetterLanguage, languageOfLetter, letterWords } from './languages.ts'

/** What can be counted in a letter. None of it forbids anything: the owner decides, and sends. */
export interface LetterCounts {
  readonly words: number
  readonly subjectWords: number
  /** Question marks. */
  readonly questions: number
  /** Told by its small words; null where they do not tell. */
  readonly language: LetterLanguage | null
  /** You-words among you-words and I-words, 0 to 1; half or more speaks of them. */
  readonly youShare: number
  /** It speaks of jobs, openings, CVs: not what one asks for in twenty minutes. */
  readonly jobTalk: boolean
  /** It puts silence at their door. */
  readonly guilt: boolean
}

const word = /[\p{L}\p{N}’'-]+/gu

/** Of the letters whose language is not one of the five, what depends on words counts for nothing. */
export function countLetter(subject: string, body: string): LetterCounts {
  const folded = wordsOf(body)
  const language = languageOfLetter(folded)
  const you = language ? countYou(language, folded, body) : 0
  const mine = language ? countOf(letterWords[language].mine, folded) : 0
  return {
    words: countWords(body),
    subjectWords: countWords(subject),
    questions: body.match(/[?？؟]/gu)?.length ?? 0,
    language,
    youShare: you / Math.max(1, you + mine),
    jobTalk:
      language !== null && saysOne(letterWords[language].jobs, [...wordsOf(subject), ...folded]),
    guilt: language !== null && saysOne(letterWords[language].guilt, folded),
  }
}

/** "Sie" and its forms speak of them where they have a capital. */
function countYou(language: LetterLanguage, folded: readonly string[], body: string): number {
  const formal = language === 'de' ? (body.match(formalGerman)?.length ?? 0) : 0
  return countOf(letterWords[language].you, folded) + formal
}

const formalGerman = /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)(?!\p{L})/gu

function countOf(wanted: ReadonlySet<string>, folded: readonly string[]): number {
  return folded.filter((one) => wanted.has(one)).length
}

/** Whole words, one or several in a row. */
function saysOne(phrases: readonly string[], folded: readonly string[]): boolean {
  const text = ` ${folded.join(' ')} `
  return phrases.some((phrase) => text.includes(` ${phrase} `))
}

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}
