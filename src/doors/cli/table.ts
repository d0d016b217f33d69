/** Text as a terminal may show it: a control character in somebody's name must not command the terminal. */
export function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones to take out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** Rows with the first cells aligned and the last flowing free. */
export function columns(rows: readonly (readonly string[])[], indent = 0): string {
  const widths = widthsOf(rows).map((width) => Math.min(width, 44))
  return rows
    .map((row) =>
      row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 2))),
    )
    .map((cells) => `${' '.repeat(indent)}${cells.join('')}`.trimEnd())
    .join('\n')
}

/** A table with a head; the widest columns give way where the whole is wider than the terminal. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = fit(widthsOf([head, ...rows]), width - 2 * (head.length - 1))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cut(cell, widths[at] ?? 0).padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), line(widths.map((each) => '─'.repeat(each))), ...rows.map(line)].join('\n')
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell))
    }
  }
  return widths
}

function fit(widths: readonly number[], room: number): number[] {
  const fitted = [...widths]
  let over = fitted.reduce((sum, each) => sum + each, 0) - room
  while (over > 0) {
    const widest = fitted.indexOf(Math.max(...fitted))
    if ((fitted[widest] ?? 0) <= 12) break
    fitted[widest] = (fitted[widest] ?? 0) - 1
    over -= 1
  }
  return fitted
}

function cut(text: string, width: number): string {
  const letters = Array.from(text)
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
