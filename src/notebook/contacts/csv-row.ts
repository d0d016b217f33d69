import type { Column } from './csv-columns.ts'

export type Meaning = NonNullable<Column['meaning']>

export interface Cell {
  readonly column: Column
  /** Never empty. */
  readonly text: string
}

/** What the other cells of a row say of a cell: the labels and services by their set ("phone 2"). */
export interface Around {
  readonly labels: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
  readonly cells: readonly Cell[]
}

/** The first cell of that meaning. */
export function cellOf(cells: readonly Cell[], meaning: Meaning): Cell | null {
  return cells.find((cell) => cell.column.meaning === meaning) ?? null
}
