import {
  newThemesOf,
  type Saturation,
  saturation,
  type SaturationRule,
} from '../../craft/evidence/saturation.ts'
import { countThemes, leadsOf, type ThemeCount } from '../../craft/evidence/themes.ts'
import type { Day } from '../../kit/days.ts'
import type { Theme } from './theme.ts'

/** An insight as themes need it. */
export interface Said {
  readonly id: string
  readonly speaker: string | null
  readonly conversation: string | null
  readonly day: Day
  readonly themes: readonly { readonly theme: string; readonly otherwise: boolean }[]
}

export interface ThemeOfField extends ThemeCount {
  readonly kept: Theme
  readonly sides: readonly { readonly line: string; readonly otherwise: boolean }[]
  readonly since: Day | null
  readonly lastOn: Day | null
  /** The themes that were joined into it. */
  readonly joined: readonly string[]
}

/** Those heard by most first, then those of which was spoken last. */
export function themesOfField(said: readonly Said[], themes: readonly Theme[]): ThemeOfField[] {
  const joinedThemes = themes.map(({ id, joinedInto }) => ({ id, into: joinedInto }))
  const leads = leadsOf(joinedThemes)
  const kept = new Map(themes.map((theme) => [theme.id, theme]))
  const byId = new Map(said.map((line) => [line.id, line]))
  const counted = countThemes(
    said.map(({ id, speaker, themes: makes }) => ({ line: id, speaker, makes })),
    joinedThemes,
    [],
  )
  const saysOtherwise = (line: string, theme: string) =>
    (byId.get(line)?.themes ?? [])
      .filter((one) => leads.get(one.theme) === theme)
      .every(({ otherwise }) => otherwise)
  return counted
    .flatMap((count): ThemeOfField[] => {
      const theme = kept.get(count.theme)
      if (!theme) return []
      const days = count.lines.flatMap((line) => byId.get(line)?.day ?? []).toSorted()
      return [
        {
          ...count,
          kept: theme,
          sides: count.lines.map((line) => ({
            line,
            otherwise: saysOtherwise(line, count.theme),
          })),
          since: days[0] ?? null,
          lastOn: days.at(-1) ?? null,
          joined: [...leads].flatMap(([id, lead]) =>
            lead === count.theme && id !== lead ? [id] : [],
          ),
        },
      ]
    })
    .toSorted((one, other) => voicesIn(other) - voicesIn(one) || laterFirst(one, other))
}

function voicesIn({ so, otherwise, ofTwoMinds }: ThemeCount): number {
  return so.length + otherwise.length + ofTwoMinds.length
}

function laterFirst(one: ThemeOfField, other: ThemeOfField): number {
  if (one.lastOn === other.lastOn) return one.theme < other.theme ? -1 : 1
  return (one.lastOn ?? '') > (other.lastOn ?? '') ? -1 : 1
}

export interface Curve {
  readonly found: Saturation
  readonly conversations: readonly {
    readonly id: string
    readonly day: Day
    readonly newThemes: number
    readonly themes: number
  }[]
}

/** The conversations of which an insight belongs to the field, in the order held, and what each was the first to bring. */
export function curveOf(
  said: readonly Said[],
  themes: readonly Theme[],
  rule: SaturationRule,
): Curve {
  const leads = leadsOf(themes.map(({ id, joinedInto }) => ({ id, into: joinedInto })))
  const talks = new Map<string, { day: Day; themes: string[] }>()
  for (const { conversation, day, themes: makes } of said) {
    if (conversation === null) continue
    const talk = talks.get(conversation) ?? { day, themes: [] }
    talk.themes.push(...makes.flatMap(({ theme }) => leads.get(theme) ?? []))
    talks.set(conversation, talk)
  }
  const held = [...talks].toSorted(
    ([one, { day: first }], [other, { day: second }]) =>
      first.localeCompare(second) || (one < other ? -1 : 1),
  )
  const fresh = newThemesOf(held.map(([, talk]) => talk.themes))
  let themesSoFar = 0
  return {
    found: saturation(fresh, rule),
    conversations: held.map(([id, { day }], at) => {
      const newThemes = fresh[at] ?? 0
      themesSoFar += newThemes
      return { id, day, newThemes, themes: themesSoFar }
    }),
  }
}
