/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Dice {
  /** From 0 to `below`, without it. */
  upTo(below: number): number
  oneOf<Value>(values: readonly Value[]): Value
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  function roll(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (below: number) => Math.floor(roll() * below)
  return {
    upTo,
    oneOf(values) {
      const value = values[upTo(values.length)]
      if (value === undefined) throw new Error('Nothing to choose from')
      return value
    },
  }
}
