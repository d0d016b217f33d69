/** How many conversations make the base, how many must confirm, and what share of new themes still counts as rare. */
export interface SaturationRule {
  /** Conversations the later ones are measured against; at least 1. */
  readonly base: number
  /** Conversations that must bring hardly anything new; at least 1. */
  readonly run: number
  /** New themes in a run as a share of the themes of the base, 0 to 1. */
  readonly threshold: number
}

/** As Guest, Namey and Chen (2020) recommend: four, two, one in twenty. */
export const usualSaturationRule: SaturationRule = { base: 4, run: 2, threshold: 0.05 }

/** New themes in one run of conversations, as a share of those of the base. Places count from 1. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly newThemes: number
  readonly ratio: number
}

export type Saturation =
  | { readonly state: 'too-few' | 'empty-base'; readonly baseThemes: number; readonly runs: [] }
  | { readonly state: 'not-reached'; readonly baseThemes: number; readonly runs: readonly Run[] }
  | {
      readonly state: 'reached'
      readonly baseThemes: number
      readonly runs: readonly Run[]
      /** The conversation after which nothing more to speak of came; said as "at + run". */
      readonly at: number
    }

/** A twentieth of twenty is one, also in binary fractions. */
const rounding = 1e-12

/**
 * Whether new themes get rare, by the rule of Guest, Namey and Chen (PLoS ONE 15(5), e0232076, 2020). `newThemes` holds,
 * for each conversation in the order held, how many themes it was the first to bring. The denominator stays the base:
 * what comes later is never measured against itself. It is a hint about range, never about truth.
 * Throws RangeError for a rule without a base or a run.
 */
export function saturation(
  newThemes: readonly number[],
  { base, run, threshold }: SaturationRule = usualSaturationRule,
): Saturation {
  if (!(base >= 1 && run >= 1)) throw new RangeError(`No base or no run: ${base}, ${run}`)
  const baseThemes = total(newThemes.slice(0, base))
  if (newThemes.length < base + run) return { state: 'too-few', baseThemes, runs: [] }
  if (baseThemes === 0) return { state: 'empty-base', baseThemes, runs: [] }
  const runs = Array.from({ length: newThemes.length - base - run + 1 }, (_, index): Run => {
    const since = base + index
    const fresh = total(newThemes.slice(since, since + run))
    return { from: since + 1, to: since + run, newThemes: fresh, ratio: fresh / baseThemes }
  })
  const rare = runs.find(({ ratio }) => ratio <= threshold + rounding)
  if (!rare) return { state: 'not-reached', baseThemes, runs }
  return { state: 'reached', baseThemes, runs, at: rare.from - 1 }
}

/** For each conversation, in the order held, how many of its themes nobody had brought before. */
export function newThemesOf(conversations: readonly (readonly string[])[]): number[] {
  const heard = new Set<string>()
  return conversations.map((themes) => {
    const before = heard.size
    for (const theme of themes) heard.add(theme)
    return heard.size - before
  })
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((so, one) => so + one, 0)
}
