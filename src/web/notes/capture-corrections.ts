import type { Day } from '../../kit/days.ts'
import type { Captured } from '../../notebook/notes/capture.ts'

type Who = 'as-read' | 'new' | 'nobody' | { readonly id: string }

/** What somebody put right in what was understood of a line. Each counts while the line reads as it did then. */
export interface Corrections {
  /** Whom the line names, and who that is. */
  readonly who: { readonly name: string; readonly is: Who } | null
  /** A place where it was not. */
  readonly notPlace: string | null
  /** A day on which it was not, but today. */
  readonly notDay: Day | null
  /** Words with a # that mean no field. */
  readonly notFields: readonly string[]
}

export const nothingCorrected: Corrections = {
  who: null,
  notPlace: null,
  notDay: null,
  notFields: [],
}

/** What `conversations.capture` is asked with besides the text. */
export interface CorrectedInput {
  readonly text: string
  readonly who?: 'new' | 'nobody'
  readonly person?: string
  readonly place?: null
  readonly on?: Day
}

/** A line as it is kept: its words as they were typed, and what was put right. */
export function correctedInput(
  line: string,
  read: Captured | null,
  { corrections, today }: { readonly corrections: Corrections; readonly today: Day },
): CorrectedInput {
  const { notPlace, notDay, notFields } = corrections
  const text = withoutTags(line, notFields)
  if (read === null) return { text }
  const { place, day } = read.meeting
  return {
    text,
    ...whoIn(whoIs(corrections, read)),
    ...(place !== null && place === notPlace ? { place: null } : {}),
    ...(day !== null && day === notDay ? { on: today } : {}),
  }
}

/** Who the one person of the line is said to be; of several nobody is asked. */
export function whoIs({ who }: Corrections, read: Captured): Who {
  const name = namedIn(read)
  return who !== null && name !== null && who.name === name ? who.is : 'as-read'
}

/** The name or the description that the line begins with, where it speaks of one person. */
export function namedIn({ people }: Captured): string | null {
  const [only] = people
  return only && people.length === 1 ? (only.name ?? only.described) : null
}

function whoIn(who: Who): Pick<CorrectedInput, 'who' | 'person'> {
  if (typeof who === 'object') return { person: who.id }
  return who === 'as-read' ? {} : { who }
}

/** The word stays, without its sign. */
function withoutTags(line: string, tags: readonly string[]): string {
  let text = line
  for (const tag of tags) {
    for (const sign of ['#', '＃']) text = withoutSign(text, sign, tag)
  }
  return text
}

function withoutSign(text: string, sign: string, tag: string): string {
  const parts = text.split(`${sign}${tag}`)
  return parts.reduce((before, part) => {
    const isLonger = /^[\p{L}\p{N}_-]/u.test(part)
    return `${before}${isLonger ? sign : ''}${tag}${part}`
  })
}
