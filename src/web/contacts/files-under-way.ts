import type { Progress } from '../shell/jobs.ts'

export type FileState = 'waiting' | 'reading' | 'read'

/** Which files are read already, by how much of all their bytes is: they are read one after another. */
export function statesOf(
  files: readonly { readonly size: number }[],
  progress: Pick<Progress, 'done' | 'total'> | null,
): readonly FileState[] {
  const all = files.reduce((sum, { size }) => sum + size, 0)
  const part = progress?.total ? progress.done / progress.total : 0
  const read = part * all
  let before = 0
  return files.map(({ size }) => {
    const begins = before
    before += size
    if (part >= 1 || (read >= before && read > 0)) return 'read'
    return read >= begins && progress !== null ? 'reading' : 'waiting'
  })
}

const units = ['B', 'KB', 'MB', 'GB'] as const

/** "12 KB": how heavy a file is, to two figures. */
export function sizeInWords(bytes: number, locale?: string): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)))
  const shown = bytes / 1000 ** power
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: shown < 10 && power > 0 ? 1 : 0,
  })
  return `${format.format(shown)} ${units[power]}`
}
