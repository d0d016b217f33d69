import { expectShare, trialsForOne } from './chances.ts'

/** Rates are shares from 0 to 1: how many letters are answered, and how many answers become a conversation. */
export interface Funnel {
  readonly reply: number
  readonly meeting: number
}

/** Five letters at a rate of 0.3 come to 24.999…, which must not become a letter more. */
const rounding = 1e-9

/**
 * Letters to write for so many conversations. Infinity where nobody answers.
 * Throws RangeError where a rate is no share.
 */
export function lettersNeeded(conversations: number, { reply, meeting }: Funnel): number {
  expectShare(reply)
  expectShare(meeting)
  if (conversations <= 0) return 0
  return Math.ceil(conversations / (reply * meeting) - rounding)
}

/** The chance that at least one of so many letters is answered. */
export function chanceOfAReply(letters: number, reply: number): number {
  expectShare(reply)
  return 1 - (1 - reply) ** letters
}

/** Letters after which at least one answer has come with this chance (0.95: all but one time in twenty). */
export function lettersForAReply(chance: number, reply: number): number {
  return trialsForOne(chance, reply)
}

/** Questions that fit into so many minutes: five go to the beginning and the end, three to each answer. */
export function questionBudget(minutes: number): number {
  return Math.max(1, Math.floor((minutes - 5) / 3))
}
