import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import { mailOf } from '../letters/letter.ts'
import { isMailAddress } from '../mail/account.ts'
import { nameOf, type Person } from '../people/person.ts'

export interface Recipient {
  readonly person: PersonId
  readonly name: string
  readonly address: string
}

/** Whom of these people one letter can go to: those with an address that is one and no more. */
export function recipientsAmong(people: readonly Person[]): readonly Recipient[] {
  return people.flatMap((person) => {
    const address = mailOf(person)?.trim() ?? ''
    return isMailAddress(address) ? [{ person: person.id, name: nameOf(person), address }] : []
  })
}

/** The one it goes to. Throws `letter.no-address`, or `letter.several` where it must be said which of them. */
export function recipientOf(people: readonly Person[], wanted: PersonId | undefined): Recipient {
  const all = recipientsAmong(people)
  const chosen = wanted === undefined ? all : all.filter(({ person }) => person === wanted)
  const [one, another] = chosen
  if (!one) {
    throw new Problem('letter.no-address', 'There is no address that this letter could go to.', {
      safe: 'Your words are kept.',
      mend: 'Write their mail address down, one and no more: name@example.org',
    })
  }
  if (!another) return one
  throw new Problem('letter.several', 'A letter goes to one person; say to which of them.', {
    safe: 'Your words are kept.',
    mend: `Those there are: ${chosen.map(({ name, person }) => `${name} (${person})`).join(', ')}`,
  })
}
