import { removed, somebody, type Traces } from './traces.ts'

/** A text in which somebody is not named any more; the same text where they were not. */
export type Mask = (text: string) => string

/**
 * Puts "somebody" where a name stands, with or without its `@`, and five dots where an address, a number or something
 * said stands. Case and accents of full names do not matter; a single name that is a word besides needs its capital.
 */
export function maskOf(traces: Traces): Mask {
  const steps: readonly (readonly [RegExp | null, string])[] = [
    [literally(traces.sayings), removed],
    [addressed(traces.addresses), removed],
    [dialled(traces.phones), removed],
    [named(traces.names.map(asName), 'giu'), somebody],
    [named(traces.rare.map(spelled), 'giu'), somebody],
    [named(traces.words.flatMap(asWord), 'gu'), somebody],
  ]
  const patterns = steps.flatMap(([pattern, sign]) => (pattern ? [{ pattern, sign }] : []))
  return (text) =>
    patterns.reduce(
      (now, { pattern, sign }) =>
        now.replace(pattern, (found: string, ...rest: (string | number)[]) =>
          isHalfOfAName(now, found, Number(rest.find((one) => typeof one === 'number')))
            ? found
            : sign,
        ),
      text,
    )
}

/** "Adeyemi" in "Adeyemi-Smith" is somebody else; in "adeyemi-cards.csv" it is not. */
function isHalfOfAName(text: string, found: string, at: number): boolean {
  const isCapital = /^[@[]*\p{Lu}/u.test(found)
  const behind = text.slice(at + found.length, at + found.length + 2)
  const ahead = text.slice(Math.max(0, at - 2), at)
  return isCapital && (/^-\p{Lu}/u.test(behind) || /^\p{L}-$/u.test(ahead))
}

/**
 * Whether a document, as JSON, may hold a trace: a quick look that errs on the side of yes, since what stands around
 * words in JSON is not what stands around them in a text.
 */
export function looseLookFor(traces: Traces): (json: string) => boolean {
  const phones = traces.phones.map((digits) => digitsApart(digits))
  const loose = [
    ...[...new Set([...traces.names.flat(), ...traces.words])].map(spelled),
    ...traces.addresses.map(escaped),
    ...phones,
  ]
  const sayings = traces.sayings.map((said) => JSON.stringify(said).slice(1, -1))
  const pattern = loose.length > 0 ? new RegExp(loose.join('|'), 'iu') : null
  return (json) => (pattern?.test(json) ?? false) || sayings.some((said) => json.includes(said))
}

const before = String.raw`(?<![\p{L}\p{M}\p{N}])`
const after = String.raw`(?![\p{L}\p{M}\p{N}])`

function named(alternatives: readonly string[], flags: string): RegExp | null {
  if (alternatives.length === 0) return null
  const any = longestFirst(alternatives).join('|')
  return new RegExp(`@\\[(?:${any})\\]|@?${before}(?:${any})${after}`, flags)
}

/** Between the words of a name may stand a space of any kind, a low line, a dot or a comma. */
function asName(words: readonly string[]): string {
  return words.map(spelled).join(String.raw`[\s_.,]{1,3}`)
}

/** "Ruth" and "RUTH", not "ruth"; scripts without capitals as they are. */
function asWord(word: string): string[] {
  const [first = '', ...rest] = word
  const capital = first.toUpperCase() + rest.join('')
  const ways = [word, capital, word.toUpperCase()].filter(
    (way) => !/^\p{Ll}/u.test(way) || way.toUpperCase() === way,
  )
  return [...new Set(ways)].map(spelled)
}

/** With its accents, in one sign or two, or without. */
function spelled(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '')
  const ways = [...new Set([word.normalize('NFC'), word.normalize('NFD'), bare])].map(escaped)
  return ways.length > 1 ? `(?:${ways.join('|')})` : (ways[0] ?? '')
}

function addressed(addresses: readonly string[]): RegExp | null {
  if (addresses.length === 0) return null
  const any = longestFirst(addresses).map(escaped).join('|')
  const scheme = String.raw`(?:(?:https?|mailto|tel):(?:\/\/)?)?`
  return new RegExp(
    `(?<![\\p{L}\\p{N}._%+-])${scheme}(?:${any})/?(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
    'giu',
  )
}

/** The digits in any grouping; the country in front of them goes too. */
function dialled(phones: readonly string[]): RegExp | null {
  if (phones.length === 0) return null
  const any = longestFirst(phones).map(digitsApart).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])\\+?(?:${any})(?!\\p{N})`, 'gu')
}

function digitsApart(digits: string): string {
  return [...digits].join(String.raw`[ \t\u00a0().\/-]{0,3}`)
}

function literally(texts: readonly string[]): RegExp | null {
  if (texts.length === 0) return null
  return new RegExp(longestFirst(texts).map(escaped).join('|'), 'gu')
}

function longestFirst(all: readonly string[]): string[] {
  return [...new Set(all)].toSorted((a, b) => b.length - a.length)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
}
