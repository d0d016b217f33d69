interface FileReport {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly passed: number
  readonly conversations: number
  readonly exchanges: number
  readonly lost: readonly unknown[]
  readonly lostMore: number
  readonly problem: string | null
}

export interface Counts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly conversations: number
  /** Days on which somebody was met or written with elsewhere. */
  readonly exchanges: number
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
    conversations: sum((file) => file.conversations),
    exchanges: sum((file) => file.exchanges),
    lost: sum(lostIn),
    unread: files.filter(({ problem }) => problem !== null).length,
  }
}

/** Whether anything would come in. */
export function isNews({ created, changed, conversations, exchanges }: Counts): boolean {
  return created + changed + conversations + exchanges > 0
}

export function lostIn({ lost, lostMore }: Pick<FileReport, 'lost' | 'lostMore'>): number {
  return lost.length + lostMore
}
