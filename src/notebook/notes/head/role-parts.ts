import { isTimeWord } from './days.ts'
import { wellKnownHouses } from './gazetteer.ts'
import { townLength } from './places.ts'
import type { Reading } from './reading.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isShouted,
  textAt,
  type Token,
  tokenAt,
  tradeLength,
} from './tokens.ts'

/** A small word behind a role, and what it leads to. */
export interface Link {
  readonly joint: Token
  readonly token: Token
  readonly next: number
  readonly withArticle: boolean
  readonly isIn: boolean
}

/** Parts of a house where one works. */
export const department =
  /^(?:personalabteilung|buchhaltung|lohnbuchhaltung|vertrieb|einkauf|personal|controlling|logistik|redaktion|produktion|entwicklung|support|it|data|daten|dados|datos|design|sales|research|legal|rh|hr|marketing|ventas|vendas|compras|finanzas|finance|finances|compta|logistica|obra|obras|turno|cocina|cozinha|sala)$/

/** "head of UX", "profesora de piano": what the small word joins belongs to the role, and is no house. */
export function isOfRole(reading: Reading, link: Link): boolean {
  const { token, next } = link
  const isKnownHouse =
    wellKnownHouses.has(token.folded) && (has(link.joint, 'from') || !isCommonNoun(reading, next))
  const isName = townLength(reading, next) > 0 || isKnownHouse
  if (isName || isTimeWord(token)) return false
  if (isCapital(token) && !reading.isCaseless) return isCapitalOfRole(reading, link)
  const isKnown = tradeLength(token) > 0 || has(token, 'house')
  const isOther = has(token, 'plain', 'is', 'says', 'works', 'with', 'at', 'met') && !isKnown
  return !isOther && !isHouseOf(reading, link)
}

/** "director de arte en Zara": typed small where names have capitals, or with the house behind it. */
function isCommonNoun(reading: Reading, at: number): boolean {
  const isSmall = !reading.isCaseless && /^\p{Ll}/u.test(textAt(reading, at))
  return isSmall || (has(tokenAt(reading, at + 1), 'at') && !isBreak(tokenAt(reading, at + 2)))
}

/** "fisio del Betis", "guide at the museum": what the small word joins is the house. */
function isHouseOf(reading: Reading, link: Link): boolean {
  const { joint, token, next, withArticle, isIn } = link
  const isFrom = has(joint, 'from')
  if (isIn && (withArticle || has(token, 'place', 'house'))) return true
  if (has(token, 'house')) return isFrom || (withArticle && !department.test(token.folded))
  const isLed = withArticle || isFrom || isIn
  return isLed && (isNamedPlace(reading, next) || (reading.isCaseless && token.kinds.size === 0))
}

/** "pescadera del mercado de Maravillas", but "padeiro da esquina". */
function isNamedPlace(reading: Reading, at: number): boolean {
  const isNamed = has(tokenAt(reading, at + 1), 'of') && isCapital(tokenAt(reading, at + 2))
  return isNamed && has(tokenAt(reading, at), 'place')
}

/** "head of Research", "supervisora de UCI": a capital belongs to the role where it is a part of a house, or short. */
function isCapitalOfRole(reading: Reading, { token, next, withArticle, isIn }: Link): boolean {
  // "Doktorandin in Robotik an der ETH"
  const isSubject =
    reading.language === 'de' && /^(?:an|am|bei|beim)$/.test(foldedAt(reading, next + 1))
  if (isIn && !withArticle && isSubject) return true
  if (isIn || withArticle || reading.language === 'de') return false
  if (isShouted(token)) return token.text.length <= 4
  const isPart = has(token, 'house') || tradeLength(token) > 0
  return isPart && !isCapital(tokenAt(reading, next + 1))
}
