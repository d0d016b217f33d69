import { capitalized, listInWords, onDayInWords, weekdayInWords } from '../../craft/english.ts'
import type { Filling, Fillings } from '../../craft/letters/fill.ts'
import type { LetterLanguage } from '../../craft/letters/languages.ts'
import type { ThanksLine } from '../../craft/letters/thanks-material.ts'
import { excerptOf } from '../../craft/letters/thanks.ts'
import { placeInWords, timeInWords } from '../../craft/letters/times-words.ts'
import { clockIn, type Day, dayIn, instantAt } from '../../kit/days.ts'
import type { Life } from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import { startOf } from '../conversations/life.ts'
import { type Person, rolesNow } from '../people/person.ts'
import type { Ground } from './ground.ts'
import { addressOf } from './letter.ts'

/** Questions a confirming letter names. */
const mostQuestions = 3

/** How a letter says a time: in its own language, and on whose clock it is mine. */
export interface Manner {
  readonly language: LetterLanguage
  readonly zone: string
}

/** What the notebook knows of the slots; what it does not know is not there, and stays a gap in the letter. */
export function fillingsFrom(ground: Ground, today: Day, manner: Manner): Fillings {
  const { life, people, fields, through, settings, lines } = ground
  return present({
    to: said(listInWords(people.map(addressOf))),
    from: said(settings.name),
    me: said(settings.about),
    reach: said(settings.reach),
    through: said(through),
    field: said(listInWords(fields.map(inSentence))),
    house: said(houseOf(people)),
    ...ofLife(life, lines, today),
    ...ofOffer(life, manner),
  })
}

function said(text: string | null | undefined): Filling | null {
  return text && text.trim() !== '' ? { text: text.trim() } : null
}

function present(all: Readonly<Record<string, Filling | null>>): Fillings {
  return Object.fromEntries(Object.entries(all).filter(([, filling]) => filling !== null))
}

/** "Conservation science" is written small in a sentence; "UX" and "iOS" stay as they are. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}]*\p{Lu})/u.test(name) ? lowered(name) : name
}

function lowered(words: string): string {
  const [first = ''] = words
  return first.toLowerCase() + words.slice(first.length)
}

/** Where the first of them works now. */
function houseOf(people: readonly Person[]): string | null {
  const roles = people.flatMap(rolesNow)
  return roles.find(({ organisation }) => organisation)?.organisation ?? null
}

function ofLife(
  life: Life,
  lines: readonly ThanksLine[],
  today: Day,
): Readonly<Record<string, Filling | null>> {
  const { conversation } = life
  const { letterOn } = foldOf(life).course
  const questions = conversation.questions
    .toSorted((one, other) => Number(other.starred) - Number(one.starred))
    .slice(0, mostQuestions)
  return {
    minutes: said(String(conversation.minutes)),
    link: said(capitalized(withoutStop(conversation.link ?? ''))),
    work: said(readOf(conversation.read)),
    'asked-on': letterOn ? said(onDayInWords(letterOn, today)) : null,
    gift: said(withoutStop(conversation.gift ?? '')),
    questions: said(questions.map(({ text }) => `– ${text}`).join('\n')),
    advice: lineOf(lines, 'advice') ?? lineOf(lines, 'quote'),
    ...ofStart(life),
  }
}

/** "Her talk on ink" of what was read; a link says nothing in a sentence. */
function readOf(read: readonly string[]): string | null {
  const words = read.find((one) => !/^https?:\/\//u.test(one))
  return words ? capitalized(withoutStop(words)) : null
}

/** The template brings its own full stop. */
function withoutStop(words: string): string {
  return words.trim().replace(/[.。]+$/u, '')
}

function lineOf(lines: readonly ThanksLine[], kind: ThanksLine['kind']): Filling | null {
  const line = lines.find((one) => one.kind === kind && !one.offRecord && one.text.trim() !== '')
  if (!line) return null
  const text = withoutStop(excerptOf(line.text))
  return { text, line: line.id, family: 'said' }
}

/** The time agreed on, on the clock it was agreed by. */
function ofStart(life: Life): Readonly<Record<string, Filling | null>> {
  const where = said(placeOf(life))
  const start = startOf(life)
  if (!start) return { where }
  const { day, clock, zone } = start
  return { where, day: said(`${weekdayInWords(day)} ${day}`), clock: said(clock), zone: said(zone) }
}

/** The times offered, a line each, as they read them and as they are for me. */
function ofOffer(
  { conversation: { offer } }: Life,
  { language, zone: mine }: Manner,
): Readonly<Record<string, Filling | null>> {
  if (!offer) return {}
  const { zone } = offer
  const times = offer.times.map(({ day, clock }) => {
    const at = instantAt(zone, day, clock)
    const own = { day: dayIn(mine, at), clock: clockIn(mine, at), zone: mine }
    return `– ${timeInWords({ theirs: { day, clock, zone }, mine: own }, language)}`
  })
  return { times: said(times.join('\n')), zone: said(placeInWords(zone)) }
}

function placeOf({ conversation }: Life): string | null {
  if (conversation.place) return `at ${conversation.place.replace(/^at /iu, '')}`
  if (conversation.medium === 'call') return 'by phone'
  return conversation.medium === 'video' ? 'by video' : null
}
