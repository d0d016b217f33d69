import { agreementsOf } from './agreements.ts'
import { comparerOf } from './comparing.ts'
import type { Pair } from './link.ts'
import { layoutFrom, type Model } from './model.ts'
import { readRecords } from './reading.ts'
import type { LinkRecord } from './records.ts'
import { isCertain, mostProbable, shownBy } from './restraint.ts'
import { probability } from './scoring.ts'
import { columnsOf, rarityFrom } from './strangers.ts'
import { weigherOf, weightsOf } from './weighing.ts'

/** One record that arrives, held against the candidates given; the most probable first, however improbable. */
export function compareOne(
  model: Model,
  record: LinkRecord,
  candidates: readonly LinkRecord[],
): Pair[] {
  const layout = layoutFrom(model)
  const columns = columnsOf(layout)
  const reading = readRecords([record, ...candidates], layout)
  let step = reading.next()
  while (!step.done) step = reading.next()
  const readings = step.value
  const rarity = rarityFrom(layout, {
    base: model.columns.map(({ base }) => base),
    held: model.columns.map(({ held }) => held),
  })
  const comparer = comparerOf(layout, readings, rarity)
  const weights = weightsOf(
    model.columns.map(({ m }) => m),
    model.columns.map(({ u }) => u),
  )
  const weigh = weigherOf(columns, weights)
  const read = shownBy(columns)
  return candidates
    .map((candidate, at) => {
      const rare = comparer.compare(0, at + 1)
      const logOdds = model.prior + rare + weigh(comparer.level, 0)
      const shown = read(comparer.level, 0)
      const certain = isCertain(shown)
      return {
        a: record.id,
        b: candidate.id,
        p: probability(logOdds, { most: mostProbable(shown), certain }),
        certain,
        get agreements() {
          return agreementsOf(layout, weights, { readings, comparer, a: 0, b: at + 1 })
        },
      }
    })
    .toSorted((x, y) => y.p - x.p)
}
