import type { Aspect } from './aspects.ts'
import { dayOrderOf, type DayOrder } from './birth.ts'
import { hashed, type HashedClues } from './clues.ts'
import { aspectOf } from './list-kinds.ts'
import { isNameRole, nameAspect } from './name-aspect.ts'
import { type Field, type LinkRecord, type Progress, valuesOf } from './records.ts'

/** Fields in the form in which they are compared, and where each finds its columns. */
export interface Layout {
  readonly aspects: readonly Aspect[]
  readonly firstColumns: readonly number[]
  readonly width: number
}

export function layoutOf(
  fields: readonly Field[],
  setting: { readonly region: string | undefined; readonly dayOrder: DayOrder },
): Layout {
  const names = fields.filter(({ role }) => isNameRole(role))
  const rest = fields.filter(({ role }) => !isNameRole(role))
  const aspects: Aspect[] = names.length ? [nameAspect(names)] : []
  const nameFields = names.map(({ name }) => name)
  for (const field of rest) aspects.push(aspectOf(field, { ...setting, nameFields }))
  const firstColumns: number[] = []
  let width = 0
  for (const aspect of aspects) {
    firstColumns.push(width)
    width += aspect.columns.length
  }
  return { aspects, firstColumns, width }
}

export function dayOrderIn(records: readonly LinkRecord[], fields: readonly Field[]): DayOrder {
  const births = fields.filter(({ role }) => role === 'birth')
  return dayOrderOf(
    births.flatMap(({ name }) =>
      records.slice(0, 5000).flatMap((record) => valuesOf(record, name)),
    ),
  )
}

/**
 * Columns whose values cannot be read as what they are said to be are compared as texts: a "birth" that holds ages,
 * a "phone" that holds extensions.
 */
export function readableFields(
  records: readonly LinkRecord[],
  fields: readonly Field[],
  setting: { readonly region: string | undefined; readonly dayOrder: DayOrder },
): Field[] {
  return fields.map((field) => {
    if (!strictRoles.has(field.role)) return field
    const { aspects } = layoutOf([field], setting)
    const held = records
      .filter((record) => valuesOf(record, field.name).length > 0)
      .slice(0, sample)
    const readable = held.filter((record) => aspects[0]?.read(record) !== null).length
    return readable * 2 < held.length ? { ...field, role: 'other' } : field
  })
}

const strictRoles: ReadonlySet<string> = new Set(['birth', 'mail', 'phone', 'link'])
const sample = 500

/** All records read once: of each aspect its different values, and which of them each record holds (-1 for none). */
export interface Readings {
  readonly records: readonly LinkRecord[]
  readonly values: readonly (readonly unknown[])[]
  readonly clues: readonly (readonly HashedClues[])[]
  readonly valueOf: readonly Int32Array[]
  /** The number of its set, by record; all 0 where there is one set. */
  readonly sets: Uint8Array
  readonly setSizes: readonly number[]
}

const stride = 256

/** Counts the terms it reads, unless they are to stay as they are: as a model has them. */
export function* readRecords(
  records: readonly LinkRecord[],
  { aspects }: Layout,
  terms: 'counted' | 'as-they-are' = 'counted',
): Generator<Progress, Readings> {
  const known = aspects.map(() => new Map<string, number>())
  const values = aspects.map((): unknown[] => [])
  const clues = aspects.map((): HashedClues[] => [])
  const valueOf = aspects.map(() => new Int32Array(records.length).fill(-1))
  for (let at = 0; at < records.length; at++) {
    if (at % stride === 0) yield { step: 'read', done: at, of: records.length }
    aspects.forEach((aspect, which) => {
      const value = aspect.read(records[at]!)
      if (value === null) return
      const key = aspect.keyOf(value)
      let number = known[which]!.get(key)
      if (number === undefined) {
        number = values[which]!.push(value) - 1
        known[which]!.set(key, number)
        clues[which]!.push(hashed(aspect.cluesOf(value)))
      }
      valueOf[which]![at] = number
      if (terms === 'counted') count(aspect, values[which]![number])
    })
  }
  return { records, values, clues, valueOf, ...setsOf(records) }
}

function count(aspect: Aspect, value: unknown): void {
  for (let column = 0; column < aspect.columns.length; column++) {
    const { counts } = aspect.terms[column]!
    for (const term of aspect.termsOf(value, column)) counts[term] = (counts[term] ?? 0) + 1
  }
  countWhole(aspect, value)
}

export function countWhole(aspect: Aspect, value: unknown): void {
  const term = aspect.wholeOf?.(value) ?? -1
  const counts = aspect.whole?.terms.counts
  if (counts && term >= 0) counts[term] = (counts[term] ?? 0) + 1
}

function setsOf(records: readonly LinkRecord[]) {
  const numbers = new Map<string, number>()
  const setSizes: number[] = []
  const sets = new Uint8Array(records.length)
  records.forEach(({ set = '' }, at) => {
    const number = numbers.get(set) ?? Math.min(numbers.size, 255)
    numbers.set(set, number)
    sets[at] = number
    setSizes[number] = (setSizes[number] ?? 0) + 1
  })
  return { sets, setSizes }
}

/** How many pairs there are to be one person or two. */
export function pairsAmong({ records, setSizes }: Readings): number {
  const all = (records.length * (records.length - 1)) / 2
  if (setSizes.length < 2) return Math.max(1, all)
  const within = setSizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return Math.max(1, all - within)
}
