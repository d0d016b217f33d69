import { type Answer, type Decision, type Pair, pairKey, stillOpen } from './queue.ts'

/** How one answers faster than a network: answers show at once and are written one after another. */
export interface DeciderView<P extends Pair> {
  /** The pair that is asked about; null when none is left. */
  readonly current: P | null
  /** The next ones, to be fetched before they are needed. */
  readonly coming: readonly P[]
  /** How many are still to be asked, the current one included. */
  readonly left: number
  /** How many were left for later. */
  readonly later: number
  /** What was said of pairs, those left for later among them. */
  readonly said: readonly Decision<P>[]
  readonly last: Decision<P> | null
  /** Answers that the server does not have yet. */
  readonly waiting: number
}

/** What the decider needs of the world; tests bring their own. */
export interface DeciderWorld<P extends Pair> {
  /** Writes an answer, and gives the id of its change. */
  readonly write: (pair: P, answer: Exclude<Answer, 'later'>) => Promise<string | null>
  readonly takeBack: (pair: P, change: string) => Promise<void>
  /** An answer that was not kept: its pair comes again at the end. */
  readonly onRefused: (error: unknown, pair: P) => void
  /** An answer that could not be taken back: it stands. */
  readonly onStands: (error: unknown, pair: P) => void
}

export interface Decider<P extends Pair> {
  readonly view: () => DeciderView<P>
  readonly listen: (listener: () => void) => () => void
  /** The pairs as they were fetched. Those known keep their place, new ones come behind, others are no question any more. */
  readonly take: (pairs: readonly P[]) => void
  /** Answers for the current pair. */
  readonly answer: (answer: Answer) => void
  /** Takes the last answer back; its pair is the current one again. */
  readonly undo: () => void
  /** Those left for later are asked about now. */
  readonly again: () => void
  /** Resolves when the server has every answer. */
  readonly settled: () => Promise<void>
}

const prefetched = 3

interface Given<P extends Pair> extends Decision<P> {
  state: 'waiting' | 'written' | 'called-off' | 'refused'
  change: string | null
}

function isCalledOff({ state }: Given<Pair>): boolean {
  return state === 'called-off'
}

/** Answers in order: each is written after the one before, since two may be about one person. */
export function createDecider<P extends Pair>(world: DeciderWorld<P>): Decider<P> {
  let pairs: readonly P[] = []
  let given: readonly Given<P>[] = []
  let writing: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()
  let view = look()

  function look(): DeciderView<P> {
    const open = stillOpen(pairs, given)
    return {
      current: open[0] ?? null,
      coming: open.slice(1, 1 + prefetched),
      left: open.length,
      later: given.filter(({ answer }) => answer === 'later').length,
      said: given,
      last: given.at(-1) ?? null,
      waiting: given.filter(({ answer, state }) => answer !== 'later' && state === 'waiting')
        .length,
    }
  }

  function show(): void {
    view = look()
    for (const listener of listeners) listener()
  }

  function inOrder(deed: () => Promise<void>): void {
    writing = writing.then(deed)
  }

  async function write(one: Given<P>, answer: Exclude<Answer, 'later'>): Promise<void> {
    if (isCalledOff(one)) return
    try {
      one.change = await world.write(one.pair, answer)
      // It may have been called off while it was on its way; the way back follows in order.
      if (!isCalledOff(one)) one.state = 'written'
    } catch (error) {
      if (isCalledOff(one)) return
      one.state = 'refused'
      given = given.filter((other) => other !== one)
      putLast(one.pair)
      world.onRefused(error, one.pair)
    }
    show()
  }

  /** Never under the fingers of somebody who answers another pair just now. */
  function putLast(pair: P): void {
    pairs = [...pairs.filter((other) => other !== pair), pair]
  }

  function putFirst(pair: P): void {
    pairs = [pair, ...pairs.filter((other) => other !== pair)]
  }

  /** All that was said but about this pair; what waits to be written about it is not written. */
  function without(pair: P): readonly Given<P>[] {
    for (const one of given) if (one.pair === pair) one.state = 'called-off'
    return given.filter((one) => one.pair !== pair)
  }

  function say(said: Answer): void {
    const pair = view.current
    if (!pair) return
    const one: Given<P> = { pair, answer: said, state: 'waiting', change: null }
    given = [...given, one]
    if (said !== 'later') inOrder(() => write(one, said))
    show()
  }

  function undo(): void {
    const one = given.at(-1)
    if (!one) return
    given = given.slice(0, -1)
    putFirst(one.pair)
    const wasSaid = one.answer !== 'later'
    one.state = 'called-off'
    if (wasSaid) inOrder(() => takeBack(one))
    show()
  }

  /** What never reached the server needs no way back. */
  async function takeBack(one: Given<P>): Promise<void> {
    if (one.change === null) return
    try {
      await world.takeBack(one.pair, one.change)
    } catch (error) {
      given = [...without(one.pair), { ...one, state: 'written' }]
      world.onStands(error, one.pair)
      show()
    }
  }

  return {
    view: () => view,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take(fetched) {
      const known = new Set(pairs.map(pairKey))
      const there = new Set(fetched.map(pairKey))
      pairs = [
        ...pairs.filter((pair) => there.has(pairKey(pair))),
        ...fetched.filter((pair) => !known.has(pairKey(pair))),
      ]
      show()
    },
    answer: say,
    undo,
    again() {
      given = given.filter(({ answer: said }) => said !== 'later')
      show()
    },
    settled: () => writing,
  }
}
