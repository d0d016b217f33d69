import { fold } from '../../kit/text.ts'
import { isOnlyASign, type Surrounding } from './capture-marks.ts'
import type { Span } from './lines.ts'
import { type FoundMark, isBlank, lockAt, markAt, skipIndent, trimBlanksBack } from './marks.ts'
import type { Tag } from './tags.ts'
import type { Thought } from './understand.ts'

/**
 * Where the thoughts of a captured line begin. A sign with a space behind it is a mark when:
 * 1. it begins the line (as in every note); or
 * 2. it follows a stop (`:` and its kin `. ; , – — )`, or a `!` or `?` that ends a word) or a tag; or
 * 3. it follows the words of a marked thought, after a space;
 * and when capture-marks.ts does not find that it is only a sign after all.
 * In an unmarked beginning nothing else is a mark: "the salary > 50k is fine" stays as it is.
 * A `%` after a stop or a tag, or straight before a mark, takes everything from there to the end of the line
 * off the record; not after a number ("20 % more").
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

/** A thought ends where the next begins; the colon of an unmarked beginning is not one of its words. */
function ended({ text, line }: Scan, thought: Thought, next: number | undefined): Thought {
  const end = trimBlanksBack(text, thought.start, next ?? line.end)
  const textStart = Math.min(thought.textStart, end)
  const hasColon = next !== undefined && thought.mark === null && /[:：]/.test(text.charAt(end - 1))
  if (!hasColon) return { ...thought, textStart, end }
  const textLimit = trimBlanksBack(text, textStart, Math.max(textStart, end - 1))
  return { ...thought, textStart, end, textLimit }
}

const stop = /[:：;；,，、.。…–—)）]$|\s-$|\S[!?！？]$/u

/** The thought that begins at a place behind another one; null when none does. */
function thoughtAt(scan: Scan, at: number, current: Thought): Thought | null {
  const { text, line } = scan
  const mark = markAt(text, at, line.end)
  const unlocked = lockAt(text, at, line.end)
  if (at <= current.textStart || !(mark || unlocked !== null) || !standsFree(scan, at)) return null
  const before = trimBlanksBack(text, current.textStart, at)
  const wordsStart = Math.max(current.textStart, before - 2)
  const isBehindStop =
    before === current.textStart ||
    stop.test(text.slice(wordsStart, before)) ||
    scan.tagEnds.has(before)
  if (unlocked !== null) return lockedThought(scan, { at, unlocked, isBehindStop })
  if (!mark || (!isBehindStop && current.mark === null)) return null
  const words = { start: current.textStart, end: before }
  if (isOnlyASign(scan, { mark, isBehindStop, words })) return null
  return begun(at, mark, { textStart: mark.next, offRecord: current.offRecord })
}

/** Behind a space or a colon; a promise also straight behind a tag: "#ux> send it". */
function standsFree({ text, tagEnds }: Scan, at: number): boolean {
  const isGluedPromise = tagEnds.has(at) && /[<>＜＞]/.test(text.charAt(at))
  return isBlank(text, at - 1) || /[:：]/.test(text.charAt(at - 1)) || isGluedPromise
}

interface Lock {
  readonly at: number
  readonly unlocked: number
  readonly isBehindStop: boolean
}

function lockedThought({ text, line }: Scan, { at, unlocked, isBehindStop }: Lock): Thought | null {
  if (/\d\s*$/.test(text.slice(Math.max(0, at - 3), at))) return null
  const mark = markAt(text, unlocked, line.end)
  const locksWords = isBehindStop && unlocked > at + 1 && unlocked < line.end
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
