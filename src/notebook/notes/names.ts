import { fold } from '../../kit/text.ts'
import type { Span } from './lines.ts'
import { skipBlanks } from './marks.ts'

/**
 * How far a name goes, without knowing the language. In order:
 * 1. A name that the notebook knows wins, the longest first; case and accents do not matter.
 * 2. Otherwise the first word is the name, and if it begins with a capital, so do the capitalised
 *    words that follow it, with the small words between them ("Ruth van der Berg", "João da Silva").
 * 3. A word that begins sentences ("I", "The", "Yo", "Der") ends the name, and so does a word all
 *    in capitals ("Ana Ruiz UX"), a possessive ("Ana's") and any punctuation.
 * 4. Three capitalised words at most; five when a colon or a comma ends them, as it ends a label.
 */

/** Names of the notebook, ready to be looked up in running text. */
export interface KnownNames {
  /** By folded first word: the folded words of each name, longest first, and the name as it is written. */
  readonly byFirstWord: ReadonlyMap<string, readonly KnownName[]>
}

interface KnownName {
  readonly words: readonly string[]
  readonly name: string
}

export interface FoundName extends Span {
  /** As the notebook writes it if it is known, else as typed. */
  readonly name: string
  readonly known: boolean
}

const nameWord =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*(?:['’·_-][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*/uy
const particles = new Set(
  'van von der den de del della di da do dos das du la las los le el al bin ibn ben bint abu ter ten te zu zum zur y e af av st'.split(
    ' ',
  ),
)
const beginners = new Set(
  (
    'i im ive id the a an we you he she they it in on at if my our your his her no yes not never always what when where who ' +
    'how why this that there these those is are was do does did to for from with and but or so as all some most many every ' +
    'el la los las un una yo si en es hay lo se mi su nunca siempre que cuando donde quien como por para con pero ' +
    'le les une je il elle on nous vous ne ce c j l d qu n s pas jamais toujours quand ou qui dans pour avec mais ' +
    'der die das ein eine ich wir er sie man nicht kein keine wenn im am zu mit aber und mein ihr sein immer nie was wer wie ' +
    'o os um uma eu ele ela nos nao no na nas dos meu seu nunca sempre quando onde quem com mas'
  ).split(' '),
)

export function knownNames(names: Iterable<string>): KnownNames {
  const byFirstWord = new Map<string, KnownName[]>()
  for (const name of names) {
    const words = namesWordsOf(name)
    const first = words[0]
    if (first === undefined) continue
    const others = byFirstWord.get(first)
    if (others) others.push({ words, name })
    else byFirstWord.set(first, [{ words, name }])
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { byFirstWord }
}

function namesWordsOf(name: string): string[] {
  const words: string[] = []
  for (let at = 0; at < name.length;) {
    const word = wordAt(name, at, name.length)
    if (word) words.push(foldWord(name.slice(word.start, word.end)))
    at = word?.end ?? at + 1
  }
  return words
}

function foldWord(word: string): string {
  return fold(word).replaceAll('’', "'")
}

export const nobodyKnown: KnownNames = knownNames([])

/** The word that begins exactly here. */
export function wordAt(text: string, at: number, end: number): Span | null {
  nameWord.lastIndex = at
  const found = nameWord.exec(text)
  if (!found || at + found[0].length > end) return cutWord(found, at, end)
  return { start: at, end: at + found[0].length }
}

function cutWord(found: RegExpExecArray | null, at: number, end: number): Span | null {
  return found && end > at ? { start: at, end } : null
}

/** A name of the notebook that begins exactly here, the longest of them. */
export function knownNameAt(text: string, span: Span, known: KnownNames): FoundName | null {
  if (known.byFirstWord.size === 0) return null
  const words: { readonly folded: string; readonly end: number }[] = []
  let at = span.start
  while (words.length < 8) {
    const word = wordAt(text, at, span.end)
    if (!word) break
    words.push({ folded: foldWord(text.slice(word.start, word.end)), end: word.end })
    const afterDot = text[word.end] === '.' ? word.end + 1 : word.end
    at = skipBlanks(text, afterDot, span.end)
    if (at === word.end) break
  }
  const found = longestKnown(words, span.start, known)
  const owner = knownPossessive(words, span.start, known)
  return owner !== null && owner.end > (found?.end ?? 0) ? owner : found
}

type Words = readonly { readonly folded: string; readonly end: number }[]

function longestKnown(words: Words, start: number, known: KnownNames): FoundName | null {
  for (const candidate of known.byFirstWord.get(words[0]?.folded ?? '') ?? []) {
    const last = words[candidate.words.length - 1]
    if (last && candidate.words.every((word, index) => words[index]?.folded === word)) {
      return { start, end: last.end, name: candidate.name, known: true }
    }
  }
  return null
}

/** "Ana Ruiz's portfolio": the same words, the last without its 's. */
function knownPossessive(words: Words, start: number, known: KnownNames): FoundName | null {
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1]
    if (!last || !/['’]s$/.test(last.folded)) continue
    const bare = [
      ...words.slice(0, count - 1),
      { folded: last.folded.slice(0, -2), end: last.end - 2 },
    ]
    const found = longestKnown(bare, start, known)
    if (found) return found
  }
  return null
}

/** Whether words of the person come right behind the name, or the sentence that names them just goes on. */
export type BehindName = 'their-words' | 'the-sentence'

/** The name that begins exactly here, by the rules above; null where no word begins. */
export function nameAt(
  text: string,
  span: Span,
  known: KnownNames,
  behind: BehindName = 'their-words',
): FoundName | null {
  const found = knownNameAt(text, span, known)
  if (found) return found
  const first = wordAt(text, span.start, span.end)
  if (!first) return null
  const run = capitalisedRun(text, first, { end: span.end, behind })
  const end = withoutPossessive(text, span.start, run)
  return { start: span.start, end, name: spaced(text.slice(span.start, end)), known: false }
}

interface RunLimits {
  readonly end: number
  readonly behind: BehindName
}

function capitalisedRun(text: string, first: Span, limits: RunLimits): number {
  const firstWord = text.slice(first.start, first.end)
  if (!beginsLikeAName(firstWord) || /['’]s$/.test(firstWord)) return first.end
  const isShouting = isShouted(firstWord)
  const ends = [first.end]
  let at = first.end
  while (ends.length < 5) {
    const next = nextNameWord(text, at, { ...limits, isShouting })
    if (next === null) break
    ends.push(next)
    at = next
  }
  const isLabel = /^[\s\u200e\u200f]*[:,：，(]/u.test(text.slice(at, at + 3))
  if (isLabel || limits.behind === 'the-sentence') return at
  return ends[Math.min(ends.length, 3) - 1] ?? first.end
}

/** Where the next word of a name ends, small words before it included; null when the name is over. */
function nextNameWord(
  text: string,
  from: number,
  { end, behind, isShouting }: RunLimits & { readonly isShouting: boolean },
): number | null {
  let at = behindInitial(text, from)
  for (let smalls = 0; smalls <= 3; smalls++) {
    const start = skipBlanks(text, at, end)
    const span = start === at ? null : wordAt(text, start, end)
    if (!span) return null
    const word = text.slice(span.start, span.end)
    if (!particles.has(word)) {
      const isName = beginsLikeAName(word) && (isShouting || !isShouted(word))
      const isRunning = behind === 'the-sentence' && !isShouting
      const goesOn = smalls > 0 ? !isHouse(word) : isRunning || !beginsWords(word)
      return isName && goesOn ? span.end : null
    }
    at = span.end
  }
  return null
}

/** "J. R. Smith": past the dot of an initial. */
function behindInitial(text: string, end: number): number {
  const isInitial =
    text.charAt(end) === '.' &&
    /(?<![\p{L}\p{N}])\p{Lu}$/u.test(text.slice(Math.max(0, end - 2), end))
  return isInitial ? end + 1 : end
}

/** "I", "The", "C'est", "It's": what somebody says begins here. "O'Brien" and "D'Angelo" are names. */
function beginsWords(word: string): boolean {
  const contracted = /^(\p{L}+)['’]\p{Ll}/u.exec(word)?.[1]
  return beginners.has(fold(word)) || (contracted !== undefined && beginners.has(fold(contracted)))
}

const houseNouns =
  /^(?:uni|universi|hospital|krankenhaus|klinik|clinic|banco|bank$|banque|museo|museum|musee|museu|archiv|arquivo|stadt|ministeri|agentur|agencia|agence|schule|escuela|ecole|escola|firma|empresa|institut|ayuntamiento|mairie|camara)/

/** "Frau Müller von der Uni": behind a small word some nouns are where one works, and no name. */
function isHouse(word: string): boolean {
  return houseNouns.test(fold(word))
}

/** A capital of any script that has them, first in the word. */
function beginsLikeAName(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word)
}

/** Two letters or more, all capitals: an abbreviation beside a name. */
function isShouted(word: string): boolean {
  return /^[\p{Lu}\p{N}]{2,}$/u.test(word)
}

function withoutPossessive(text: string, start: number, end: number): number {
  return end - start > 2 && /['’]s$/.test(text.slice(start, end)) ? end - 2 : end
}

/** Names typed with low lines, and with odd spaces, read with plain ones. */
export function spaced(name: string): string {
  return name.replace(/[_\s\u200e\u200f]+/gu, ' ').trim()
}

export function isParticle(word: string): boolean {
  return particles.has(word.toLowerCase())
}
