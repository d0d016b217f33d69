import { type Aspect, type Clues, type ColumnRole, type Level, newTerms } from './aspects.ts'
import { levelsOf } from './levels.ts'
import { type LinkRecord, valuesOf } from './records.ts'

interface Item<Read> {
  readonly read: Read
  readonly key: string
  readonly term: number
  /** As a person wrote it. */
  readonly said: string
}

type Items<Read> = readonly Item<Read>[]

/** How one kind of value is read and compared; a record may hold several, the best pair of them counts. */
export interface ListKind<Read> {
  readonly role: ColumnRole
  read(written: string, record: LinkRecord): Read | null
  keyOf(read: Read): string
  /** By what equal values are told to be one; their key unless told otherwise. */
  termOf?(read: Read): string
  /** The name of the level for two values whose terms differ. */
  compare(a: Read, b: Read): string
  cluesOf(read: Read, key: string): Clues
}

const mostItems = 20

export function listAspect<Read>(name: string, kind: ListKind<Read>): Aspect<Items<Read>> {
  const levels = levelsOf[kind.role]
  const terms = newTerms()
  const numbers = new Map(levels.map((level, at) => [level.name, at + 1]))
  const other = levels.length
  const shared = numbers.get('shared') ?? 0

  function levelOf(a: Item<Read>, b: Item<Read>): number {
    if (a.term !== b.term) return numbers.get(kind.compare(a.read, b.read)) ?? other
    return shared && terms.weak.has(a.term) ? shared : 1
  }

  function best(as: Items<Read>, bs: Items<Read>): readonly [number, Item<Read>, Item<Read>] {
    let found: readonly [number, Item<Read>, Item<Read>] = [other, as[0]!, bs[0]!]
    for (const a of as) {
      for (const b of bs) {
        const level = levelOf(a, b)
        if (level < found[0]) found = [level, a, b]
      }
    }
    return found
  }

  return {
    columns: [{ name, role: kind.role, levels }],
    terms: [terms],
    read(record: LinkRecord) {
      const items: Item<Read>[] = []
      for (const said of valuesOf(record, name)) {
        const read = kind.read(said, record)
        if (read === null || items.length >= mostItems) continue
        const key = kind.keyOf(read)
        if (items.some((item) => item.key === key)) continue
        items.push({ read, key, term: terms.numberOf(kind.termOf?.(read) ?? key), said })
      }
      return items.length ? items : null
    },
    keyOf(items) {
      return items.length === 1 ? items[0]!.key : items.map(({ key }) => key).join('\n')
    },
    termsOf(items) {
      return items.map(({ term }) => term)
    },
    cluesOf(items) {
      const clues = items.map(({ read, key }) => kind.cluesOf(read, key))
      return clues.length === 1 ? clues[0]! : together(clues)
    },
    compare(as, bs, seen, at) {
      const [level, a, b] =
        as.length === 1 && bs.length === 1
          ? ([levelOf(as[0]!, bs[0]!), as[0]!, bs[0]!] as const)
          : best(as, bs)
      seen.level[at] = level
      const counts = rarityCounts(levels[level - 1])
      seen.termOfA[at] = counts ? a.term : -1
      seen.termOfB[at] = counts ? b.term : -1
    },
    words(as, bs) {
      const [, a, b] = best(as, bs)
      return [a.said, b.said]
    },
  }
}

function together(clues: readonly Clues[]): Clues {
  const kinds = (part: 'alone' | 'beside') => {
    const most = Math.max(0, ...clues.map((one) => one[part]?.length ?? 0))
    return Array.from({ length: most }, (_, at) => clues.flatMap((one) => one[part]?.[at] ?? []))
  }
  return {
    alone: kinds('alone'),
    beside: kinds('beside'),
    whole: clues.flatMap(({ whole = [] }) => whole),
  }
}

function rarityCounts(level: Level | undefined): boolean {
  return (level?.rarity ?? 0) > 0
}
