/** What one contestant measured in one process: figures by name. */
export type Figures = Readonly<Record<string, number>>

export interface Wishes {
  /** People in the sample of the search, or cards in the file of the import. */
  readonly people: number | null
  /** A labelled table of one's own for the bench of linkage. */
  readonly table: OwnTable | null
}

export interface OwnTable {
  /** One file to find duplicates in, or two to link. */
  readonly files: readonly string[]
  /** `column=role,…` */
  readonly roles: string
  /** The column that tells which records are one. */
  readonly truth: string
  /** A regular expression whose first group is what counts of that column. */
  readonly pattern: string | null
  readonly region: string | null
}

/** One way to do the job of a case, measured in a process of its own. */
export type Contestant = (wishes: Wishes) => Promise<Figures>

export interface Measure {
  readonly name: string
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | '/s' | 'share' | ''
  /** What was promised. */
  readonly atMost?: number
  readonly atLeast?: number
}

export interface BenchCase {
  readonly name: string
  readonly measures: readonly Measure[]
  /** By name; the first is ours. */
  readonly contestants: Readonly<Record<string, Contestant>>
  /** What is measured instead where somebody brings a table. */
  readonly ofTable?: Contestant
  /** What cannot be measured here, and why; said before the bench begins. */
  readonly leftOut?: readonly string[]
  /** The measure by which ours is set against the others. */
  readonly against: string | null
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that this share of all values does not exceed; between two, the upper. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}

/** How often a value occurs does not matter to these two, so they are told together. */
export function waits(name: string, milliseconds: readonly number[]): Record<string, number> {
  return { [`${name} p50`]: median(milliseconds), [`${name} p95`]: quantile(milliseconds, 0.95) }
}

export async function timed<T>(work: () => Promise<T> | T): Promise<[T, number]> {
  const began = performance.now()
  const result = await work()
  return [result, performance.now() - began]
}
