import { fold } from '../../../kit/text.ts'
import type { WhereChunk } from './chunk.ts'
import { isGivenName } from './given-names.ts'
import type { Noun } from './nouns.ts'
import type { Reading } from './reading.ts'
import { foldedAt, has, isGenitive, isShouted, tokenAt } from './tokens.ts'
import type { Draft, State } from './who.ts'

/** Whether a noun is where they met, or the house somebody works for. */
export type Meaning = 'house' | 'place' | 'none'

export function meaningOf(state: State, chunk: WhereChunk): Meaning {
  const { how, noun } = chunk
  const isNobodyYet = state.people.length === 0
  if (has(tokenAt(state.reading, noun.from), 'channel') && !noun.isHouse) return 'none'
  if (how === 'scene') return 'place'
  if (isHost(state, noun)) return isNobodyYet && how === 'at' ? 'place' : 'none'
  if (how === 'at') return atMeaning(state, chunk)
  if (how === 'of') return ofMeaning(state, noun)
  if (isNobodyYet && how === 'from') return fromMeaning(noun)
  return isHouseSaid(state, chunk) ? 'house' : 'none'
}

/** "From Noor's party: …" */
function fromMeaning({ isPlace }: Noun): Meaning {
  return isPlace ? 'place' : 'none'
}

/** "UX Acme", "from Acme", "designer for Acme". */
function isHouseSaid(state: State, { how, noun }: WhereChunk): boolean {
  const { people, before, works } = state
  if (how === 'bare') return !noun.isTown
  // "runs comms for Amnesty", ", sets routes for The Depot"
  if (how === 'for') {
    const isNamedApart = before === 'word' && noun.isNamed && !noun.isTown && isLaterClause(state)
    return isNamedApart || ((before === 'role' || works !== null) && (noun.isNamed || noun.isHouse))
  }
  return people.length > 0 && !noun.isTown && !isOnlyPlace(noun)
}

function isLaterClause({ people, clause }: State): boolean {
  const last = people.at(-1)
  return last !== undefined && last.clause < clause
}

/** "chez Lucas": at somebody's, which is no house one works for. */
function isHost({ reading, people }: State, noun: Noun): boolean {
  if (people.length > 0 && /^[@＠]$/u.test(foldedAt(reading, noun.from - 1))) return false
  const token = tokenAt(reading, noun.from)
  const isOne = noun.end === noun.from + 1 && !noun.isHouse && !noun.isPlace
  return isOne && !isGenitive(token) && isGivenName(token.folded, { small: true })
}

function isOnlyPlace(noun: Noun): boolean {
  return noun.isPlace && !noun.isHouse
}

/** "fisio del Betis", "Nelson do departamento jurídico": of somebody, a house; of a town, nothing. */
function ofMeaning({ people, before, reading }: State, noun: Noun): Meaning {
  const last = people.at(-1)
  if (!last || noun.isTown) return 'none'
  const isKnown = noun.isHouse || isShouted(tokenAt(reading, noun.from))
  const isBehind = before !== null && /^(?:break|role|person|several)$/.test(before)
  if (!isBehind || (isUnknownSomebody(last, noun) && !isKnown) || isCraft(reading, noun))
    return 'none'
  const isHouse = before === 'break' ? noun.isHouse : !isOnlyPlace(noun)
  return isHouse || noun.isNamed ? 'house' : 'none'
}

/** "la directrice de marque d'Oasis, Line Berger": of a trade a name is the house. */
function isUnknownSomebody({ name, role }: Draft, { isNamed }: Noun): boolean {
  return name === null && (role === null || !isNamed)
}

/** "hablé con Iván de carpintería": what was talked about; "de la carpintería" is a house. */
function isCraft(reading: Reading, { from, isNamed }: Noun): boolean {
  const isBare = /^d[e']$/.test(foldedAt(reading, from - 1)) && !isNamed
  return isBare && /(?:eria|erie|aria|ismo|isme)$/.test(foldedAt(reading, from))
}

const when =
  /^(?:nach|after|before|during|vor|despues|antes|apres|avant|apos|wahrend|pendant|durante)\b/

const midday =
  /^(?:meio-dia|mediodia|midi|mittag|noon|midday|meia-noite|medianoche|minuit|mitternacht|midnight)$/

/** Nobody works outside a church. */
const near =
  /^(?:outside|near|behind|opposite|across|devant|derriere|delante|cerca|perto|neben|vor)$/

/** "works at" took its small word with it. */
function smallWordOf({ before, reading }: State, { from, noun }: WhereChunk): string {
  return foldedAt(reading, before === 'works' && from === noun.from ? from - 1 : from)
}

/** "before lunch", "zur Kriminaltechnik". */
function isNoWhere({ reading }: State, { how, noun }: At): boolean {
  const { isPlace, isHouse } = noun
  const isTopic = /^zu[mr]$/.test(how) && !isPlace && !isHouse
  // "vor dem Gericht", but "vor dem Training".
  const isBefore = when.test(how) && !(how === 'vor' && isHouse)
  return isTopic || isBefore || midday.test(foldedAt(reading, noun.from))
}

function atMeaning(state: State, chunk: WhereChunk): Meaning {
  const { noun } = chunk
  const how = smallWordOf(state, chunk)
  if (isNoWhere(state, { how, noun })) return 'none'
  if (state.people.length === 0) return 'place'
  if (near.test(how)) return state.works === null ? placeOnce(state) : 'none'
  if (isBehindWork(state, noun)) return workMeaning(state, { how, noun })
  if (isSaidOfThem(state)) return isOnlyPlace(noun) ? 'place' : 'house'
  const isMetThere = noun.isPlace && (state.isFaceToFace || !noun.isHouse)
  if (isMetThere) return placeOnce(state)
  return isHouseBy(state, how, noun) ? 'house' : whereMet(state, noun)
}

function placeOnce({ place }: State): Meaning {
  return place === null ? 'place' : 'none'
}

/** In brackets, or behind "both". */
function isSaidOfThem({ before, isInBrackets }: State): boolean {
  return before === 'several' || (before === 'break' && isInBrackets)
}

/** Behind a role, "works", or somebody who is only a trade: "the head of UX at Acme". */
function isBehindWork({ before, works, people }: State, noun: Noun): boolean {
  const last = people.at(-1)
  const isTrade = before === 'person' && last?.name === null && last.role !== null
  return before === 'role' || works !== null || (isTrade && noun.isNamed)
}

/** "bei Bosch" always; "at Acme" of somebody one only talked to, or where the place is known. */
function isHouseBy(state: State, how: string, noun: Noun): boolean {
  if (how === 'beim') return noun.isHouse
  if ((!noun.isNamed && !noun.isHouse) || isWhereabouts(state, { how, noun })) return false
  if (/^(?:chez|bei)$/.test(how)) return true
  const isAway = !state.isFaceToFace || state.place !== null
  return !noun.isTown && (isAway || isApart(state, noun))
}

/** Nobody was met in so many words; in German a capital tells no name. */
function isApart({ lead, before, reading }: State, { isNamed, isHouse }: Noun): boolean {
  const isMeant = isNamed || before !== 'word'
  return lead === null && isMeant && (isHouse || reading.language !== 'de')
}

function whereMet(state: State, noun: Noun): Meaning {
  const { place, lead, before, reading, isFaceToFace } = state
  if (place !== null || isOfHouse(state, noun)) return 'none'
  if (noun.isTown) return before !== 'where' && isFaceToFace ? 'place' : 'none'
  const isMeant = lead !== null || noun.isNamed || before === 'person' || reading.isCaseless
  return isMeant ? 'place' : 'none'
}

/** "becaria en la ONU en Ginebra": where the house is. */
function isOfHouse({ before, reading }: State, { from, isPlace }: Noun): boolean {
  const hasArticle = has(tokenAt(reading, from - 1), 'article')
  return before === 'where' && !isPlace && !hasArticle && !reading.isCaseless
}

interface At {
  readonly how: string
  readonly noun: Noun
}

/** Behind a role or "works": a house, unless it is a town, or a place where nobody is employed. */
function workMeaning(state: State, at: At): Meaning {
  const { noun, how } = at
  const { works, isPast } = state
  if (noun.isTown || isPast || (isAnyHouse(state, noun) && works !== 'works')) return 'none'
  if (isAtHouse(state, at)) return 'house'
  if (isOfPractice(state, at)) return 'none'
  if (isWhereabouts(state, at) || isWhatTheyDo(state, noun)) return 'none'
  if (isOnlyPlace(noun) && works !== 'works') return placeBehindWork(state, noun)
  return /^(?:por|sobre|while)$/.test(how) ? 'none' : 'house'
}

const practice =
  /(?:dentist[ae]?|medic[oa]|medecin|pediatr[ae]|abogad[oa]|avocate?|notari[oa]|notaire|alcalde|alcaldesa|maire|panader[oa]|boulangere?|peluquer[oa]|coiffeu(?:r|se)|fisioterapeuta|kine|psicolog[oa]|psychologue|agricult(?:or|ora|eur|rice)|ganader[oa]|eleveu(?:r|se)|pharmacien(?:ne)?|farmaceutic[oa]|matrona|sage-femme|juez|jueza|juge)$/u

/** "dentista en Tolosa", "avocate à Pantin": who has a practice of their own is somewhere, for nobody. */
function isOfPractice({ people, reading }: State, { how, noun }: At): boolean {
  const hasArticle = has(tokenAt(reading, noun.from - 1), 'article')
  const isBare = /^(?:en|a)$/.test(how) && !hasArticle && noun.from + 1 === noun.end
  const isName = noun.isNamed && !noun.isHouse && !isShouted(tokenAt(reading, noun.from))
  return isBare && isName && practice.test(fold(people.at(-1)?.role ?? ''))
}

/** "bei Bosch", "chez Dior"; "beim Dorffest" only of somebody who works there. */
function isAtHouse({ works }: State, { how, noun }: At): boolean {
  const isThere = how === 'beim' && isOnlyPlace(noun) && works === null
  return /^(?:bei|beim|chez)$/.test(how) && !isThere
}

/** "does rope access on wind turbines". */
function isWhatTheyDo({ works, before, reading }: State, { isNamed, isHouse }: Noun): boolean {
  return works === 'is' && before !== 'role' && !isNamed && !isHouse && !reading.isCaseless
}

/** "bass player in an orchestra" is none that has a name. */
function isAnyHouse({ reading }: State, { from, isNamed }: Noun): boolean {
  return !isNamed && /^(?:an?|une?|una|uma?|einem|einer)$/.test(foldedAt(reading, from - 1))
}

/** "vet in Leeds", "juíza em Sintra", "éleveur en Aveyron", "dans le Vercors": where, not for whom. */
function isWhereabouts({ reading }: State, { how, noun }: At): boolean {
  const isIn = /^(?:in|em)$/.test(how) || (how === 'en' && reading.language === 'fr')
  const isBare = isIn && !has(tokenAt(reading, noun.from - 1), 'article')
  return (isBare || how === 'dans') && !noun.isHouse
}

function placeBehindWork({ place, isFaceToFace, reading }: State, noun: Noun): Meaning {
  const isNamed = noun.isNamed && reading.language !== 'de'
  if (isNamed || place !== null) return 'house'
  return isFaceToFace ? 'place' : 'none'
}
