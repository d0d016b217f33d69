/** Files and folders in one archive or one folder; exports of a whole life have a few thousand. */
export const mostEntries = 20_000

/** In bytes, unpacked, of all that is in one archive. A mailbox of twenty years fits in. */
export const largestTotal = 32 * 1024 ** 3

/**
 * How many bytes may come out for each that is packed. Mail packs to a third and tables of empty
 * cells to a fiftieth; what packs to less than this is made to fill a disk.
 */
export const highestRatio = 200

/** In bytes, unpacked: below this a ratio says nothing, since a thousand zeros pack to nothing as well. */
export const sizeWithoutRatio = 1024 ** 2

/** Folders within folders. */
export const deepestFolder = 32

/** In letters, folders included. */
export const longestName = 1024
