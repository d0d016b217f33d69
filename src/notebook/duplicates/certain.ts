/** Two records that may be one person, and whether that is beyond doubt. */
export interface Pairing<Id extends string> {
  readonly a: Id
  readonly b: Id
  readonly certain: boolean
}

/**
 * Who can be merged without being asked: groups held together by certain pairs, in which nobody is there by way of
 * somebody else alone. "A. Ruiz" is certainly Ana and certainly Alberto by the phone of their home, and yet these two
 * are not one: where two of a group were not even found likely, the whole group is left to the eye.
 */
export function certainGroups<Id extends string>(pairs: readonly Pairing<Id>[]): Id[][] {
  const beside = neighbours(pairs.filter(({ certain }) => certain))
  const likely = neighbours(pairs)
  return groupsIn(beside).filter((group) =>
    group.every((one) => group.every((other) => one === other || likely.get(one)?.has(other))),
  )
}

type Neighbours<Id extends string> = ReadonlyMap<Id, ReadonlySet<Id>>

function neighbours<Id extends string>(pairs: readonly Pairing<Id>[]): Neighbours<Id> {
  const found = new Map<Id, Set<Id>>()
  const add = (one: Id, other: Id) => {
    const known = found.get(one) ?? new Set()
    found.set(one, known.add(other))
  }
  for (const { a, b } of pairs) {
    add(a, b)
    add(b, a)
  }
  return found
}

/** Everybody who hangs together, in the order in which they were first named. */
function groupsIn<Id extends string>(beside: Neighbours<Id>): Id[][] {
  const seen = new Set<Id>()
  return [...beside.keys()].flatMap((first) => {
    if (seen.has(first)) return []
    const group = [first]
    seen.add(first)
    // The group grows while it is walked through.
    for (const one of group) {
      for (const other of beside.get(one) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        group.push(other)
      }
    }
    return [group.toSorted()]
  })
}
