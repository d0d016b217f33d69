import type { ImportId } from '../../kit/ids.ts'
import { substance } from '../people/edit.ts'
import { nameOf, type Person } from '../people/person.ts'
import { type AgreedBrought, withoutAgreed } from './agreed.ts'
import type { FileFormat } from './file-format.ts'
import { type Gone, hasMet, sourcedLists, type Value } from './update.ts'

/** Which program keeps a record: another program may know the same person by the same page. */
export interface RecordOf {
  readonly format: FileFormat
  readonly table?: string | null
}

export function isSameRecord(one: RecordOf, other: RecordOf): boolean {
  if (one.format !== other.format) return false
  return one.table === other.table || one.table === undefined || other.table === undefined
}

/** As much of a card as decides what stays of its person. */
export interface Saying extends RecordOf {
  readonly id: string
  readonly keys: readonly string[]
  readonly words?: string
  readonly meeting?: Person['meeting']
  readonly gone?: Gone
  readonly agreed?: AgreedBrought
}

/** One import on its way out of one person. */
export interface TakingOut {
  readonly import: ImportId
  /** What the import said of the person, and what the other imports say that are still there. */
  readonly own: readonly Saying[]
  readonly others: readonly Saying[]
  /** Imports that were taken out before; their values do not come back. */
  readonly takenOut: ReadonlySet<string>
}

export interface TakenOut {
  readonly person: Person
  /** Cards that came later and left the same values out: they hold what is to stand again after them. */
  readonly heirs: ReadonlyMap<string, Gone>
}

/**
 * The person without what one import said: a value goes when nothing else says it. What an earlier coming of the same
 * record had said and this one no longer did stands again, unless a still later coming left it out too.
 */
export function withoutImport(person: Person, out: TakingOut): TakenOut {
  const heirs = new Map<string, Gone>()
  const back: Gone[] = []
  for (const card of out.own) {
    if (!card.gone) continue
    const heir = nextComing(card, out.others)
    if (heir) heirs.set(heir.id, joined(heirs.get(heir.id) ?? heir.gone ?? {}, card.gone))
    else back.push(card.gone)
  }
  const next = { ...person }
  for (const list of sourcedLists) {
    const again = back.flatMap((gone): readonly Value[] => gone[list] ?? [])
    const stays = [...person[list], ...again].flatMap((value: Value) => withoutSources(value, out))
    Object.assign(next, { [list]: together(stays) })
  }
  const told = { words: wordsLeft(person, out), meeting: meetingLeft(person, out) }
  const brought = out.own.flatMap(({ agreed }) => agreed ?? [])
  return { person: { ...withoutAgreed(next, brought), ...told }, heirs }
}

/** Whether anything is left that somebody said of them. */
export function isHeld(person: Person): boolean {
  const { notes, naming, sharing } = person.consent
  return (
    sourcedLists.some((list) => person[list].length > 0) ||
    person.words !== '' ||
    person.fields.length > 0 ||
    hasMet(person.meeting) ||
    [notes, naming, sharing].some((answer) => answer !== 'not-asked')
  )
}

/** Somebody who stays keeps a name to be called by, whoever said it. */
export function stillNamed(left: Person, before: Person): Person {
  if (nameOf(left) !== '') return left
  const named = { ...left, names: before.names }
  if (nameOf(named) !== '') return named
  return { ...left, roles: before.roles.slice(0, 1), channels: before.channels.slice(0, 1) }
}

function withoutSources(value: Value, out: TakingOut): Value[] {
  const sources = value.sources.filter(
    ({ id }) => id === undefined || (id !== out.import && !out.takenOut.has(id)),
  )
  if (sources.length === value.sources.length) return [value]
  return sources.length ? [{ ...value, sources }] : []
}

/** A value that stands twice stands once, with the sources of both. */
function together(values: readonly Value[]): Value[] {
  const found = new Map<string, Value>()
  for (const value of values) {
    const same = found.get(substance(value))
    const more = value.sources.filter(
      (source) => !same?.sources.some((one) => one.by === source.by && one.id === source.id),
    )
    found.set(substance(value), same ? { ...same, sources: [...same.sources, ...more] } : value)
  }
  return [...found.values()]
}

function joined(one: Gone, other: Gone): Gone {
  const lists = sourcedLists.flatMap((list) => {
    const values = together([...(one[list] ?? []), ...(other[list] ?? [])])
    return values.length ? [[list, values]] : []
  })
  return Object.fromEntries(lists)
}

/** The same record as it came the next time: by its number, its page or its place in a table. */
function nextComing(card: Saying, others: readonly Saying[]): Saying | null {
  const own = new Set(card.keys.filter((key) => !key.startsWith('content:')))
  const later = others.filter(
    (one) => one.id > card.id && isSameRecord(one, card) && one.keys.some((key) => own.has(key)),
  )
  return later.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null
}

/** What was written into the words since then stays. */
function wordsLeft(person: Person, { own, others }: TakingOut): string {
  const elsewhere = (said: string) => others.some(({ words }) => words?.includes(said))
  return own.reduce((words, card) => {
    if (!card.words || elsewhere(card.words)) return words
    return withoutParagraph(words, card.words)
  }, person.words)
}

function withoutParagraph(text: string, paragraph: string): string {
  const around = `\n\n${text}\n\n`
  const at = around.indexOf(`\n\n${paragraph}\n\n`)
  if (at < 0) return text
  const before = around.slice(2, at)
  const after = around.slice(at + paragraph.length + 4, -2)
  return [before, after].filter((part) => part !== '').join('\n\n')
}

function meetingLeft(person: Person, { own, others }: TakingOut): Person['meeting'] {
  // Who introduced them is found once the whole file is read, so it is not on the card.
  const met = substance({ ...person.meeting, through: null })
  const isTheirs = own.some(
    ({ meeting }) => meeting && substance({ ...meeting, through: null }) === met,
  )
  if (!isTheirs) return person.meeting
  const said = others.find(({ meeting }) => meeting)?.meeting
  return said ?? { day: null, place: null, through: null, words: null }
}
