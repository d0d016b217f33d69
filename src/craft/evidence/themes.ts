import { type SharedSource, type Voice, voicesAmong } from './independence.ts'

/** An insight as it makes themes: who said it, if that is known, and what it says in each theme. */
export interface SaidInThemes {
  readonly line: string
  readonly speaker: string | null
  readonly makes: readonly { readonly theme: string; readonly otherwise: boolean }[]
}

/** A theme that was joined into another is read there. */
export interface JoinedTheme {
  readonly id: string
  readonly into: string | null
}

/** What a theme comes to. Every person is in one of the three lists, each in one voice with whom they share a source. */
export interface ThemeCount {
  readonly theme: string
  readonly so: readonly Voice[]
  readonly otherwise: readonly Voice[]
  /** Said so in one line, and otherwise in another. */
  readonly ofTwoMinds: readonly Voice[]
  /** Lines of nobody known, which count for nobody. */
  readonly unknown: number
  /** A voice on both sides. */
  readonly contested: boolean
  readonly lines: readonly string[]
}

/**
 * What the insights come to by theme, in the order of the themes; those joined into others are counted there. It
 * depends neither on the order of lines nor on that in which themes were joined. A theme that was joined in a circle, or
 * into one that is not there, stands by itself.
 */
export function countThemes(
  said: readonly SaidInThemes[],
  themes: readonly JoinedTheme[],
  sources: readonly SharedSource[],
): ThemeCount[] {
  const leads = leadsOf(themes)
  const lines = new Map<string, SaidHere[]>(
    themes.filter(({ id }) => leads.get(id) === id).map(({ id }) => [id, []]),
  )
  for (const { line, speaker, makes } of said) {
    for (const [lead, sides] of sidesByLead(makes, leads)) {
      lines.get(lead)?.push({ line, speaker, sides })
    }
  }
  return [...lines].map(([theme, here]) => countOf(theme, here, sources))
}

interface SaidHere {
  readonly line: string
  readonly speaker: string | null
  /** One of them, or both where two themes that were joined since held it to say each. */
  readonly sides: ReadonlySet<boolean>
}

function countOf(
  theme: string,
  here: readonly SaidHere[],
  sources: readonly SharedSource[],
): ThemeCount {
  const sides = new Map<string, Set<boolean>>()
  for (const { speaker, sides: said } of here) {
    if (speaker !== null) sides.set(speaker, new Set([...(sides.get(speaker) ?? []), ...said]))
  }
  const voices = (isHere: (said: ReadonlySet<boolean>) => boolean) =>
    voicesAmong(
      [...sides].filter(([, said]) => isHere(said)).map(([speaker]) => speaker),
      sources,
    )
  const so = voices((said) => said.size === 1 && said.has(false))
  const otherwise = voices((said) => said.size === 1 && said.has(true))
  return {
    theme,
    so,
    otherwise,
    ofTwoMinds: voices((said) => said.size === 2),
    unknown: here.filter(({ speaker }) => speaker === null).length,
    contested: so.length > 0 && otherwise.length > 0,
    lines: here.map(({ line }) => line),
  }
}

function sidesByLead(
  makes: SaidInThemes['makes'],
  leads: ReadonlyMap<string, string>,
): Map<string, Set<boolean>> {
  const sides = new Map<string, Set<boolean>>()
  for (const { theme, otherwise } of makes) {
    const lead = leads.get(theme)
    if (lead !== undefined) sides.set(lead, new Set([...(sides.get(lead) ?? []), otherwise]))
  }
  return sides
}

/** For each theme the one in which it is read, after all joining. */
export function leadsOf(themes: readonly JoinedTheme[]): Map<string, string> {
  const into = new Map(themes.map((one) => [one.id, one.into]))
  return new Map(themes.map(({ id }) => [id, leadOf(id, into)]))
}

function leadOf(id: string, into: ReadonlyMap<string, string | null>): string {
  const passed = new Set([id])
  let here = id
  for (let next = into.get(here); next && into.has(next); next = into.get(here)) {
    if (passed.has(next)) return id
    passed.add(next)
    here = next
  }
  return here
}
