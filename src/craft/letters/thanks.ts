import type { Day } from '../../kit/days.ts'
import { compare } from '../../kit/order.ts'
import type { LetterCheck } from './checks.ts'
import { countWords } from './lint.ts'
import { compose, type Composed, type Piece, type UsedLine } from './pieces.ts'
import { saysDay } from './promise-words.ts'
import { templateRules } from './templates.ts'
import { englishThanks } from './thanks-english.ts'
import type { ThanksInput, ThanksLine, ThanksPhrases } from './thanks-material.ts'

export interface ThanksDraft {
  readonly subject: string
  readonly body: string
  readonly used: readonly UsedLine[]
}

/** A thank-you of this length is read at once. */
const [, mostWords] = templateRules.thanks.words
/** A line longer than this is quoted by its first sentence, or its beginning. */
const longestQuote = 40
/** The line that is long enough to be specific, and short enough to be remembered. */
const goodQuote = 25

/**
 * A draft in the order of the craft: one thing they said in their words, why it matters, what I will do and by when,
 * may I report back. Lines off the record are never looked at. Fewer lines make a shorter letter, never an invented
 * one. The owner reads it, changes it, and sends it.
 */
export function draftThanks(
  input: ThanksInput,
  phrases: ThanksPhrases = englishThanks,
): ThanksDraft {
  const lines = input.lines.filter((line) => !line.offRecord && line.text.trim() !== '')
  const material = materialOf(lines, input.to)
  const composed = firstThatFits(leaner(material).map((one) => write(one, input, phrases)))
  const subject = phrases.subject(input)
  return { subject, ...composed }
}

/** What a thank-you has besides: something they said, and what I promised by its day. */
export function checkThanks(body: string, lines: readonly ThanksLine[]): readonly LetterCheck[] {
  const open = lines.filter((line) => !line.offRecord)
  const said = open.some((line) => isSaid(line) && body.includes(excerptOf(line.text)))
  const days = open.flatMap((line) => (line.kind === 'mine' && line.day ? [line.day] : []))
  const kept = days.filter((day) => saysDay(body, day))
  const promises = { promises: days.length }
  return [
    { code: 'said', ok: said, isAsked: false, values: {} },
    {
      code: 'promise',
      ok: days.length === 0 || kept.length > 0,
      isAsked: false,
      values: promises,
    },
  ]
}

interface Material {
  readonly said: ThanksLine | null
  readonly also: ThanksLine | null
  readonly promises: readonly ThanksLine[]
  readonly named: string | null
}

function materialOf(lines: readonly ThanksLine[], to: readonly string[]): Material {
  const isTheirs = ({ speaker }: ThanksLine) => !speaker || to.includes(speaker)
  const theirs = lines.filter((line) => isSaid(line) && isTheirs(line))
  const of = (kind: ThanksLine['kind']) => best(theirs.filter((line) => line.kind === kind))
  const said = of('quote') ?? of('advice') ?? of('fact')
  const also = [of('advice'), of('fact')].find((line) => line && line !== said) ?? null
  const promises = lines
    .filter((line) => line.kind === 'mine' && isTheirs(line))
    .toSorted((one, other) => compare(one.day ?? '9999', other.day ?? '9999'))
  return { said, also, promises, named: lines.find((line) => line.names)?.names ?? null }
}

function isSaid({ kind }: ThanksLine): boolean {
  return kind === 'quote' || kind === 'advice' || kind === 'fact'
}

/** The longest that can be remembered says the most; of longer ones, the shortest. */
function best(lines: readonly ThanksLine[]): ThanksLine | null {
  const counted = lines.map((line) => ({ line, words: countWords(line.text) }))
  const good = counted.filter(({ words }) => words <= goodQuote)
  const chosen =
    good.length > 0
      ? good.reduce((one, other) => (other.words > one.words ? other : one))
      : counted.toSorted((one, other) => one.words - other.words)[0]
  return chosen?.line ?? null
}

/** The same letter with less and less in it, so that one of them keeps to its length. */
function leaner(material: Material): readonly Material[] {
  const { promises } = material
  const modest = { ...material, promises: promises.slice(0, 2) }
  const short = { ...modest, also: null }
  return [
    { ...material, promises: promises.slice(0, 3) },
    modest,
    { ...modest, named: null },
    short,
    { ...short, named: null },
    { ...short, named: null, promises: promises.slice(0, 1) },
  ]
}

function firstThatFits(letters: readonly Composed[]): Composed {
  const fits = letters.find(({ body }) => countWords(body) <= mostWords)
  return fits ?? letters.at(-1) ?? { body: '', used: [] }
}

function write(material: Material, input: ThanksInput, phrases: ThanksPhrases): Composed {
  const { said, also, promises, named } = material
  const first = said ? saidPieces(said, input, phrases) : [phrases.nothingSaid(input.to)]
  const second = also
    ? [' ', phrases.alsoSaid(also, input.to), ' ', ...quotedPieces(also, phrases)]
    : []
  const thanksForName = named ? [' ', phrases.named(named)] : []
  const advised = [said, also].some((line) => line?.kind === 'advice')
  const deeds: readonly Piece[] =
    promises.length === 0 && advised
      ? [phrases.takingAdvice]
      : promises.flatMap((line, index) => promisePieces(line, index, phrases, input.today))
  return compose([
    [phrases.greeting(input.to)],
    [phrases.opening(input), ' ', ...first, ...second, ...thanksForName],
    deeds,
    [phrases.reportBack],
    [input.from],
  ])
}

function saidPieces(
  line: ThanksLine,
  { to }: ThanksInput,
  phrases: ThanksPhrases,
): readonly Piece[] {
  const [before, after] = phrases.said(line, to)
  return [before, ' ', ...quotedPieces(line, phrases), ' ', after]
}

function quotedPieces(line: ThanksLine, phrases: ThanksPhrases): readonly Piece[] {
  const text = excerptOf(line.text)
  const [before, after] = phrases.quoted(text)
  return [before, { text, line: line.id, family: 'said' }, after]
}

function promisePieces(
  line: ThanksLine,
  index: number,
  phrases: ThanksPhrases,
  today: Day,
): readonly Piece[] {
  const [before, text, after] = phrases.promise(line, today)
  return [index === 0 ? before : ` ${before}`, { text, line: line.id, family: 'promise' }, after]
}

/** Word for word, but of a long line only its first sentence, or its first words. */
export function excerptOf(text: string): string {
  const whole = text.trim()
  if (countWords(whole) <= longestQuote) return whole
  const sentence = /^[^.!?]+[.!?]/u.exec(whole)?.[0] ?? whole
  if (countWords(sentence) <= longestQuote) return sentence
  const [last] = [...whole.matchAll(/[\p{L}\p{N}’'-]+/gu)].slice(longestQuote - 1)
  return last ? whole.slice(0, last.index + last[0].length) : whole
}
