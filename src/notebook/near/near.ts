import { type Day, isDay } from '../../kit/days.ts'
import { wordsOf } from '../../kit/text.ts'

/** How far a device has read: the last write it knows, and the day on which what it keeps was drawn. */
export interface Mark {
  readonly revision: number
  readonly write: string
  readonly day: Day
}

/** One thing that was changed, as the log has it. */
export interface Changed {
  readonly kind: string
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** What a device has to hear about again. Lines name their conversation only to who looks them up. */
export interface Touched {
  readonly everything: boolean
  /** All pages, but not the lines of all people. */
  readonly allPages: boolean
  readonly people: ReadonlySet<string>
  readonly talks: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  /** Who sits, or sat until now, where a conversation changed. */
  readonly seats: ReadonlySet<string>
  /** Words of the names of whoever came, went, or is called otherwise now. */
  readonly names: ReadonlySet<string>
}

export const daysNear = 90
/** People whose names a device keeps; beyond these, whoever you spoke with last. */
export const mostPeople = 10_000
/** Conversations of the days that are near, and beside them those that are open; the latest. */
export const mostTalks = 2000
/** More than follow from all bounds together. */
export const mostLeaves = 20_000
/** After more changes than this it is less to send everything anew. */
export const mostChanges = 1000

export function markInText({ revision, write, day }: Mark): string {
  return `${revision} ${write} ${day}`
}

/** Null for what is no mark of ours. */
export function markFrom(text: string | undefined): Mark | null {
  const [revision, write, day, ...more] = (text ?? '').split(' ')
  if (!revision || !/^\d{1,15}$/.test(revision) || write === undefined || more.length > 0)
    return null
  return day !== undefined && isDay(day) ? { revision: Number(revision), write, day } : null
}

export function touchedBy(changes: readonly Changed[]): Touched {
  const touched = changes.map(touchedByOne)
  const all = (of: (one: Touched) => ReadonlySet<string>): Set<string> =>
    new Set(touched.flatMap((one) => [...of(one)]))
  return {
    everything: touched.some((one) => one.everything),
    allPages: touched.some((one) => one.allPages),
    people: all((one) => one.people),
    talks: all((one) => one.talks),
    lines: all((one) => one.lines),
    seats: all((one) => one.seats),
    names: all((one) => one.names),
  }
}

const nothing: Touched = {
  everything: false,
  allPages: false,
  people: new Set(),
  talks: new Set(),
  lines: new Set(),
  seats: new Set(),
  names: new Set(),
}
export const everything: Touched = { ...nothing, everything: true }
const allPages: Touched = { ...nothing, allPages: true }

/** Kinds that stand on no page that is near. */
const unseen: ReadonlySet<string> = new Set(['card', 'import', 'mapping', 'tombstone'])
/** What is new of these is named on no page that is not drawn anew anyway. */
const nouns: ReadonlySet<string> = new Set(['field', 'topic', 'organisation'])
/** Kinds that change the lines of people who did not change themselves. */
const aroundAll: ReadonlySet<string> = new Set(['bond', 'organisation'])

function touchedByOne(change: Changed): Touched {
  const { kind, before, after } = change
  // Removed for good: what it was about is not told any more.
  if (before === null && after === null) return everything
  const isNew = before === null
  if (unseen.has(kind) || (isNew && nouns.has(kind))) return nothing
  if (aroundAll.has(kind)) return everything
  return kind === 'note' ? touchedByNote(after ?? before) : touchedItself(change)
}

function touchedItself({ kind, id, before, after }: Changed): Touched {
  if (kind === 'person') {
    return { ...nothing, people: new Set([id]), names: namesTouched(before, after) }
  }
  if (kind === 'conversation') {
    return { ...nothing, talks: new Set([id]), seats: new Set([before, after].flatMap(seatsIn)) }
  }
  if (kind === 'decision') return { ...nothing, lines: new Set([id]) }
  return touchedByPart(after ?? before)
}

function seatsIn(doc: string | null): string[] {
  const people = memberOf(doc === null ? null : JSON.parse(doc), 'people')
  return Array.isArray(people) ? people.filter((one) => typeof one === 'string') : []
}

/** Where a name, or whether somebody is there, stayed as it was, nobody is taken for another who was not before. */
function namesTouched(before: string | null, after: string | null): ReadonlySet<string> {
  const [was, is] = [calledIn(before), calledIn(after)]
  return was === is ? new Set() : new Set(wordsOf(`${was} ${is}`))
}

/** By what somebody is found: their names, nothing while they are in the bin. */
function calledIn(doc: string | null): string {
  const person: unknown = doc === null ? null : JSON.parse(doc)
  const names = memberOf(person, 'names')
  if (memberOf(person, 'binnedOn') || !Array.isArray(names)) return ''
  const texts = names.map((one) => memberOf(one, 'text'))
  return texts.filter((text) => typeof text === 'string').join(' ')
}

/** A step, a letter, a transcript: part of a conversation. What is part of none, like a field, shows on many pages. */
function touchedByPart(doc: string | null): Touched {
  const talk = memberOf(doc === null ? null : JSON.parse(doc), 'conversation')
  return typeof talk === 'string' ? { ...nothing, talks: new Set([talk]) } : allPages
}

function touchedByNote(doc: string | null): Touched {
  const subject = memberOf(doc === null ? null : JSON.parse(doc), 'subject')
  const [kind, id] = [memberOf(subject, 'kind'), memberOf(subject, 'id')]
  if (typeof id !== 'string') return allPages
  if (kind === 'conversation') return { ...nothing, talks: new Set([id]) }
  return kind === 'person' ? { ...nothing, people: new Set([id]) } : nothing
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
