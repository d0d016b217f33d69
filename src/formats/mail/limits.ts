/** In bytes. Longer lines are passed over; nothing that is read here comes near. */
export const longestLine = 4 * 1024 * 1024

/** In bytes, of one field. A message to two thousand people fits in. */
export const longestField = 256 * 1024

/** In bytes, of the fields that are read of one message. */
export const largestHead = 1024 * 1024

/** Of one message. Whoever writes to more has not met them. */
export const mostAddresses = 2000

/** Messages that wait until it is known whether they are only quoted in another. */
export const mostInDoubt = 1000
