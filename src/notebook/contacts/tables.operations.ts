import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'
import type { Working, Writing } from '../../platform/context.ts'
import { columnMeanings, type Mapped, mappingInWords } from './column-meanings.ts'
import { keptMapping, type Mapping, mappingId, mappingKind } from './mappings.store.ts'
import { beginningOf, type Piece } from './pieces.operations.ts'
import { headOfTable, type TableHead } from './table-head.ts'
import {
  planOfTable,
  refuseUnknownColumns,
  refuseUnlessNamed,
  type TablePlan,
} from './table-plan.ts'
import { bytesOfHead } from './table-rows.ts'

/** What whoever brings files says of the columns of their tables. */
export interface SaidOfTables {
  readonly mapping: readonly { readonly file: string | null; readonly columns: readonly Mapped[] }[]
  /** As the command takes it: "Tel=phone, Nom=name". */
  readonly map?: string | undefined
}

export interface Table {
  readonly plan: TablePlan
  readonly head: TableHead
  /** What was said just now, to be remembered; and what was remembered. */
  readonly said: readonly Mapped[]
  readonly remembered: Mapping | null
}

/** Looks at the beginning of a table: what was said of it just now counts, then what was said before. */
export async function tableIn(ctx: Working, piece: Piece, all: SaidOfTables): Promise<Table> {
  const bytes = await beginningOf(piece, bytesOfHead)
  const groups = saidOf(all)
  const names = new Set(groups.flatMap(({ columns }) => columns.map(({ column }) => column)))
  const head = await headOfTable(once(bytes), names)
  const plain = planOfTable(head, [])
  const said = groups.filter((group) => isAbout(group, piece, plain)).flatMap((one) => one.columns)
  if (said.length) {
    refuseUnknownColumns(plain, said, piece.name)
    const plan = planOfTable(head, said)
    refuseUnlessNamed(plan, piece.name)
    return { plan, head, said, remembered: null }
  }
  const remembered = await ctx.read((inside) =>
    keptMapping(inside.db, inside.owner, plain.fingerprint),
  )
  const plan = remembered ? planOfTable(head, remembered.columns) : plain
  return { plan, head, said: [], remembered }
}

/** What is said of no file by name is about every table with such columns. */
function isAbout(
  { file, columns }: SaidOfTables['mapping'][number],
  piece: Piece,
  plan: TablePlan,
): boolean {
  if (file !== null) return file === piece.name
  const there = new Set(plan.columns.map(({ name }) => name))
  return columns.every(({ column }) => there.has(column))
}

/** Throws where a part of the command's words says nothing. */
function saidOf({ mapping, map }: SaidOfTables): SaidOfTables['mapping'] {
  if (map === undefined) return mapping
  const { columns, unclear } = mappingInWords(map)
  if (columns.length && unclear.length === 0) return [...mapping, { file: null, columns }]
  throw new Problem(
    'mapping.unclear',
    `“${unclear[0]?.trim() ?? map}” does not say which column holds what`,
    {
      safe: 'Nothing was changed.',
      mend: `Write it as Column=meaning, with commas between: "Nom=name,Tel=work phone,Blah=nothing". A meaning is one of ${columnMeanings.join(', ')}.`,
    },
  )
}

/** Whatever was said of columns that no file has was a slip: it is said before anything is brought in. */
export function refuseUnheard(tables: readonly Table[], all: SaidOfTables): void {
  const [first] = tables
  for (const { file, columns } of saidOf(all)) {
    const isHeard = tables.some(({ said }) =>
      columns.every(({ column }) => said.some((one) => one.column === column)),
    )
    if (isHeard || file !== null) continue
    if (first) refuseUnknownColumns(first.plan, columns, 'No table among these')
    throw new Problem('mapping.unheard', 'None of these files is a table with columns', {
      safe: 'Nothing was changed.',
    })
  }
}

/** What was said counts from now on for every table with the same columns. */
export async function rememberMapping(ctx: Writing, { plan, said }: Table): Promise<void> {
  if (said.length === 0) return
  const id = mappingId(plan.fingerprint)
  const before = await keptMapping(ctx.db, ctx.owner, plan.fingerprint)
  if (before && JSON.stringify(before.columns) === JSON.stringify(said)) return
  await ctx.record.keep(mappingKind, id, { id, on: ctx.today(), columns: said })
}
