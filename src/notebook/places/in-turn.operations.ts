import { compare } from '../../kit/order.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Organisation } from '../nouns/noun.ts'
import { groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { peopleAt } from '../organisations/organisations.store.ts'
import { turnOf, wishAmong } from './place.ts'

interface InTurn {
  readonly house: Organisation
  readonly turn: string
}

/** Those of these houses that are wanted, as they stand in the list. For it nobody is read: the index says where anybody is known. */
export async function inTurn(ctx: Reading, houses: readonly Organisation[]): Promise<InTurn[]> {
  const { db, owner } = ctx
  const open = houses.filter(({ binnedOn }) => binnedOn === null)
  const groups = await groupsOf(
    db,
    owner,
    open.map(({ id }) => id),
  )
  const among = (house: Organisation) => groups.get(house.id) ?? [house.id]
  const merged = await loadAll(
    db,
    owner,
    organisationKind,
    open.flatMap((house) => among(house).slice(1)),
  )
  const there = await peopleAt(db, owner, open.flatMap(among))
  return open
    .flatMap((house) => {
      const others = among(house).flatMap((one) => merged.get(one) ?? [])
      const wish = wishAmong(house, others)
      if (wish === null) return []
      const isKnown = among(house).some((one) => there.has(one))
      const { id, name } = house
      return [{ house, turn: turnOf({ id, name, ...wish, isKnown }) }]
    })
    .toSorted((one, other) => compare(one.turn, other.turn))
}
