import { determiners, houses, places, stops } from './head-lexicon.ts'
import type { Token } from './head-tokens.ts'
import { beginsLikeAName } from './names.ts'
import { isRoleWord, type Standing } from './role-words.ts'

/**
 * What stands around the person in a captured line: the place of the meeting, the role, the house.
 * Clause by clause, between commas, brackets, dashes and emoji:
 * 1. A word of place opens a place ("on the train", "im Zug"), up to the next such word, a role, or a word that
 *    begins another thought ("about", "she", "que").
 * 2. "at", "en", "bei", "na" and their kin open a house instead when a role or a verb of working stands before them
 *    in the clause, or when a capital follows and nobody was met there.
 * 3. A word for work opens a role, with the words around it; a capitalised word right behind it is the house.
 * 4. A later clause of one to four capitalised words is the house.
 */
export interface Surroundings extends Standing {
  readonly place: string | null
}

interface State {
  role: string | null
  organisation: string | null
  place: string | null
}

interface Clause {
  readonly tokens: readonly Token[]
  readonly text: string
  readonly isFirst: boolean
  /** People met somewhere; who is only talked to stands for a house. */
  readonly met: boolean
}

const working = /^(?:works?|working|trabaja|trabajo|travaille|arbeitet|trabalha|runs)$/
const silencing =
  /^(?:about|re|regarding|sobre|acerca|uber|wegen|said|says|told|dijo|dice|dit|sagt|sagte|disse|diz|through|via|gracias|grace|dank|gracas|because|when)$/
const joining = new Set([
  'of',
  'de',
  'del',
  'du',
  'des',
  'da',
  'do',
  'von',
  'to',
  'nach',
  'for',
  'fur',
  'para',
  'pour',
  'and',
  'y',
  'und',
  'et',
  '&',
  'e',
])
const meetingFace =
  /^(?:met|meet|saw|coffee|lunch|dinner|breakfast|drinks|tea|beers?|walk|ran|bumped|sat|sitting|visited|conoci|he conocido|vi |quede|cafe|comida|cena|almuerzo|un cafe|rencontre|j'ai rencontre|vu|croise|dejeuner|diner|traf|getroffen|treffen|kaffee|mittag|essen|conheci|encontrei|almoco|jantar|estive|with|con|avec|mit|com|w\/)/

export function readSurroundings(
  text: string,
  tokens: readonly Token[],
  met: string,
): Surroundings {
  const state: State = { role: null, organisation: null, place: null }
  const isFace = meetingFace.test(met)
  for (const [index, clause] of clausesOf(tokens).entries()) {
    readClause({ tokens: clause, text, isFirst: index === 0, met: isFace }, state)
  }
  return state
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'word') clauses.at(-1)?.push(token)
    else clauses.push([])
  }
  return clauses
}

function readClause(clause: Clause, state: State): void {
  let hasRole = false
  let works = false
  for (let at = 0; at < clause.tokens.length;) {
    const token = clause.tokens[at]
    if (!token || silencing.test(token.folded)) return
    works ||= working.test(token.folded)
    if (places.has(token.folded) || houses.has(token.folded)) {
      at = readPlaceOrHouse(clause, at, state, hasRole || works)
      continue
    }
    const roleEnd = roleAt(clause, at, state)
    if (roleEnd > at) {
      hasRole = true
      at = houseRightBehind(clause, roleEnd, state)
    } else if (!clause.isFirst && at === 0 && isHouseAlone(clause)) {
      state.organisation ??= slice(clause, 0, clause.tokens.length)
      return
    } else at++
  }
}

function slice(clause: Clause, from: number, to: number): string | null {
  const [first, last] = [clause.tokens[from], clause.tokens[to - 1]]
  return first && last && to > from ? clause.text.slice(first.start, last.end) : null
}

function readPlaceOrHouse(clause: Clause, at: number, state: State, works: boolean): number {
  const word = clause.tokens[at]?.folded ?? ''
  const next = clause.tokens[at + 1]
  if (!next || stops.has(next.folded)) return at + 1
  if (isRoleWord(next.text) && !determiners.has(next.folded)) return at + 1
  const end = phraseEnd(clause, at + 1)
  const opensHouse = houses.has(word) || (works && /^(?:a|au|im|am|in)$/.test(word))
  const startsHouse =
    (beginsLikeAName(next.text) || /^\p{N}/u.test(next.text)) && !(clause.met && clause.isFirst)
  const onlyHouse = !places.has(word) && beginsLikeAName(next.text)
  if (opensHouse && (works || startsHouse || onlyHouse))
    state.organisation ??= slice(clause, afterArticle(clause, at + 1), end)
  else if (places.has(word)) state.place ??= slice(clause, at + 1, end)
  return Math.max(end, at + 1)
}

function afterArticle(clause: Clause, at: number): number {
  const token = clause.tokens[at]
  const isArticle =
    token !== undefined &&
    /^(?:the|la|el|le|los|las|les|der|die|das|dem|den|o|a|os|as)$/.test(token.text)
  return isArticle && at + 1 < clause.tokens.length ? at + 1 : at
}

/** Where a place or a house is over. */
function phraseEnd(clause: Clause, from: number): number {
  let at = from
  if (determiners.has(clause.tokens[at]?.folded ?? '')) at++
  at++
  for (; at < clause.tokens.length; at++) {
    const token = clause.tokens[at]
    if (!token || stops.has(token.folded) || silencing.test(token.folded) || isRoleWord(token.text))
      return at
    if (joining.has(token.folded) && isJoined(clause.tokens[at + 1])) at++
    else if (places.has(token.folded) || houses.has(token.folded) || joining.has(token.folded))
      return at
  }
  return Math.min(at, clause.tokens.length)
}

function isJoined(next: Token | undefined): boolean {
  return next !== undefined && !stops.has(next.folded) && !places.has(next.folded)
}

/** Where a role that begins here ends; `at` itself when none does. */
function roleAt(clause: Clause, at: number, state: State): number {
  const { tokens } = clause
  const limit = clause.isFirst && at === 0 ? at + 1 : at + 4
  let work = at
  while (
    work < limit &&
    work < tokens.length &&
    isPlain(tokens[work]) &&
    !isRoleWord(tokens[work]?.text ?? '')
  )
    work++
  const opensHouse =
    !clause.isFirst &&
    at === 0 &&
    work > at &&
    work < tokens.length &&
    /^(?:at|@|bei|beim|chez)$/.test(tokens[work]?.folded ?? '')
  const isRole = work < tokens.length && isRoleWord(tokens[work]?.text ?? '')
  if (!isRole && !opensHouse) return at
  const end = isRole ? roleEnd(tokens, work) : work
  state.role ??= withoutFiller(clause, at, end)
  return end
}

function isPlain(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !stops.has(token.folded) &&
    !places.has(token.folded) &&
    !houses.has(token.folded)
  )
}

/** "head of UX", "profesora de piano", "UX research lead"; not the house behind. */
function roleEnd(tokens: readonly Token[], work: number): number {
  let at = work + 1
  while (at < tokens.length) {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (!token) break
    const joins = /^(?:of|de|del|da|do|du|for|fur|fuer|pour|para|and|y|und|et|e|&)$/.test(
      token.folded,
    )
    if (joins && next && (isRoleWord(next.text) || /^\p{Ll}/u.test(next.text)) && isPlain(next))
      at += 2
    else if (isRoleWord(token.text) || (/^\p{Ll}/u.test(token.text) && isPlain(token) && !joins))
      at++
    else break
  }
  return at
}

function withoutFiller(clause: Clause, from: number, to: number): string | null {
  let at = from
  while (
    at < to - 1 &&
    /^(?:who|is|a|an|un|una|une|ein|eine|um|uma|es|est|ist|e|as|als|como|comme|now|works|she's|he's|the|qui|que)$/.test(
      clause.tokens[at]?.folded ?? '',
    )
  )
    at++
  return slice(clause, at, to)
}

function houseRightBehind(clause: Clause, at: number, state: State): number {
  const next = clause.tokens[at]
  if (!next || !beginsLikeAName(next.text) || !isPlain(next)) return at
  const end = phraseEnd(clause, at)
  state.organisation ??= slice(clause, at, end)
  return end
}

function isHouseAlone(clause: Clause): boolean {
  return (
    clause.tokens.length <= 4 &&
    clause.tokens.every((token) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(token.text)) &&
    clause.tokens.length > 0
  )
}
