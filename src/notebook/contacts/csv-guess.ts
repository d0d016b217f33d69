import { dayFromWords } from './dates.ts'

/**
 * What the columns of a table without names are, from what stands in them: one holds mail addresses in most rows, numbers and
 * links are told by their looks, and the first of the others are the name, whole or in its parts. Null where no column
 * holds addresses: then nobody can tell a name from a number.
 */
export function guessColumns(rows: readonly (readonly string[])[]): string[] | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: Math.min(width, widest) }, (_, at) => filledCells(rows, at))
  const kinds = columns.map(kindOf)
  if (!kinds.includes('mail')) return null
  const texts = kinds.flatMap((kind, at) => (kind === 'text' ? [at] : []))
  const names = namesOf(texts, columns, rows)
  return kinds.map((kind, at) => names.get(at) ?? columnNames[kind])
}

const widest = 200
const columnNames = {
  mail: 'E-mail',
  phone: 'Phone',
  link: 'Website',
  text: '',
  empty: '',
} as const
type Kind = keyof typeof columnNames

function filledCells(rows: readonly (readonly string[])[], at: number): string[] {
  return rows.flatMap((row) => row[at]?.trim() || [])
}

/** What a value looks like, whatever its column is called. */
export type Look = Kind | 'day' | 'number'

/** How most of the filled cells of a column look. */
export function lookOfColumn(rows: readonly (readonly string[])[], at: number): Look {
  const cells = filledCells(rows, at)
  if (cells.length === 0) return 'empty'
  const counts = new Map<Look, number>()
  for (const cell of cells) {
    const look = lookOf(cell)
    counts.set(look, (counts.get(look) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most && most[1] * 2 > cells.length ? most[0] : 'text'
}

export function lookOf(cell: string): Look {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (/^\d{1,5}$/.test(text)) return 'number'
  if (text.length <= 40 && (dayFromWords(text) !== null || slashedDay.test(text))) return 'day'
  return looks.find(([, look]) => look.test(text))?.[0] ?? 'text'
}

const slashedDay = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/

const looks: readonly (readonly [Kind, RegExp])[] = [
  ['mail', /^[^\s@]{1,64}@[^\s@]{1,255}$/],
  ['link', /^(?:https?:\/\/|www\.)\S+$/i],
  ['phone', /^\+?[\d\s().\-/]{6,30}$/],
]

function kindOf(cells: readonly string[]): Kind {
  if (cells.length === 0) return 'empty'
  const fits = (look: RegExp) => cells.filter((cell) => look.test(cell)).length * 2 > cells.length
  return looks.find(([, look]) => fits(look))?.[0] ?? 'text'
}

/** "Jane Doe, Jane, Doe" is the whole and its parts; one column with spaces is the whole; two are given and family. */
function namesOf(
  texts: readonly number[],
  columns: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): Map<number, string> {
  const [first, second, third] = texts
  if (first === undefined) return new Map()
  const whole = rows.filter((row) => row[first] === `${row[second ?? -1]} ${row[third ?? -1]}`)
  if (second !== undefined && third !== undefined && whole.length * 2 > rows.length) {
    return new Map([
      [first, 'Full Name'],
      [second, 'First Name'],
      [third, 'Last Name'],
    ])
  }
  const cells = columns[first] ?? []
  const spaced = cells.filter((cell) => /\S\s+\S/.test(cell)).length * 2 > cells.length
  if (spaced || second === undefined) return new Map([[first, 'Full Name']])
  return new Map([
    [first, 'First Name'],
    [second, 'Last Name'],
  ])
}
