import { dayLanguages, dayLexicons } from './day-lexicons.ts'
import { determiners, houses, notNames, places, stops, throughWhat } from './head-lexicon.ts'
import { nameEnd, placeEnd, roleEndAt, roleStartsAt } from './head-phrases.ts'
import type { Token } from './head-tokens.ts'
import { foldedAt } from './head-words.ts'
import { beginsLikeAName } from './names.ts'
import { isRoleWord, type Standing } from './role-words.ts'

/**
 * What stands around the person in a captured line: the place of the meeting, the role, the house.
 * Clause by clause, between commas, brackets, dashes and emoji:
 * 1. A word of place opens a place ("on the train", "im Zug"), up to the next such word, a role, or a word
 *    that begins another thought ("about", "she", "que").
 * 2. "at", "en", "bei", "na" and their kin open a house instead when a role or a verb of working stands before
 *    them in the clause, or when a capital follows and nobody was met there; "from", "von", "de" open a house.
 * 3. A word for work opens a role, with the words around it; a capitalised word right behind it is the house.
 * 4. A later clause of one to four capitalised words is the house.
 * 5. The clause behind the name, if it is one small word and nothing else we know, is the role ("Irene Solís, jueza").
 * Numbers, months and weekdays are no places. What is found first stays.
 */
export interface Surroundings extends Standing {
  readonly place: string | null
}

interface Clause {
  readonly tokens: readonly Token[]
  readonly text: string
  /** 0 is the clause that holds the name. */
  readonly position: number
  readonly isInBrackets: boolean
  /** People are met somewhere; somebody only talked to stands for a house. */
  readonly isMet: boolean
}

/** What was found so far; `works` is true behind a role or a verb of working. */
interface Found extends Surroundings {
  readonly works: boolean
}

/** What one step found, and the token to go on with. */
interface Step {
  readonly found: Partial<Found>
  readonly next: number
}

export function readSurroundings(
  text: string,
  tokens: readonly Token[],
  met: string,
): Surroundings {
  let found: Found = { role: null, organisation: null, place: null, works: false }
  for (const [position, clause] of clausesOf(tokens).entries()) {
    const about = { text, position, isMet: faceToFace.test(met) }
    found = readClause({ ...clause, ...about }, { ...found, works: false })
  }
  return found
}

function clausesOf(tokens: readonly Token[]): Pick<Clause, 'tokens' | 'isInBrackets'>[] {
  const clauses: { tokens: Token[]; isInBrackets: boolean }[] = [
    { tokens: [], isInBrackets: false },
  ]
  for (const token of tokens) {
    if (token.kind === 'word') clauses.at(-1)?.tokens.push(token)
    else clauses.push({ tokens: [], isInBrackets: /^[(（]$/u.test(token.text) })
  }
  return clauses
}

const working = /^(?:works?|working|trabaja|trabajo|travaille|arbeitet|trabalha|runs)$/
const silencing =
  /^(?:about|re|regarding|propos|sobre|acerca|uber|wegen|said|says|told|dijo|dice|dit|sagt|sagte|disse|diz|through|via|gracias|grace|dank|gracas|because|when)$/
const faceToFace =
  /^(?:met|meet|saw|coffee|lunch|dinner|breakfast|drinks|a drink|tea|beers?|walk|ran|bumped|sat|sitting|visited|conoci|he conocido|conocido|vi |quede|quedado|cafe|comida|comi|cena|cene|almuerzo|almorce|desayuno|un cafe|me encontre|coincidi|rencontre|j'ai rencontre|ai rencontre|vu|croise|dejeune|dine|verre|traf|getroffen|treffen|kaffee|mittag|essen|abendessen|bier|conheci|encontrei|almoco|almocei|jantar|jantei|estive|with|con|avec|mit|com|w\/)/

function readClause(clause: Clause, before: Found): Found {
  let found = before
  for (let at = 0; at < clause.tokens.length;) {
    const token = clause.tokens[at]
    if (!token || silencing.test(token.folded)) return found
    const step = placeOrHouse(clause, at, found) ?? roleHere(clause, at) ?? wordAlone(clause, at)
    const works = found.works || working.test(token.folded)
    found = step ? firstOf({ ...found, works }, step.found) : { ...found, works }
    at = Math.max(at + 1, step?.next ?? 0)
  }
  return found
}

function firstOf(found: Found, more: Partial<Found>): Found {
  return {
    role: found.role ?? more.role ?? null,
    organisation: found.organisation ?? more.organisation ?? null,
    place: found.place ?? more.place ?? null,
    works: found.works || more.works === true,
  }
}

function slice(clause: Clause, from: number, to: number): string | null {
  const [first, last] = [clause.tokens[from], clause.tokens[to - 1]]
  return first && last && to > from ? clause.text.slice(first.start, last.end) : null
}

function placeOrHouse(clause: Clause, at: number, { works }: Found): Step | null {
  const [word, next] = clause.tokens.slice(at, at + 2)
  if (!word || !(places.has(word.folded) || houses.has(word.folded))) return null
  if (isEnglishArticle(clause, word, next)) return null
  if (!next || opensNothing(next)) return { found: {}, next: at + 1 }
  return opensHouse(clause, at, works) ? houseAt(clause, at) : placeAt(clause, at)
}

/** "a long talk", but "a la salida". */
function isEnglishArticle({ position }: Clause, { text }: Token, next: Token | undefined): boolean {
  return text === 'a' && position === 0 && !determiners.has(next?.folded ?? '')
}

function opensNothing(next: Token): boolean {
  return stops.has(next.folded) || isRole(next) || isNoPlace(next)
}

function houseAt(clause: Clause, at: number): Step {
  const start = behindArticle(clause, at + 1)
  const end = nameEnd(clause.tokens, start)
  return { found: { organisation: withoutElision(slice(clause, start, end)) }, next: end }
}

function placeAt(clause: Clause, at: number): Step {
  const end = placeEnd(clause.tokens, at + 1)
  const isPlace = places.has(foldedAt(clause.tokens, at)) && (clause.position === 0 || at === 0)
  return { found: { place: isPlace ? slice(clause, at + 1, end) : null }, next: end }
}

/** "l'hôpital" without its article. */
function withoutElision(words: string | null): string | null {
  return words?.replace(/^[ld]['’](?=\p{L})/iu, '') ?? null
}

function isRole(token: Token): boolean {
  return isRoleWord(token.text) && !determiners.has(token.folded)
}

const timeWords = new Set(
  dayLanguages.flatMap((language) =>
    [...dayLexicons[language].months, ...dayLexicons[language].weekdays].flatMap((names) =>
      names.split('|'),
    ),
  ),
)

/** "at 10:30", "in May", "am Montag", "por teléfono" are no places. */
function isNoPlace({ text, folded }: Token): boolean {
  return throughWhat.has(folded) || /^[\p{N}:.h]+$/u.test(text) || timeWords.has(folded)
}

const houseOnly = /^(?:from|von|vom)$/
const houseOfWorkers = /^(?:a|au|an|im|am|in|the)$/

/** "works in the archive", "Restauratorin im Stadtarchiv"; a bare name behind "in" is a town: "vet in Leeds". */
function worksThere({ tokens }: Clause, at: number, folded: string): boolean {
  const isTown = folded === 'in' && beginsLikeAName(tokens[at + 1]?.text ?? '')
  const isAny = /^(?:an?|une?|una|uma?|einem|einer)$/.test(foldedAt(tokens, at + 1))
  return houseOfWorkers.test(folded) && !isTown && !isAny
}

function opensHouse(clause: Clause, at: number, works: boolean): boolean {
  const folded = clause.tokens[at]?.folded ?? ''
  if (!houses.has(folded)) return works && worksThere(clause, at, folded)
  if (works) return true
  const name = behindArticle(clause, at + 1)
  const isNamed = /^(?:[\p{Lu}\p{Lt}]|\p{N}+\p{Lu})/u.test(clause.tokens[name]?.text ?? '')
  if (!isNamed) return folded === 'from' && name > at + 1
  return houseOnly.test(folded) || (name === at + 1 && !isWhereTheyMet(clause, folded))
}

function isWhereTheyMet(clause: Clause, folded: string): boolean {
  return places.has(folded) && clause.isMet && clause.position === 0
}

function behindArticle(clause: Clause, at: number): number {
  const article = /^(?:the|la|el|le|los|las|les|der|die|das|dem|den|o|a|os|as)$/
  const isArticle = article.test(clause.tokens[at]?.text ?? '')
  return isArticle && at + 1 < clause.tokens.length ? at + 1 : at
}

function roleHere(clause: Clause, at: number): Step | null {
  const { tokens } = clause
  const reach = clause.position === 0 && at === 0 ? 0 : 3
  const start = roleStartsAt(tokens, at, { reach, opensClause: clause.position > 0 && at === 0 })
  if (start === null) return null
  const end = roleEndAt(tokens, start.work)
  const role = slice(clause, start.from, end)
  const behind = tokens[end]
  const hasHouse = behind !== undefined && beginsLikeAName(behind.text) && isPlain(behind)
  const houseEnd = hasHouse ? nameEnd(tokens, end) : end
  const organisation = hasHouse ? slice(clause, end, houseEnd) : null
  return { found: { role, organisation, works: true }, next: houseEnd }
}

function isPlain({ folded }: Token): boolean {
  return !stops.has(folded) && !places.has(folded) && !houses.has(folded)
}

/** A clause that is a name is the house; one that is a single small word, the role. */
function wordAlone(clause: Clause, at: number): Step | null {
  const { tokens, position } = clause
  if (position === 0 || at > 0 || tokens.length > 4) return null
  const words = slice(clause, 0, tokens.length)
  const named = clause.isInBrackets ? tokens.slice(0, 1) : tokens
  const isNamed = named.every((token) => /^(?:[\p{Lu}\p{Lt}]|\p{N}+\p{Lu})/u.test(token.text))
  if (isNamed) return { found: { organisation: words }, next: tokens.length }
  const [only] = tokens
  const isWork = only && tokens.length === 1 && position === 1 && isUnknownWork(only)
  return isWork ? { found: { role: words }, next: 1 } : null
}

/** A small word of some length that is neither a pleasantry nor an adverb. */
function isUnknownWork(token: Token): boolean {
  const isSmall = /^\p{Ll}{4,}$/u.test(token.text) && isPlain(token)
  return (
    isSmall &&
    !notNames.has(token.folded) &&
    !determiners.has(token.folded) &&
    !/(?:ly|mente?|ing)$|^(?:again|tired|late|early|kind|funny|happy|sweet|smart|fun)$/.test(
      token.folded,
    )
  )
}
