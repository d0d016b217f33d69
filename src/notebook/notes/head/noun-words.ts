import { isGivenName } from './given-names.ts'
import { isHouseWord, isPlaceWord, townLength } from './places.ts'
import type { Reading } from './reading.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isQuality,
  isShouted,
  isUnknownSmall,
  type Token,
  tokenAt,
} from './tokens.ts'

/** Whether a noun goes on with one more word. */

export interface Sofar {
  readonly from: number
  readonly at: number
  /** An article stands before it. */
  readonly isLed: boolean
}

export function isTalkWord({ language }: Reading, token: Token): boolean {
  const isGerman = language === 'de' && has(token, 'relation')
  return isGerman || (has(token, 'relation', 'talk', 'message') && !isCapital(token))
}

export function goesOn(reading: Reading, { from, at, isLed }: Sofar): boolean {
  const token = tokenAt(reading, at)
  const isOver = isPlaceWord(reading, at - 1) || isHouseWord(reading, at - 1)
  if (reading.isCaseless) return goesOnSmall(reading, { from, at, isLed }, isOver)
  if (isCapital(token) || /^\d+$/.test(token.text)) {
    const isName = isShouted(token) || isNameBehind(reading, at)
    return reading.language !== 'de' || !isOver || isName
  }
  const isMore = isOver ? isQualityOfNoun(reading, token) : isUnknownSmall(token)
  return goesOnBehindName(reading, at) ?? isMore
}

/** "banque alimentaire", "cabinet médical": where adjectives stand behind. */
function isQualityOfNoun({ language }: Reading, token: Token): boolean {
  const isRomance = /^(?:es|fr|pt)$/.test(language)
  return isRomance && token.kinds.size === 0 && isQuality(token.folded)
}

/** Where capitals tell nothing: a town, the last word, or one word more. */
function goesOnSmall(reading: Reading, { from, at }: Sofar, isOver: boolean): boolean {
  const token = tokenAt(reading, at)
  const isUnknown = isUnknownSmall(token)
  if (!isOver) return at - from < 2 && isUnknown && !isGivenName(token.folded, { small: true })
  const isOfHouse = isHouseWord(reading, at - 1) && isUnknown
  return isOfHouse || townLength(reading, at) > 0 || isLast(reading, at + 1)
}

/** "Kids' swimming lesson", "PyCon coffee line"; null where no name stands before. */
function goesOnBehindName(reading: Reading, at: number): boolean | null {
  const before = tokenAt(reading, at - 1)
  if (isGenitive(before)) return true
  if (!isCapital(before) || reading.language === 'de') return null
  return isPlaceWord(reading, at) || isPlaceWord(reading, at + 1)
}

const namedPlaces =
  /^(?:cafe|bar|galerie|hotel|restaurant|kneipe|flughafen|bahnhof|park|jugendzentrum|museum|schule|uni|klinik|institut|gymnasium|gasthaus|theater|kino|praxis|verlag|hospital|krankenhaus|bank|stadtwerke|kanzlei|messe|buchmesse|hafen|strand|markt)$/

/** "Flughafen München", "Galerie Koch": in German a capital tells no name, what stands before it does. */
function isNameBehind(reading: Reading, at: number): boolean {
  if (townLength(reading, at) > 0) return true
  return isUnknownSmall(tokenAt(reading, at)) && namedPlaces.test(foldedAt(reading, at - 1))
}

function isLast(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  return isBreak(token) || has(token, 'with', 'and', 'is', 'works', 'says')
}

/** A name begins: "beim Bäcker | Frau Lindner", "à la salle | Margaux", but "São João". */
export function startsPerson(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (saint.test(foldedAt(reading, at - 1))) return false
  if (isCapital(token) && !reading.isCaseless) return startsLargeName(reading, at)
  const isGiven = isGivenName(token.folded, { small: true }) && token.kinds.size === 0
  return reading.isCaseless && isGiven && !isOfInn(reading, at)
}

/** "beim Bund Kamerad Ole Petersen", but "Café Rosa Luxemburg" and "Hospital Niño Jesús". */
function startsLargeName(reading: Reading, at: number): boolean {
  const before = tokenAt(reading, at - 1)
  const isOfPlace = isPlaceWord(reading, at - 1) || isHouseWord(reading, at - 1)
  const isFull = isCapital(tokenAt(reading, at + 1)) && !isOfPlace
  const isOfName = isCapital(before) && !isOfPlace && reading.language !== 'de'
  if ((isOfName && !isFull) || has(before, 'of') || townLength(reading, at) > 0) return false
  return isGivenName(foldedAt(reading, at), { small: !isFull })
}

const saint = /^(?:sao|san|santa|santo|saint|sainte|sankt|st|ste)$/
const inn = /^(?:bar|cafe|restaurante|restaurant|hotel|casa|galerie|galeria|chez)$/

/** "bar paqui", typed small. */
function isOfInn(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at + 1)
  return inn.test(foldedAt(reading, at - 1)) && (isBreak(next) || has(next, 'with'))
}
