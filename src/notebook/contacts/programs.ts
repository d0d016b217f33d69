import { meaningOf, plainHeader } from './csv-headers.ts'

/** Which program wrote a table, told by columns that only it has; null where none is sure. */
export function programOf(columns: readonly string[]): string | null {
  const names = new Set(columns.map(plainHeader))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  if (has('e mail 1 value') || has('labels', 'organization name')) return 'Google Contacts'
  const meanings = columns.map((column) => meaningOf(column)?.meaning)
  if (meanings.includes('metOn') && columns.length <= 9) return 'LinkedIn'
  if (has('distribution lists') || has('yahoo phone')) return 'Yahoo'
  if (has('given name', 'screen name') || has('display name', 'screen name')) return 'Thunderbird'
  if (has('n given', 'n family')) return 'Tine'
  return isOutlook(columns) ? 'Outlook' : null
}

/** In every language its export has some ninety columns, addresses of work and home in parts among them. */
function isOutlook(columns: readonly string[]): boolean {
  if (columns.length < 40) return false
  const found = columns.flatMap((column) => meaningOf(column) ?? [])
  const count = (place: string) => found.filter((one) => one.place === place).length
  return count('work') >= 5 && count('home') >= 5
}
