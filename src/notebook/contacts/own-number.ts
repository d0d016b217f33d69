import { isId } from '../../kit/ids.ts'

/**
 * Whether a record bears a number such as a notebook gives, a UUID of version 7. By it alone it is known: two people
 * of one notebook may share a page or an address, and stay two.
 */
export function isOwnNumber(uid: string): boolean {
  return uid[14] === '7' && isId(uid)
}
