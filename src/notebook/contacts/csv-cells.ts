import { fold } from '../../kit/text.ts'
import type { Meeting, Name } from '../people/person.ts'
import { channelKinds, channelsIn, labelAt, several } from './csv-channels.ts'
import type { Column } from './csv-columns.ts'
import { birthdayIn, isDayOfMonth, meetingIn, saidDate } from './csv-days.ts'
import { isPlacePart, placesIn } from './csv-places.ts'
import { type Around, type Cell, cellOf, type Meaning } from './csv-row.ts'
import { yearsIn } from './csv-years.ts'
import { isEverybody, type Said } from './said.ts'

interface CellsRead {
  readonly said: readonly Said[]
  /** Those that no field of a person holds. */
  readonly kept: ReadonlySet<Cell>
  readonly met: Meeting | null
  /** The number of the notebook's own table, and the one of whoever introduced them. */
  readonly ownId: string | null
  readonly through: string | null
}

/** What the filled cells of one row say together. */
export function readCells(cells: readonly Cell[]): CellsRead {
  const labels = setTexts(cells, 'labelOf')
  const services = setTexts(cells, 'service')
  const around = { labels, services, cells }
  const said = cells.flatMap((cell) => readCell(cell, around))
  const places = placesIn(cells, labels)
  const birthday = birthdayIn(cells)
  const kept = new Set(cells.filter((cell) => !isUnderstood(cell, cells)))
  return {
    said: [...said, ...places, ...birthday, ...yearsIn(cells)],
    kept,
    met: meetingIn(cells),
    ownId: cellOf(cells, 'ownId')?.text ?? null,
    through: cellOf(cells, 'metThrough')?.text ?? null,
  }
}

/** Read where all their cells are seen together, or only beside another. */
const readTogether = new Set<Meaning>([
  'labelOf',
  'service',
  'formatted',
  'street',
  'extended',
  'box',
  'locality',
  'region',
  'postcode',
  'country',
  'birthYear',
  'birthMonth',
  'birthDay',
  'metOn',
  'metWhere',
  'metWords',
  'metThrough',
  'ownId',
  'since',
  'formerOrganisation',
  'formerTitle',
  'formerDepartment',
  'formerSince',
  'formerUntil',
])

function isUnderstood({ column, text }: Cell, cells: readonly Cell[]): boolean {
  const { meaning, set } = column
  if (meaning === null) return false
  if (meaning === 'formatted') return repeatsItsParts(text, set, cells)
  if (meaning !== 'labelOf' && meaning !== 'service') return true
  return cells.some(
    (one) =>
      one.column.set === set && one.column.meaning !== null && one.column.meaning !== meaning,
  )
}

/** A whole address beside its parts says nothing new, unless somebody wrote more into it. */
function repeatsItsParts(text: string, set: string | null, cells: readonly Cell[]): boolean {
  const parts = cells.filter(
    ({ column }) =>
      column.set === set && isPlacePart(column.meaning) && column.meaning !== 'formatted',
  )
  if (parts.length === 0) return true
  const known = new Set(parts.flatMap((part) => wordsIn(part.text)))
  return wordsIn(text).every((word) => known.has(word))
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function readCell(cell: Cell, around: Around): Said[] {
  const { meaning } = cell.column
  if (meaning === null || readTogether.has(meaning)) return []
  const { text } = cell
  const channel = channelKinds[meaning]
  if (channel) return [{ of: 'channels', channels: channelsIn(cell, channel, around) }]
  if (meaning === 'prefix') return prefixOf(cell, around)
  const name = nameParts[meaning]
  if (name) return several(text).map((one) => ({ of: 'names', names: [{ part: name, text: one }] }))
  const spoken = spokenParts[meaning]
  if (spoken) return [{ of: 'spoken', part: spoken, text }]
  return others[meaning]?.(cell, around) ?? []
}

/** "Herr" in one column and "Dr." in the next are one form of address, in the order in which they stand. */
function prefixOf(cell: Cell, { cells }: Around): Said[] {
  const all = cells.filter(({ column }) => column.meaning === 'prefix')
  const texts = all.map(({ text }) => text)
  if (all.length === 1 || texts.some((text) => several(text).length > 1)) {
    return several(cell.text).map((text) => ({ of: 'names', names: [{ part: 'prefix', text }] }))
  }
  const text = [...new Set(texts)].join(' ')
  return cell === all[0] ? [{ of: 'names', names: [{ part: 'prefix', text }] }] : []
}

const nameParts: { readonly [meaning in Meaning]?: Name['part'] } = {
  given: 'given',
  additional: 'additional',
  family: 'family',
  full: 'full',
  suffix: 'suffix',
  nickname: 'nickname',
  maiden: 'maiden',
  pronunciation: 'pronunciation',
}

const spokenParts: { readonly [meaning in Meaning]?: 'given' | 'additional' | 'family' } = {
  spokenGiven: 'given',
  spokenAdditional: 'additional',
  spokenFamily: 'family',
}

/** Google's own groups begin with a star; everybody is in myContacts, so that one says nothing. */
function labelWords(text: string): string[] {
  const isGoogle = text.includes(' ::: ') || text.startsWith('* ')
  const words = isGoogle ? several(text) : text.split(/[;,]/)
  return words
    .map((word) => word.replace(/^\s*\* /, '').trim())
    .filter((word) => word !== '' && !isEverybody(word))
}

/** "Organization 2 - Title" goes with "Organization 2 - Name". */
function groupOf({ set }: Column): { group: string } | null {
  return set === null ? null : { group: set }
}

function hasOrganisation(column: Column, { cells }: Around): boolean {
  return cells.some(
    (cell) => cell.column.meaning === 'organisation' && cell.column.set === column.set,
  )
}

function departmentOf(column: Column, at: number, { cells }: Around): string | null {
  const cell = cells.find(
    (one) => one.column.meaning === 'department' && one.column.set === column.set,
  )
  return several(cell?.text ?? '')[at] ?? null
}

function setTexts(cells: readonly Cell[], meaning: Meaning): Map<string, string> {
  return new Map(
    cells
      .filter(({ column }) => column.meaning === meaning)
      .map(({ column, text }) => [column.set ?? '', text]),
  )
}

const others: { readonly [meaning in Meaning]?: (cell: Cell, around: Around) => Said[] } = {
  organisation: ({ column, text }, around) =>
    several(text).map((name, at) => ({
      of: 'organisation',
      name,
      department: departmentOf(column, at, around),
      ...groupOf(column),
    })),
  department: ({ column, text }, around) =>
    hasOrganisation(column, around)
      ? []
      : [{ of: 'organisation', name: null, department: text, ...groupOf(column) }],
  title: ({ column, text }) =>
    several(text).map((title) => ({ of: 'title', title, ...groupOf(column) })),
  labels: ({ text }) => [{ of: 'labels', words: labelWords(text) }],
  words: ({ text }) => [{ of: 'words', text }],
  birthday: ({ text }, { cells }) => (isDayOfMonth(text, cells) ? [] : saidDate('birthday', text)),
  anniversary: ({ text }) => saidDate('anniversary', text),
  event: ({ column, text }, { labels }) =>
    several(text).flatMap((date, at) =>
      saidDate(labelAt(labels.get(column.set ?? ''), at).label ?? 'date', date),
    ),
}
