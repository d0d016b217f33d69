import { readRows } from '../../formats/csv/read.ts'
import type { Loss } from './draft.ts'
import { headOfTable } from './table-head.ts'
import { planOfTable, type TablePlan } from './table-plan.ts'

/** A table with the way it is going to be read. */
export interface PlannedTable {
  readonly plan: TablePlan
  readonly chunks: AsyncIterable<Uint8Array>
}

/** As much of a file as its columns are judged by. */
export const bytesOfHead = 256 * 1024

export interface RowAt {
  readonly kind: 'row'
  readonly line: number
  readonly cells: readonly string[]
}

/** The plan that is given, or the one that the beginning of the table suggests. */
export async function planned(
  chunks: AsyncIterable<Uint8Array>,
  plan: TablePlan | null,
): Promise<PlannedTable> {
  if (plan) return { plan, chunks }
  const rest = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first.push(next.value)
    size += next.value.length
    if (size >= bytesOfHead) break
  }
  const head = await headOfTable(inTurn(first))
  return { plan: planOfTable(head, []), chunks: inTurn(first, rest) }
}

/** The rows below the names, and what is no row. */
export async function* rowsOfTable({
  plan,
  chunks,
}: PlannedTable): AsyncGenerator<RowAt | ({ readonly kind: 'lost' } & Loss)> {
  const names = new Set(plan.names?.map((name) => name.trim()))
  for await (const read of readRows(chunks, (name) => names.has(name.trim()))) {
    if (read.kind !== 'columns') yield read
  }
}

async function* inTurn(
  first: readonly Uint8Array[],
  rest?: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first
  for (let next = await rest?.next(); next && !next.done; next = await rest?.next()) {
    yield next.value
  }
}
