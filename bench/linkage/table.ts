import { createReadStream } from 'node:fs'
import { type Field, type LinkRecord, type Role, roles } from '../../src/craft/linkage/records.ts'
import type { OwnTable } from '../measure.ts'

export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A whole CSV in memory: commas (or semicolons, or tabs, whichever the header holds most of), quotes doubled within quotes. */
export async function readTable(path: string): Promise<Table> {
  let text = ''
  for await (const chunk of createReadStream(path, 'utf8')) text += String(chunk)
  const plain = text.replace(/^\uFEFF/, '')
  const headerLine = plain.slice(0, plain.search(/\r?\n|$/))
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => headerLine.split(b).length - headerLine.split(a).length,
  )[0]!
  const rows = cellsOf(plain, delimiter)
  const [header = [], ...rest] = rows
  return { header, rows: rest.filter((row) => row.length > 1 || row[0] !== '') }
}

function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, next] = cellAt(text, at, delimiter)
    row.push(cell.trim())
    at = next + 1
    if (text[next] === delimiter) {
      if (at >= text.length) row.push('')
      continue
    }
    if (text[next] === '\r' && text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  if (row.length) rows.push(row)
  return rows
}

/** FEBRL writes a space after every comma, also before a quote. */
function cellAt(text: string, from: number, delimiter: string): [string, number] {
  let at = from
  while (text[at] === ' ') at += 1
  if (text[at] !== '"') {
    const end = endOfCell(text, at, delimiter)
    return [text.slice(from, end), end]
  }
  let cell = ''
  for (at += 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') cell += text[at++]
    else break
  }
  return [cell, endOfCell(text, at + 1, delimiter)]
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
    at += 1
  }
  return at
}

/** Other words for a role, as columns are often called. */
const words: Readonly<Record<string, Role>> = {
  name: 'full',
  surname: 'family',
  email: 'mail',
  dob: 'birth',
  date: 'birth',
  city: 'locality',
  suburb: 'locality',
  place: 'locality',
  zip: 'postcode',
  address: 'street',
  company: 'organisation',
  occupation: 'title',
  sex: 'gender',
  url: 'link',
  tel: 'phone',
  code: 'id',
  text: 'other',
}

/** `given_name=given,surname=family`; throws a sentence where a role or column is none. */
export function fieldsOf(told: string, header: readonly string[]): Field[] {
  return told
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [name = '', word = ''] = part.split('=').map((side) => side.trim())
      if (!header.includes(name)) {
        throw new Error(`There is no column ${name}. There are: ${header.join(', ')}.`)
      }
      const role = roles.find((one) => one === word) ?? words[word]
      if (!role) throw new Error(`There is no role ${word}. There are: ${roles.join(', ')}.`)
      return { name, role }
    })
}

const febrl = /^(rec-\d+)-(?:org|dup(?:-\d+)?)$/

/**
 * The entity behind a value of the truth column: what the pattern's first group finds, where one is given; of ids as
 * FEBRL makes them (`rec-123-org`, `rec-123-dup-0`) the part before the kind; else the value.
 */
export function entityOf(value: string, pattern: RegExp | null): string {
  if (pattern) return pattern.exec(value)?.[1] ?? value
  return febrl.exec(value)?.[1] ?? value
}

export interface Labelled {
  readonly records: readonly LinkRecord[]
  readonly fields: readonly Field[]
  /** By id of a record, its entity. */
  readonly entities: ReadonlyMap<string, string>
}

export function labelled(
  tables: readonly Table[],
  told: { readonly roles: string; readonly truth: string; readonly pattern: string | null },
): Labelled {
  const fields = fieldsOf(told.roles, tables[0]?.header ?? [])
  const pattern = told.pattern === null ? null : new RegExp(told.pattern)
  const entities = new Map<string, string>()
  const records = tables.flatMap(({ header, rows }, set) => {
    const truthAt = header.indexOf(told.truth)
    if (truthAt < 0) throw new Error(`There is no column ${told.truth} to hold the answer against.`)
    const places = fields.map(({ name }) => header.indexOf(name))
    return rows.map((row, number): LinkRecord => {
      const id = `${set}-${String(number).padStart(8, '0')}`
      entities.set(id, entityOf(row[truthAt] ?? '', pattern))
      const values: Record<string, readonly string[]> = {}
      fields.forEach(({ name }, at) => {
        const value = row[places[at]!]
        if (value) values[name] = [value]
      })
      return { id, values, ...(tables.length > 1 ? { set: String(set) } : {}) }
    })
  })
  return { records, fields, entities }
}

/** What is wrong with a table somebody brings, in a sentence; null where it can be linked. */
export async function faultOf({ files, ...told }: OwnTable): Promise<string | null> {
  try {
    const tables = await Promise.all(files.map(readTable))
    const { records } = labelled(tables, told)
    return records.length ? null : `There is no row in ${files.join(', ')}.`
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}
