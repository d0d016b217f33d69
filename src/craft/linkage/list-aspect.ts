import { type Aspect, type Clues, type ColumnRole, newTerms } from './aspects.ts'
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
  const other = numbers.get('other') ?? levels.length
  const counts = [false, ...levels.map(({ rarity = 0 }) => rarity > 0)]
  const shared = numbers.get('shared') ?? 0

  function levelOf(a: Item<Read>, b: Item<Read>): number {
    if (a.term !== b.term) return numbers.get(kind.compare(a.read, b.read)) ?? other
    return shared && terms.weak.has(a.term) ? shared : 1
  }

  /** Finds the best pair of two lists and leaves it in `found`, which is used again for every pair. */
  const found = { level: other, a: 0, b: 0 }
  function findBest(as: Items<Read>, bs: Items<Read>): void {
    found.level = levelOf(as[0]!, bs[0]!)
    found.a = 0
    found.b = 0
    if (as.length === 1 && bs.length === 1) return
    for (let a = 0; a < as.length; a++) {
      for (let b = 0; b < bs.length; b++) {
        const level = levelOf(as[a]!, bs[b]!)
        if (level >= found.level) continue
        found.level = level
        found.a = a
        found.b = b
      }
    }
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
      findBest(as, bs)
      const { level } = found
      seen.level[at] = level
      seen.termOfA[at] = counts[level] ? as[found.a]!.term : -1
      seen.termOfB[at] = counts[level] ? bs[found.b]!.term : -1
    },
    words(as, bs) {
      findBest(as, bs)
      return [as[found.a]!.said, bs[found.b]!.said]
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
