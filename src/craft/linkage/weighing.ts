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

const namesAgree: ReadonlySet<string> = new Set([
  'given same',
  'given part',
  'given nickname',
  'given initial',
  'given close',
  'family same',
  'family part',
  'family close',
])

/**
 * Adds up what the levels of a pair say. Fellegi and Sunter take every agreement for independent; where one follows from
 * another it would count twice, so people of one office would be one person, and so would two Ana Diazes whose two
 * employers both make addresses from names.
 */
export function weigherOf(
  columns: readonly Column[],
  weights: Weights,
): (levels: Uint8Array, from: number) => number {
  const flagged = (set: ReadonlySet<string>, level?: string) =>
    columns.map(({ role, levels }) =>
      Uint8Array.from([
        0,
        ...levels.map(({ name }) => Number(level ? name === level : set.has(`${role} ${name}`))),
      ]),
    )
  const [work, named, agreeing] = [flagged(ofWork), flagged(ofWork, 'named'), flagged(namesAgree)]
  const givenAt = columns.findIndex(({ role }) => role === 'given')
  const familyAt = columns.findIndex(({ role }) => role === 'family')
  const agrees = (at: number, levels: Uint8Array, from: number) =>
    at >= 0 && agreeing[at]![levels[from + at]!] === 1

  return (levels, from) => {
    let sum = 0
    let strongest = 0
    for (let column = 0; column < weights.length; column++) {
      const level = levels[from + column]!
      const weight = weights[column]![level]!
      if (work[column]![level] === 1 && weight > 0) strongest = Math.max(strongest, weight)
      else if (named[column]![level] === 0) sum += weight
      else if (!agrees(givenAt, levels, from) || !agrees(familyAt, levels, from)) sum += weight
    }
    return sum + strongest
  }
}
