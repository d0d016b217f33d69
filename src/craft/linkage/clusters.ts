import type { Progress } from './records.ts'

/** A pair by the places of its records. */
export interface Scored {
  readonly a: number
  readonly b: number
  readonly p: number
  readonly certain: boolean
  /** A third record by which the two are one, where they are not by themselves. */
  readonly through: number | undefined
  /** What the two are by themselves. */
  readonly own: number
}

export interface Clusters {
  readonly clusters: readonly (readonly number[])[]
  /** Pairs that follow from a cluster and were not found so probable themselves. */
  readonly implied: readonly Scored[]
}

/** What two records are to each other. */
export interface Judge {
  isDistinct(a: number, b: number): boolean
  probability(a: number, b: number): number
}

export const joined = 0.95
/** Two groups are one where their members are so on average, not where a single pair says so. */
const onAverage = 0.3
/** Larger groups are judged by some of their members. */
const mostJudged = 8
const mostSpelledOut = 60

/** Joins groups from the most probable pair on; `scored` comes most probable first. */
export function* clustersOf(
  records: number,
  scored: readonly Scored[],
  judge: Judge,
): Generator<Progress, Clusters> {
  const clusterOf = new Int32Array(records).map((_, at) => at)
  const members = new Map<number, number[]>()
  const ties = new Map<number, Scored[]>()
  const last = scored.findIndex(({ p }) => p < joined)
  const links = last < 0 ? scored : scored.slice(0, last)
  for (const [done, link] of links.entries()) {
    if (done % 500 === 0) yield { step: 'cluster', done, of: links.length }
    const [one, other] = [clusterOf[link.a]!, clusterOf[link.b]!]
    if (one === other) continue
    const [into, from] = [members.get(one) ?? [one], members.get(other) ?? [other]]
    if (!belongTogether(into, from, judge)) continue
    for (const member of from) clusterOf[member] = one
    members.set(one, [...into, ...from])
    ties.set(one, [...(ties.get(one) ?? []), ...(ties.get(other) ?? []), link])
    members.delete(other)
    ties.delete(other)
  }
  const implied = [...members].flatMap(([cluster, own]) => impliedBy(own, ties.get(cluster) ?? []))
  return { clusters: [...members.values()].map((own) => own.toSorted((x, y) => x - y)), implied }
}

function belongTogether(some: readonly number[], others: readonly number[], judge: Judge): boolean {
  if (some.some((a) => others.some((b) => judge.isDistinct(a, b)))) return false
  if (some.length === 1 && others.length === 1) return true
  let sum = 0
  let count = 0
  for (const a of some.slice(0, mostJudged)) {
    for (const b of others.slice(0, mostJudged)) {
      sum += judge.probability(a, b)
      count += 1
    }
  }
  return sum / count >= onAverage
}

/** Within a group everybody is one person with everybody, as surely as the chain of pairs that joins them. */
function impliedBy(members: readonly number[], ties: readonly Scored[]): Scored[] {
  if (members.length < 3 || members.length > mostSpelledOut) return []
  const neighbours = new Map<number, Scored[]>(members.map((member) => [member, []]))
  for (const tie of ties) {
    neighbours.get(tie.a)?.push(tie)
    neighbours.get(tie.b)?.push(tie)
  }
  return members.flatMap((from) =>
    [...chainsFrom(from, neighbours)].flatMap(([to, { p, through }]) =>
      to > from && through !== undefined
        ? [{ a: from, b: to, p, certain: false, through, own: 0 }]
        : [],
    ),
  )
}

interface Chain {
  readonly p: number
  /** The first record between. */
  readonly through: number | undefined
}

function chainsFrom(
  from: number,
  neighbours: ReadonlyMap<number, readonly Scored[]>,
): ReadonlyMap<number, Chain> {
  const reached = new Map<number, Chain>([[from, { p: 1, through: undefined }]])
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const chain = reached.get(at)!
    for (const tie of neighbours.get(at) ?? []) {
      const next = tie.a === at ? tie.b : tie.a
      if (reached.has(next)) continue
      reached.set(next, {
        p: chain.p * tie.p,
        through: at === from ? undefined : (chain.through ?? at),
      })
      waiting.push(next)
    }
  }
  return reached
}
