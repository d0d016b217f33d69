import type { Dice } from './dice.ts'

/**
 * How names are spread over people, after Zipf and Mandelbrot: the name of rank r is borne by a share in proportion to
 * 1 / (r + shift) ^ steepness, up to rank `names`.
 */
export interface NameLaw {
  readonly names: number
  readonly shift: number
  readonly steepness: number
}

/** A rank, from 1 on, as often as the law has it; the sum over ranks is taken as an integral. */
export function rankBy({ names, shift, steepness }: NameLaw, dice: Dice): number {
  const exponent = 1 - steepness
  const [first, last] = [(0.5 + shift) ** exponent, (names + 0.5 + shift) ** exponent]
  const at = (first + dice() * (last - first)) ** (1 / exponent) - shift
  return Math.min(names, Math.max(1, Math.round(at)))
}

/** Syllables of a language from which names are made that nobody need bear. */
export interface Syllables {
  readonly beginnings: readonly string[]
  readonly middles: readonly string[]
  readonly endings: readonly string[]
}

/** Far from each other in number, so that neighbours in rank do not sound alike. */
const step = 7919

/** The name of that rank: a frequent one of the language, and beyond those one made of ever more syllables. */
export function nameOfRank(
  rank: number,
  frequent: readonly string[],
  { beginnings, middles, endings }: Syllables,
): string {
  const known = frequent[rank - 1]
  if (known !== undefined) return known
  let left = rank - 1 - frequent.length
  let room = beginnings.length * endings.length
  let between = 0
  while (left >= room) {
    left -= room
    room *= middles.length
    between += 1
  }
  let number = (left * step) % room
  const take = (pieces: readonly string[]) => {
    const piece = pieces[number % pieces.length] ?? ''
    number = Math.floor(number / pieces.length)
    return piece
  }
  const beginning = take(beginnings)
  const end = take(endings)
  return beginning + Array.from({ length: between }, () => take(middles)).join('') + end
}
