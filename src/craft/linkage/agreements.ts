import type { Comparer } from './comparing.ts'
import type { Layout, Readings } from './reading.ts'
import type { Weights } from './weighing.ts'

/** What one column says about a pair: data from which words are made. */
export interface Agreement {
  readonly field: string
  readonly role: string
  readonly level: string
  /** As written, one of each side. */
  readonly values: readonly [string, string]
  /** Natural logarithm of how much more often one person shows this than two; below 0 it speaks against. */
  readonly weight: number
}

export function agreementsOf(
  { aspects, firstColumns }: Layout,
  weights: Weights,
  pair: {
    readonly readings: Readings
    readonly comparer: Comparer
    readonly a: number
    readonly b: number
  },
): Agreement[] {
  const { readings, comparer, a, b } = pair
  comparer.compare(a, b)
  return aspects.flatMap((aspect, which) => {
    const one = readings.values[which]![readings.valueOf[which]![a]!]
    const other = readings.values[which]![readings.valueOf[which]![b]!]
    return aspect.columns.flatMap(({ name, role, levels }, column) => {
      const at = firstColumns[which]! + column
      const number = comparer.level[at]!
      const level = levels[number - 1]
      if (!level) return []
      return {
        field: name,
        role,
        level: level.name,
        values: aspect.words(one, other, { column, level: level.name }),
        weight: weights[at]![number]!,
      }
    })
  })
}
