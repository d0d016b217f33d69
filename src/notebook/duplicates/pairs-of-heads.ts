import type { PersonId } from '../../kit/ids.ts'
import { pairKey } from '../people/bond.ts'

interface Found {
  readonly a: PersonId
  readonly b: PersonId
  readonly p: number
  readonly certain: boolean
}

/**
 * Pairs of records as pairs of the people under whom these are shown; of several between two people the likeliest. That
 * somebody is certainly one of them does not make them certainly the other: such a pair is one to look at.
 */
export function pairsOfHeads<Pair extends Found>(
  pairs: readonly Pair[],
  heads: ReadonlyMap<PersonId, PersonId>,
  distinct: ReadonlySet<string>,
): Pair[] {
  const found = new Map<string, Pair>()
  for (const pair of pairs) {
    const [one, other] = [heads.get(pair.a) ?? pair.a, heads.get(pair.b) ?? pair.b]
    const key = pairKey(one, other)
    if (one === other || distinct.has(key) || (found.get(key)?.p ?? 0) >= pair.p) continue
    const moved = one !== pair.a || other !== pair.b
    const [a, b] = one < other ? [one, other] : [other, one]
    found.set(key, { ...pair, a, b, certain: pair.certain && !moved })
  }
  return [...found.values()]
}
