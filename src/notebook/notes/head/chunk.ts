import type { Noun } from './nouns.ts'
import type { FoundPerson } from './people.ts'
import type { Reading } from './reading.ts'
import type { Role } from './roles.ts'
import { textAt, tokenAt, type Token } from './tokens.ts'

/** The parts of the words about a meeting, in order: what who-and-where.ts puts together. */
export type Chunk = Part & { readonly from: number; readonly end: number }

type Part =
  | { readonly kind: Plain }
  | { readonly kind: 'lead'; readonly how: Lead }
  | { readonly kind: 'person'; readonly person: FoundPerson }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'where'; readonly how: Where; readonly noun: Noun }

type Plain =
  | 'break'
  | 'day'
  | 'and'
  | 'several'
  | 'is'
  | 'works'
  | 'says'
  | 'called'
  | 'topic'
  | 'instead'
  | 'word'

/** How the words before a person lead to them. */
export type Lead = 'met' | 'reached' | 'with' | 'introduced' | 'talk' | 'message' | 'via'

/** How the words lead to a place or a house; `scene` is a place by itself, `bare` a house right behind a role. */
export type Where = 'at' | 'from' | 'of' | 'for' | 'scene' | 'bare'

export type PersonChunk = Extract<Chunk, { kind: 'person' }>
export type WhereChunk = Extract<Chunk, { kind: 'where' }>

/** A place in the sentence, and what was found before it. */
export interface Spot {
  readonly reading: Reading
  readonly chunks: readonly Chunk[]
  readonly at: number
}

export function tokenOf({ reading, at }: Spot): Token {
  return tokenAt(reading, at)
}

export function kindBefore({ chunks }: Spot): Chunk['kind'] | null {
  return chunks.at(-1)?.kind ?? null
}

export function hasPerson({ chunks }: Spot): boolean {
  return chunks.some(({ kind }) => kind === 'person')
}

function peopleBefore({ chunks }: Spot): FoundPerson[] {
  return chunks.flatMap((chunk) => (chunk.kind === 'person' ? [chunk.person] : []))
}

/** Somebody was described, or perhaps named, and nobody is sure yet: a name may follow. */
export function followsDescription(spot: Spot): boolean {
  const people = peopleBefore(spot)
  return people.length > 0 && people.every(({ name, isSure }) => name === null || !isSure)
}

/** The chunk before the break that stands right before is somebody without a name. */
export function mayNameNow({ chunks }: Spot): boolean {
  const [before, last] = chunks.slice(-2)
  return last?.kind === 'break' && before?.kind === 'person' && before.person.name === null
}

export function whereFrom(noun: Noun, how: Where, from: number): WhereChunk {
  return { kind: 'where', how, noun, from, end: noun.end }
}

const longestBracket = 8

/** A bracket was opened shortly before, and is open. */
export function isInBrackets({ reading, at }: Spot): boolean {
  for (let before = at - 1; before >= Math.max(0, at - longestBracket); before--) {
    const sign = textAt(reading, before)
    if (/^[()（）]$/u.test(sign)) return /^[(（]$/u.test(sign)
  }
  return false
}
