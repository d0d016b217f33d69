import { knownNameAt } from '../names.ts'
import { type Chunk, kindBefore, type Spot } from './chunk.ts'
import { isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import { isHouseName } from './name-words.ts'
import type { Reading } from './reading.ts'
import { has, isBreak, isCapital, textAt, tokenAt } from './tokens.ts'

/**
 * "Ida Berg: …", "Nora Brandt, …", "Anna M. Dahl: …": a part of the sentence that is a given name and nothing but
 * capitalised words behind it is somebody, whatever else each of these words may mean; before a colon a given name alone.
 */
export function fullNameAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const before = kindBefore(spot)
  const isFirst = before === null || before === 'break' || before === 'lead'
  // In brackets behind somebody stands where they work.
  if (textAt(reading, at - 1) === '(') return null
  if (!isFirst || reading.isCaseless || !beginsFullName(reading, at)) return null
  const end = endOfRun(reading, at)
  const isAlone = end === at + 1
  if (isAlone ? !isLine(reading, at, end) : !isBreak(tokenAt(reading, end))) return null
  const span = { start: tokenAt(reading, at).start, end: tokenAt(reading, end - 1).end }
  const known = knownNameAt(reading.text, span, reading.known)
  const name = known?.end === span.end ? known.name : reading.text.slice(span.start, span.end)
  const person = {
    name,
    described: null,
    known: known?.end === span.end,
    isSure: true,
    isLed: false,
    role: null,
    isSeveral: false,
    next: end,
  }
  return { kind: 'person', person, from: at, end }
}

/** A given name, or any word that is no other before an initial: "Signe M. Dahl". */
function beginsFullName(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (!isCapital(token) || has(token, 'title')) return false
  if (isGivenName(token.folded, { small: false })) return true
  return token.kinds.size === 0 && isInitial(reading, at + 1) && isCapital(tokenAt(reading, at + 2))
}

/** What a line begins with, before its colon. */
function isLine(reading: Reading, at: number, end: number): boolean {
  return at === 0 && textAt(reading, end) === ':'
}

const mostWords = 5

function endOfRun(reading: Reading, at: number): number {
  let end = at + 1
  while (end < at + mostWords && isOfRun(reading, end)) end++
  return end
}

/** Words that make something else of a name before them: "Ana Anwältin", "Max Institut", "Ida Kaffee". */
const others: readonly Kind[] = ['house', 'talk', 'trade', 'channel', 'message', 'relation', 'at']

function isOfRun(reading: Reading, at: number): boolean {
  if (isInitial(reading, at)) return true
  const token = tokenAt(reading, at)
  if (isHouseName(reading, token)) return false
  return isCapital(token) && !has(token, ...others)
}

function isInitial(reading: Reading, at: number): boolean {
  return /^\p{Lu}\.?$/u.test(textAt(reading, at))
}
