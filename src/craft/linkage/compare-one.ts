import { agreementsOf } from './agreements.ts'
import { comparerOf, type Rarity } from './comparing.ts'
import type { Pair } from './link.ts'
import { layoutFrom, type Model } from './model.ts'
import { type Layout, readRecords } from './reading.ts'
import type { LinkRecord } from './records.ts'
import { isCertain, mostProbable, shownBy } from './restraint.ts'
import { probability } from './scoring.ts'
import { columnsOf, rarityFrom } from './strangers.ts'
import { weigherOf, type Weights, weightsOf } from './weighing.ts'

/** One record that arrives, held against the candidates given; the most probable first, however improbable. */
export function compareOne(
  model: Model,
  record: LinkRecord,
  candidates: readonly LinkRecord[],
): Pair[] {
  const { layout, rarity, weights } = prepared(model)
  const columns = columnsOf(layout)
  const readings = readAll([record, ...candidates], layout)
  const comparer = comparerOf(layout, readings, rarity)
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
    .toSorted((x, y) => y.p - x.p || (x.b < y.b ? -1 : 1))
}

function readAll(records: readonly LinkRecord[], layout: Layout) {
  const reading = readRecords(records, layout, 'as-they-are')
  let step = reading.next()
  while (!step.done) step = reading.next()
  return step.value
}

interface Prepared {
  readonly layout: Layout
  readonly rarity: Rarity
  readonly weights: Weights
  uses: number
}

/** A model is taken apart once; the words of records that passed by are forgotten now and then. */
const known = new WeakMap<Model, Prepared>()
const mostUses = 500

function prepared(model: Model): Prepared {
  const before = known.get(model)
  if (before && before.uses < mostUses) {
    before.uses += 1
    return before
  }
  const layout = layoutFrom(model)
  const made: Prepared = {
    layout,
    rarity: rarityFrom(layout, {
      base: model.columns.map(({ base }) => base),
      held: model.columns.map(({ held }) => held),
    }),
    weights: weightsOf(
      model.columns.map(({ m }) => m),
      model.columns.map(({ u }) => u),
    ),
    uses: 1,
  }
  known.set(model, made)
  return made
}
