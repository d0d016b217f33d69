import type { Chunk, WhereChunk } from './chunk.ts'
import { meaningOf } from './meanings.ts'
import { slice } from './people.ts'
import type { Reading } from './reading.ts'
import { hasTrade, type Role } from './roles.ts'
import { foldedAt, has, lengthOf, textAt, tokenAt, tradeLength } from './tokens.ts'
import { type Draft, forThose, isWeak, type State, withPerson, wordsOf } from './who.ts'

/** Which part of a line says what of whom. */

export interface Somebody {
  readonly name: string | null
  readonly described: string | null
  readonly known: boolean
  readonly role: string | null
  readonly organisation: string | null
}

export interface WhoAndWhere {
  readonly people: readonly Somebody[]
  readonly place: string | null
}

export function whoAndWhere(reading: Reading, chunks: readonly Chunk[]): WhoAndWhere {
  let state = nothingYet(reading)
  for (const [index, chunk] of chunks.entries()) {
    const next = withChunk(state, chunk, chunks.slice(index + 1, index + 3))
    state = { ...next, before: chunk.kind }
  }
  return settled(state, chunks)
}

function nothingYet(reading: Reading): State {
  return {
    reading,
    people: [],
    place: null,
    role: null,
    house: null,
    lead: null,
    isBareTalk: false,
    isFaceToFace: true,
    isJoined: false,
    isAll: false,
    skipsNext: false,
    clause: 0,
    before: null,
    isTold: false,
    isInBrackets: false,
    works: null,
    isPast: false,
    target: null,
    introducers: [],
    lastWhere: null,
  }
}

function withChunk(state: State, chunk: Chunk, behind: readonly Chunk[]): State {
  if (chunk.kind === 'break') return atBreak(state, chunk)
  if (chunk.kind === 'lead') return led(state, chunk)
  if (chunk.kind === 'person') return withPerson(state, chunk, behind)
  if (chunk.kind === 'where') return withWhere({ ...state, isJoined: false }, chunk)
  if (chunk.kind === 'role') return withRole(state, chunk.role)
  return withSmall(state, chunk)
}

function withSmall(state: State, chunk: Chunk): State {
  const { kind } = chunk
  if (kind === 'works' || kind === 'is') {
    return { ...state, works: kind, isPast: isOfPast(state, chunk), isJoined: false }
  }
  const isTold = state.isTold || (kind === 'says' && state.people.length > 0)
  const isAll = state.isAll || kind === 'several'
  const isJoined = kind === 'and' || (kind === 'several' && state.isJoined)
  return { ...state, isTold, isAll, isJoined }
}

function atBreak(state: State, { from }: Chunk): State {
  const isInBrackets = /^[(（]$/u.test(textAt(state.reading, from))
  const over = { isJoined: false, isAll: false, works: null, isPast: false, target: null }
  return { ...state, ...over, isInBrackets, clause: state.clause + 1 }
}

const past = /(?<!\p{L})(?:used|was|were|era|eran|fue|foi|war|etait|était|fut|once)(?!\p{L})/u

function isOfPast(state: State, chunk: Chunk): boolean {
  const words = wordsOf(state, chunk)
  return past.test(words) && !words.includes('was mit')
}

/** Talks that bring nobody to one place. */
const afar =
  /call|zoom|teams|skype|facetime|google meet|^meet$|llamada|v[ií]deo|visio|appel|coup de fil|anruf|telef|chamada|liga[cç]|phone|mail|whatsapp|online|message|nachricht/u

function led(state: State, chunk: Extract<Chunk, { kind: 'lead' }>): State {
  const { how } = chunk
  // "my teacher Rubén played with Sabina": who is not there.
  const isDoing = how === 'with' && state.before === 'word' && !state.people.every(isWeak)
  if (how === 'via' || isDoing) return { ...state, skipsNext: true, isJoined: false }
  const lead = how === 'with' ? (state.lead ?? how) : how
  const isBareTalk = how === 'talk'
  if (how === 'introduced') {
    return { ...state, lead, isBareTalk, introducers: state.people, people: [], isJoined: false }
  }
  const isAfarTalk = how === 'talk' && afar.test(wordsOf(state, chunk))
  const isAfar = how === 'reached' || how === 'message' || isAfarTalk
  return {
    ...state,
    lead,
    isBareTalk,
    isFaceToFace: state.isFaceToFace && !isAfar,
    isJoined: false,
  }
}

function withRole(state: State, role: Role): State {
  const { reading } = state
  const words = slice(reading, role.from, role.end)
  const clean = { ...state, isJoined: false }
  if (state.before === 'instead') {
    const people = state.people.map((one, at) =>
      at === state.people.length - 1 ? { ...one, role: words } : one,
    )
    return { ...clean, people }
  }
  if (state.people.length === 0) return { ...clean, role: state.role ?? words }
  // "my physio, Abel Torres, plays rugby": words we do not know do not replace a trade.
  const isLess = state.people.at(-1)?.role !== null && !hasTrade(reading, role)
  return state.isTold || isLess ? clean : { ...clean, people: forThose(state, 'role', words) }
}

function withWhere(state: State, chunk: WhereChunk): State {
  const { noun } = chunk
  if (state.isTold) return saidThere(state, chunk)
  if (state.before === 'instead' && state.lastWhere !== null) return elsewhere(state, chunk)
  if (isWorkNamed(state, chunk)) {
    return { ...state, people: forThose(state, 'role', slice(state.reading, noun.from, noun.end)) }
  }
  if (isTheirHouse(state, chunk)) {
    return { ...state, house: slice(state.reading, noun.from, noun.end) }
  }
  const meaning = meaningOf(state, chunk)
  if (meaning === 'house') {
    return { ...(departmentAnd(state, chunk) ?? withHouse(state, chunk)), lastWhere: 'house' }
  }
  return meaning === 'place' ? atPlace(state, chunk) : state
}

function atPlace(state: State, chunk: WhereChunk): State {
  return { ...state, place: state.place ?? placeOf(state.reading, chunk), lastWhere: 'place' }
}

/** "im Zug, nein, im Bus"; "at Acme, no, at Figma". */
function elsewhere(state: State, chunk: WhereChunk): State {
  if (state.lastWhere === 'place') return { ...state, place: placeOf(state.reading, chunk) }
  const organisation = slice(state.reading, chunk.noun.from, chunk.noun.end)
  const last = state.people.length - 1
  return {
    ...state,
    people: state.people.map((one, at) => (at === last ? { ...one, organisation } : one)),
  }
}

/** "Sonia me dijo en la sala de profes: …"; what is told goes on otherwise. */
function saidThere(state: State, chunk: WhereChunk): State {
  const isThere = state.before === 'says' && chunk.how === 'at' && chunk.noun.isPlace
  return isThere ? atPlace(state, chunk) : state
}

/** "UX at Acme, met Ana Ruiz": behind a role before anybody is named, a house. */
function isTheirHouse({ people, role, before }: State, { how, noun }: WhereChunk): boolean {
  const isBehindRole = people.length === 0 && role !== null && before === 'role'
  const isHouse = noun.isHouse || (noun.isNamed && !noun.isPlace && !noun.isTown)
  return isBehindRole && isHouse && (how === 'at' || how === 'for' || how === 'from')
}

/** "works at Acme in UX". */
function isWorkNamed({ works, people, reading }: State, { how, noun }: WhereChunk): boolean {
  const isTrade = tradeLength(tokenAt(reading, noun.from)) > 0
  const hasHouse = (people.at(-1)?.organisation ?? null) !== null
  return works === 'works' && how === 'at' && isTrade && hasHouse
}

const anybodys =
  /^(?:uni|universidade?|faculdade|facultad|school|college|work|fac|facul|facu|church|gym|escuela|cole|escola|schule)$/

/** A house that is loosely said gives way to the next: "jess from uni, now a solicitor at Clifford Chance". */
function withHouse(state: State, { noun }: WhereChunk): State {
  const { reading } = state
  const isOne = noun.end === noun.from + 1 && anybodys.test(foldedAt(reading, noun.from))
  const isUnknown = !noun.isHouse && !noun.isNamed
  const isLong = !reading.isCaseless || noun.end - noun.from > 2
  // "teaches Latin at St Mary's"
  const isSmall = has(tokenAt(reading, noun.from - 1), 'at', 'for', 'from', 'of', 'article')
  const isObject = state.works === 'works' && !noun.isHouse && !isSmall
  // "leads a team of 12", "works in policy"
  if (isUnknown && isLong && state.works === 'works') return state
  const set = forThose(state, 'organisation', slice(reading, noun.from, noun.end))
  const people = set.map((person, index) =>
    person === state.people[index]
      ? person
      : { ...person, isLoose: isOne || isUnknown || isObject },
  )
  const isDepartment = team.test(foldedAt(reading, noun.end - 1))
  return { ...state, people, works: isDepartment ? 'works' : state.works }
}

/** "from the housing team at Shelter": the house follows. */
const team =
  /^(?:team|department|dept|desk|division|unit|equipo|equipe|abteilung|service|servico|departamento)$/

const department =
  /^(?:recursos humanos|rrhh|rh|hr|compta|comptabilite|buchhaltung|personalabteilung|personal|contabilidad|contabilidade|accounting|accounts|marketing|ventas|vendas|sales|vertrieb|finance|finanzas|finances|financeiro|logistica|logistics|logistik|it|ti|departamento \p{L}+|juridico|suporte|soporte|support|legal|legal team|einkauf|compras|achats|service \p{L}+)$/u

/** "Lupita de recursos humanos de Bimbo", "(Personalabteilung Bosch)": what somebody does, and the house. */
function departmentAnd(state: State, { noun }: WhereChunk): State | null {
  const { reading } = state
  const at = reading.tokens.findIndex(
    (token, index) => index > noun.from && index < noun.end && has(token, 'of', 'from', 'at'),
  )
  const words = reading.tokens.slice(noun.from, at).map(({ folded }) => folded)
  if (at === -1 || !department.test(words.join(' '))) return null
  const house = has(tokenAt(reading, at + 1), 'article') ? at + 2 : at + 1
  const people = forThose(state, 'role', slice(reading, noun.from, at))
  const within = { ...state, people }
  return { ...within, people: forThose(within, 'organisation', slice(reading, house, noun.end)) }
}

/** The place as typed behind its small word: "the train", "Zug". */
function placeOf(reading: Reading, { how, from, noun }: WhereChunk): string | null {
  if (how === 'scene') return slice(reading, noun.from, noun.end)
  const behind = from + Math.max(1, lengthOf(tokenAt(reading, from), 'at'))
  return slice(reading, Math.min(behind, noun.from), noun.end)
}

function settled(state: State, chunks: readonly Chunk[]): WhoAndWhere {
  const all = state.people.length > 0 ? state.people : state.introducers
  const people = all.filter((person) => !person.isSeveral || person.name !== null)
  const [first] = people
  if (!first || !isMeant(first, chunks)) return { people: [], place: state.place }
  return { people: people.map(somebody), place: state.place }
}

function somebody({ name, described, known, role, organisation }: Draft): Somebody {
  return { name, described, known, role, organisation }
}

/** A full name, or one where what follows a name follows it: a comma, "from", "told me", the end. */
function isMeant(person: Draft, chunks: readonly Chunk[]): boolean {
  if (!isWeak(person) || /\s/.test(person.name ?? '')) return true
  const index = chunks.findIndex((chunk) => chunk.from === person.at)
  const before = chunks[index - 1]?.kind ?? 'break'
  const next = chunks[index + 1]?.kind ?? 'break'
  return next !== 'word' && /^(?:break|day|where|says)$/.test(before)
}
