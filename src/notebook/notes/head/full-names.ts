import { knownNameAt, spaced } from '../names.ts'
import { type Chunk, isInBrackets, kindBefore, type Spot } from './chunk.ts'
import { isFamilyWord } from './family-words.ts'
import { isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import { isHouseName } from './name-words.ts'
import { nextOfName } from './names.ts'
import { isHouseWord, isPlaceWord, townLength, wellKnownLength } from './places.ts'
import type { Reading } from './reading.ts'
import { isTime } from './time-words.ts'
import { has, isBreak, isCapital, isGenitive, textAt, tokenAt, tradeLength } from './tokens.ts'

/**
 * "Ida Berg: …", "met Otto Baker on …", "Paris Koch said": where somebody may be named, a given name with a capital
 * and capitalised words behind it are one, whatever else each of these words may mean; before a colon a given name
 * alone. Of a first word that is no given name we know, the family name behind it tells.
 */
export function fullNameAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  if (reading.isCaseless || !isWhereNamesStand(spot) || !beginsFullName(reading, at)) return null
  const end = endOfRun(reading, at)
  const isSomebody = end === at + 1 ? isLine(reading, at, end) : isName(spot, end)
  if (!isSomebody) return null
  const span = { start: tokenAt(reading, at).start, end: tokenAt(reading, end - 1).end }
  const known = knownNameAt(reading.text, span, reading.known)
  const name =
    known?.end === span.end ? known.name : spaced(reading.text.slice(span.start, span.end))
  const person = {
    name,
    described: null,
    known: known?.end === span.end,
    isSure: true,
    isLed: false,
    role: null,
    isSeveral: false,
    isTheirs: false,
    next: end,
  }
  return { kind: 'person', person, from: at, end }
}

/** Not in brackets behind somebody, where they work, nor behind a capital or a number it may belong to. */
function isWhereNamesStand(spot: Spot): boolean {
  const { reading, at } = spot
  const before = kindBefore(spot)
  if (before === null || before === 'lead' || before === 'called' || before === 'and') return true
  const last = tokenAt(reading, at - 1)
  if (isInBrackets(spot) || /\d$/u.test(last.text) || /^\d+$/.test(textAt(reading, at - 2)))
    return false
  return before === 'break' || before === 'day' || before === 'is' || !isCapital(last)
}

/** A given name, or any word that is no other before an initial or a family name: "Signe M. Dahl". */
function beginsFullName(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (!isCapital(token) || has(token, 'title') || isGenitive(token)) return false
  if (isGivenName(token.folded, { small: false })) return !isSmallWordFirst(reading, at)
  const isOther = token.kinds.size > 0 || tradeLength(token) > 0 || isTime(token.folded)
  return !isOther && !isHouseName(reading, token) && isBeforeFamily(reading, at + 1)
}

const smallWords: readonly Kind[] = ['with', 'at', 'from', 'of', 'for', 'and', 'article', 'owner']

/** "Con Rubén …", "An Ana …". */
function isSmallWordFirst(reading: Reading, at: number): boolean {
  const isFirst = at === 0 || isBreak(tokenAt(reading, at - 1))
  return isFirst && has(tokenAt(reading, at), ...smallWords)
}

function isBeforeFamily(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at)
  if (isInitial(reading, at)) return isCapital(tokenAt(reading, at + 1))
  return isCapital(next) && isFamilyWord(next.folded)
}

function isInitial(reading: Reading, at: number): boolean {
  return /^\p{Lu}\.?$/u.test(textAt(reading, at))
}

/** What a line begins with, before its colon. */
function isLine(reading: Reading, at: number, end: number): boolean {
  return at === 0 && textAt(reading, end) === ':'
}

const mostWords = 5

function endOfRun(reading: Reading, at: number): number {
  let end = at + 1
  for (let words = 1; words < mostWords && !isGenitive(tokenAt(reading, end - 1)); words++) {
    const couldBe = words === 1 ? couldBeFamily : couldGoOn
    const next = nextOfName(reading, { at, from: end }, couldBe)
    if (next === end) break
    end = next
  }
  return end
}

/** Words that make something else of a name before them: "Max Institut", "Ida Kaffee". */
const others: readonly Kind[] = [
  'house',
  'place',
  'talk',
  'channel',
  'message',
  'relation',
  'someone',
  'at',
  'is',
  'works',
  'with',
]

/** Right behind a given name: "Ana Baker", "Nora London"; but in German "Ana Anwältin". */
function couldBeFamily(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (isFamilyWord(token.folded) || isInitial(reading, at)) return true
  if (isHouseName(reading, token) || (isTime(token.folded) && !isGiven(reading, at))) return false
  if (townLength(reading, at) > 0) return true
  const isTrade = tradeLength(token) > 0 && reading.language === 'de'
  return !isTrade && !has(token, ...others)
}

function couldGoOn(reading: Reading, at: number): boolean {
  return tradeLength(tokenAt(reading, at)) === 0 && couldBeFamily(reading, at)
}

function isGiven(reading: Reading, at: number): boolean {
  return isGivenName(tokenAt(reading, at).folded, { small: false })
}

/** Nothing behind makes a house or a place of it, and what it begins with is meant as a name. */
function isName(spot: Spot, end: number): boolean {
  const { reading, at } = spot
  const last = tokenAt(reading, end - 1)
  const next = tokenAt(reading, end)
  const isPart = isCapital(next) && (isHouseWord(reading, end) || isPlaceWord(reading, end))
  if (isGenitive(last) || isPart || wellKnownLength(reading, at) > 1) return false
  return !isDoubtful(spot) || isSaidOfSomebody(reading, end)
}

/** At the start of a clause a capital tells little: "Will Ana …", "May Day …", "Hyde Park …". */
function isDoubtful(spot: Spot): boolean {
  const { reading, at } = spot
  const before = kindBefore(spot)
  const isFirst = before === null || before === 'break'
  const token = tokenAt(reading, at)
  const isWord = has(token, 'plain', 'met', 'says', ...others) || isTime(token.folded)
  return isFirst && (isWord || !isGiven(reading, at))
}

/** The end, "said", or a comma and what somebody does. */
function isSaidOfSomebody(reading: Reading, end: number): boolean {
  const next = tokenAt(reading, end)
  if (!isBreak(next)) return has(next, 'says', 'is', 'works', 'at', 'from', 'and')
  const isComma = /^[,(–—-]$/u.test(next.text)
  return end + 1 >= reading.tokens.length || (isComma && tradeLength(tokenAt(reading, end + 1)) > 0)
}
