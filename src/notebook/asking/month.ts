import { lettersForAReply, lettersNeeded } from '../../craft/funnel.ts'
import type { Asking } from './asked.ts'

/** Ten hours in a month, as a career center plans them for ten letters: to choose and read, to write, to meet, to decide. */
export const monthHours = { choose: 2, write: 3, meet: 3, decide: 2 } as const

/** So many letters are about ten; what fewer or more take, the plan of the hours does not say. */
const aboutTen = { from: 8, to: 12 } as const

export function hoursFor(letters: number | null): typeof monthHours | null {
  return letters !== null && letters >= aboutTen.from && letters <= aboutTen.to ? monthHours : null
}

/** What plans count on until ten letters of one's own have had their time. */
const plannedMeeting = 0.8
export const enoughLetters = 10

export interface Rates {
  readonly reply: number
  readonly meeting: number
  /** How many letters they are counted from; 0 while they are those of others. */
  readonly letters: number
  /** How many of one's own answers the meetings are counted from; 0 while those are of others. */
  readonly answers: number
}

/** One's own rates after ten letters that had their time; before, the middle of what is usual. */
export function ratesFrom(asked: readonly Asking[], usual: readonly [number, number]): Rates {
  const settled = asked.filter(({ open }) => !open)
  if (settled.length < enoughLetters) {
    return { reply: (usual[0] + usual[1]) / 2, meeting: plannedMeeting, letters: 0, answers: 0 }
  }
  const answered = settled.filter(({ answer }) => answer !== null)
  const decided = answered.filter(({ underway }) => !underway)
  const met = decided.filter((one) => one.met)
  return {
    reply: answered.length / settled.length,
    meeting: decided.length === 0 ? plannedMeeting : met.length / decided.length,
    letters: settled.length,
    answers: decided.length,
  }
}

export interface MonthPlan {
  /** Letters for so many conversations; null where nobody meets by these rates. */
  readonly letters: number | null
  /** At least half of ten are to strangers. */
  readonly strangers: number
  /** Letters after which an answer has come all but one time in twenty; null where nobody answers. */
  readonly forAnAnswer: number | null
}

export function monthPlan(conversations: number, { reply, meeting }: Rates): MonthPlan {
  const letters = finite(lettersNeeded(conversations, { reply, meeting }))
  return {
    letters,
    strangers: letters === null ? 0 : Math.ceil(letters / 2),
    forAnAnswer: finite(lettersForAReply(0.95, reply)),
  }
}

function finite(letters: number): number | null {
  return Number.isFinite(letters) ? letters : null
}
