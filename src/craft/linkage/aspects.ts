import type { DayOrder } from './birth.ts'
import type { LinkRecord, Role } from './records.ts'

/** What a column of the comparison is called where the role is not enough: parts of a name. */
export type ColumnRole = Role | 'rest'

export interface Level {
  readonly name: string
  /** Shipped chance of this level among pairs that are one person, and among pairs that are two. */
  readonly m: number
  readonly u: number
  /** How far a rare value counts for more than a frequent one: 1 wholly, 0 not at all. */
  readonly rarity?: number
}

/** One comparison: its levels best first. Level numbers begin at 1; 0 says that one side has no value. */
export interface Column {
  readonly name: string
  readonly role: ColumnRole
  readonly levels: readonly Level[]
}

/** Where a comparison writes what it saw, a cell for each column. */
export interface Seen {
  readonly level: Uint8Array
  /** The terms whose frequency tells how rare an agreement is; -1 where it does not matter. */
  readonly termOfA: Int32Array
  readonly termOfB: Int32Array
}

/** Words of a column, numbered, with how many records hold each. */
export interface Terms {
  numberOf(text: string): number
  readonly texts: readonly string[]
  readonly counts: number[]
  /** Those that too many different names share to tell anybody apart. */
  readonly weak: Set<number>
}

/** Texts by which records meet; each list is a kind of its own, and meets only itself. */
export interface Clues {
  /** Enough to meet alone: an address, a number. */
  readonly alone?: readonly (readonly string[])[]
  /** Enough together with a word of the name. */
  readonly beside?: readonly (readonly string[])[]
  /** Enough together with that of another column. */
  readonly whole?: readonly string[]
  readonly name?: NameClues
}

export interface NameClues {
  /** All words of the name that stand for themselves. */
  readonly words: readonly string[]
  readonly given: string
  readonly family: readonly string[]
  /** The given name as the lines of nicknames it stands in, and by its sound. */
  readonly givenForms: readonly string[]
  readonly familySounds: readonly string[]
}

/** Given and family name as one term; the same two in the other order are another. */
export interface WholeNames {
  readonly terms: Terms
  /** By term: the terms of its given and of its family name. */
  readonly parts: readonly (readonly [number, number])[]
}

/** Something records say about somebody: read once, compared in one or more columns. */
export interface Aspect<Value = unknown> {
  readonly columns: readonly Column[]
  /** By column. */
  readonly terms: readonly Terms[]
  read(record: LinkRecord): Value | null
  /** Two values with one key are one value. */
  keyOf(value: Value): string
  termsOf(value: Value, column: number): readonly number[]
  /** Of names alone: the whole name of a value, -1 where a part is missing. */
  readonly whole?: WholeNames
  wholeOf?(value: Value): number
  /** By what records with this value are brought together to be compared. */
  cluesOf(value: Value): Clues
  /** Writes the cells from `at` on. */
  compare(a: Value, b: Value, seen: Seen, at: number): void
  /** What a person wrote that agrees or differs at that level, one of each side. */
  words(
    a: Value,
    b: Value,
    cell: { readonly column: number; readonly level: string },
  ): readonly [string, string]
}

/** What an aspect needs to know beyond its fields. */
export interface Setting {
  readonly region: string | undefined
  readonly dayOrder: DayOrder
  /** Fields that hold a part of the name. */
  readonly nameFields: readonly string[]
}

export function newTerms(): Terms {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const counts: number[] = []
  return {
    texts,
    counts,
    weak: new Set(),
    numberOf(text) {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      texts.push(text)
      counts.push(0)
      return texts.length - 1
    },
  }
}
