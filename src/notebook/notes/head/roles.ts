import { dayEnd } from './days.ts'
import { isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { department, isOfRole } from './role-parts.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isShouted,
  isUnknownSmall,
  lengthOf,
  type Token,
  tokenAt,
  tradeLength,
  textAt,
} from './tokens.ts'

/** What somebody does, from its first word to behind its last. */
export interface Role {
  readonly from: number
  readonly end: number
}

/** A word for work is among its words. */
export function hasTrade({ tokens }: Reading, { from, end }: Role): boolean {
  return tokens.slice(from, end).some((token) => tradeLength(token) > 0)
}

/** What stands before a role: a clause of its own behind a name, "is", or nothing. */
export type RoleSlot = 'clause' | 'is' | 'open'

const fillers =
  /^(?:a|an|the|un|una|une|ein|eine|einen|um|uma|el|la|le|l'|der|die|o|now|ahora|agora|jetzt|maintenant|currently|also|is|es|est|ist|e|she's|he's|she|he|shes|hes|ella|elle|il|sie|er|ela|ele|als|as|como|comme|c'|my|mi|mon|ma|mein|meine|meu|minha|que|qui|who|era|fue|foi|was|both|ambos|ambas|beide|actually|todavia|auch|tambem|tambien|aussi)$/

/** The role that begins at a token: a word for work with those before and behind it, or a clause that can be nothing else. */
export function roleAt(reading: Reading, at: number, slot: RoleSlot): Role | null {
  const from = slot === 'open' ? at : behindFillers(reading, at)
  const reach = slot === 'open' ? 3 : 4
  let work = from
  while (work < from + reach && isBeforeTrade(reading, work, slot)) work++
  const trade = tradeLength(tokenAt(reading, work))
  if (trade > 0) return { from, end: roleEnd(reading, work + trade) }
  return slot === 'open' ? null : unknownRole(reading, { start: at, from, slot })
}

function behindFillers(reading: Reading, at: number): number {
  let from = at
  while (from < at + 4 && fillers.test(foldedAt(reading, from))) {
    if (tradeLength(tokenAt(reading, from)) > 0) break
    from++
  }
  return from
}

const noParts: readonly Kind[] = [
  'at',
  'from',
  'of',
  'with',
  'about',
  'and',
  'met',
  'says',
  'works',
  'is',
  'article',
  'for',
  'reached',
]

/** "senior", "data", "quantity": a word that may stand before the word for work. */
function isBeforeTrade(reading: Reading, at: number, slot: RoleSlot): boolean {
  const token = tokenAt(reading, at)
  const isPlain = has(token, 'plain') && !has(token, 'kind')
  if (token.kind !== 'word' || tradeLength(token) > 0 || isPlain) return false
  if (has(token, ...noParts) || dayEnd(reading, at) > at) return false
  const isSmall = isSmallWord(reading, token)
  return slot === 'open' ? isSmall && has(token, 'kind', 'house') : isSmall || has(token, 'house')
}

function isSmallWord({ isCaseless, language }: Reading, token: Token): boolean {
  return !isCapital(token) || isCaseless || language === 'de' || isShouted(token)
}

/** Behind a role: "head of UX", "profesora de piano", "interne en psychiatrie"; not the house behind. */
export function roleEnd(reading: Reading, from: number): number {
  let at = from
  for (let parts = 0; parts < 5; parts++) {
    const next = joinedToRole(reading, at) ?? moreOfRole(reading, at)
    if (next === at || next > reading.tokens.length) break
    at = next
  }
  return at
}

const standing =
  /^(?:a son compte|por cuenta propia|por conta propria|a la retraite|en retraite|in rente|im ruhestand|de baja|en paro|in training|en formation|en liberal|no desemprego|en excedencia|in ausbildung|in elternzeit)(?= |$)/

/** "à la retraite", "im Ruhestand": how somebody stands to their work belongs to it. */
function standingLength({ tokens }: Reading, at: number): number {
  const words = tokens.slice(at, at + 3).map(({ folded }) => folded)
  return standing.exec(words.join(' '))?.[0].split(' ').length ?? 0
}

function moreOfRole(reading: Reading, at: number): number {
  const token = tokenAt(reading, at)
  if (token.kind !== 'word' || dayEnd(reading, at) > at) return at
  const known = Math.max(standingLength(reading, at), smallTrade(reading, token))
  if (known > 0) return at + known
  const next = tokenAt(reading, at + 1)
  if (isCapital(token) && !reading.isCaseless) {
    const isPart = has(token, 'house') && (has(next, 'at', 'from') || isDepartment(reading, at))
    return isPart ? at + 1 : at
  }
  if (token.folded === 'turned' && !isBreak(next)) return at + 2
  return isMoreOfRole(reading, token) ? at + 1 : at
}

/** "VP Sales", "Directora Marketing": a department with a break behind it. */
function isDepartment(reading: Reading, at: number): boolean {
  return department.test(foldedAt(reading, at)) && isBreak(tokenAt(reading, at + 1))
}

/** "fontanero jubilado", "research lead", "customer support". */
function isMoreOfRole({ language, isCaseless }: Reading, token: Token): boolean {
  const isRetired = has(token, 'kind') && language !== 'de' && language !== 'en'
  const isName = isCaseless && isGivenName(token.folded, { small: true })
  return isRetired || (isUnknownSmall(token) && !isName) || (has(token, 'house') && !isCaseless)
}

function smallTrade(reading: Reading, token: Token): number {
  return isSmallWord(reading, token) ? tradeLength(token) : 0
}

/** "of UX", "de piano", "en psychiatrie", "and writer": what a small word joins to the role. */
function joinedToRole(reading: Reading, at: number): number | null {
  const joint = tokenAt(reading, at)
  const isIn = has(joint, 'at') && /^(?:en|in|em)$/.test(joint.folded)
  const isAnd = has(joint, 'and')
  const isLed = has(tokenAt(reading, at + 1), 'article', 'owner')
  // "engineer for the city"
  const isOf = has(joint, 'of') || (has(joint, 'for') && !isLed)
  if (!isIn && !isAnd && !isOf) return null
  const next = isLed ? at + 2 : at + 1
  const token = tokenAt(reading, next)
  if (token.kind !== 'word') return null
  if (isAnd) return anotherTrade(reading, next)
  const withArticle = next > at + 1 || /^(?:del|d[oa]s?|du|des|vom)$/.test(joint.folded)
  const link = { joint, token, next, withArticle, isIn }
  return isOfRole(reading, link) ? next + wordsOfPart(token) : null
}

/** "cook and writer". */
function anotherTrade(reading: Reading, at: number): number | null {
  const length = smallTrade(reading, tokenAt(reading, at))
  return length > 0 ? at + length : null
}

function wordsOfPart(token: Token): number {
  return Math.max(1, ...(['house', 'trade', 'place'] as const).map((kind) => lengthOf(token, kind)))
}

export const tradeEnding =
  /(?:aire|ari[oa]|ista|iste|euse|ienne|ien|eiro|eira|ero|era|logo|loga|ador|adora|in|er|ist|or|mann|frau|kraft|ent|ant|loge|eur|iker|wart|meister|leute)$/

const noRole =
  /^(?:lovely|funny|happy|sweet|smart|tired|kind|nice|late|early|great|super|hammer|spannend|cool|smiling|pronouns|ella|she\/her|he\/him)$|(?:ly|mente|ing)$/

/** "gefragt", "kennengelernt". */
const participle = /^(?:\p{L}{2,6})?ge\p{L}{2,}(?:t|en)$/u

interface Unknown {
  readonly start: number
  readonly from: number
  readonly slot: RoleSlot
}

/** A clause behind a name that says what somebody does in words we do not know: "Irene Solís, jueza de línea". */
function unknownRole(reading: Reading, { start, from, slot }: Unknown): Role | null {
  let end = from
  while (end < from + 5 && isUnknownPart(reading, end)) end++
  if (end === from || isOtherThanRole(reading, { from, end })) return null
  const words = { start, from, end, slot }
  const isRole = standsBeforeHouse(reading, end) || isClauseOfRole(reading, words)
  return isRole ? { from, end: roleEnd(reading, end) } : null
}

/** "(no last name)", "(sin apellido)". */
const unnamed = /^(?:no|sin|sem|sans|pas|kein|keine|ohne)$/

/** A pleasantry, a participle, or a house: "lovely", "gefragt", "agence intérim Manpower". */
function isOtherThanRole(reading: Reading, { from, end }: Role): boolean {
  const first = tokenAt(reading, from)
  const { folded } = first
  if (noRole.test(folded) && !has(first, 'house', 'trade')) return true
  if (unnamed.test(folded)) return true
  const isGerman = reading.language === 'de'
  if (isGerman && !isCapital(first)) return participle.test(folded)
  const isHouse = has(first, 'house') && !department.test(folded)
  return isHouse && (isGerman || reading.isCaseless || isCapital(tokenAt(reading, end)))
}

function standsBeforeHouse(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isAt = /^(?:at|@|bei|beim|chez|for|en|na|no|da|do|im|am|a|au)$/.test(token.folded)
  const isMore = has(token, 'and') && tradeLength(tokenAt(reading, at + 1)) > 0
  return isAt || isMore || has(token, 'of')
}

/** A short clause of its own; behind "is" only with an article or an ending of words for work. */
function isClauseOfRole(reading: Reading, words: Unknown & { readonly end: number }): boolean {
  const { start, from, end, slot } = words
  if (!isBreak(tokenAt(reading, end))) return false
  const endsAsTrade = tradeEnding.test(foldedAt(reading, end - 1))
  const hasArticle = from > start && has(tokenAt(reading, from - 1), 'article')
  if (slot === 'is' && !hasArticle && !endsAsTrade) return false
  const isShort = end - from <= (reading.isCaseless && slot !== 'is' ? 2 : 3)
  const tellsNothing = reading.isCaseless || (endsAsTrade && isWhereCapitalsStand(reading, from))
  return isShort && (tellsNothing || !reading.tokens.slice(from, end).every(isCapital))
}

/** In German on every noun, elsewhere behind a full stop: "… Vicenta. Anticuaria." */
function isWhereCapitalsStand(reading: Reading, at: number): boolean {
  const isBehindStop = textAt(reading, at - 1) === '.' && isBreak(tokenAt(reading, at + 1))
  return isBehindStop || reading.language === 'de'
}

const noUnknownParts: readonly Kind[] = [
  ...noParts,
  'plain',
  'owner',
  'relation',
  'someone',
  'place',
  'talk',
  'channel',
  'called',
]

function isUnknownPart(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (token.kind !== 'word' || dayEnd(reading, at) > at || /^\d/.test(token.text)) return false
  const isSmall = isWhereCapitalsStand(reading, at) || isSmallWord(reading, token)
  return !has(token, ...noUnknownParts) && isSmall
}
