import { wordsOf } from '../../kit/text.ts'
import type { TemplateCode } from './codes.ts'
import { countLetter, type LetterCounts } from './lint.ts'
import { gapsIn } from './slots.ts'
import { type TemplateRules, templateRules } from './templates.ts'

/**
 * What a good adviser would look at in a letter. Each says whether it holds, with the figures of its sentence; none
 * stops anybody. `isAsked`: marking the letter as sent asks once more while it does not hold.
 */
export interface LetterCheck {
  readonly code: CheckCode
  readonly ok: boolean
  readonly isAsked: boolean
  readonly values: Readonly<Record<string, string | number>>
}

export type CheckCode =
  | 'gaps'
  | 'words'
  | 'subject'
  | 'name'
  | 'link'
  | 'question'
  | 'questions'
  | 'no-question'
  | 'you'
  | 'jobs'
  | 'guilt'
  | 'links'
  | 'times'
  | 'repeat'
  | 'house'
  | 'elsewhere'
  | 'said'
  | 'promise'
  | 'discreet'

export interface LetterToCheck {
  readonly template: TemplateCode
  readonly subject: string
  readonly body: string
  /** All words of the names of those it goes to, as they are written in the notebook. */
  readonly names: readonly (readonly string[])[]
  /** What links you, and who gave the name; empty where nothing is written down. */
  readonly link: readonly string[]
  /** How many others were sent this very text in the last thirty days. */
  readonly sentTo: number
}

/** A third person within thirty days is one too many for the same text. */
const mostOfOneText = 2

/** The checks of one letter, those that are said of every letter first. */
export function checkLetter(letter: LetterToCheck): readonly LetterCheck[] {
  const rules = templateRules[letter.template]
  const counts = countLetter(letter.subject, letter.body)
  return [
    gapsCheck(letter),
    wordsCheck(counts, rules),
    rules.subjectWords && subjectCheck(counts, rules.subjectWords),
    nameCheck(letter),
    rules.beginsWithLink ? linkCheck(letter) : null,
    questionCheck(counts, rules),
    rules.speaksOfThem && counts.language ? youCheck(counts) : null,
    counts.language ? held('jobs', !counts.jobTalk) : null,
    counts.language && letter.template === 'nudge' ? held('guilt', !counts.guilt) : null,
    linksCheck(letter),
    needsTimes.has(letter.template) ? timesCheck(letter) : null,
    repeatCheck(letter),
  ].filter((check) => check !== null)
}

function held(
  code: CheckCode,
  ok: boolean,
  values: LetterCheck['values'] = {},
  isAsked = false,
): LetterCheck {
  return { code, ok, isAsked, values }
}

function gapsCheck({ subject, body }: LetterToCheck): LetterCheck {
  const gaps = gapsIn(`${subject}\n${body}`)
  return held('gaps', gaps.length === 0, { count: gaps.length, first: gaps[0] ?? '' }, true)
}

function wordsCheck(
  { words }: LetterCounts,
  { words: span, wordsMax }: TemplateRules,
): LetterCheck {
  const [fewest, most] = span
  const ok = words >= fewest && words <= most
  return held('words', ok, { words, fewest, most }, wordsMax !== null && words > wordsMax)
}

function subjectCheck({ subjectWords: words }: LetterCounts, span: readonly [number, number]) {
  const [fewest, most] = span
  return held('subject', words >= fewest && words <= most, { words, fewest, most })
}

/** Somebody's name, in the very letters of the notebook: "Marta" is not "Martha". */
function nameCheck({ names, body }: LetterToCheck): LetterCheck | null {
  const text = body.normalize('NFC')
  const missing = names.find((words) => !words.some((word) => holdsWord(text, word)))
  if (names.length === 0) return null
  return held('name', missing === undefined, { name: missing?.join(' ') ?? '' })
}

/** A letter that asks one side names the other nowhere. Short words of a name, "de", are words of any letter. */
export function discreetCheck(text: string, name: readonly string[]): LetterCheck {
  const words = name.filter((word) => [...word].length > 2)
  const given = words.find((word) => holdsWord(text.normalize('NFC'), word))
  return held('discreet', given === undefined, { name: given ?? '' }, true)
}

function holdsWord(text: string, word: string): boolean {
  const wanted = word.normalize('NFC')
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + wanted.length] ?? ' ')
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

/** The first sentence behind the greeting says what links you. */
function linkCheck({ link, body }: LetterToCheck): LetterCheck {
  const first = new Set(wordsOf(firstSentence(body)))
  const wanted = link.flatMap((words) => wordsOf(words)).filter((word) => word.length > 3)
  const ok = wanted.some((word) => first.has(word))
  return held('link', ok, { known: link.length })
}

const greeting = /^[^\n]{0,80}[,:!.]?\s*\n+/u

/** What stands behind the greeting, up to its first full stop; a title is none ("Dr. Rao"). */
function firstSentence(body: string): string {
  const text = body.trim().replace(greeting, '')
  const end = /(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|Sr|Sra|Fr|Hr|St|M|Mme))[.!?…。](?=\s|$)|\n\n/u.exec(text)
  return end ? text.slice(0, end.index + 1) : text
}

/** "ends in ?": exactly one ask, or none; a letter of times may have several. */
function questionCheck({ questions }: LetterCounts, rules: TemplateRules): LetterCheck {
  const [fewest, most] = rules.questions
  const ok = questions >= fewest && questions <= most
  if (most === 0) return held('no-question', ok, { questions })
  return held(most === 1 && fewest === 1 ? 'question' : 'questions', ok, { questions, most })
}

function youCheck({ youShare }: LetterCounts): LetterCheck {
  return held('you', youShare >= 0.5, { percent: Math.round(youShare * 100) })
}

const address = /\b(?:https?:\/\/|www\.)\S+/giu

function linksCheck({ body }: LetterToCheck): LetterCheck | null {
  const count = body.match(address)?.length ?? 0
  return count > 1 ? held('links', false, { count }) : null
}

const needsTimes: ReadonlySet<TemplateCode> = new Set(['schedule', 'first-reply'])
const clock = /\b\d{1,2}(?:[:.h]\d{2}|\s?(?:am|pm|h|uhr)\b)/giu

/** Two or three times to choose from, not an address to choose them at. */
function timesCheck({ body }: LetterToCheck): LetterCheck {
  const count = body.match(clock)?.length ?? 0
  return held('times', count >= 2, { count })
}

function repeatCheck({ sentTo }: LetterToCheck): LetterCheck | null {
  return sentTo >= mostOfOneText ? held('repeat', false, { count: sentTo }, true) : null
}

/**
 * What makes two letters the same text: their words without the names of those they go to. Letters whose keys share
 * nearly all runs of four words are one text (`isSameText`).
 */
export function textKey(body: string, names: readonly string[]): string {
  const own = new Set(names.flatMap((name) => wordsOf(name)))
  return wordsOf(body)
    .filter((word) => !own.has(word))
    .join(' ')
}

const run = 4
/** A letter whose filling alone differs shares about half of its runs; one with a word changed nearly all. */
const sameShare = 0.8

export function isSameText(one: string, other: string): boolean {
  if (one === other) return true
  const [mine, theirs] = [runsOf(one), runsOf(other)]
  const shared = [...mine].filter((words) => theirs.has(words)).length
  return shared / Math.max(1, mine.size, theirs.size) >= sameShare
}

function runsOf(key: string): ReadonlySet<string> {
  const words = key.split(' ')
  const runs = words.slice(0, Math.max(1, words.length - run + 1))
  return new Set(runs.map((_, index) => words.slice(index, index + run).join(' ')))
}
