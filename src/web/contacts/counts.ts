interface FileReport {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly passed: number
  readonly lost: readonly unknown[]
  readonly lostMore: number
  readonly problem: string | null
}

export interface Counts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly lost: number
  /** Files that could not be read at all. */
  readonly unread: number
}

/** All files of a report together. */
export function countsOf(files: readonly FileReport[]): Counts {
  const sum = (count: (file: FileReport) => number): number =>
    files.reduce((total, file) => total + count(file), 0)
  return {
    created: sum((file) => file.created),
    changed: sum((file) => file.changed),
    unchanged: sum((file) => file.unchanged),
    lost: sum(lostIn),
    unread: files.filter(({ problem }) => problem !== null).length,
  }
}

export function lostIn({ lost, lostMore }: Pick<FileReport, 'lost' | 'lostMore'>): number {
  return lost.length + lostMore
}
