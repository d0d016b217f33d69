import { agreementsOf } from './agreements.ts'
import { comparerOf, type Rarity } from './comparing.ts'
import type { Pair } from './link.ts'
import { layoutFrom, type Model } from './model.ts'
import { shippedNamesakes, wholeNamesIn } from './namesakes.ts'
import { countWhole, type Layout, type Readings, readRecords } from './reading.ts'
import type { LinkRecord } from './records.ts'
import { isCertain, mostProbable, shownBy } from './restraint.ts'
import { probability } from './scoring.ts'
import { columnsOf, rarityFrom } from './strangers.ts'
import { type Chances, weigherOf, type Weights, weightsOf } from './weighing.ts'

/** One record that arrives, held against the candidates given; the most probable first, however improbable. */
export function compareOne(
  model: Model,
  record: LinkRecord,
  candidates: readonly LinkRecord[],
): Pair[] {
  const { layout, rarity, weights } = prepared(model)
  const columns = columnsOf(layout)
  const readings = readAll([record, ...candidates], layout)
  countNames(layout, readings)
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

/** How many of those at hand bear each name; the model itself remembers nobody's whole name. */
function countNames({ aspects }: Layout, { records, values, valueOf }: Readings): void {
  wholeNamesIn(aspects)?.terms.counts.fill(0)
  for (const [which, aspect] of aspects.entries()) {
    if (!aspect.whole) continue
    for (let at = 0; at < records.length; at++) {
      const value = valueOf[which]![at]!
      if (value >= 0) countWhole(aspect, values[which]![value])
    }
  }
}

function readAll(records: readonly LinkRecord[], layout: Layout) {
  const reading = readRecords(records, layout, 'as-they-are')
  let step = reading.next()
  while (!step.done) step = reading.next()
  return step.value
}

/** A column that was learned with other levels is compared by the shipped chances until somebody looks again. */
function chancesIn(model: Model, layout: Layout, which: 'm' | 'u'): Chances {
  return columnsOf(layout).map(({ levels }, at) => {
    const learned = model.columns[at]?.[which] ?? []
    return learned.length === levels.length ? learned : levels.map((level) => level[which])
  })
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
      namesakes: model.namesakes ?? shippedNamesakes,
    }),
    weights: weightsOf(chancesIn(model, layout, 'm'), chancesIn(model, layout, 'u')),
    uses: 1,
  }
  known.set(model, made)
  return made
}
