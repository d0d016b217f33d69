import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { viewsOf } from '../people/groups.store.ts'
import { toldBy } from '../people/merged.ts'
import type { Person } from '../people/person.ts'
import { type Card, cardsThere } from './contacts.store.ts'

/** By which number somebody goes out themselves: with their card, and with what is our own. */
export interface OutNumbers {
  readonly uid: string
  readonly id: PersonId
}

/** Of everybody who introduced one of these people, by the id that stands there. */
export async function introducersOf(
  db: Database,
  owner: OwnerId,
  people: readonly Pick<Person, 'meeting'>[],
): Promise<Map<PersonId, OutNumbers>> {
  const ids = [...new Set(people.flatMap(({ meeting }) => meeting.through ?? []))]
  if (ids.length === 0) return new Map()
  const views = await viewsOf(db, owner, ids)
  const records = [...views.values()].flatMap((view) => toldBy(view.records))
  const cards = await cardsThere(
    db,
    owner,
    records.map((record) => record.id),
  )
  return new Map(
    [...views].map(([through, { shown, records: all }]) => {
      const own = toldBy(all).flatMap((record) => cards.get(record.id) ?? [])
      return [through, { id: shown.id, uid: uidOf(own) ?? shown.id }]
    }),
  )
}

/** The first card that another program gave is the one that goes out, with its number. */
function uidOf(cards: readonly Card[]): string | null {
  const first = cards.find(({ content }) => content !== null)
  const key = first?.keys.find((one) => one.startsWith('uid:'))
  return key?.slice('uid:'.length) ?? null
}
