import type { LineKind, Mark } from '../../notebook/notes/marks.ts'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { marksInOrder } from '../ui/marks.ts'

/** A line of the note as it was read. It has no number: the same line further down is still the same item. */
export interface UnderstoodItem {
  /** Its own among all that were read in this note. */
  readonly key: number
  readonly line: UnderstoodLine
}

export interface UnderstoodGroup {
  readonly mark: Mark
  readonly kind: LineKind
  readonly items: readonly UnderstoodItem[]
}

export interface Understood {
  /** By mark, in the order of the chips; a mark that nobody used has no group. */
  readonly groups: readonly UnderstoodGroup[]
  readonly count: number
  /** Lines off the record: counted, never shown. */
  readonly offRecord: number
}

/** Lines that are not read yet are null. */
export function understoodOf(lines: readonly (UnderstoodItem | null)[]): Understood {
  const byMark = new Map<Mark, UnderstoodItem[]>()
  let offRecord = 0
  let count = 0
  for (const item of lines) {
    if (!item) continue
    const { mark, text, offRecord: isOff } = item.line
    if (isOff) offRecord++
    else if (mark !== null && text !== '') {
      count++
      const items = byMark.get(mark)
      if (items) items.push(item)
      else byMark.set(mark, [item])
    }
  }
  const groups = marksInOrder.flatMap((mark): UnderstoodGroup[] => {
    const items = byMark.get(mark)
    const kind = items?.[0]?.line.kind
    return items && kind ? [{ mark, kind, items }] : []
  })
  return { groups, count, offRecord }
}

/** Gives what was understood before where it says the same, group by group: what did not change is not drawn. */
export function sameOr(now: Understood): (before: Understood) => Understood {
  return (before) => {
    const known = new Map(before.groups.map((group) => [group.mark, group]))
    const groups = now.groups.map((group) => {
      const same = known.get(group.mark)
      return same && saysTheSame(same, group) ? same : group
    })
    const isSame =
      now.count === before.count &&
      now.offRecord === before.offRecord &&
      groups.length === before.groups.length &&
      groups.every((group, at) => group === before.groups[at])
    return isSame ? before : { ...now, groups }
  }
}

function saysTheSame({ items: before }: UnderstoodGroup, { items }: UnderstoodGroup): boolean {
  return items.length === before.length && items.every((item, nth) => before[nth] === item)
}
