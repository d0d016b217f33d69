import {
  type Chunk,
  followsDescription,
  hasPerson,
  kindBefore,
  type Lead,
  mayNameNow,
  type Spot,
  tokenOf,
} from './chunk.ts'
import { asRoleAt, bracketRole, correctionAt, formerAt, roleHere, whoClauseAt } from './clauses.ts'
import { dayEnd } from './days.ts'
import { fullNameAt } from './full-names.ts'
import { isGivenName } from './given-names.ts'
import { nounAt } from './nouns.ts'
import { personAt } from './people.ts'
import type { Reading } from './reading.ts'
import { foldedAt, has, isBreak, isCapital, lengthOf, tokenAt, tradeLength } from './tokens.ts'
import {
  bareHouse,
  firstScene,
  houseOfRole,
  loneScene,
  namedHouse,
  sceneAt,
  whereAt,
  workplace,
} from './wheres.ts'

/** What may begin at a word, the surest first. */
const readers: readonly ((spot: Spot) => Chunk | null)[] = [
  breakAt,
  jointAt,
  allAt,
  correctionAt,
  plainAt,
  fullNameAt,
  firstScene,
  topicAt,
  formerAt,
  bracketRole,
  whoClauseAt,
  asRoleAt,
  phraseAt,
  dayAt,
  loneScene,
  namedHouse,
  roleHere,
  bareHouse,
  workplace,
  houseOfRole,
  somebodyAt,
  whereAt,
  sceneAt,
]

export function chunksOf(reading: Reading): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at < reading.tokens.length;) {
    const next = chunkAt({ reading, chunks, at })
    chunks.push(next)
    at = Math.max(next.end, at + 1)
  }
  return chunks
}

function chunkAt(spot: Spot): Chunk {
  for (const read of readers) {
    const found = read(spot)
    if (found) return found
  }
  return { kind: 'word', from: spot.at, end: spot.at + 1 }
}

function breakAt(spot: Spot): Chunk | null {
  return isBreak(tokenOf(spot)) ? { kind: 'break', from: spot.at, end: spot.at + 1 } : null
}

/** "and", also "y": but in Portuguese "é" is and "e" joins, and "y yo" leads on. */
function jointAt(spot: Spot): Chunk | null {
  const token = tokenOf(spot)
  const { reading, at } = spot
  if (reading.language === 'pt' && token.text.toLowerCase() === 'é') {
    return { kind: 'is', from: at, end: at + Math.max(1, lengthOf(token, 'is')) }
  }
  const isJoint = has(token, 'and') && !has(token, 'introduced')
  return isJoint
    ? { kind: 'and', from: at, end: againEnd(spot, at + lengthOf(token, 'and')) }
    : null
}

/** "e com o marido dela", "et de sa sœur Lise": the small word before the first stands before the next again. */
function againEnd(spot: Spot, at: number): number {
  const { reading } = spot
  const small = tokenAt(reading, at)
  if (!hasPerson(spot) || !has(small, 'with', 'of', 'from')) return at
  const next = personAt(reading, at + 1, { lead: 'led', hasPerson: false })
  const isAgain = has(small, 'with') || next?.isLed === true
  return isAgain && next?.isSure === true ? at + 1 : at
}

/** "both at Spotify", "ambos arquitetos": what follows is said of all. */
function allAt(spot: Spot): Chunk | null {
  const token = tokenOf(spot)
  const isAll = /^(?:both|all|ambos|ambas|los|las|tous|toutes|les|beide|os|as)$/.test(token.folded)
  const isOfPeople = isAll && has(token, 'several') && hasPerson(spot)
  const end = spot.at + lengthOf(token, 'several')
  return isOfPeople ? { kind: 'several', from: spot.at, end } : null
}

/** "von nebenan", "de al lado", "next door": which is no house. */
function plainAt(spot: Spot): Chunk | null {
  const token = tokenOf(spot)
  const length = lengthOf(token, 'plain')
  const isLongest = length > 1 && length >= Math.max(...token.kinds.values())
  return isLongest ? { kind: 'word', from: spot.at, end: spot.at + length } : null
}

/** What was talked about, up to the next break; at the start it may be through whom: "Über Ana lernte ich …". */
function topicAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const isOn = tokenOf(spot).folded === 'sur' && isTopicOn(spot)
  if (!isOn && !has(tokenOf(spot), 'about')) return null
  const isVia = at === 0 && personAt(reading, at + 1, { lead: 'led', hasPerson: false }) !== null
  if (isVia) return { kind: 'lead', how: 'via', from: at, end: at + 1 }
  let end = at + 1
  while (!endsTopic(reading, end)) end++
  return { kind: 'topic', from: at, end }
}

/** "sur la police scientifique", but "sur le marché" and "sur LinkedIn". */
function isTopicOn(spot: Spot): boolean {
  const noun = hasPerson(spot) ? nounAt(spot.reading, spot.at + 1) : null
  return (
    noun !== null &&
    !noun.isPlace &&
    !noun.isNamed &&
    !has(tokenAt(spot.reading, noun.from), 'channel')
  )
}

function endsTopic(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  return isBreak(token) || has(token, 'met', 'with', 'says')
}

const leads: readonly Lead[] = ['introduced', 'reached', 'met', 'message', 'talk', 'via', 'with']
const verbs = ['works', 'called', 'says', 'is'] as const

type PhraseKind = Lead | (typeof verbs)[number]

/** Of phrases of one length the first counts. */
const phraseKinds: readonly PhraseKind[] = [
  'introduced',
  'works',
  'called',
  'reached',
  'met',
  'message',
  'talk',
  'says',
  'is',
  'via',
  'with',
]

/** The longest phrase that begins here, of verbs and of words that lead to people. */
function phraseAt(spot: Spot): Chunk | null {
  const { at } = spot
  const token = tokenOf(spot)
  if (isUsedAsName(spot)) return null
  const [found] = phraseKinds
    .filter((kind) => lengthOf(token, kind) > 0 && isMeant(spot, kind))
    .toSorted((a, b) => lengthOf(token, b) - lengthOf(token, a))
  if (!found) return null
  const end = at + lengthOf(token, found)
  if (found === 'message') return messageAt(spot, end)
  const verb = verbs.find((kind) => kind === found)
  if (verb) return { kind: verb, from: at, end }
  const how = leads.find((lead) => lead === found)
  return how ? { kind: 'lead', how, from: at, end } : null
}

/** A given name with a capital in the sentence is no verb: "conocí a Said". */
function isUsedAsName(spot: Spot): boolean {
  const { text, folded } = tokenOf(spot)
  const { isCaseless, language } = spot.reading
  const tellsCase = spot.at > 0 && !isCaseless && language !== 'de' && text.length > 2
  const isInSentence = kindBefore(spot) !== 'break' || mayNameNow(spot)
  const isLarge = tellsCase && isInSentence && isCapital(tokenOf(spot))
  return isLarge && isGivenName(folded, { small: false })
}

function isMeant(spot: Spot, kind: PhraseKind): boolean {
  const isBehindRole = kindBefore(spot) === 'role'
  if (kind === 'called') return isNaming(spot)
  if (kind === 'is') return hasPerson(spot) || isBehindRole
  if (kind === 'works') return hasPerson(spot)
  if (kind === 'message') return !hasPerson(spot)
  if (kind === 'talk') return !isOfTrade(spot)
  if (kind === 'introduced') return isIntroducing(spot)
  const isOfName = kind === 'reached' && has(tokenOf(spot), 'called')
  return !isOfName || (!hasPerson(spot) && !isBehindRole)
}

/** "Wanjiku, tea exporter". */
function isOfTrade(spot: Spot): boolean {
  return tradeLength(tokenAt(spot.reading, spot.at + 1)) > 0 && hasPerson(spot)
}

const brought =
  /^(?:vorgestellt|bekannt|empfohlen|vermittelt|genannt|zusammengebracht|verkuppelt|verbunden|mitgebracht|weiterempfohlen|kontakt)$/

/** "hat mir Ben vorgestellt", but "hat mir Chemie beigebracht": in German the verb stands at the end. */
function isIntroducing({ reading, at }: Spot): boolean {
  if (!/^(?:hat|haben)$/.test(foldedAt(reading, at))) return true
  const behind = reading.tokens.slice(at, at + 12)
  const end = behind.findIndex((token) => isBreak(token))
  const clause = end === -1 ? behind : behind.slice(0, end)
  const endsInOther = /ge\p{L}+[tn]$/u.test(clause.at(-1)?.folded ?? '')
  return !endsInOther || clause.some(({ folded }) => brought.test(folded))
}

/** "a guy called Mo", and not "called Mo". */
function isNaming(spot: Spot): boolean {
  const before = kindBefore(spot)
  const isLong = lengthOf(tokenOf(spot), 'called') > 1
  return isLong || (before !== null && /^(?:person|where|role|is|break|word)$/.test(before))
}

/** "DM from Kat", "audio de wasap de Chelo", "mensagem no linkedin da Olena". */
function messageAt({ reading, at }: Spot, from: number): Chunk | null {
  let next = from
  for (let steps = 0; steps < 3; steps++) {
    const joint = tokenAt(reading, next)
    const through = tokenAt(reading, next + 1)
    const isThrough = has(through, 'channel', 'message')
    if (has(joint, 'of', 'from') && !isThrough) {
      return { kind: 'lead', how: 'message', from: at, end: next + 1 }
    }
    if (!isThrough || !has(joint, 'of', 'from', 'at', 'via')) break
    next += 1 + Math.max(lengthOf(through, 'channel'), lengthOf(through, 'message'))
  }
  const talk = lengthOf(tokenAt(reading, at), 'talk')
  return talk > 0 ? { kind: 'lead', how: 'talk', from: at, end: at + talk } : null
}

function dayAt({ reading, at }: Spot): Chunk | null {
  const end = dayEnd(reading, at)
  return end > at ? { kind: 'day', from: at, end } : null
}

function somebodyAt(spot: Spot): Chunk | null {
  const before = kindBefore(spot)
  const isLedTo = isLedHere(spot) || before === 'called'
  const isJoined = before === 'and' && hasPerson(spot)
  const isTheirName = mayNameNow(spot) && isCapital(tokenOf(spot))
  const isLed = isLedTo || isTheirName || (isJoined && couldJoin(spot))
  const isApart = !isLedTo && !isJoined && !followsDescription(spot)
  const expected = { lead: isLed ? 'led' : 'free', hasPerson: hasPerson(spot) && isApart } as const
  const person = personAt(spot.reading, spot.at, expected)
  return person && { kind: 'person', person, from: spot.at, end: person.next }
}

/** Behind a bare word for a talk a small word is a name only if it is a given one: "rdv pôle emploi avec …". */
function isLedHere(spot: Spot): boolean {
  const { chunks, reading } = spot
  const last = chunks.at(-1)
  if (last?.kind !== 'lead') return false
  return last.how !== 'talk' || reading.isCaseless || couldJoin(spot)
}

/** "Ana Ruiz and rivers": where capitals tell, a small word behind "and" is a name only if it is a given one. */
function couldJoin(spot: Spot): boolean {
  const { text, folded, kinds } = tokenOf(spot)
  const isKnown = kinds.size > 0 || isGivenName(folded, { small: true })
  return isKnown || spot.reading.isCaseless || !/^\p{Ll}/u.test(text)
}
