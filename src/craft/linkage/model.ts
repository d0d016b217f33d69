import type { DayOrder } from './birth.ts'
import type { Rarity } from './comparing.ts'
import type { Namesakes } from './namesakes.ts'
import { type Layout, layoutOf } from './reading.ts'
import type { Field } from './records.ts'
import { columnsOf } from './strangers.ts'
import type { Chances } from './weighing.ts'

/** What was learned from a book, as plain JSON: enough to compare a record that arrives later. */
export interface Model {
  readonly version: 1
  readonly fields: readonly Field[]
  readonly region: string | null
  readonly dayOrder: DayOrder
  /** The natural logarithm of the odds that two records taken at random are one person. */
  readonly prior: number
  /** How far names go together; models of earlier days do not know it. */
  readonly namesakes?: Namesakes
  readonly columns: readonly ModelColumn[]
}

export interface ModelColumn {
  readonly name: string
  readonly role: string
  readonly m: readonly number[]
  readonly u: readonly number[]
  readonly base: number
  /** How many values of it were seen, and those seen more than twice with how often: the most frequent ones. */
  readonly held: number
  readonly terms: readonly (readonly [string, number])[]
  /** Mailboxes, numbers and profiles that three or more different names share. */
  readonly weak: readonly string[]
}

const mostTerms = 3000

export function modelOf(
  layout: Layout,
  learned: {
    readonly fields: readonly Field[]
    readonly region: string | undefined
    readonly dayOrder: DayOrder
    readonly prior: number
    readonly m: Chances
    readonly u: Chances
    readonly rarity: Rarity
  },
): Model {
  const terms = layout.aspects.flatMap((aspect) => aspect.terms)
  return {
    version: 1,
    fields: learned.fields,
    region: learned.region ?? null,
    dayOrder: learned.dayOrder,
    prior: learned.prior,
    ...(learned.rarity.names ? { namesakes: learned.rarity.names.book } : {}),
    columns: columnsOf(layout).map(({ name, role }, at) => {
      const { texts, counts, weak } = terms[at]!
      const frequent = texts
        .map((text, term) => [text, counts[term] ?? 0] as const)
        .filter(([, count]) => count > 2)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, mostTerms)
      return {
        name,
        role,
        m: learned.m[at] ?? [],
        u: learned.u[at] ?? [],
        base: learned.rarity.base[at] ?? 0,
        held: learned.rarity.held[at] ?? 0,
        terms: frequent,
        weak: [...weak].map((term) => texts[term] ?? ''),
      }
    }),
  }
}

/** The layout a model was learned with, knowing its frequent and its weak values. */
export function layoutFrom(model: Model): Layout {
  const layout = layoutOf(model.fields, {
    region: model.region ?? undefined,
    dayOrder: model.dayOrder,
  })
  const terms = layout.aspects.flatMap((aspect) => aspect.terms)
  model.columns.forEach((column, at) => {
    const own = terms[at]
    if (!own) return
    for (const [text, count] of column.terms) own.counts[own.numberOf(text)] = count
    for (const text of column.weak) own.weak.add(own.numberOf(text))
  })
  return layout
}
