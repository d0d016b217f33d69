import type { Day } from '../../kit/days.ts'
import { kindOfMark } from '../../notebook/notes/marks.ts'
import { marksInOrder } from '../ui/marks.ts'
import { longDay, type Wall } from '../words/dates.ts'
import { capitalized, type Words } from '../words/words.ts'

interface Named {
  readonly name: string
}

interface Line {
  readonly mark: string | null
  readonly day: Day | null
  readonly offRecord: boolean
}

interface Kept {
  readonly person: Named | null
  /** Names of the line that several bear, with who may be meant. */
  readonly unsure: readonly (Named & { readonly people: readonly Named[] })[]
  readonly understood: readonly Line[]
  readonly made: { readonly people: readonly Named[]; readonly fields: readonly Named[] }
}

/** What a kept line became: who stands in the notebook now, what was understood, what falls due. */
export function keptInWords(t: Words, kept: Kept, wall: Wall): string {
  const things = listInWords(t, marksInWords(t, kept.understood))
  return [
    whoInWords(t, kept),
    things === '' ? '' : t('capture.understood', { things }),
    fieldsInWords(t, kept.made.fields),
    dueInWords(t, kept.understood, wall),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function whoInWords(t: Words, { person, unsure, made }: Kept): string {
  const asked = unsure.filter(({ people }) => people.length > 1)
  if (asked.length > 0) return t('capture.keptUnsure', { names: namesInWords(t, asked) })
  const count = made.people.length
  if (count > 0)
    return t('capture.keptNew', { count, names: capitalized(namesInWords(t, made.people)) })
  return person === null ? t('capture.kept') : t('capture.keptWith', { name: person.name })
}

/** "one quote", "two pieces of advice", "one promise of yours", in the order of the marks. */
export function marksInWords(
  t: Words,
  lines: readonly Pick<Line, 'mark' | 'offRecord'>[],
): readonly string[] {
  const open = lines.filter((line) => !line.offRecord)
  return marksInOrder.flatMap((mark) => {
    const count = open.filter((line) => line.mark === mark).length
    return count === 0 ? [] : [t(`capture.kind.${kindOfMark[mark]}`, { count })]
  })
}

function fieldsInWords(t: Words, fields: readonly Named[]): string {
  const count = fields.length
  return count === 0
    ? ''
    : t('capture.keptField', { count, names: capitalized(namesInWords(t, fields)) })
}

function dueInWords(t: Words, lines: readonly Line[], wall: Wall): string {
  const promise = lines.find(({ mark, day }) => (mark === '>' || mark === '<') && day !== null)
  if (!promise?.day) return ''
  const day = longDay(promise.day, wall)
  return promise.mark === '>' ? t('capture.dueMine', { day }) : t('capture.dueTheirs', { day })
}

function namesInWords(t: Words, named: readonly Named[]): string {
  return listInWords(
    t,
    named.map(({ name }) => name),
  )
}

/** "Ruth", "Ruth and Samir", "Ruth, Samir and Ana". */
export function listInWords(t: Words, words: readonly string[]): string {
  const last = words.at(-1)
  if (last === undefined || words.length === 1) return last ?? ''
  return t('list.and', { start: words.slice(0, -1).join(', '), last })
}
