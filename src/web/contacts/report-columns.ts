import { lostIn } from './counts.ts'

interface FileReport {
  readonly created: number
  readonly changed: number
  readonly conversations: number
  readonly exchanges: number
  readonly unchanged: number
  readonly passed: number
  readonly lost: readonly unknown[]
  readonly lostMore: number
}

const counted = [
  'created',
  'changed',
  'conversations',
  'exchanges',
  'unchanged',
  'passed',
  'lost',
] as const
export type ReportColumn = (typeof counted)[number]

/** What is counted of files, as far as any of them has some of it; a column of noughts says nothing. */
export function columnsTold(files: readonly FileReport[]): readonly ReportColumn[] {
  return counted.filter((column) => files.some((file) => countIn(file, column) > 0))
}

export function countIn(file: FileReport, column: ReportColumn): number {
  return column === 'lost' ? lostIn(file) : file[column]
}

interface FieldReport {
  readonly field: string
  readonly kept: number
}

/** The fields that are kept without being shown, of all files together, the most frequent first. */
export function keptUnseen(
  files: readonly { readonly byField: readonly FieldReport[] }[],
): readonly FieldReport[] {
  const sums = new Map<string, number>()
  for (const { field, kept } of files.flatMap(({ byField }) => byField)) {
    if (kept > 0) sums.set(field, (sums.get(field) ?? 0) + kept)
  }
  return [...sums]
    .map(([field, kept]) => ({ field, kept }))
    .toSorted((one, other) => other.kept - one.kept)
}
