import { isTimeWord } from './days.ts'
import { isFamilyWord } from './family-words.ts'
import { wellKnownHouses } from './gazetteer.ts'
import { isFamilyBehindParticle, isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import type { Lead, Reading } from './reading.ts'
import {
  foldedAt,
  has,
  isCapital,
  isShouted,
  textAt,
  type Token,
  tokenAt,
  tradeLength,
} from './tokens.ts'

/** What a capitalised word could be: the beginning of a name, a family name, a family behind "de" and its kin. */

export const never: readonly Kind[] = [
  'article',
  'owner',
  'and',
  'at',
  'of',
  'from',
  'with',
  'for',
  'is',
  'works',
  'says',
  'called',
  'introduced',
  'reached',
  'several',
  'about',
  'message',
]
export const seldom: readonly Kind[] = [
  'plain',
  'met',
  'talk',
  'channel',
  'place',
  'house',
  'relation',
  'someone',
  'title',
  'kind',
  'trade',
  'via',
]

export function beginsName(reading: Reading, at: number, lead: Lead): boolean {
  const { folded, text } = tokenAt(reading, at)
  const isGiven = isGivenName(folded, { small: false })
  if (/\d/u.test(text) || isLetterAlone(reading, at)) return false
  const isMay = isGiven && lead !== 'free' && at > 0
  if (isTimeWord(tokenAt(reading, at)) && !isMay) return false
  return couldBeName(reading, at, { lead, isGiven })
}

interface Couldbe {
  readonly lead: Lead
  readonly isGiven: boolean
}

function couldBeName(reading: Reading, at: number, { lead, isGiven }: Couldbe): boolean {
  const { text } = tokenAt(reading, at)
  const isGrammar = has(tokenAt(reading, at), ...never)
  if (lead === 'titled') return isGiven || !isGrammar
  if (isGrammar && !(isGiven && at > 0 && text.length > 2)) return false
  return isGiven ? isUsedAsGiven(reading, at, lead) : isUnknownCapital(reading, at, lead)
}

/** "amphi B". */
function isLetterAlone(reading: Reading, at: number): boolean {
  const isBeforeMore = textAt(reading, at + 1) === '.' || isCapital(tokenAt(reading, at + 1))
  return textAt(reading, at).length === 1 && !isBeforeMore
}

/** A given name that is another word too ("Grace", "Ernst") is one where it is seldom anything else. */
function isUsedAsGiven(reading: Reading, at: number, lead: Lead): boolean {
  const token = tokenAt(reading, at)
  // "Zara from BrewDog", "met Otto at …"
  if (wellKnownHouses.has(token.folded)) {
    return lead !== 'free' || has(tokenAt(reading, at + 1), 'from', 'says')
  }
  const isGerman = reading.language === 'de'
  const isTrade = tradeLength(token) > 0 && (isGerman || at > 0)
  const isOther = has(token, ...seldom) || isTrade
  return !isOther || !has(token, 'plain') || isGivenName(token.folded, { small: isGerman })
}

function isUnknownCapital(reading: Reading, at: number, lead: Lead): boolean {
  const token = tokenAt(reading, at)
  const next = tokenAt(reading, at + 1)
  if (isShouted(token) && token.text.length <= 5) return token.text.length === 2 && isCapital(next)
  // "Kurzer Plausch"
  if (wellKnownHouses.has(token.folded) || (lead === 'free' && has(next, 'talk'))) return false
  const isTrade = tradeLength(token) > 0 && (reading.language === 'de' || at > 0)
  return !isTrade && !has(token, ...seldom)
}

const smallKinds: readonly Kind[] = [
  'article',
  'owner',
  'at',
  'is',
  'works',
  'says',
  'with',
  'title',
  'channel',
  'and',
  'met',
]

/** Tim Cook, Anna Koch, Sarah Baker; but not "UX", nor "Hydrologin". */
export function couldBeSurname(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const { folded } = token
  if (isTimeWord(token) && !isGivenName(folded, { small: false })) return false
  if (isFamilyWord(folded) && isGivenName(foldedAt(reading, at - 1), { small: false })) return true
  if (isHouseName(reading, token)) return false
  if (has(token, ...smallKinds)) {
    return /^(?:an|el|al|le|la|long|young|early|small|best|frank|will|may|rich)$/.test(folded)
  }
  if (reading.language === 'de' && tradeLength(token) > 0) {
    const isWork = /(?:in|er|ist|mann|frau|leute|leiter|kraft|schwester)$/.test(folded)
    return !isWork || isGivenName(folded, { small: true })
  }
  return !/^(?:uni|universitat|hospital|klinik|bahnhof|flughafen)$/.test(folded)
}

/** "Ana Ruiz UX", "Ana Ruiz Google"; but "Aïssatou Ba" is no airline. */
export function isHouseName({ isCaseless }: Reading, token: Token): boolean {
  const { folded, text } = token
  const isKnown = wellKnownHouses.has(folded) && (text.length > 3 || isCaseless)
  return isKnown || (isShouted(token) && !isCaseless && text.length > 1)
}

/** A capitalised word behind small words of names. */
interface Behind {
  /** Where the name begins. */
  readonly at: number
  /** The first of the small words, and how many they are. */
  readonly small: string
  readonly words: number
  readonly next: number
}

const houseNouns =
  /kammer$|verein$|werke?$|amt$|dienst$|verband$|zentrum$|schule$|^(?:uni|hospital|krankenhaus|klinik|clinic|banco|bank$|banque|museo|museum|musee|museu|archiv|arquivo|stadt|ministeri|agentur|agencia|agence|schule|escuela|ecole|escola|firma|empresa|institut|ayuntamiento|mairie|camara)/

/** Whether "de la Cruz", "von Droste", "Silva" behind "da" is the family, and no house one works for. */
export function belongsBehind(reading: Reading, behind: Behind): boolean {
  const { small, next } = behind
  const token = tokenAt(reading, next)
  const { folded } = token
  const isFamily = isFamilyBehindParticle(folded)
  const isGiven = isGivenName(folded, { small: false })
  if (/^(?:y|i|e)$/.test(small)) return small !== 'e' && !isGiven && joinsFamilies(behind)
  const isHouse = isShouted(token) || wellKnownHouses.has(folded) || has(token, 'house')
  if (isHouse || houseNouns.test(folded)) return false
  if (isFamily || isGiven) return isFamily || !/^(?:do|vom)$/.test(small)
  return !folded.includes('-') && isFamilyByParticle(reading, behind)
}

/** "Ortega y Gasset", behind a given name. */
function joinsFamilies({ at, words, next }: Behind): boolean {
  return words === 1 && next - at >= 3
}

function isFamilyByParticle(reading: Reading, { at, small, next, words }: Behind): boolean {
  const ofNames = /^(?:van|ter|ten|te|bin|ibn|ben|bint|abu|el|al|di|della|af|av|st|la|le)$/
  if (ofNames.test(small)) return true
  const isBehindGiven = next - at === 2
  if (/^z[uo][mr]?$/.test(small)) return isBehindGiven
  if (small === 'de' && words === 1) return isBehindGiven && reading.language === 'fr'
  const isOfTheName = words > 1 && next - at <= 3
  const hasArticle = /^(?:la|los|las)$/.test(foldedAt(reading, next - 1))
  const isOf = /^(?:de|d'|du|da|do|dos|das|del)$/.test(small)
  return isOf && isOfTheName && hasArticle && !isCapital(tokenAt(reading, next + 1))
}
