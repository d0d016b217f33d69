import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import type { Organisation } from '../nouns/noun.ts'
import { groupsOf } from '../nouns/nouns.store.ts'
import { peopleAt } from '../organisations/organisations.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { nameOf, type Person, type Role } from '../people/person.ts'

/** Somebody who works at a house, or did, and what ties the owner to them. */
interface Colleague {
  readonly person: { readonly id: PersonId; readonly name: string; readonly spokeOn: Day | null }
  readonly role: string | null
  readonly now: boolean
  readonly until: string | null
  readonly through: string | null
}

export type Colleagues = readonly Colleague[]

/** Whom one knows at each of these houses by any of its names: who is there now first, then by the last talk, by name. */
export async function colleaguesAt(
  ctx: Reading,
  houses: readonly Organisation[],
): Promise<ReadonlyMap<string, Colleagues>> {
  const { db, owner } = ctx
  const groups = await groupsOf(
    db,
    owner,
    houses.map(({ id }) => id),
  )
  const there = await peopleAt(db, owner, [...groups.values()].flat())
  const ids = [...new Set([...there.values()].flat())]
  const people = await shownPeople(db, owner, ids)
  const rows = await rowsByRecord(db, owner, ids)
  const names = await namesOfThose(
    ctx,
    [...people.values()].flatMap(({ meeting }) => meeting.through ?? []),
  )
  return new Map(
    [...groups].map(([house, group]) => {
      const own = new Set(group)
      const found = [...new Set(group.flatMap((one) => there.get(one) ?? []))]
      const colleagues = found.flatMap((one) => {
        const person = people.get(one)
        if (!person || person.binnedOn) return []
        const spokeOn = rows.get(one)?.spokeOn ?? null
        return tieTo(person, own, { spokeOn, names })
      })
      return [house, colleagues.toSorted(byNearness)]
    }),
  )
}

async function namesOfThose(ctx: Reading, ids: readonly PersonId[]) {
  const rows = await rowsByRecord(ctx.db, ctx.owner, [...new Set(ids)])
  return new Map([...rows].map(([one, { name }]) => [one, name]))
}

function tieTo(
  person: Person,
  house: ReadonlySet<string>,
  known: { readonly spokeOn: Day | null; readonly names: ReadonlyMap<PersonId, string> },
): Colleague[] {
  const roles = person.roles.filter(
    ({ organisationId }) => organisationId !== null && house.has(organisationId),
  )
  const role = roles.find(({ to }) => to === null) ?? roles.toSorted(byEnd)[0]
  if (!role) return []
  const { through } = person.meeting
  return [
    {
      person: { id: person.id, name: nameOf(person), spokeOn: known.spokeOn },
      role: role.title,
      now: role.to === null,
      until: role.to,
      through: through && (known.names.get(through) ?? null),
    },
  ]
}

/** The role that ended last comes first. */
function byEnd(one: Role, other: Role): number {
  return compare(other.to ?? '', one.to ?? '')
}

function byNearness(one: Colleague, other: Colleague): number {
  return (
    Number(other.now) - Number(one.now) ||
    compare(other.person.spokeOn ?? '', one.person.spokeOn ?? '') ||
    compare(fold(one.person.name) + one.person.id, fold(other.person.name) + other.person.id)
  )
}
