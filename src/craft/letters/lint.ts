import { wordsOf } from '../../kit/text.ts'

/** What can be counted in a letter. None of it forbids anything: the owner decides, and sends. */
export interface LetterCounts {
  readonly words: number
  readonly subjectWords: number
  /** Question marks. */
  readonly questions: number
  /** You-words among you-words and I-words, 0 to 1; half or more speaks of them. */
  readonly youShare: number
  /** It speaks of jobs, openings, CVs: not what one asks for in twenty minutes. */
  readonly jobTalk: boolean
}

const word = /[\p{L}\p{N}’'-]+/gu
const youWords = new Set(['you', 'your', 'yours'])
const myWords = new Set(['i', 'me', 'my', 'mine'])
const jobWords = new Set([
  'job',
  'jobs',
  'hire',
  'hiring',
  'vacancy',
  'vacancies',
  'opening',
  'position',
  'resume',
  'cv',
  'referral',
])

export function countLetter(subject: string, body: string): LetterCounts {
  // "I’ve" and "you’re" count by what stands before the apostrophe.
  const bare = body.toLowerCase().match(/\p{L}+/gu) ?? []
  const you = bare.filter((one) => youWords.has(one)).length
  const mine = bare.filter((one) => myWords.has(one)).length
  return {
    words: countWords(body),
    subjectWords: countWords(subject),
    questions: body.match(/[?？؟]/gu)?.length ?? 0,
    youShare: you / Math.max(1, you + mine),
    jobTalk: wordsOf(body).some((one) => jobWords.has(one)),
  }
}

export function countWords(text: string): number {
  return text.match(word)?.length ?? 0
}
