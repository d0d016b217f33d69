import type { Day } from '../../kit/days.ts'
import type { Captured } from '../../notebook/notes/capture.ts'
import type { CapturedPerson } from '../../notebook/notes/head/head.ts'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { longDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { Corrections } from './capture-corrections.ts'
import { listInWords, marksInWords } from './kept-words.ts'

/** What is shown under a line of what it was understood to say, as far as it was not put right. */
export interface CapturedShown {
  readonly people: readonly (CapturedPerson & { readonly called: string })[]
  readonly place: string | null
  /** null where it was today. */
  readonly day: Day | null
  readonly lines: readonly UnderstoodLine[]
  /** How many parts of the line are off the record; all that stands behind a `%` is. */
  readonly offRecord: number
  readonly fields: readonly string[]
}

interface Way {
  /** The page has said whom the line means. */
  readonly about: boolean
  readonly corrections: Corrections
  readonly today: Day
}

export function shownOf(captured: Captured, { about, corrections, today }: Way): CapturedShown {
  const { place, day } = captured.meeting
  const fields = new Set(captured.segments.flatMap((segment) => segment.fields))
  return {
    people: about ? [] : captured.people.flatMap(withCall),
    place: place === corrections.notPlace ? null : place,
    day: day === today || day === corrections.notDay ? null : day,
    lines: captured.segments.filter(({ mark, offRecord }) => mark !== null && !offRecord),
    offRecord: captured.segments.filter(({ offRecord }) => offRecord).length,
    fields: [...fields].filter((field) => !corrections.notFields.includes(field)),
  }
}

function withCall(person: CapturedPerson): CapturedShown['people'] {
  const called = person.name ?? person.described
  return called === null ? [] : [{ ...person, called }]
}

/** Whether there is anything beside where and when it was. */
export function saysSomething({ people, lines, offRecord, fields }: CapturedShown): boolean {
  return people.length + lines.length + offRecord + fields.length > 0
}

/** "Name, role, house". */
function personInWords({ called, role, organisation }: CapturedShown['people'][number]) {
  return [called, role, organisation].filter((part) => part !== null).join(', ')
}

export function offRecordInWords(t: Words, { offRecord }: CapturedShown): string {
  return t('capture.offRecord', { count: offRecord })
}

export function fieldInWords(t: Words, field: string): string {
  return t('notes.aboutField', { field: field.replaceAll('_', ' ') })
}

/** For those who listen, in one sentence; what is off the record only that it is. */
export function shownInWords(t: Words, shown: CapturedShown, wall: Wall): string {
  const { people, place, day, lines, fields } = shown
  const things = [
    ...people.map(personInWords),
    place === null ? '' : t('capture.place', { place }),
    day === null ? '' : longDay(day, wall),
    ...marksInWords(t, lines),
    shown.offRecord === 0 ? '' : offRecordInWords(t, shown),
    ...fields.map((field) => fieldInWords(t, field)),
  ].filter((thing) => thing !== '')
  return things.length === 0 ? '' : t('capture.understood', { things: listInWords(t, things) })
}
