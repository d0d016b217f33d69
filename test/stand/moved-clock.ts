/**
 * Loaded before a program (`node --import`), this moves its clock by CLOCK_SHIFT milliseconds, so
 * that a day of the pages can be chosen. Time goes on from there; nothing in the program knows.
 */
const shift = Number(process.env['CLOCK_SHIFT'] ?? 0)
const RealDate = Date

class MovedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + shift)
    else super(...given)
  }

  static override now(): number {
    return RealDate.now() + shift
  }
}

globalThis.Date = MovedDate as DateConstructor
