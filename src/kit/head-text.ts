/**
 * Words as they may stand in the head of a message: one line, with nothing in it that ends a line, and no sign that
 * turns the direction of what stands after it. Half a pair of surrogates becomes the sign for what is not readable; what
 * looks like words encoded for a head (RFC 2047) is parted, for a reader would decode it.
 */
export function headText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|\p{Cc}/gu, (sign) =>
      /[\p{Cc}\u2028\u2029]/u.test(sign) ? ' ' : '',
    )
    .replaceAll('=?', '= ?')
    .replace(/\s+/gu, ' ')
    .trim()
}
