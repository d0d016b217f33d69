import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Person } from '../people/person.ts'
import { nameOf } from '../people/person.ts'
import type { Ground } from './ground.ts'
import { addressOf } from './letter.ts'

/** Who of several at the table is thanked; null where a letter is for the whole table. Throws `letter.not-at-table`. */
export function oneOfSeveral(
  { people }: Ground,
  template: TemplateCode,
  to: PersonId | undefined,
): PersonId | null {
  if (to === undefined || template !== 'thanks') return null
  const one = people.find((person) => person.id === to)
  if (one) return people.length > 1 ? one.id : null
  throw new Problem('letter.not-at-table', 'They were not at that table.', {
    safe: 'Nothing was changed.',
    mend: `Those who were: ${people.map((person) => `${nameOf(person)} (${person.id})`).join(', ')}`,
  })
}

/**
 * What a letter to one of them may be made of: what they are known to have said, or were promised. A line that names
 * nobody may be another's.
 */
export function groundFor(table: Ground, one: PersonId): Ground {
  const isOne = (person: Person) => person.id === one
  const people = table.people.filter(isOne)
  const others = new Set(table.people.filter((person) => !isOne(person)).map(addressOf))
  const theirs = new Set(people.map(addressOf).filter((name) => !others.has(name)))
  const lines = table.lines.filter(({ speaker }) => speaker !== null && theirs.has(speaker))
  return { ...table, people, lines }
}
