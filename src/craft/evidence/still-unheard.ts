import { trialsForOne } from '../chances.ts'

/**
 * Conversations after which, with this chance, one has heard at least once what such a share of people would say.
 * Throws RangeError where either is no share.
 */
export function conversationsToHear(share: number, chance: number): number {
  return trialsForOne(chance, share)
}

/** How many themes there may be, at the least, beside those heard. */
export interface Unheard {
  readonly heard: number
  readonly atLeast: number
  /** The share heard of those, 0 to 1. */
  readonly share: number
}

/**
 * A lower bound of all themes, by Chao (1987), bias-corrected, from how many were heard in one conversation alone and
 * how many in exactly two; it assumes that people are alike. `themes` holds, for each theme, in how many of the
 * `conversations` it was heard. Null before anything was heard.
 */
export function stillUnheard(themes: readonly number[], conversations: number): Unheard | null {
  const heard = themes.filter((times) => times > 0)
  if (heard.length === 0 || conversations < 1) return null
  const once = heard.filter((times) => times === 1).length
  const twice = heard.filter((times) => times === 2).length
  const beyond = ((conversations - 1) / conversations) * ((once * (once - 1)) / (2 * (twice + 1)))
  const atLeast = heard.length + beyond
  return { heard: heard.length, atLeast, share: heard.length / atLeast }
}
