/** 24.999… of a quotient must not become one more. */
const rounding = 1e-9

/**
 * How often one must try until, with this chance, it went well at least once, each time with the same share:
 * `ceil(ln(1 − chance) / ln(1 − share))`. Infinity where it never does.
 * Throws RangeError where one of them is no share from 0 to 1.
 */
export function trialsForOne(chance: number, share: number): number {
  expectShare(chance)
  expectShare(share)
  if (chance === 0) return 0
  if (share === 0) return Infinity
  return share === 1 ? 1 : Math.ceil(Math.log(1 - chance) / Math.log(1 - share) - rounding)
}

export function expectShare(rate: number): void {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`A rate is a share from 0 to 1; not ${rate}`)
}
