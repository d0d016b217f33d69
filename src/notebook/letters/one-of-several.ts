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

/** What a letter to one of them may be made of: nothing that another at the table said, or was promised. */
export function groundFor(table: Ground, one: PersonId): Ground {
  const isOne = (person: Person) => person.id === one
  const others = new Set(table.people.filter((person) => !isOne(person)).map(addressOf))
  return {
    ...table,
    people: table.people.filter(isOne),
    lines: table.lines.filter(({ speaker }) => speaker === null || !others.has(speaker)),
  }
}
