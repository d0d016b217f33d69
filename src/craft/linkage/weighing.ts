import type { Column } from './aspects.ts'

/** By column, by level less one: a chance. */
export type Chances = readonly (readonly number[])[]

/** By column, by level (0 for missing): the logarithm of how much more often one person shows it than two. */
export type Weights = readonly Float64Array[]

export function weightsOf(m: Chances, u: Chances): Weights {
  return m.map((chances, column) =>
    Float64Array.from([0, ...chances.map((chance, at) => Math.log(chance / u[column]![at]!))]),
  )
}

/** Agreements that follow from one thing, working at one place: the strongest of them counts, not their sum. */
const ofWork: ReadonlySet<string> = new Set([
  'organisation same',
  'organisation close',
  'organisation part',
  'mail house',
  'mail shared',
  'phone shared',
  'link shared',
])

/**
 * Adds up what the levels of a pair say. Fellegi and Sunter take every agreement for independent; where one follows from
 * another it would count twice, and people of one office would be one person.
 */
export function weigherOf(
  columns: readonly Column[],
  weights: Weights,
): (levels: Uint8Array, from: number) => number {
  const work = columns.map(({ role, levels }) =>
    Uint8Array.from([0, ...levels.map(({ name }) => Number(ofWork.has(`${role} ${name}`)))]),
  )

  return (levels, from) => {
    let sum = 0
    let strongest = 0
    for (let column = 0; column < weights.length; column++) {
      const level = levels[from + column]!
      const weight = weights[column]![level]!
      if (work[column]![level] === 1 && weight > 0) strongest = Math.max(strongest, weight)
      else sum += weight
    }
    return sum + strongest
  }
}
