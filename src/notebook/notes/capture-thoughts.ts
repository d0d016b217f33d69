import { fold } from '../../kit/text.ts'
import { beginsInTheOpen, gluedQuoteAt, isOnlyASign, type Surrounding } from './capture-marks.ts'
import type { Span } from './lines.ts'
import { type FoundMark, isBlank, lockAt, markAt, skipIndent, trimBlanksBack } from './marks.ts'
import type { Tag } from './tags.ts'
import type { Thought } from './understand.ts'

/**
 * Where the thoughts of a captured line begin. A sign with a space behind it is a mark when:
 * 1. it begins the line (as in every note); or
 * 2. it follows a stop (`:` and its kin `. ; , – — )`, or a `!` or `?` that ends a word) or a tag; or
 * 3. it follows the words of a marked thought, after a space; or
 * 4. it follows the unmarked beginning, after a space, and the words behind it can be nothing but a thought
 *    (capture-marks.ts): "met Bo in the lift > send the CV today";
 * and when capture-marks.ts does not find that it is only a sign after all.
 * In an unmarked beginning nothing else is a mark: "the salary > 50k is fine" stays as it is. Words in quotation
 * marks straight behind a colon or a tag are a quote, also without spaces: `Ana: "we hire for curiosity"`.
 * A `%` after a stop, a tag or the words of a marked thought, or straight before a mark, takes everything from there
 * to the end of the line off the record; not after a number ("20 % more").
 */
export function thoughtsIn(
  text: string,
  line: Span,
  tags: readonly Tag[],
  lang: string | null,
): Thought[] {
  const start = skipIndent(text, line.start, line.end)
  const scan: Scan = {
    text,
    line: { start: line.start, end: trimBlanksBack(text, line.start, line.end) },
    tagEnds: new Set(tags.map((tag) => tag.end)),
    tagStarts: new Set(tags.filter((tag) => tag.kind !== 'person').map((tag) => tag.start)),
    isFrench: isFrench(text.slice(line.start, line.end), lang),
  }
  const unlocked = lockAt(text, start, line.end)
  const mark = markAt(text, unlocked ?? start, line.end)
  const textStart = mark?.next ?? unlocked ?? start
  const first = begun(line.start, mark, { textStart, offRecord: unlocked !== null })
  const thoughts = [first, ...thoughtsBehind(scan, first, tags)]
  return thoughts
    .map((thought, index) => ended(scan, thought, thoughts[index + 1]?.start))
    .filter((thought) => thought.end > thought.start)
}

interface Scan extends Surrounding {
  readonly tagEnds: ReadonlySet<number>
}

function begun(
  start: number,
  mark: FoundMark | null,
  rest: Pick<Thought, 'textStart' | 'offRecord'>,
): Thought {
  return { start, end: start, mark: mark?.mark ?? null, markAt: mark?.at ?? null, ...rest }
}

function thoughtsBehind(scan: Scan, first: Thought, tags: readonly Tag[]): Thought[] {
  const thoughts: Thought[] = []
  const endOfTag = new Map(tags.map((tag) => [tag.start, tag.end]))
  let current = first
  for (let at = first.textStart; at < scan.line.end; at++) {
    at = endOfTag.get(at) ?? at
    const next = thoughtAt(scan, at, current)
    if (!next) continue
    thoughts.push(next)
    current = next
    at = next.textStart - 1
  }
  return thoughts
}

/** A thought ends where the next begins; the colon or the dash that leads to the next is not one of its words. */
function ended({ text, line }: Scan, thought: Thought, next: number | undefined): Thought {
  const end = trimBlanksBack(text, thought.start, next ?? line.end)
  const textStart = Math.min(thought.textStart, end)
  const joint = thought.mark === null ? /[:：]/ : /(?<=\s)[-–—]/
  const hasJoint = next !== undefined && joint.test(text.slice(Math.max(textStart, end - 2), end))
  if (!hasJoint) return { ...thought, textStart, end }
  const textLimit = trimBlanksBack(text, textStart, Math.max(textStart, end - 1))
  return { ...thought, textStart, end, textLimit }
}

const stop = /[:：;；,，、.。…–—)）]$|\s-$|\S[!?！？]$/u

/** "She said", "me dijo": words in quotation marks follow. */
const telling = /(?<!\p{L})(?:said|says|dijo|dice|disse|diz|dit|sagt|sagte)$/iu

/** The thought that begins at a place behind another one; null when none does. */
function thoughtAt(scan: Scan, at: number, current: Thought): Thought | null {
  if (at <= current.textStart || !standsFree(scan, at)) return null
  const unlocked = lockAt(scan.text, at, scan.line.end)
  if (unlocked === null) return markedThought(scan, at, current)
  return lockedThought(scan, { at, unlocked, ...standing(scan, at, current) })
}

interface Before {
  /** Where the words of the thought so far end. */
  readonly before: number
  readonly isBehindStop: boolean
  /** Behind the words of a marked thought, or of one that is locked already. */
  readonly isInThought: boolean
}

function standing({ text, line, tagEnds }: Scan, at: number, current: Thought): Before {
  const before = trimBlanksBack(text, current.textStart, at)
  const lastWords = text.slice(Math.max(current.textStart, before - 2), before)
  const isBehindStop = before === current.textStart || stop.test(lastWords) || tagEnds.has(before)
  const isInThought = current.mark !== null || current.start > line.start
  return { before, isBehindStop, isInThought }
}

function markedThought(scan: Scan, at: number, current: Thought): Thought | null {
  const { text, line } = scan
  const mark = markAt(text, at, line.end)
  if (!mark) return gluedQuote(scan, at, current)
  const { before, isBehindStop, isInThought } = standing(scan, at, current)
  const place = { mark, isBehindStop, words: { start: current.textStart, end: before } }
  const isInTheOpen = !isBehindStop && !isInThought
  if ((isInTheOpen && !beginsInTheOpen(scan, place)) || isOnlyASign(scan, place)) return null
  return begun(at, mark, { textStart: mark.next, offRecord: current.offRecord })
}

/** Words in quotation marks that touch them, behind a stop, a tag or "she said" of an unmarked beginning. */
function gluedQuote(scan: Scan, at: number, current: Thought): Thought | null {
  const mark = current.mark === null ? gluedQuoteAt(scan.text, at, scan.line.end) : null
  if (!mark) return null
  const { before, isBehindStop } = standing(scan, at, current)
  const isTold = telling.test(scan.text.slice(Math.max(current.textStart, before - 8), before))
  if (!isBehindStop && !isTold) return null
  return begun(at, mark, { textStart: mark.next, offRecord: current.offRecord })
}

/** Behind a space or a colon; a promise also straight behind a tag: "#ux> send it". */
function standsFree({ text, tagEnds }: Scan, at: number): boolean {
  const isGluedPromise = tagEnds.has(at) && /[<>＜＞]/.test(text.charAt(at))
  return isBlank(text, at - 1) || /[:：]/.test(text.charAt(at - 1)) || isGluedPromise
}

interface Lock extends Before {
  readonly at: number
  readonly unlocked: number
}

/** "which % of them", "the % is small": a share is meant. */
const share =
  /(?:\d|[{(]|(?<![\p{L}])(?:which|what|the|a|this|quel|que|welcher|o|el|le|in|en))\s*$/iu

function lockedThought({ text, line }: Scan, lock: Lock): Thought | null {
  const { at, unlocked, isBehindStop, isInThought } = lock
  if (share.test(text.slice(Math.max(0, at - 10), at))) return null
  const mark = markAt(text, unlocked, line.end)
  const isApart = isBehindStop || isInThought
  const locksWords = isApart && unlocked > at + 1 && unlocked < line.end
  if (!mark && !locksWords) return null
  return begun(at, mark, { textStart: mark?.next ?? unlocked, offRecord: true })
}

const french =
  /(?<![\p{L}\p{N}])(?:les|des|une|est|avec|chez|dans|qui|je|elle|du|au|et|tres|c'est|j'ai|rencontre|nous|vous|ete)(?![\p{L}\p{N}])/gu

function isFrench(words: string, lang: string | null): boolean {
  if (lang !== null) return lang.toLowerCase().startsWith('fr')
  const found = fold(words.slice(0, 2000).replaceAll('’', "'")).match(french) ?? []
  return found.length >= 2
}
