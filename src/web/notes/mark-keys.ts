import { type Mark, marksInOrder } from '../ui/marks.ts'

/**
 * Alt and a number for each mark in the order of the chips, 9 for off the record. On a Mac it is
 * Control: there Alt with a number types signs of its own, the @ of some keyboards among them.
 */
export const lockKey = '9'

export function keyOfMark(mark: Mark): string {
  return String(marksInOrder.indexOf(mark) + 1)
}
