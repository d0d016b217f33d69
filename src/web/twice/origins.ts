import type { Person } from '../people/shapes.ts'
import { type FileOf, keyOf, sourcesInWords, sourcesOf } from '../people/sources.ts'
import type { Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import { calledOf } from './asked.ts'
import type { Value } from './side-by-side.ts'
import type { Side } from './SideBySide.tsx'

interface Origin {
  readonly fileOf: FileOf
  readonly wall: Wall
}

/** How one of two stands at the head of its column. */
export function sideOf(t: Words, person: Person, { fileOf, wall }: Origin): Side {
  return {
    name: calledOf(t, person),
    from: sourcesInWords(t, sourcesOf(person), fileOf, wall),
  }
}

/** A value says where it came from only where its record has it from several places. */
export function ownSource(
  t: Words,
  people: readonly Person[],
  { fileOf, wall }: Origin,
): (value: Value) => string {
  const isMixed = people.some((person) => new Set(sourcesOf(person).map(keyOf)).size > 1)
  return ({ sources }) => (isMixed ? sourcesInWords(t, sources, fileOf, wall) : '')
}
