import type { Day } from '../../kit/days.ts'
import { compare } from '../../kit/order.ts'
import { fold } from '../../kit/text.ts'
import { type Moving, type Organisation, type Want, type Wish } from '../nouns/noun.ts'

/** A place as far as its turn hangs on it. */
interface Ranked {
  readonly id: string
  readonly name: string
  readonly want: number
  readonly moving: { readonly level: number } | null
  /** Whether anybody is known who works there, or did. */
  readonly isKnown: boolean
}

/** Sorts as places stand: by how much it is wanted, by whether anything moves, by whether anybody is known there, by name. */
export function turnOf({ id, name, want, moving, isKnown }: Ranked): string {
  const first = [most - want, most - (moving?.level ?? 0), isKnown ? 0 : 1].join('')
  return `${first} ${fold(name)} ${id}`
}

const most = 3

/** The wish for a house that others were merged into: its own, else the strongest of theirs. */
export function wishAmong(house: Organisation, merged: readonly Organisation[]): Wish | null {
  if (house.wish) return house.wish
  const wishes = merged.flatMap(({ wish }) => wish ?? [])
  return (
    wishes.toSorted(
      (one, other) =>
        other.want - one.want ||
        (other.moving?.level ?? 0) - (one.moving?.level ?? 0) ||
        compare(one.since, other.since),
    )[0] ?? null
  )
}

export interface WishChange {
  readonly want?: Want | undefined
  readonly moving?: Pick<Moving, 'level' | 'why'> | null | undefined
}

/** What moves is as old as the day on which it was last said otherwise. */
export function changedWish(before: Wish | null, change: WishChange, today: Day): Wish {
  const wish = before ?? { want: defaultWant, moving: null, since: today }
  const { want = wish.want, moving } = change
  if (moving === undefined) return { ...wish, want }
  return { ...wish, want, moving: moving && movingSince(wish.moving, moving, today) }
}

function movingSince(
  before: Moving | null,
  { level, why }: Pick<Moving, 'level' | 'why'>,
  today: Day,
): Moving {
  const said = why.trim()
  const same = before?.level === level && before.why === said
  return same ? before : { level, why: said, on: today }
}

/** Whoever writes a place down wants to be there; how much is said later. */
export const defaultWant: Want = 2

/** A name, and behind a colon what moves there: "Kelvin Archive: they take on the river maps". */
export function readPlaceLine(line: string): { readonly name: string; readonly moves: string } {
  const at = line.search(/:\s/u)
  if (at <= 0) return { name: line.trim(), moves: '' }
  return { name: line.slice(0, at).trim(), moves: line.slice(at + 1).trim() }
}
