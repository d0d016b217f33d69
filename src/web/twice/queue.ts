/** Two people who may be one. */
export interface Pair {
  readonly a: string
  readonly b: string
}

export type Answer = 'same' | 'distinct' | 'later'

export interface Decision<P extends Pair> {
  readonly pair: P
  readonly answer: Answer
}

/** A pair is the same pair from either side. */
export function pairKey({ a, b }: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * What is still to be asked, in the order of the pairs. Who was said to be one is one from then on: a pair
 * within one group, and one between groups that were said to be two, has its answer already.
 */
export function stillOpen<P extends Pair>(
  pairs: readonly P[],
  decisions: readonly Decision<P>[],
): readonly P[] {
  const answered = new Set(decisions.map(({ pair }) => pairKey(pair)))
  const headOf = groups(decisions)
  const apart = new Set(
    decisions
      .filter(({ answer }) => answer === 'distinct')
      .map(({ pair: { a, b } }) => pairKey({ a: headOf(a), b: headOf(b) })),
  )
  return pairs.filter((pair) => {
    if (answered.has(pairKey(pair))) return false
    const heads = { a: headOf(pair.a), b: headOf(pair.b) }
    return heads.a !== heads.b && !apart.has(pairKey(heads))
  })
}

/** Everybody's group, by one member that stands for it. */
function groups<P extends Pair>(decisions: readonly Decision<P>[]): (id: string) => string {
  const above = new Map<string, string>()
  const headOf = (id: string): string => {
    let head = id
    for (let next = above.get(head); next !== undefined; next = above.get(head)) head = next
    return head
  }
  for (const { pair, answer } of decisions) {
    const one = headOf(pair.a)
    const other = headOf(pair.b)
    if (answer === 'same' && one !== other) above.set(other, one)
  }
  return headOf
}
