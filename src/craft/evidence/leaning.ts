/** What one person said toward a criterion: stances from −2 (spoke against) to 2 (spoke for). */
export type Stances = readonly number[]

/** How a field leans toward one criterion, each person counted once however much they said. */
export interface Leaning {
  readonly people: number
  /** One number a person: the mean of their stances, −2 to 2, in the order given. */
  readonly means: readonly number[]
  /** The mean of the people; null where nobody spoke. */
  readonly raw: number | null
  /** The same, drawn toward the middle as if two more people had said neither; 0 where nobody spoke. */
  readonly shrunk: number
  /** One person clearly for, and another clearly against. */
  readonly contested: boolean
}

/** As if so many had spoken neither for nor against: one loud voice weighs as four mild ones at most. */
const silentPeople = 2

/** Averages each person first, so that who talks much weighs no more. Who said nothing is left out. */
export function leaningOf(byPerson: readonly Stances[]): Leaning {
  const means = byPerson.filter((stances) => stances.length > 0).map(mean)
  const sum = means.reduce((so, one) => so + one, 0)
  return {
    people: means.length,
    means,
    raw: means.length > 0 ? sum / means.length : null,
    shrunk: sum / (means.length + silentPeople),
    contested: means.some((one) => one >= 1) && means.some((one) => one <= -1),
  }
}

/**
 * What a field comes to by the owner's own weights (1 to 5): `Σ weight · shrunk / Σ weight`, −2 to 2. Null without a
 * criterion. It is shown beside people and quotes, never as a winner's number.
 * Throws RangeError for a weight that is none.
 */
export function fitOf(
  criteria: readonly { readonly weight: number; readonly shrunk: number }[],
): number | null {
  if (criteria.some(({ weight }) => !(weight > 0)))
    throw new RangeError('A weight is above nothing')
  const weights = criteria.reduce((so, { weight }) => so + weight, 0)
  if (weights === 0) return null
  return criteria.reduce((so, { weight, shrunk }) => so + weight * shrunk, 0) / weights
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((so, one) => so + one, 0) / numbers.length
}
