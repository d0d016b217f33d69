import type { Field, LinkRecord } from '../../src/craft/linkage/records.ts'
import { diceFor } from '../../src/notebook/sample/generated.ts'
import { type Card, type Case, cases, contactFields, firstCard, secondCard } from './cards.ts'
import { pick } from './dice.ts'
import { denseNames, publishedNames } from './names.ts'
import { housemate, namesake, officesFor, somebody, type Somebody } from './somebody.ts'

export interface MadeUpBook {
  readonly records: readonly LinkRecord[]
  readonly fields: readonly Field[]
  /** By id of a card, who it is of. */
  readonly entities: ReadonlyMap<string, string>
  /** By id of a second card, how it came about and which card it repeats. */
  readonly cases: ReadonlyMap<string, { readonly case: Case; readonly of: string }>
}

/** Names as frequent as among people; or few names, and one person in a hundred with a namesake made on purpose. */
export type BookKind = 'as published' | 'dense namesakes'

/**
 * An address book of about so many cards, the same for the same seed: a quarter of the cards repeat somebody, one
 * person in eight lives with another of the book, offices share a switchboard, some namesakes are two. Nobody comes
 * twice in the same way: nobody marries twice.
 */
export function madeUpBook(size: number, kind: BookKind = 'as published', seed = 1): MadeUpBook {
  const dense = kind === 'dense namesakes'
  const dice = diceFor(seed * 7919 + size)
  const records: LinkRecord[] = []
  const entities = new Map<string, string>()
  const told = new Map<string, { readonly case: Case; readonly of: string }>()
  const offices = officesFor(
    dice,
    Math.max(4, Math.ceil(size / 40)),
    dense ? denseNames : publishedNames,
  )
  const mailboxes = new Set<string>()
  let people = 0

  /** No house gives one address to two; whoever comes second gets a number. */
  function withOwnMail(person: Somebody): Somebody {
    const taken = mailboxes.has(person.workMail)
    const workMail = taken ? person.workMail.replace('@', `${people}@`) : person.workMail
    mailboxes.add(workMail)
    return { ...person, workMail }
  }

  function put(card: Card, entity: string): string {
    const id = `card-${String(Math.floor(dice() * 1e9)).padStart(9, '0')}-${records.length}`
    records.push({ id, values: card })
    entities.set(id, entity)
    return id
  }

  function putPerson(somebodyNew: Somebody): void {
    const person = withOwnMail(somebodyNew)
    const entity = `person-${(people += 1)}`
    const first = put(firstCard(person, dice), entity)
    const ways = new Set(cases)
    while (dice() < 0.26) {
      const way = pick([...ways], dice)
      ways.delete(way)
      const card = secondCard(way, person, dice)
      if (!card) continue
      const id = put(card.second, entity)
      if (card.first) told.set(id, { case: way, of: put(card.first, entity) })
      else told.set(id, { case: way, of: first })
    }
  }

  while (records.length < size) {
    const person = somebody(dice, pick(offices, dice), people)
    putPerson(person)
    if (dice() < 0.12)
      putPerson(housemate(person, dice, { office: pick(offices, dice), number: 300_000 + people }))
    if (dense && dice() < 0.01)
      putPerson(namesake(person, dice, { office: pick(offices, dice), number: 450_000 + people }))
  }
  return { records, fields: contactFields, entities, cases: told }
}
