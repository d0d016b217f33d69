/** The seeds of a storm: its own, or those that `STORM_SEED` names, as `7` or `5,6,7`. A failure names its seed. */
export function seedsOr(own: readonly number[]): readonly number[] {
  const chosen = process.env['STORM_SEED']
  return chosen ? chosen.split(',').map(Number) : own
}
