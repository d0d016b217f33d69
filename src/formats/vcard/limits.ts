/** In bytes. A photo is one logical line; the largest that address books take are far below. */
export const longestLogicalLine = 32 * 1024 * 1024

/** How many lines a folded one may run over; what is larger in bytes is, at 75 a line, too long anyway. */
export const mostFolds = 500_000

/** In bytes, of all the lines of a card together. */
export const largestCard = 64 * 1024 * 1024

/** In bytes, of what stands before the colon. */
export const longestHead = 64 * 1024

/** A group names each of its members in a property, so this is above any real group. */
export const mostProperties = 100_000
