import { fold } from '../../kit/text.ts'
import type { Span } from './lines.ts'
import { type FoundMark, isBlank, lockAt, markAt, skipIndent, trimBlanksBack } from './marks.ts'
import type { Tag } from './tags.ts'
import type { Thought } from './understand.ts'

/**
 * Where the thoughts of a captured line begin. A sign with a space behind it is a mark when:
 * 1. it begins the line (as in every note); or
 * 2. it follows a stop (`:` and its kin `. ; , – — )`) or a tag; or
 * 3. it follows the words of a marked thought, after a space.
 * In an unmarked beginning nothing else is a mark: "the salary > 50k is fine" stays as it is.
 * And it is only a sign after all when:
 * 4. no words follow it: the end, a tag or another mark comes next (a closing quotation mark, a French " !");
 * 5. `= + < > $` has a number or an amount behind it and words before it: "salary > 50k", "about $ 40k"; straight
 *    after a stop or a tag this holds only if the number is all there is;
 * 6. `= + < >` has one word behind it, and not a name of its own: "people = product", "C++ + Rust";
 * 7. `= +` has one word before it, and no full name behind it: "portfolio = everything";
 * 8. `! ?` stands after a no-break space, or in French before a capital: "Vous êtes sûre ? Moi non".
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
  const contentEnd = trimBlanksBack(text, line.start, line.end)
  const unlocked = lockAt(text, start, line.end)
  const first = markAt(text, unlocked ?? start, line.end)
  const scan: Scan = {
    text,
    line: { start: line.start, end: contentEnd },
    tagEnds: new Set(tags.map((tag) => tag.end)),
    tags,
    isFrench: isFrench(text.slice(line.start, line.end), lang),
  }
  const thoughts: Thought[] = [
    begun({
      start: line.start,
      mark: first,
      textStart: first?.next ?? unlocked ?? start,
      offRecord: unlocked !== null,
    }),
  ]
  for (let at = thoughts[0]?.textStart ?? start; at < contentEnd; at++) {
    const current = thoughts.at(-1)
    const next = current && boundaryAt(scan, at, current)
    if (!next) continue
    thoughts.push(next)
    at = next.textStart - 1
  }
  return thoughts
    .map((thought, index) => ended(scan, thought, thoughts[index + 1]?.start))
    .filter(holdsWords)

  function holdsWords(thought: Thought): boolean {
    return (
      thought.end > thought.start &&
      trimBlanksBack(text, thought.start, thought.end) >
        skipIndent(text, thought.start, thought.end) - 1
    )
  }
}

interface Scan {
  readonly text: string
  readonly line: Span
  readonly tags: readonly Tag[]
  readonly tagEnds: ReadonlySet<number>
  readonly isFrench: boolean
}

function begun(of: {
  start: number
  mark: FoundMark | null
  textStart: number
  offRecord: boolean
}): Thought {
  return {
    start: of.start,
    end: of.start,
    mark: of.mark?.mark ?? null,
    markAt: of.mark?.at ?? null,
    textStart: of.textStart,
    offRecord: of.offRecord,
  }
}

/** A thought ends where the next begins; the colon before that mark is not one of its words. */
function ended(scan: Scan, thought: Thought, next: number | undefined): Thought {
  const end = trimBlanksBack(scan.text, thought.start, next ?? scan.line.end)
  if (next === undefined || thought.mark !== null || !/[:：]/.test(scan.text.charAt(end - 1)))
    return { ...thought, end, textStart: Math.min(thought.textStart, end) }
  const textLimit = trimBlanksBack(
    scan.text,
    thought.textStart,
    Math.max(thought.textStart, end - 1),
  )
  return { ...thought, end, textLimit }
}

const stop = /[:：;；,，、.。…–—)）]/

function boundaryAt(scan: Scan, at: number, current: Thought): Thought | null {
  const { text, line } = scan
  if (at <= current.textStart || scan.tags.some((tag) => tag.start < at && at < tag.end))
    return null
  const before = trimBlanksBack(text, current.textStart, at)
  const isSpaced = before < at || /[:：]/.test(text.charAt(at - 1))
  if (!isSpaced) return null
  const isStrong =
    before === current.textStart || stop.test(text.charAt(before - 1)) || scan.tagEnds.has(before)
  const unlocked = lockedThought(scan, at, isStrong)
  if (unlocked) return unlocked
  const mark = markAt(text, at, line.end)
  if (!mark || (!isStrong && current.mark === null)) return null
  const place: Place = {
    scan,
    mark,
    before,
    isStrong,
    words: text.slice(current.textStart, before),
  }
  if (isOnlyASign(place)) return null
  return begun({ start: at, mark, textStart: mark.next, offRecord: current.offRecord })
}

function lockedThought({ text, line }: Scan, at: number, isStrong: boolean): Thought | null {
  const next = lockAt(text, at, line.end)
  if (next === null || /\d\s*$/.test(text.slice(Math.max(0, at - 3), at))) return null
  const mark = markAt(text, next, line.end)
  const isSpaced = next > at + 1
  if (!mark && !(isStrong && isSpaced && next < line.end)) return null
  return begun({ start: at, mark, textStart: mark?.next ?? next, offRecord: true })
}

interface Place {
  readonly scan: Scan
  readonly mark: FoundMark
  /** Where the words before the sign end. */
  readonly before: number
  readonly isStrong: boolean
  /** The words of the thought so far. */
  readonly words: string
}

function isOnlyASign(place: Place): boolean {
  const { mark, scan, isStrong } = place
  const behind = wordsBehind(scan, mark)
  if (behind.length === 0) return true
  const sign = mark.mark
  if (sign === '!' || sign === '?') return !isStrong && endsAFrenchSentence(place, behind)
  if (sign === '"') return false
  const isAmount = /^[\p{Sc}+-]?\d/u.test(behind[0] ?? '')
  if (isAmount && (isStrong ? behind.length === 1 : true)) return true
  if (isStrong || sign === '$') return false
  return isBetweenShortThings(place, behind)
}

function endsAFrenchSentence({ scan, mark }: Place, behind: readonly string[]): boolean {
  if (/[\u00a0\u202f]/.test(scan.text.charAt(mark.at - 1))) return true
  return scan.isFrench && /^[\p{Lu}«“"]/u.test(behind[0] ?? '')
}

function isBetweenShortThings({ mark, words }: Place, behind: readonly string[]): boolean {
  const isPerson = mark.mark === '+' && /^[\p{Lu}\p{Lo}@]/u.test(behind[0] ?? '')
  const wordsBefore = words.trim().split(/\s+/u)
  const last = wordsBefore.at(-1) ?? ''
  if (behind.length === 1)
    return !isPerson || /^\p{Lu}/u.test(last) || /[^\p{L}\p{M}\p{N}'’-]$/u.test(last)
  if (mark.mark !== '=' && mark.mark !== '+') return false
  return wordsBefore.length === 1 && !(isPerson && /^[\p{Lu}\p{Lo}]/u.test(behind[1] ?? ''))
}

/** The words after a sign, up to the end, the next tag or the next sign that could be a mark; three are enough. */
function wordsBehind({ text, line, tags }: Scan, mark: FoundMark): string[] {
  const words: string[] = []
  let at = mark.next
  while (at < line.end && words.length < 3) {
    const isTag = tags.some((tag) => tag.start === at && tag.kind !== 'person')
    if (isTag || markAt(text, at, line.end) || lockAt(text, at, line.end) !== null) break
    let end = at
    while (end < line.end && !isBlank(text, end)) end++
    words.push(text.slice(at, end))
    at = end
    while (at < line.end && isBlank(text, at)) at++
  }
  return words
}

const french =
  /(?<![\p{L}\p{N}])(?:les|des|une|est|avec|chez|dans|qui|je|elle|du|au|et|tres|c'est|j'ai|rencontre|nous|vous|ete)(?![\p{L}\p{N}])/gu

function isFrench(words: string, lang: string | null): boolean {
  if (lang !== null) return lang.toLowerCase().startsWith('fr')
  const found = fold(words.slice(0, 2000).replaceAll('’', "'")).match(french) ?? []
  return found.length >= 2
}
