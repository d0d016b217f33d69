import type { Property } from './card.ts'

/** Gives `item1`, `item2`, … one after the other, without those that the properties have. */
export function groupsBesides(properties: readonly Property[], word: string): () => string {
  const taken = new Set(properties.map(({ group }) => group?.toLowerCase()))
  let number = 0
  return () => {
    do number += 1
    while (taken.has(`${word}${number}`))
    return `${word}${number}`
  }
}
