import type { Day } from '../../kit/days.ts'
import { type List, lists, sameness } from '../people/merged.ts'
import type { Meeting, Person } from '../people/person.ts'

/** One value of a record by itself: by what it is known, what it says, and since when. */
export interface SingleValue {
  readonly id: string
  readonly words: string
  readonly day: Day | null
  /** A file said it of this very record, so nobody is asked whose it is. */
  readonly isImported?: boolean
}

/** All that is written in a record, value by value; of its free words each line is one. */
export function valuesOf(person: Person): SingleValue[] {
  const listed = lists.flatMap((list) =>
    person[list].map((value) => ({
      isImported: value.sources.every(({ by }) => by === 'import'),
      id: valueId(list, value),
      words: saidIn(value),
      day: value.sources.at(-1)?.on ?? null,
    })),
  )
  const standings = person.fields.map(({ field }) => ({
    id: `fields:${field}`,
    words: 'can speak of a field',
    day: null,
  }))
  const lines = linesIn(person.words).map((line) => ({ id: lineId(line), words: line, day: null }))
  const { day, place, words } = person.meeting
  const meeting = { id: 'meeting', words: ['met', place, words].filter(Boolean).join(', '), day }
  return [...listed, ...standings, ...lines, ...(isMeeting(person.meeting) ? [meeting] : [])]
}

const noMeeting: Meeting = { day: null, place: null, through: null, words: null }

function isMeeting(meeting: Meeting): boolean {
  return Object.values(meeting).some((part) => part !== null)
}

function linesIn(words: string): string[] {
  return words.split('\n').filter((line) => line.trim() !== '')
}

function lineId(line: string): string {
  return `words:${digestOf(line)}`
}

/**
 * A value keeps its id when a detail of it is put right: a number under another label is the same number, a name
 * spelled otherwise the same part of a name.
 */
function valueId(list: List, value: object): string {
  const core = cores[list]
  const said = core
    ? core.map((key) => String(Reflect.get(value, key) ?? '')).join('\0')
    : sameness(list, value)
  return `${list}:${digestOf(said)}`
}

const cores: Readonly<Partial<Record<List, readonly string[]>>> = {
  names: ['part'],
  channels: ['kind', 'value'],
  roles: ['title', 'organisation'],
  dates: ['what'],
}

/** The texts of a value, without where it came from. */
function saidIn(value: object): string {
  return Object.entries(value)
    .flatMap(([key, one]) =>
      typeof one === 'string' && one !== '' && !unsaid.has(key) ? [one] : [],
    )
    .join(', ')
}

const unsaid: ReadonlySet<string> = new Set(['organisationId', 'part', 'kind'])

/** Takes one value out of a record and puts it into another; null where the first has no such value. */
export function moveValue(
  from: Person,
  to: Person,
  value: string,
): { readonly from: Person; readonly to: Person } | null {
  if (!valuesOf(from).some(({ id }) => id === value)) return null
  const [where] = value.split(':')
  if (where === 'meeting') return moveMeeting(from, to)
  if (where === 'words') return moveLines(from, to, value)
  if (where === 'fields') return moveStanding(from, to, value)
  const list = lists.find((one) => one === where)
  return list ? moveListed(from, to, { list, value }) : null
}

/** Somebody is met for the first time once, so a second meeting is nowhere to go. */
function moveMeeting(from: Person, to: Person) {
  if (isMeeting(to.meeting)) return null
  return { from: { ...from, meeting: noMeeting }, to: { ...to, meeting: from.meeting } }
}

function moveLines(from: Person, to: Person, value: string) {
  const lines = from.words.split('\n')
  const moved = lines.filter((line) => lineId(line) === value)
  const there = new Set(linesIn(to.words))
  const fresh = moved.filter((line) => !there.has(line))
  return {
    from: {
      ...from,
      words: lines
        .filter((line) => lineId(line) !== value)
        .join('\n')
        .trim(),
    },
    to: { ...to, words: [to.words, ...fresh].filter((line) => line !== '').join('\n') },
  }
}

function moveStanding(from: Person, to: Person, value: string) {
  const is = ({ field }: { readonly field: string }) => `fields:${field}` === value
  const there = new Set(to.fields.map(({ field }) => field as string))
  const moved = from.fields.filter((one) => is(one) && !there.has(one.field))
  return {
    from: { ...from, fields: from.fields.filter((one) => !is(one)) },
    to: { ...to, fields: [...to.fields, ...moved] },
  }
}

function moveListed(
  from: Person,
  to: Person,
  { list, value }: { readonly list: List; readonly value: string },
) {
  const own: readonly object[] = from[list]
  const theirs: readonly object[] = to[list]
  const there = new Set(theirs.map((one) => sameness(list, one)))
  const moved = own.filter((one) => valueId(list, one) === value && !there.has(sameness(list, one)))
  return {
    from: { ...from, [list]: own.filter((one) => valueId(list, one) !== value) },
    to: { ...to, [list]: [...theirs, ...moved] },
  }
}

/**
 * A short digest of a text (cyrb53: 53 bits, in base 36). Among the values of one person two do not meet, and nothing
 * secret depends on it.
 */
function digestOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const letter of text) {
    const unit = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}
