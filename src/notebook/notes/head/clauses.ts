import {
  type Chunk,
  followsDescription,
  hasPerson,
  kindBefore,
  type Spot,
  tokenOf,
} from './chunk.ts'
import { personAt } from './people.ts'
import { isPlaceWord, townLength, wellKnownLength } from './places.ts'
import type { Reading } from './reading.ts'
import { hasTrade, roleAt, type RoleSlot } from './roles.ts'
import { foldedAt, has, isBreak, isCapital, textAt, tokenAt, tradeLength } from './tokens.ts'
import { endsInSmallWord } from './wheres.ts'

/** What a clause behind somebody says of them: what they do, what they did before. */

const former =
  /^(?:ex|formerly|previously|once|fruher|ehemals|vormals|geb|geboren|geborene|nee|antes|anteriormente|antigamente|anciennement|avant)$/

/** "(ex Guardian, now …)", "(früher Meier)", ", antes en Telefónica": what they were before, up to the next break. */
export function formerAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const next = tokenAt(reading, at + 1)
  const isBefore =
    hasPerson(spot) && kindBefore(spot) === 'break' && former.test(tokenOf(spot).folded)
  if (!isBefore || !(has(next, 'at') || (isCapital(next) && tradeLength(next) === 0))) return null
  let end = at + 1
  while (!isBreak(tokenAt(reading, end))) end++
  return { kind: 'topic', from: at, end }
}

/** ", who chairs the board at …", "qui gère …": behind somebody, a verb we do not know says what they do. */
export function whoClauseAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const isWho = /^(?:who|qui|que|quien)$/.test(tokenOf(spot).folded) && hasPerson(spot)
  const verb = tokenAt(reading, at + 1)
  const isVerb = verb.kinds.size === 0 && /^\p{Ll}{3,}$/u.test(verb.text)
  return isWho && isVerb ? { kind: 'works', from: at, end: at + 2 } : null
}

const takesBack = /^(?:perdon|pardon|desculpa|digo|quatsch)$/
/** These say so only with more of it: "no Wi-Fi", "sorry Tom was late" take nothing back. */
const mayTakeBack = /^(?:no|nein|non|nao|sorry|wait)$/
const takingBack =
  /^(?:i|mean|meant|it|was|rather|era|es|war|doch|sondern|c'|etait|foi|quer|quero|quiero|decir|dizer|je|veux|dire|plutot|sino|sorry|perdon|pardon|desculpa|,)$/

/** ", no, sorry, it was …", ", perdón, …", ", nein, …": what follows is said instead of what was. */
export function correctionAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const isTheir = reading.language === 'pt' && tokenOf(spot).folded === 'no'
  const said = tokenOf(spot).folded
  if (!hasPerson(spot) || kindBefore(spot) !== 'break' || isTheir) return null
  let end = at + 1
  while (end < at + 7 && takingBack.test(foldedAt(reading, end))) end++
  if (!takesBack.test(said) && !(mayTakeBack.test(said) && end > at + 1)) return null
  return { kind: 'instead', from: at, end }
}

/** "(ing. de caminos, Ferrovial)", "(Recruiting @ Flink)": in brackets the role, then the house. */
export function bracketRole({ reading, chunks, at }: Spot): Chunk | null {
  const [before, last] = chunks.slice(-2)
  const isOpen = last?.kind === 'break' && textAt(reading, last.from) === '('
  if (!isOpen || before?.kind !== 'person') return null
  let end = at
  while (end < at + 5 && isPartOfRole(reading, end)) end++
  const isRole = end > at && /^[,@]$/u.test(textAt(reading, end)) && couldEmploy(reading, end + 1)
  return isRole ? { kind: 'role', role: { from: at, end }, from: at, end } : null
}

function couldEmploy(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  return isCapital(token) && tradeLength(token) === 0 && townLength(reading, at) === 0
}

function isPartOfRole(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isSign = token.text === '@' || (token.kind === 'break' && token.text !== '.')
  const isOther = isPlaceWord(reading, at) || (isCapital(token) && wellKnownLength(reading, at) > 0)
  const isName = isCapital(token) && reading.language !== 'de' && tradeLength(token) === 0
  return !isSign && !isOther && (!isName || isCraftBehind(reading, at))
}

/** "(Talent @ Deliveroo)". */
function isCraftBehind(reading: Reading, at: number): boolean {
  return textAt(reading, at + 1) === '@'
}

export function roleHere(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const slot = slotOf(spot)
  if (slot === null || (slot === 'clause' && startsOther(spot))) return null
  const role = roleAt(reading, at, slot)
  if (!role || (!hasPerson(spot) && !hasTrade(reading, role))) return null
  return { kind: 'role', role, from: at, end: role.end }
}

/** "works at Zara as a window dresser", "curra en Zara de escaparatista". */
export function asRoleAt(spot: Spot): Chunk | null {
  const { reading, at, chunks } = spot
  const small = /^(?:as|als|como|comme|de)$/.exec(tokenOf(spot).folded)?.[0]
  if (small === undefined || !hasPerson(spot)) return null
  const clause = chunks.slice(chunks.findLastIndex(({ kind }) => kind === 'break') + 1)
  const isWorking = clause.some(({ kind }) => kind === 'works')
  const isBehindHouse = chunks.at(-1)?.kind === 'where' && isWorking
  const role = roleAt(reading, at + 1, 'clause')
  const isSure = small !== 'de' && role !== null && hasTrade(reading, role)
  if (!role || (!isBehindHouse && !isSure)) return null
  return { kind: 'role', role, from: at, end: role.end }
}

/** A clause that begins as another person does: ", her boss Luis", ", la prima de Ana". */
function startsOther(spot: Spot): boolean {
  if (isPost(spot)) return false
  const { reading, at, chunks } = spot
  const found = personAt(reading, at, { lead: 'free', hasPerson: false })
  if (!found) return false
  if (found.name === null) return found.role === null && has(tokenOf(spot), 'article', 'owner')
  const before = chunks.at(-2)
  const isNamingNow = before?.kind === 'person' && before.person.name === null
  return isNamingNow || (found.isSure && (found.isLed || followsDescription(spot)))
}

/** "jefa de pediatría del Hospital Niño Jesús", but "jefa Inés". */
function isPost(spot: Spot): boolean {
  const { reading, at } = spot
  const isBoth = tradeLength(tokenOf(spot)) > 0 && has(tokenOf(spot), 'relation')
  return isBoth && !isCapital(tokenAt(reading, at + 1)) && !reading.isCaseless
}

function slotOf(spot: Spot): RoleSlot | null {
  const token = tokenOf(spot)
  if (!hasPerson(spot)) return mayBeginWithRole(spot) ? 'clause' : null
  const before = kindBefore(spot)
  if (before === 'is') return 'is'
  if (before === 'several' || before === 'break') return 'clause'
  if (before === 'works') return endsInSmallWord(spot) ? null : 'open'
  const isRole = tradeLength(token) > 0 || has(token, 'kind', 'house')
  return isRole && before !== 'and' ? 'open' : null
}

/** "ticket inspector on the 7.42 called Mo". */
function mayBeginWithRole(spot: Spot): boolean {
  const token = tokenOf(spot)
  const length = tradeLength(token)
  // "UX bei Acme, Ana Ruiz getroffen": in German a capital tells no role, but what stands behind it does.
  const isAt = /^(?:bei|beim)$/.test(tokenAt(spot.reading, spot.at + length).folded)
  const isTrade = length > 0 && (spot.reading.language !== 'de' || isAt)
  const isFirst = kindBefore(spot) === null && (!isCapital(token) || isTrade)
  return isFirst && personAt(spot.reading, spot.at, { lead: 'free', hasPerson: false }) === null
}
