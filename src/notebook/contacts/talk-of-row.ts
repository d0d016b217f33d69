import type { Cell } from './csv-row.ts'
import type { Talk } from './draft.ts'
import type { PlannedColumn } from './table-plan.ts'
import { type DayOrder, type TalkCell, talkIn } from './talk-cells.ts'

/** A filled cell and in which column it stands. */
export interface PlacedCell {
  readonly at: number
  readonly cell: Cell
}

export type TalkColumns = readonly PlannedColumn['of'][]

interface TalkOfRow {
  /** Null where the day cannot be read. */
  readonly talk: Talk | null
  /** What the row says of the person. */
  readonly ofPerson: readonly Cell[]
  readonly kept: ReadonlySet<Cell>
}

/** Parts what a row says of a conversation from what it says of the person. */
export function talkOfRow(
  cells: readonly PlacedCell[],
  of: TalkColumns,
  order: DayOrder,
): TalkOfRow {
  const talkCells = new Map<TalkCell, Cell>()
  const notes: string[] = []
  const ofPerson: Cell[] = []
  for (const { at, cell } of cells) {
    const meaning = of[at]
    if (meaning) talkCells.set({ of: meaning, name: cell.column.name, text: cell.text }, cell)
    else if (cell.column.meaning === 'words') notes.push(cell.text)
    else ofPerson.push(cell)
  }
  const read = talkIn([...talkCells.keys()], notes, order)
  const kept = read?.kept.flatMap((one) => talkCells.get(one) ?? []) ?? []
  return { talk: read?.talk ?? null, ofPerson, kept: new Set(kept) }
}
