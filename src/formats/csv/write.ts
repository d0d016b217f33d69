/** One record of a table (RFC 4180), with its line end. */
export function writeRow(cells: readonly string[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, for names come from
 * other people's files; `withoutGuard` takes it away again. A number with its plus stays as it is.
 */
function writeCell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell
}

function isFormula(text: string): boolean {
  if (/^[+-][\d\s().-]+(?: ext\. \d+)?$/.test(text)) return false
  return /^'*[=+\-@\t\r]/.test(text)
}
