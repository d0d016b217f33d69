import { type Day, weekdayOf } from '../../../kit/days.ts'
import { fold } from '../../../kit/text.ts'
import { goneWeekday } from '../day-arithmetic.ts'
import type { DayLanguage } from '../day-lexicon.ts'
import { dayLanguages } from '../day-lexicons.ts'
import { isDeadline } from '../day-phrases.ts'
import { readDayGone } from '../day-words.ts'
import { writtenDaysIn } from '../written-days.ts'
import { dayWords, isTime, weekdays } from './time-words.ts'
import { foldedAt, type Sentence, type Token, tokenAt } from './tokens.ts'

/** Days in the words about a meeting, in five languages. What was met has been: the day looks back. */

const ahead =
  /^(?:after|before|nach|vor|despues|antes|apres|depois|next|every|each|by|until|till|que|cada|todos|proximo|proxima|prochain|prochaine|chaque|tous|nachste[nrs]?|jede[nrs]?|bis|hasta|ate|para|toda|todo|avant|kommende[nrs]?)$/

/** "segunda vez", "la quinta parte": in Portuguese the weekdays are numbers too. */
const numberDays = /^(?:segunda|terca|quarta|quinta|sexta)$/

function weekdayAt(sentence: Sentence, at: number): number | null {
  const { folded, kind } = tokenAt(sentence, at)
  const day =
    kind === 'word'
      ? weekdays.get(
          folded.replace(
            /-feira$|(?<=tag|woch)(?:abend|fruh|morgen|(?:vor|nach)?mittag|nacht)$/,
            '',
          ),
        )
      : undefined
  const next = foldedAt(sentence, at + 1)
  if (day === undefined || ahead.test(foldedAt(sentence, at - 1)) || ahead.test(next)) return null
  if (isHabit(sentence, at)) return null
  const isNumber = numberDays.test(folded) && !isNumberedDay(sentence, next)
  return isNumber ? null : day
}

/** "from the Monday choir": each Monday. */
function isHabit(sentence: Sentence, at: number): boolean {
  const isLed = sentence.language === 'en' && foldedAt(sentence, at - 1) === 'the'
  const isFrom = /^(?:from|of)$/.test(foldedAt(sentence, at - 2))
  return isLed && isFrom && tokenAt(sentence, at + 1).kind === 'word'
}

function isNumberedDay({ language }: Sentence, next: string): boolean {
  return language === 'pt' && !/^(?:vez|parte|feira|d[oa]s?|edicao)$/.test(next)
}

const ofDay =
  /^(?:on|last|this|el|este|la|le|ce|am|na|no|de|del|du|da|do|neste|nesta|esta|letzten|letzte|diesen|vergangenen|pasado|past|der|den|o|a)$/
const behindDay =
  /^(?:morning|afternoon|evening|night|lunchtime|noche|tarde|manana|pasado|pasada|matin|soir|apres-midi|dernier|derniere|abend|fruh|morgen|nachmittag|vormittag|mittag|nacht|abends|passado|passada|noite|manha|feira)$/
const nights = /^(?:last|this) (?:night|week|weekend|month|morning|afternoon|evening|summer|year)$/

/** "Sat 7 March". */
const shortDay =
  /^(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|mo|di|mi|do|fr|sa|so)$/

/** The token behind words for a day that begin here ("last night", "el lunes", "am Sonntag"); `at` where none do. */
export function dayEnd(sentence: Sentence, at: number): number {
  if (nights.test(`${foldedAt(sentence, at)} ${foldedAt(sentence, at + 1)}`)) return at + 2
  const isShort =
    shortDay.test(foldedAt(sentence, at)) && /^\d{1,2}$/.test(foldedAt(sentence, at + 1))
  if (isShort) return isTime(foldedAt(sentence, at + 2)) ? at + 3 : at + 2
  const isNamed = dayWords.has(foldedAt(sentence, at).replace(/'s$/, ''))
  const day = isNamed ? at : behind(sentence, at, { words: ofDay, most: 2 })
  if (!isNamed && weekdayAt(sentence, day) === null) return at
  return behind(sentence, day + 1, { words: behindDay, most: 2 })
}

interface Run {
  readonly words: RegExp
  readonly most: number
}

function behind(sentence: Sentence, from: number, { words, most }: Run): number {
  let at = from
  while (at < from + most && words.test(foldedAt(sentence, at))) at++
  return at
}

export function isTimeWord({ folded, text }: Token): boolean {
  return isTime(folded) || /^[\p{N}:.h]+$/u.test(text)
}

/** The day of a meeting, as its words tell it: "yesterday", "on 5 March", "el lunes"; null where they tell none. */
export function dayMet(sentence: Sentence, words: string, today: Day): Day | null {
  return readDayGone(words, today) ?? writtenDayMet(words, today) ?? weekdayMet(sentence, today)
}

/** "Hospital 12 de Octubre", "Rua 25 de Abril": a date straight behind a word for a place is its name. */
const named =
  /(?<!\p{L})(?:hospital|plaza|praca|praça|rua|calle|avenida|av\.?|ponte|puente|place|rue|pont|lycée|escola|escuela|colegio|instituto|stadion|estadio|estádio|platz|straße)(?: (?:du|de|del|do|des))?\s*$/iu

function isOfName(before: string): boolean {
  return named.test(before.slice(-30))
}

/** Not "apply by 1 October", which lies ahead. */
function isGone(before: string, language: DayLanguage): boolean {
  return !isOfName(before) && !isDeadline(fold(before), language)
}

function writtenDayMet(words: string, today: Day): Day | null {
  for (const language of dayLanguages) {
    const search = { from: today, language, zone: null, yearLeftOut: 'nearest' } as const
    const found = writtenDaysIn(words.slice(0, 300), search)
    const gone = found.find(
      ({ day, start }) => day <= today && isGone(words.slice(0, start), language),
    )
    if (gone) return gone.day
  }
  return null
}

/** "Monday I met Carla", "la boda del sábado": the last such day, today included; null where none is named. */
function weekdayMet(sentence: Sentence, today: Day): Day | null {
  const days = sentence.tokens.map((_token, at) => weekdayAt(sentence, at))
  const weekday = days.find((day) => day !== null) ?? null
  if (weekday === null) return null
  return weekdayOf(today) === weekday ? today : goneWeekday(today, weekday)
}
