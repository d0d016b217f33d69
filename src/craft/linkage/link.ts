import { agreementsOf, type Agreement } from './agreements.ts'
import type { SkippedBlock } from './blocks.ts'
import { blocksOf, type Candidates, compareAll } from './candidates.ts'
import { meetingsOf } from './clues.ts'
import { clustersOf, joined, type Scored } from './clusters.ts'
import { comparerOf } from './comparing.ts'
import { chancesOfOne } from './learn.ts'
import { type Model, modelOf } from './model.ts'
import { dayOrderIn, layoutOf, pairsAmong, readableFields, readRecords } from './reading.ts'
import { type LinkPlan, type LinkRecord, pairKey, type Progress } from './records.ts'
import { isCertain, mostProbable, shownBy } from './restraint.ts'
import {
  boundPatterns,
  priorOf,
  probability,
  type PatternScores,
  weighPatterns,
} from './scoring.ts'
import { chancesOfStrangers, columnsOf, rarityOf } from './strangers.ts'
import { markWeakValues } from './weak-values.ts'
import { weigherOf, weightsOf } from './weighing.ts'

/** Two records and how probably they are one person. */
export interface Pair {
  readonly a: string
  readonly b: string
  /** 0 to 1. */
  readonly p: number
  /** The same mailbox, telephone or profile under compatible names: may be merged without a look. */
  readonly certain: boolean
  /** Both are one with this third record; by themselves they are so with probability `alone`, 0 where they never met. */
  readonly through?: string
  readonly alone?: number
  /** What agrees and what differs, worked out when it is asked for. */
  readonly agreements: readonly Agreement[]
}

export interface Linked {
  /** Most probable first. */
  readonly pairs: readonly Pair[]
  /** Groups of two and more that are taken for one person at p ≥ 0.95. */
  readonly clusters: readonly (readonly string[])[]
  readonly model: Model
  readonly skipped: readonly SkippedBlock[]
  readonly compared: number
}

const shippedFloor = 0.1

/** One of hundreds of thousands: it holds little, and works out what agrees each time that is asked for. */
class LinkedPair implements Pair {
  readonly a: string
  readonly b: string
  readonly p: number
  readonly certain: boolean
  readonly through?: string
  readonly alone?: number
  readonly #at: Scored
  readonly #agreements: (a: number, b: number) => Agreement[]

  constructor(
    records: readonly LinkRecord[],
    pair: Scored,
    agreements: (a: number, b: number) => Agreement[],
  ) {
    this.a = records[pair.a]!.id
    this.b = records[pair.b]!.id
    this.p = pair.p
    this.certain = pair.certain
    if (pair.through !== undefined) {
      this.through = records[pair.through]!.id
      this.alone = pair.own
    }
    this.#at = pair
    this.#agreements = agreements
  }

  get agreements(): Agreement[] {
    return this.#agreements(this.#at.a, this.#at.b)
  }
}

/**
 * Finds records of one person: two of a card, or a hundred thousand. Yields every few milliseconds of work; whoever runs
 * it may stop between two steps. The same records in any order give the same pairs.
 */
export function* link(given: readonly LinkRecord[], plan: LinkPlan): Generator<Progress, Linked> {
  const records = given.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const dayOrder = dayOrderIn(records, plan.fields)
  const setting = { region: plan.region, dayOrder }
  const fields = readableFields(records, plan.fields, setting)
  const layout = layoutOf(fields, setting)
  const columns = columnsOf(layout)
  const readings = yield* readRecords(records, layout)
  yield* markWeakValues(layout, readings)
  const meetings = meetingsOf(layout.aspects, layout.firstColumns)
  const blocks = yield* blocksOf(readings, meetings)
  const rarity = rarityOf(layout)
  const comparer = comparerOf(layout, readings, rarity)
  const ofStrangers = yield* chancesOfStrangers({ layout, readings, comparer, rarity })
  const candidates = yield* compareAll(readings, blocks, comparer)
  const book = { records: records.length, pairs: pairsAmong(readings) }
  const bounds = boundPatterns(candidates.patterns, columns)
  const { m, u } = yield* chancesOfOne(candidates, {
    columns,
    rules: meetings.rules,
    u: ofStrangers,
    sameName: rarity.names?.base ?? null,
    most: bounds.most,
    ...book,
  })
  const weights = weightsOf(m, u)
  const weight = weighPatterns(candidates.patterns, weigherOf(columns, weights))
  const scores = { ...bounds, weight }
  const prior = yield* priorOf(candidates, scores, book)
  const isDistinct = distinctness(records, plan.distinct)
  const floor = plan.floor ?? shippedFloor
  const scored = yield* score(candidates, scores, { prior, floor, isDistinct })
  const weigh = weigherOf(columns, weights)
  const read = shownBy(columns)
  const { clusters, implied } = yield* clustersOf(records.length, scored, {
    isDistinct,
    probability(a, b) {
      const logOdds = comparer.compare(a, b) + weigh(comparer.level, 0) + prior
      const shown = read(comparer.level, 0)
      return probability(logOdds, { most: mostProbable(shown), certain: isCertain(shown) })
    },
  })
  const answer = together(scored, implied, {
    may: (a, b) =>
      !isDistinct(a, b) && (readings.setSizes.length < 2 || readings.sets[a] !== readings.sets[b]),
    records: records.length,
  })
  const agreements = (a: number, b: number) =>
    agreementsOf(layout, weights, { readings, comparer, a, b })
  return {
    pairs: answer.map((pair) => new LinkedPair(records, pair, agreements)),
    clusters: clusters.map((members) => members.map((at) => records[at]!.id)),
    model: modelOf(layout, { fields, ...setting, prior, m, u, rarity }),
    skipped: blocks.skipped,
    compared: candidates.count,
  }
}

function distinctness(
  records: readonly LinkRecord[],
  distinct: ReadonlySet<string> | undefined,
): (a: number, b: number) => boolean {
  if (!distinct?.size) return () => false
  return (a, b) => distinct.has(pairKey(records[a]!.id, records[b]!.id))
}

const stride = 50_000

function* score(
  candidates: Candidates,
  scores: PatternScores,
  {
    prior,
    floor,
    isDistinct,
  }: {
    readonly prior: number
    readonly floor: number
    readonly isDistinct: (a: number, b: number) => boolean
  },
): Generator<Progress, Scored[]> {
  const found: Scored[] = []
  for (let at = 0; at < candidates.count; at++) {
    if (at % stride === 0) yield { step: 'score', done: at, of: candidates.count }
    const number = candidates.pattern[at]!
    const certain = scores.certain[number] === 1
    const logOdds = scores.weight[number]! + candidates.rare[at]! + prior
    const p = probability(logOdds, { most: scores.most[number]!, certain })
    if (p < floor) continue
    const [a, b] = [candidates.a[at]!, candidates.b[at]!]
    if (isDistinct(a, b)) continue
    found.push({ a, b, p, certain, through: undefined, own: p })
  }
  return found.toSorted(mostProbableFirst)
}

function mostProbableFirst(x: Scored, y: Scored): number {
  return y.p - x.p || x.a - y.a || x.b - y.b
}

/** What follows from a cluster takes the place of what was found less probable. */
function together(
  scored: readonly Scored[],
  implied: readonly Scored[],
  { may, records }: { readonly may: (a: number, b: number) => boolean; readonly records: number },
): Scored[] {
  const keyOf = ({ a, b }: Scored) => Math.min(a, b) * records + Math.max(a, b)
  const raised = new Map(implied.filter(({ a, b }) => may(a, b)).map((pair) => [keyOf(pair), pair]))
  const kept = scored.filter((pair) => {
    const key = keyOf(pair)
    const other = raised.get(key)
    if (!other) return true
    const weaker = pair.p < joined && pair.p < other.p
    if (weaker) raised.set(key, { ...other, own: pair.p })
    else raised.delete(key)
    return !weaker
  })
  return [...kept, ...raised.values()].toSorted(mostProbableFirst)
}
