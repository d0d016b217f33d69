import { Problem } from '../../kit/problem.ts'
import {
  type ColumnMeaning,
  type ColumnPlace,
  type ConversationMeaning,
  distinctNames,
  isOfConversation,
  type Mapped,
  readingOf,
  saidOf,
} from './column-meanings.ts'
import { type Column, columnsOf } from './csv-columns.ts'
import { guessColumns, type Look, lookOfColumn } from './csv-guess.ts'
import type { TableHead } from './table-head.ts'
import { conversationMeaningOf, isNameColumn, isNotesColumn } from './table-words.ts'
import { type DayOrder, dayOrderOf } from './talk-cells.ts'

/** How one table is going to be read. */
export interface TablePlan {
  readonly holds: 'people' | 'conversations'
  /** The row of names as it stands in the file; null where there is none. */
  readonly names: readonly string[] | null
  readonly columns: readonly PlannedColumn[]
  /** Which of the two 03/04/2024 is the day, where the table tells of conversations. */
  readonly dayOrder: DayOrder
  /** The same for each table with the same names. */
  readonly fingerprint: string
  /** Nobody would guess it from the names of its columns: whoever brings it is asked. */
  readonly asks: boolean
}

export interface PlannedColumn {
  /** Its name, made distinct from the others. */
  readonly name: string
  /** What is read of it as of a person. */
  readonly read: Column
  readonly of: ConversationMeaning | null
  /** In the words of whoever is asked; null where nothing is known of it. */
  readonly meaning: ColumnMeaning | null
  readonly place: ColumnPlace | null
  readonly by: 'its name' | 'what stands in it' | 'you' | null
  readonly look: Look
}

/** By the names of the columns, then by what stands in them, and before either by what somebody said. */
export function planOfTable(head: TableHead, mapped: readonly Mapped[]): TablePlan {
  const width = Math.max(head.names?.length ?? 0, ...head.rows.map((row) => row.length))
  const written = Array.from({ length: width }, (_, at) => head.names?.[at] ?? '')
  const names = distinctNames(written)
  const looks = written.map((_, at) => lookOfColumn(head.rows, at))
  const byName = columnsOf(written)
  const isTalk = tellsOfConversations(written, byName, looks)
  const guessed = needsGuess(byName, isTalk) ? guessedColumns(head, written) : null
  const who = guessed || isTalk || namesSomebody(byName) ? -1 : whoColumn(written, looks)
  const said = new Map(mapped.map((one) => [one.column, one]))
  const columns = names.map((name, at): PlannedColumn => {
    const read = byName[at] ?? nothing
    const look = looks[at] ?? 'text'
    const own = said.get(name)
    if (own) return { name, look, by: 'you', ...asSaid(own, read) }
    const talk = isTalk ? talkColumn(written[at] ?? '', read) : null
    if (talk) return { name, look, by: 'its name', ...talk }
    if (read.meaning !== null) return { name, look, by: 'its name', ...asRead(read) }
    if (at === who) return { name, look, by: 'its name', ...asRead({ ...read, meaning: 'full' }) }
    const guess = guessed?.[at]
    if (guess?.meaning) {
      return { name, look, by: 'what stands in it', ...asRead({ ...guess, name: read.name }) }
    }
    return { name, look, by: null, read, of: null, meaning: null, place: null }
  })
  return {
    holds: columns.some(({ of }) => of === 'day') ? 'conversations' : 'people',
    names: head.names,
    columns,
    dayOrder: dayOrderOf(
      head.rows,
      columns.findIndex(({ of }) => of === 'day'),
    ),
    fingerprint: fingerprintOf(written),
    asks:
      mapped.length === 0 &&
      !columns.some(({ by, meaning }) => by === 'its name' && isNaming(meaning)),
  }
}

const nothing: Column = { name: '', meaning: null, place: null, set: null }

/** Without a name or an address nobody could tell whom a row is about. */
export function refuseUnlessNamed(plan: TablePlan, file: string): void {
  if (plan.columns.some(({ meaning }) => isNaming(meaning))) return
  throw new Problem(
    'mapping.without-name',
    `No column of ${file} is said to hold a name or a mail address`,
    {
      safe: 'Nothing was changed.',
      mend: 'Say which column holds the name (name, or given and family) or the mail address.',
    },
  )
}

/** Each column that is spoken of has to be there. */
export function refuseUnknownColumns(
  plan: TablePlan,
  mapped: readonly Mapped[],
  file: string,
): void {
  const there = new Set(plan.columns.map(({ name }) => name))
  const unknown = mapped.find(({ column }) => !there.has(column))
  if (!unknown) return
  const names = [...there].slice(0, 20).map((name) => `“${name}”`)
  throw new Problem('mapping.column-unknown', `${file} has no column called “${unknown.column}”`, {
    safe: 'Nothing was changed.',
    mend: `Its columns are ${names.join(', ')}${there.size > names.length ? ' and others' : ''}.`,
  })
}

function isNaming(meaning: ColumnMeaning | null): boolean {
  return meaning !== null && naming.has(meaning)
}
const naming = new Set<ColumnMeaning>(['name', 'given', 'family', 'nickname', 'mail'])

type Reading = Pick<PlannedColumn, 'read' | 'of' | 'meaning' | 'place'>

function asSaid({ meaning, place }: Mapped, read: Column): Reading {
  const of = isOfConversation(meaning) ? meaning : null
  const own = readingOf(meaning)
  // A column that is what its name says goes on belonging together with those beside it.
  // What the look at it had no word for is `nothing` there; who says so again has changed nothing.
  const word = meaning === 'nothing' ? null : meaning
  const same = read.meaning !== null && of === null && saidOf(read.meaning) === word
  const told = same ? read : { name: read.name, meaning: own, place: null, set: null }
  return { read: { ...told, place: place ?? told.place }, of, meaning, place }
}

function asRead(read: Column): Reading {
  const place =
    read.place === 'home' || read.place === 'work' || read.place === 'other' ? read.place : null
  return { read, of: null, meaning: read.meaning ? saidOf(read.meaning) : null, place }
}

function talkColumn(name: string, read: Column): Reading | null {
  const of = conversationMeaningOf(name)
  if (of) return { read: { ...read, meaning: null }, of, meaning: of, place: null }
  if (isNotesColumn(name)) return asRead({ ...read, meaning: 'words' })
  return isNameColumn(name) && read.meaning === null ? asRead({ ...read, meaning: 'full' }) : null
}

/** A day, a person, and something that only a conversation has: what was said, how long, by which medium. */
function tellsOfConversations(
  names: readonly string[],
  read: readonly Column[],
  looks: readonly Look[],
): boolean {
  const has = (test: (name: string, at: number) => boolean) => names.some(test)
  const hasDay = has(
    (name, at) =>
      conversationMeaningOf(name) === 'day' && (looks[at] === 'day' || looks[at] === 'empty'),
  )
  const hasPerson =
    has(isNameColumn) || read.some(({ meaning }) => meaning !== null && isNaming(saidOf(meaning)))
  const hasTalk =
    has(isNotesColumn) ||
    read.some(({ meaning }) => meaning === 'words') ||
    has((name) =>
      ['medium', 'minutes', 'topic', 'field'].some((one) => one === conversationMeaningOf(name)),
    )
  return hasDay && hasPerson && hasTalk
}

/** A table that names nobody by its columns is looked into. */
function needsGuess(read: readonly Column[], isTalk: boolean): boolean {
  return !isTalk && !namesSomebody(read)
}

function namesSomebody(read: readonly Column[]): boolean {
  return read.some(({ meaning }) => meaning !== null && isNaming(saidOf(meaning)))
}

/** "Wer", "Person": where nothing else names anybody and what stands there is text, it is the name. */
function whoColumn(names: readonly string[], looks: readonly Look[]): number {
  return names.findIndex((name, at) => isNameColumn(name) && looks[at] === 'text')
}

function guessedColumns({ rows }: TableHead, names: readonly string[]): Column[] | null {
  const guess = guessColumns(rows)
  return guess ? columnsOf(names.map((_, at) => guess[at] ?? '')) : null
}

/** FNV-1a, twice with different beginnings: 64 bits, and no secret hangs on it. */
function fingerprintOf(names: readonly string[]): string {
  const text = names.map((name) => name.trim()).join('\n')
  return [0x811c9dc5, 0x050c5d1f].map((seed) => hashOf(text, seed).toString(36)).join('-')
}

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
