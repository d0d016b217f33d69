import type { Day } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import { type DayReader, readDay } from './day-words.ts'
import { linesOf, type Span } from './lines.ts'
import {
  kindOf,
  type LineKind,
  lockAt,
  type Mark,
  markAt,
  skipBlanks,
  skipIndent,
  trimBlanksBack,
} from './marks.ts'
import { type KnownNames, nobodyKnown } from './names.ts'
import { type Referral, readReferral } from './referral.ts'
import { endWithoutTrailingTags, type Tag, tagsIn } from './tags.ts'

/**
 * How a line is read. In order:
 * 1. Leading spaces, one list bullet, and a `%` (off the record, with or without a space) are passed over.
 * 2. A mark and then a space make the line a thought of that kind; any other line is unmarked and stays as it is.
 *    `"I never look"` without a space is a sentence in quotation marks, not a marked quote.
 * 3. Tags are found anywhere in the words; those at the end are taken away (see tags.ts).
 * 4. A closing quotation mark that nothing opened is taken off the end of a quote.
 * 5. The speaker is the `@Name` right after the mark; after `+` it is the person to meet.
 * 6. A promise has a day when its words name one and the day of the conversation is known.
 */
export interface UnderstoodLine extends Span {
  readonly mark: Mark | null
  readonly kind: LineKind | null
  /** The words exactly as typed, without mark and trailing tags: `textStart` to `textEnd` of the input. */
  readonly text: string
  /** The words as a letter quotes them: no speaker in front, and tags inside read as plain words. */
  readonly said: string
  readonly markAt: number | null
  readonly textStart: number
  readonly textEnd: number
  readonly offRecord: boolean
  readonly speaker: string | null
  readonly people: readonly string[]
  /** As typed; compare them folded. */
  readonly fields: readonly string[]
  /** In small letters; `isTopicId` tells the known from the free. */
  readonly topics: readonly string[]
  /** When a promise is due. */
  readonly day: Day | null
  readonly referral: Referral | null
  readonly tags: readonly Tag[]
}

export interface UnderstandOptions {
  /** The day of the conversation; without it no line has a day. */
  readonly day: Day | null
  readonly zone: string | null
  /** The language of the day words, `es` or `es-MX`; without it all five are tried. */
  readonly lang: string | null
  readonly names?: KnownNames
  readonly readDay?: DayReader
}

/** One item for every line of the text. Never throws, whatever the text. */
export function understand(text: string, options: UnderstandOptions): UnderstoodLine[] {
  return linesOf(text).map(({ start, end }) =>
    understandLine(text.slice(start, end), start, options),
  )
}

/** One line by itself, for an editor that knows which line changed; `start` is where it stands in the note. */
export function understandLine(
  line: string,
  start: number,
  options: UnderstandOptions,
): UnderstoodLine {
  const indent = skipIndent(line, 0, line.length)
  const unlocked = lockAt(line, indent, line.length)
  const mark = markAt(line, unlocked ?? indent, line.length)
  const thought = {
    start: 0,
    end: line.length,
    mark: mark?.mark ?? null,
    markAt: mark?.at ?? null,
    textStart: mark?.next ?? unlocked ?? skipBlanks(line, 0, line.length),
    offRecord: unlocked !== null,
  }
  return shifted(readThought(line, thought, options), start)
}

/** What is known of a thought before its words are read. */
export interface Thought extends Span {
  readonly mark: Mark | null
  readonly markAt: number | null
  readonly textStart: number
  /** Where the words end, if before the thought's own end. */
  readonly textLimit?: number
  readonly offRecord: boolean
}

export function readThought(
  text: string,
  thought: Thought,
  options: UnderstandOptions,
): UnderstoodLine {
  const { mark, start, end, offRecord } = thought
  const span = { start: thought.textStart, end: thought.textLimit ?? end }
  const tags = tagsIn(text, span, options.names ?? nobodyKnown)
  const tagless = endWithoutTrailingTags(text, span, tags)
  const textEnd = mark === '"' ? endWithoutClosingQuote(text, { ...span, end: tagless }) : tagless
  const words = text.slice(span.start, textEnd)
  const speaker = mark !== null && mark !== '+' ? speakerOf(span, tags) : null
  const referral =
    mark === '+' ? readReferral(said(text, { ...span, end: textEnd }, tags, null)) : null
  return {
    mark,
    kind: kindOf(mark),
    text: words,
    said: said(text, { ...span, end: textEnd }, tags, isInsight(mark) ? speaker : null),
    start,
    end,
    markAt: thought.markAt,
    textStart: span.start,
    textEnd,
    offRecord,
    speaker: speaker?.text ?? null,
    people: distinct([...textsOf(tags, 'person'), ...(referral?.name ? [referral.name] : [])]),
    fields: distinct(textsOf(tags, 'field')),
    topics: distinct(textsOf(tags, 'topic')),
    day: dueDay(mark, text.slice(span.start, span.end), options),
    referral,
    tags,
  }
}

function dueDay(mark: Mark | null, words: string, options: UnderstandOptions): Day | null {
  if ((mark !== '>' && mark !== '<') || options.day === null) return null
  return (options.readDay ?? readDay)(words, options.day, options)
}

function isInsight(mark: Mark | null): boolean {
  return mark === '"' || mark === '!' || mark === '='
}

function speakerOf(span: Span, tags: readonly Tag[]): Tag | null {
  const first = tags[0]
  return first?.kind === 'person' && first.start === span.start ? first : null
}

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '”': '“„',
  '“': '„',
  '»': '«',
  '＂': '＂',
  '」': '「',
  '』': '『',
}

function endWithoutClosingQuote(text: string, span: Span): number {
  const end = beforeStop(text, span)
  const closer = text.charAt(end - 1)
  const openers = closers[closer]
  if (openers === undefined || end <= span.start) return span.end
  const words = text.slice(span.start, end - 1)
  return opensOne(words, closer, openers) ? span.end : trimBlanksBack(text, span.start, end - 1)
}

/** `"nobody checks your grades".`: the stop of the sentence around a quote is not of its words. */
function beforeStop(text: string, { start, end }: Span): number {
  const isStop = end - start > 1 && /[.,;]/.test(text.charAt(end - 1))
  return isStop && closers[text.charAt(end - 2)] !== undefined ? end - 1 : end
}

/** Whether some quotation mark inside the words still waits for this closer. */
function opensOne(words: string, closer: string, openers: string): boolean {
  let open = 0
  for (const sign of words) {
    if (openers.includes(sign)) open = sign === closer && open > 0 ? open - 1 : open + 1
    else if (sign === closer && open > 0) open--
  }
  return open > 0
}

const saying = new Set(
  'says said thinks thought told tells dice dijo cree dit disait pense sagt sagte meint meinte disse diz acha'.split(
    ' ',
  ),
)

/** The words as they read aloud. A speaker goes with the colon or comma behind, unless a verb of saying follows. */
function said(text: string, span: Span, tags: readonly Tag[], speaker: Tag | null): string {
  let at = speaker ? afterSpeaker(text, span, speaker) : span.start
  let words = ''
  for (const tag of tags) {
    if (tag.start < at || tag.end > span.end) continue
    words += text.slice(at, tag.start) + tag.text.replaceAll('_', ' ')
    at = tag.end
  }
  return (words + text.slice(at, Math.max(at, span.end))).trim()
}

function afterSpeaker(text: string, span: Span, speaker: Tag): number {
  if (speaker.end >= span.end) return Math.max(span.start, span.end)
  const rest = text.slice(speaker.end, Math.min(span.end, speaker.end + 40))
  const verb = fold(/^\s+(\p{L}+)/u.exec(rest)?.[1] ?? '')
  if (saying.has(verb)) return span.start
  return speaker.end + (/^\s*[:,–—-]?\s*/u.exec(rest)?.[0].length ?? 0)
}

function textsOf(tags: readonly Tag[], kind: Tag['kind']): string[] {
  return tags.filter((tag) => tag.kind === kind).map((tag) => tag.text)
}

/** Each once, as first written; case and accents make no second one. */
function distinct(words: readonly string[]): string[] {
  const seen = new Set<string>()
  return words.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)))
}

function shifted(line: UnderstoodLine, by: number): UnderstoodLine {
  if (by === 0) return line
  return {
    ...line,
    start: line.start + by,
    end: line.end + by,
    markAt: line.markAt === null ? null : line.markAt + by,
    textStart: line.textStart + by,
    textEnd: line.textEnd + by,
    tags: line.tags.map((tag) => ({ ...tag, start: tag.start + by, end: tag.end + by })),
  }
}
