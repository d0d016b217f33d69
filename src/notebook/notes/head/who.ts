import type { Chunk, Lead, PersonChunk } from './chunk.ts'
import { type FoundPerson, slice } from './people.ts'
import type { Reading } from './reading.ts'
import { textAt } from './tokens.ts'

/** What is known of somebody so far. */
export interface Draft extends FoundPerson {
  readonly organisation: string | null
  /** "from uni": the next that is said is the house. */
  readonly isLoose: boolean
  /** The role comes from a description, and gives way to what is said of them. */
  readonly isRoleLoose: boolean
  /** Which of the clauses of the line they were named in. */
  readonly clause: number
  readonly at: number
  /** Words that lead to people stand before them. */
  readonly isMet: boolean
  /** What is said of one of a group is said of all: "Ana and Ben, nurses at Acme". */
  readonly group: number
}

/** What was read of the line so far. */
export interface State {
  readonly reading: Reading
  readonly people: readonly Draft[]
  readonly place: string | null
  /** A role before anybody was named: "ticket inspector on the 7.42 called Mo". */
  readonly role: string | null
  /** And their house: "UX at Acme, met Ana Ruiz". */
  readonly house: string | null
  readonly lead: Lead | null
  /** The last of them is a bare word for a talk: "Zoom". */
  readonly isBareTalk: boolean
  readonly isFaceToFace: boolean
  readonly isJoined: boolean
  readonly isAll: boolean
  readonly skipsNext: boolean
  readonly clause: number
  /** What stands right before. */
  readonly before: Chunk['kind'] | null
  /** What somebody says has begun: nobody is met in it. */
  readonly isTold: boolean
  readonly isInBrackets: boolean
  /** Behind "works" or "is", up to the end of the clause. */
  readonly works: 'works' | 'is' | null
  readonly isPast: boolean
  /** Of whom the next words speak; null for the last. */
  readonly target: number | null
  readonly introducers: readonly Draft[]
  /** What the last place or house was taken for. */
  readonly lastWhere: 'place' | 'house' | null
}

const most = 6

/** Somebody more, or a name for whoever was described, or nobody new. */
export function withPerson(state: State, chunk: PersonChunk, behind: readonly Chunk[]): State {
  if (state.skipsNext) return { ...state, skipsNext: false }
  const draft = draftOf(state, chunk)
  if (state.before === 'instead') return { ...state, people: renamed(state, draft) }
  const again = state.people.findIndex(({ name }) => name !== null && name === draft.name)
  if (again !== -1) return { ...state, target: again, isJoined: false, isTold: false }
  if (isTalkAlone(state, chunk)) return state
  const clean = { ...state, isJoined: false, role: null, house: null }
  const named = asNameOf(state, draft) ?? asMore(state, draft, behind)
  if (named) return { ...clean, people: named }
  if (replacesWeak(state, draft)) return { ...clean, people: [draft], place: sceneOf(state, draft) }
  if (joinsByVerb(state, draft)) return { ...clean, people: [...state.people, draft] }
  // "Wei Zhang, my dentist"
  const isRole = draft.name === null && draft.role !== null && !state.isTold
  return isRole ? { ...clean, people: forThose(state, 'role', draft.role) } : clean
}

/** "met Ana Ruiz, no, it was Ana Reis": what was said of the one is of the other. */
function renamed({ people }: State, { name, described, known, isSure }: Draft): Draft[] {
  const last = people.at(-1)
  return last ? [...people.slice(0, -1), { ...last, name, described, known, isSure }] : []
}

function draftOf(state: State, { person, from }: PersonChunk): Draft {
  const isMet = state.before === 'lead' || state.before === 'called' || state.before === 'several'
  const first = state.people.length === 0 ? state.role : null
  return {
    ...person,
    role: person.role ?? first,
    organisation: state.people.length === 0 ? state.house : null,
    isLoose: false,
    isRoleLoose: person.role !== null,
    clause: state.clause,
    at: from,
    isMet,
    group: groupOf(state, person.isTheirs),
  }
}

/** Joined to somebody of whom nothing was said yet. */
function groupOf({ people, isJoined, before }: State, isTheirs: boolean): number {
  const last = people.at(-1)
  if (!last) return 0
  const isOpen = last.organisation === null && (last.role === null || last.isRoleLoose)
  const isOne = (isJoined || before === 'break') && isOpen && !isTheirs
  return isOne ? last.group : last.group + 1
}

/** "Reminder: call Ana": a bare word for a talk leads to a full name, and where the line begins to a given one. */
function isTalkAlone({ before, isBareTalk, clause }: State, { person }: PersonChunk): boolean {
  if (before !== 'lead' || !isBareTalk || person.known) return false
  const isFull = person.name !== null && /\s/.test(person.name)
  const isGiven = person.name !== null && person.isSure && clause === 0
  return !isFull && !isGiven
}

/** A single capitalised word that nothing makes a name: it may be what the line is about. */
export function isWeak({ isSure, isMet, isLed, known }: Draft): boolean {
  return !isSure && !isMet && !isLed && !known
}

/** "a guy at the funeral, Desmond"; "two midwives, Fiona and Shaz": the description gets its name. */
function asNameOf({ people, isJoined, isTold }: State, draft: Draft): Draft[] | null {
  const last = people.at(-1)
  if (!last) return [draft]
  if (last.name !== null || draft.name === null || isJoined || isTold) return null
  const role = draft.role ?? last.role
  const { organisation, group } = last
  const sure = { isRoleLoose: true, isMet: true, isSure: true }
  return [...people.slice(0, -1), { ...draft, role, organisation, group, ...sure }]
}

/** "Ana and Ben", "Ana, Ben and Chloé": behind a comma a name counts where the list goes on to an "and". */
function asMore(state: State, draft: Draft, behind: readonly Chunk[]): Draft[] | null {
  const { people, isJoined, isTold, before, lead } = state
  if (isTold || people.length >= most) return null
  const isMeant = lead !== null || (draft.isSure && people.every(({ isSure }) => isSure))
  const isListed = (isMeant && goesOn(behind)) || isBracketed(state, behind)
  // "… in the garden. Her flatmate Theo is …"
  const isNamedApart = before === 'break' && draft.name !== null && (isListed || draft.isTheirs)
  return isJoined || isNamedApart ? [...people, draft] : null
}

function goesOn([next, after]: readonly Chunk[]): boolean {
  return next?.kind === 'and' && after?.kind === 'person'
}

/** "Priya (Wellcome Trust), Tom Ng (UKRI)": each with their own brackets. */
function isBracketed({ reading, people }: State, behind: readonly Chunk[]): boolean {
  const [next, after] = behind
  const opens = next?.kind === 'break' && textAt(reading, next.from) === '('
  return opens && after?.kind === 'where' && (people.at(-1)?.organisation ?? null) !== null
}

/** "Web Summit: João Pedro": what only looked like a name was the place. */
function replacesWeak({ people }: State, draft: Draft): boolean {
  const isSomebody = draft.name !== null || draft.role === null
  return (
    people.every((one) => isWeak(one) && one.role === null) &&
    (draft.isSure || draft.isMet) &&
    isSomebody
  )
}

function sceneOf({ people, place }: State, draft: Draft): string | null {
  const last = people.at(-1)
  const isScene = people.length === 1 && last !== undefined && draft.clause > last.clause
  return place ?? last?.organisation ?? (isScene ? last.name : null)
}

function joinsByVerb({ people, before, isTold }: State, draft: Draft): boolean {
  return before === 'lead' && !isTold && draft.name !== null && people.length < most
}

/** Sets what is not known yet, for those of whom it is said. */
export function forThose(
  state: State,
  part: 'role' | 'organisation',
  words: string | null,
): Draft[] {
  const target = state.target ?? state.people.length - 1
  const isOfAll = state.target === null && isSaidOfAll(state, part)
  return state.people.map((person, index) => {
    const isOpen = person[part] === null || givesWay(state, part, person)
    const isOfGroup = isOfAll && person.group === state.people[target]?.group
    if (!isOpen || (index !== target && !isOfGroup)) return person
    return { ...person, [part]: words, isRoleLoose: part !== 'role' && person.isRoleLoose }
  })
}

function isSaidOfAll(state: State, part: 'role' | 'organisation'): boolean {
  return part === 'organisation' || state.isAll || (state.before === 'break' && !state.isInBrackets)
}

function givesWay(
  { works, before, isPast }: State,
  part: 'role' | 'organisation',
  person: Draft,
): boolean {
  return part === 'organisation'
    ? person.isLoose
    : person.isRoleLoose && !isPast && (works === 'is' || before === 'break')
}

export function wordsOf(state: State, { from, end }: Pick<Chunk, 'from' | 'end'>): string {
  return slice(state.reading, from, end)?.toLowerCase() ?? ''
}
