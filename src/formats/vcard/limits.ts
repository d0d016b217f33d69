/** In bytes. A photo is one logical line; the largest that address books take are far below. */
export const longestLogicalLine = 32 * 1024 * 1024

/** In bytes, of all the lines of a card together. */
export const largestCard = 64 * 1024 * 1024

/** A group names each of its members in a property, so this is above any real group. */
export const mostProperties = 100_000
