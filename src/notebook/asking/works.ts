import { isClearlyMore, type Share, shareOf } from '../../craft/wilson.ts'
import { clockIn } from '../../kit/days.ts'
import type { Asking } from './asked.ts'
import { enoughLetters } from './month.ts'

/** By what letters are told apart, and the groups of each. */
export const aspects = {
  path: ['introduced', 'known', 'stranger'],
  channel: ['account', 'program', 'copied'],
  hour: ['morning', 'afternoon', 'evening'],
  length: ['short', 'long'],
} as const
export type Aspect = keyof typeof aspects
export const aspectNames = ['path', 'channel', 'hour', 'length'] as const
export const groupNames = [
  ...aspects.path,
  ...aspects.channel,
  ...aspects.hour,
  ...aspects.length,
] as const
export type GroupOf<One extends Aspect> = (typeof aspects)[One][number]
export type Group = GroupOf<Aspect>

/** A first letter with what is known of how it went out; what is not known counts in no group. */
export interface Told extends Asking {
  readonly path: GroupOf<'path'>
  /**
   * By the owner's mail account, from here; by hand to somebody with a mail address, or to somebody without one. Null where
   * the letter is not in the notebook.
   */
  readonly channel: GroupOf<'channel'> | null
  /** Of the letter as it was kept; null where its words are not in the notebook. */
  readonly words: number | null
}

export const measures = ['reply', 'meeting'] as const
export type Measure = (typeof measures)[number]

export type Shares = Readonly<Record<Measure, Share>>

export interface Difference {
  readonly aspect: Aspect
  readonly measure: Measure
  readonly more: Group
  readonly less: Group
  readonly shares: readonly [Share, Share]
}

export interface Works {
  /** Letters that had their time; those that wait count for nothing yet. */
  readonly letters: number
  /** Null below ten: so few say nothing. */
  readonly all: Shares | null
  readonly groups: readonly (Shares & { readonly aspect: Aspect; readonly group: Group })[]
  /** Only what is more than chance: the two groups farthest apart, where their intervals do not touch. */
  readonly differences: readonly Difference[]
}

/** The method asks for fifty to ninety words. */
const shortLetter = 90

export function worksFor(letters: readonly Told[]): Works {
  const settled = letters.filter(({ open }) => !open)
  if (settled.length < enoughLetters) {
    return { letters: settled.length, all: null, groups: [], differences: [] }
  }
  const groups = aspectNames.flatMap((aspect) =>
    aspects[aspect].map((group) => ({
      aspect,
      group,
      ...sharesOf(settled.filter((letter) => groupOf(letter, aspect) === group)),
    })),
  )
  return {
    letters: settled.length,
    all: sharesOf(settled),
    groups: groups.filter(({ reply }) => reply.of > 0),
    differences: aspectNames.flatMap((aspect) =>
      measures.flatMap((measure) => differenceIn(groups, aspect, measure) ?? []),
    ),
  }
}

function sharesOf(letters: readonly Told[]): Shares {
  const decided = letters.filter(({ underway }) => !underway)
  return {
    reply: shareOf(letters.filter(({ answer }) => answer !== null).length, letters.length),
    meeting: shareOf(decided.filter(({ met }) => met).length, decided.length),
  }
}

function groupOf(letter: Told, aspect: Aspect): Group | null {
  return groupBy[aspect](letter)
}

const groupBy: { readonly [One in Aspect]: (letter: Told) => GroupOf<One> | null } = {
  path: ({ path }) => path,
  channel: ({ channel }) => channel,
  hour: ({ at, zone }) => (at === null ? null : hourOf(Number(clockIn(zone, at).slice(0, 2)))),
  length: ({ words }) => (words === null ? null : lengthOf(words)),
}

function lengthOf(words: number): GroupOf<'length'> {
  return words > shortLetter ? 'long' : 'short'
}

function hourOf(hour: number): GroupOf<'hour'> {
  if (hour >= 5 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}

function differenceIn(
  groups: Works['groups'],
  aspect: Aspect,
  measure: Measure,
): Difference | null {
  const own = groups.filter((one) => one.aspect === aspect && one[measure].of > 0)
  const [more] = own.toSorted((one, other) => other[measure].low - one[measure].low)
  const [less] = own.toSorted((one, other) => one[measure].high - other[measure].high)
  if (!more || !less || !isClearlyMore(more[measure], less[measure])) return null
  return {
    aspect,
    measure,
    more: more.group,
    less: less.group,
    shares: [more[measure], less[measure]],
  }
}
