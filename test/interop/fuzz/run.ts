import { type Dice, dice } from './dice.ts'
import { mutated } from './mutate.ts'
import { type Outcome, type ReaderName, readerNames, tried } from './readers.ts'
import { seedsFor } from './seeds.ts'

/** One mutated file: the same number always makes the same one. */
export interface Case {
  readonly reader: ReaderName
  readonly bytes: Buffer
  /** In which pieces it is given. */
  readonly size: number
}

/** Every fourth file goes to a reader that it is not made for. */
export function cases(): (number: number) => Case {
  const seeds = new Map(readerNames.map((name) => [name, seedsFor(name)] as const))
  const all = [...seeds.values()].flat()
  return (number) => {
    const rolling: Dice = dice(number)
    const reader = rolling.oneOf(readerNames)
    const own = seeds.get(reader) ?? all
    const seed = rolling.oneOf(rolling.upTo(4) === 0 ? all : own)
    const bytes = mutated(seed, rolling, all)
    // Byte by byte a large file takes most of the time and says nothing new.
    const sizes = bytes.length > 2000 ? [500, 4000, 65_536] : [1, 7, 100, 1000, 65_536]
    return { reader, bytes, size: rolling.oneOf(sizes) }
  }
}

export function triedCase({ reader, bytes, size }: Case): Promise<Outcome> {
  return tried(reader, bytes, size)
}
