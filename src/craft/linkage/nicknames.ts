import lines from './nicknames.json' with { type: 'json' }

/**
 * Forms of one given name, a line each: the name, its short and fond forms, its spellings in scripts turned to Latin.
 * Facts of usage in English, Spanish, Catalan, German, Dutch, French, Portuguese, Italian, Polish, Russian, Ukrainian,
 * Czech and Scandinavian languages. A form may stand in several lines (Alex, Bert, Nina); what it means is decided
 * by the other name. Names that only translate each other (John, Juan) are not forms of one name.
 */
const forms: readonly (readonly string[])[] = lines.map((line) => line.split(' '))

const groupsByName = new Map<string, number[]>()
for (const [group, names] of forms.entries()) {
  for (const name of names) {
    const groups = groupsByName.get(name)
    if (groups) groups.push(group)
    else groupsByName.set(name, [group])
  }
}

const none: readonly number[] = []

/** The lines a given name stands in, in plain letters; two names with a line in common may be one. */
export function nicknameGroups(name: string): readonly number[] {
  return groupsByName.get(name) ?? none
}

/** All that somebody of this given name may be called, in plain letters. */
export function nicknameForms(name: string): string[] {
  return [...new Set(nicknameGroups(name).flatMap((group) => forms[group] ?? []))]
}
