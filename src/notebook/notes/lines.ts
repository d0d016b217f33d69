/** A stretch of text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Every line of a text, without its line break. CR LF, LF, CR, U+2028 and U+2029 each break a line;
 * a break at the very end is followed by one more, empty line, as in every editor.
 */
export function linesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const found of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    spans.push({ start, end: found.index })
    start = found.index + found[0].length
  }
  spans.push({ start, end: text.length })
  return spans
}
