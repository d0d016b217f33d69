import { type Day, isDay } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import type { Medium } from '../conversations/conversation.ts'
import type { ConversationMeaning } from './column-meanings.ts'
import { dayFromWords } from './dates.ts'
import type { Talk } from './draft.ts'

/** One filled cell of a row about a conversation. */
export interface TalkCell {
  readonly of: ConversationMeaning
  readonly name: string
  readonly text: string
}

export interface TalkRead {
  readonly talk: Talk
  /** Cells that say something no conversation holds: a medium of its own make. */
  readonly kept: readonly TalkCell[]
}

/** In which order a table writes 03/04/2024; null where nothing in it tells. */
export type DayOrder = 'day first' | 'month first' | null

/** What one row says of its conversation; null where its day cannot be told. */
export function talkIn(
  cells: readonly TalkCell[],
  notes: readonly string[],
  order: DayOrder,
): TalkRead | null {
  const texts = (of: ConversationMeaning) => cells.filter((cell) => cell.of === of)
  const [written] = texts('day')
  const day = written ? dayIn(written.text, order) : null
  if (!written || day === null) return null
  const medium = firstKnown(texts('medium'), mediumIn)
  const minutes = firstKnown(texts('minutes'), minutesIn)
  const places = texts('place').map(({ text }) => text)
  const topics = texts('topic').flatMap(({ text }) => severalIn(text))
  const tags = topics.map((topic) => `/${fold(topic).replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`)
  return {
    talk: {
      day,
      lines: [...notes.flatMap(linesIn), ...(tags.length ? [tags.join(' ')] : [])],
      fields: texts('field').flatMap(({ text }) => severalIn(text)),
      medium: medium.value,
      minutes: minutes.value,
      place: places.join(', ') || null,
    },
    kept: [...texts('day').slice(1), ...medium.rest, ...minutes.rest],
  }
}

/** By the days that can only be read one way: of 25/03/2024 the day comes first. */
export function dayOrderOf(rows: readonly (readonly string[])[], at: number): DayOrder {
  for (const row of rows) {
    const [, first = '', second = ''] = slashed.exec(row[at]?.trim() ?? '') ?? []
    if (Number(first) > 12) return 'day first'
    if (Number(second) > 12) return 'month first'
  }
  return null
}

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T,].*)?$/

function dayIn(text: string, order: DayOrder): Day | null {
  const numbers = slashed.exec(text.trim())
  if (!numbers || order === null) return dayFromWords(text)
  const [, first = '', second = '', year = ''] = numbers
  const [month, day] = order === 'day first' ? [second, first] : [first, second]
  const full = year.length === 2 ? `20${year}` : year
  const written = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

function firstKnown<Value>(
  cells: readonly TalkCell[],
  read: (text: string) => Value | null,
): { readonly value: Value | null; readonly rest: readonly TalkCell[] } {
  const known = cells.find(({ text }) => read(text) !== null)
  if (!known) return { value: null, rest: cells }
  return { value: read(known.text), rest: cells.filter((cell) => cell !== known) }
}

function severalIn(text: string): string[] {
  return text
    .split(/[,;|]/)
    .map((one) => one.trim())
    .filter(Boolean)
}

function linesIn(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
}

const mediaWords: readonly (readonly [Medium, RegExp])[] = [
  ['video', /\b(?:video|zoom|teams|skype|meet|facetime|webex|videollamada|visio|videoanruf)\b/],
  [
    'call',
    /\b(?:call|phone|tel|telephone|telefon\w*|anruf|appel|llamada|chiamata|telefonate|ligacao|rozmowa)\b/,
  ],
  [
    'letter',
    /\b(?:e ?-?mail|mail|letter|brief|lettre|carta|lettera|linkedin|message|chat|dm|schriftlich|written)\b/,
  ],
  [
    'in-person',
    /\b(?:in person|in-person|person|persoenlich|personlich|face to face|f2f|coffee|kaffee|cafe|lunch|dinner|breakfast|meeting|treffen|presencial|en persona|di persona|live|office|visit|walk|onsite|on site|vor ort|osobiscie)\b/,
  ],
]

function mediumIn(text: string): Medium | null {
  const plain = fold(text.slice(0, 100))
  return mediaWords.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** "45", "45 min", "1 h", "1.5 hours", "1:30", "1h30"; at most a long day. */
export function minutesIn(text: string): number | null {
  const plain = fold(text.slice(0, 40))
  const clock = /^(\d{1,2})[:h](\d{2})\b/.exec(plain.replaceAll(' ', ''))
  const hours =
    /^(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|ore|uur|godz)\b/.exec(
      plain,
    )
  const minutes = /^(\d{1,3}) ?(?:m|min|mins|minutes?|minuten|minutos|minuti|minuty|['’])?$/.exec(
    plain.replace(/\.$/, ''),
  )
  const found = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : hours
      ? Math.round(Number((hours[1] ?? '').replace(',', '.')) * 60)
      : Number(minutes?.[1] ?? Number.NaN)
  return found >= 1 && found <= 960 ? found : null
}
