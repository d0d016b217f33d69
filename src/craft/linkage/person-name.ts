import { particleWords, suffixWords, titleWords } from './name-words.ts'
import { nicknameGroups } from './nicknames.ts'
import { plainWords } from './plain-text.ts'

/** One word of a name in plain letters. */
export interface NameWord {
  readonly text: string
  readonly groups: readonly number[]
}

export interface PersonName {
  readonly given: readonly NameWord[]
  readonly family: readonly NameWord[]
  /** Nicknames, and other given names the person goes by. */
  readonly also: readonly NameWord[]
  /** Words of the whole name that are in none of the parts. */
  readonly rest: readonly NameWord[]
  /** The given and family names in one text each, for comparing slips of the pen. */
  readonly givenText: string
  readonly familyText: string
  /** Which of two of one name: sr, jr, ii, iii; empty where it is not said. */
  readonly generation: string
}

export interface WrittenName {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly full: readonly string[]
  readonly nickname: readonly string[]
}

const mostWords = 12
const wordsKnown = new Map<string, NameWord>()
const mostKnown = 100_000

function nameWord(text: string): NameWord {
  const known = wordsKnown.get(text)
  if (known) return known
  const made = { text, groups: nicknameGroups(text) }
  if (wordsKnown.size >= mostKnown) wordsKnown.clear()
  wordsKnown.set(text, made)
  return made
}

/** Null where nothing of a name was written. */
export function personName(written: WrittenName): PersonName | null {
  const parted = partedName(written)
  const given = withoutTitles(parted.given)
  const family = withoutParticles(parted.family)
  const known = new Set([...given, ...family, ...parted.family])
  const rest = withoutTitles(written.full.flatMap(plainWords)).filter(
    (word) => !known.has(word) && word.length > 1 && !particleWords.has(word),
  )
  const also = written.nickname.flatMap(plainWords)
  if (given.length + family.length + rest.length + also.length === 0) return null
  return {
    given: named(given),
    family: named(family),
    also: named(also),
    rest: named([...new Set(rest)]),
    givenText: given.join(' '),
    familyText: family.join(' '),
    generation: generationOf(written),
  }
}

function named(words: readonly string[]): NameWord[] {
  return words.slice(0, mostWords).map(nameWord)
}

interface Parts {
  readonly given: readonly string[]
  readonly family: readonly string[]
}

function partedName(written: WrittenName): Parts {
  const given = written.given.flatMap(plainWords)
  const family = written.family.flatMap(plainWords)
  if (given.length || family.length || written.full.length === 0) return { given, family }
  return partsOf(written.full[0] ?? '')
}

/** `"Dr. Ana María van der Berg"` and `"Berg, Ana"`: what stands before a comma, else the last word with its particles. */
export function partsOf(full: string): Parts {
  const comma = full.indexOf(',')
  if (comma > 0) {
    const after = withoutTitles(plainWords(full.slice(comma + 1)))
    const before = withoutTitles(plainWords(full.slice(0, comma)))
    if (after.length && after.length <= 4) return { given: after, family: before }
    return partsOf(full.slice(0, comma))
  }
  const words = withoutTitles(plainWords(full))
  if (words.length < 2) return { given: words, family: [] }
  if (words.length > 2 && words.at(-1)?.length === 1) {
    return { given: words.slice(1), family: words.slice(0, 1) }
  }
  let begin = words.length - 1
  while (begin > 1 && particleWords.has(words[begin - 1] ?? '')) begin -= 1
  return { given: words.slice(0, begin), family: words.slice(begin) }
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let from = 0
  let to = words.length
  while (to - from > 1 && titleWords.has(words[from] ?? '')) from += 1
  while (to - from > 1 && suffixWords.has(words[to - 1] ?? '')) to -= 1
  return words.slice(from, to)
}

function withoutParticles(words: readonly string[]): readonly string[] {
  const told = words.filter((word) => !particleWords.has(word))
  return told.length ? withoutSuffixes(told) : words
}

function withoutSuffixes(words: readonly string[]): readonly string[] {
  let to = words.length
  while (to > 1 && suffixWords.has(words[to - 1] ?? '')) to -= 1
  return words.slice(0, to)
}

const generations: Readonly<Record<string, string>> = {
  sr: 'sr',
  senior: 'sr',
  jr: 'jr',
  junior: 'jr',
  filho: 'jr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
}

/** Read from the end, where it belongs: a first word "Sr" is a señor. */
function generationOf({ given, family, full }: WrittenName): string {
  for (const text of [...family, ...full, ...given]) {
    const words = plainWords(text)
    const generation = words.length > 1 ? generations[words.at(-1) ?? ''] : undefined
    if (generation) return generation
  }
  return ''
}
