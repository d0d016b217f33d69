import type { Part, Row } from './side-by-side.ts'

/** What may be chosen as a whole; the words of the merge for it. */
export type Section =
  | 'name'
  | 'names'
  | 'channels'
  | 'roles'
  | 'places'
  | 'dates'
  | 'meeting'
  | 'words'
  | 'fields'
  | 'labels'

export type Choice = 'one' | 'both' | 'other'
export type Choices = { readonly [S in Section]?: Choice }

const sections: { readonly [P in Part]: Section } = {
  name: 'name',
  nickname: 'names',
  maiden: 'names',
  prefix: 'names',
  suffix: 'names',
  mail: 'channels',
  phone: 'channels',
  link: 'channels',
  message: 'channels',
  role: 'roles',
  place: 'places',
  date: 'dates',
  met: 'meeting',
  words: 'words',
  field: 'fields',
  label: 'labels',
}

export function sectionOf({ part }: Pick<Row, 'part'>): Section {
  return sections[part]
}

/** A list is known by one name, and there is one story of how you met. */
const onlyOne: ReadonlySet<Section> = new Set(['name', 'meeting'])

export function answersFor(section: Section): readonly Choice[] {
  return onlyOne.has(section) ? ['one', 'other'] : ['one', 'both', 'other']
}

/** What holds while nobody chooses: everything, under the name of the first. */
export function usually(section: Section): Choice {
  return onlyOne.has(section) ? 'one' : 'both'
}

/** The sections in which each of the two says something that the other does not. */
export function competing(rows: readonly Row[]): ReadonlySet<Section> {
  const says = (side: 'one' | 'other') =>
    new Set(
      rows
        .filter((row) => row.verdict !== 'same' && row[side] !== null)
        .map((row) => sectionOf(row)),
    )
  const other = says('other')
  return new Set([...says('one')].filter((section) => other.has(section)))
}

/** Rows of one section beside each other, so that one choice stands below them. */
export function bySection(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...Map.groupBy(rows, sectionOf).values()]
}

/** For `people.merge`: only what differs from what holds anyway. */
export function choicesGiven(
  choices: Choices,
  { one, other }: { readonly one: string; readonly other: string },
): Partial<Record<Section, string>> {
  const ids = { one, other, both: 'both' }
  return Object.fromEntries(
    Object.entries(choices).flatMap(([section, choice]) =>
      isSection(section) && choice !== usually(section) ? [[section, ids[choice]]] : [],
    ),
  )
}

function isSection(name: string): name is Section {
  return Object.values(sections).some((section) => section === name)
}
