/** Why some people count as one: what they have from one source, such as a teacher, an employer, or who told them. */
export interface SharedSource {
  readonly id: string
  readonly people: readonly string[]
}

/** Some people who count as one, and the sources that make them so; alone, and without a source, as a rule. */
export interface Voice {
  readonly people: readonly string[]
  readonly sources: readonly string[]
}

/**
 * The independent voices among people, in the order given. Who shares a source counts once; so do two who each share
 * one with a third, for what came to both may have come through the third. A source matters only where two of these
 * people share it.
 */
export function voicesAmong(people: readonly string[], sources: readonly SharedSource[]): Voice[] {
  const firsts = new Map(people.map((person) => [person, person]))
  const first = (person: string): string => {
    const before = firsts.get(person)
    return before === undefined || before === person ? person : first(before)
  }
  const shared = sources
    .map(({ id, people: all }) => ({
      id,
      here: [...new Set(all)].filter((one) => firsts.has(one)),
    }))
    .filter(({ here }) => here.length > 1)
  for (const { here } of shared) {
    for (const person of here.slice(1)) firsts.set(first(person), first(here[0]!))
  }
  const voices = Map.groupBy(firsts.keys(), first)
  return [...voices.values()].map((own) => ({
    people: own,
    sources: shared.filter(({ here }) => own.includes(here[0]!)).map(({ id }) => id),
  }))
}
