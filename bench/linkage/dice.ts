/** From 0 up to 1. */
export type Dice = () => number

export function pick<T>(all: readonly T[], dice: Dice): T {
  return all[Math.floor(dice() * all.length)]!
}
