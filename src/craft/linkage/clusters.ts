import type { Progress } from './records.ts'

/** A pair by the places of its records. */
export interface Scored {
  readonly a: number
  readonly b: number
  readonly p: number
  readonly certain: boolean
  readonly through: number | undefined
}

export interface Clusters {
  readonly clusters: readonly (readonly number[])[]
  /** Pairs that follow from a cluster and are not among those scored. */
  readonly implied: readonly Scored[]
}

const joined = 0.95

export function* clustersOf(
  records: number,
  scored: readonly Scored[],
): Generator<Progress, Clusters> {
  const links = scored
    .filter(({ p }) => p >= joined)
    .toSorted((x, y) => y.p - x.p || x.a - y.a || x.b - y.b)
  const clusterOf = new Int32Array(records).map((_, at) => at)
  const members = new Map<number, number[]>()
  let done = 0
  for (const { a, b } of links) {
    if (done % 1000 === 0) yield { step: 'cluster', done, of: links.length }
    done += 1
    const [one, other] = [clusterOf[a]!, clusterOf[b]!]
    if (one === other) continue
    const [large, small] = [members.get(one) ?? [one], members.get(other) ?? [other]]
    for (const member of small) clusterOf[member] = one
    large.push(...small)
    members.set(one, large)
    members.delete(other)
  }
  const clusters = [...members.values()].map((all) => all.toSorted((x, y) => x - y))
  return { clusters, implied: [] }
}
