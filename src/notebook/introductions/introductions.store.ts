import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, lookUp, removeRows } from '../../platform/database/rows.ts'
import { type Kept, type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import { headsOf } from '../people/groups.store.ts'
import { type Introduction, peopleIn, withPeople } from './introduction.ts'

export const introductionKind: Kind<Introduction> = {
  name: 'introduction',
  table: 'introductions',
  binnedOn: () => null,
  index: indexIntroductions,
}

async function indexIntroductions(
  db: Database,
  owner: OwnerId,
  introductions: Kept<Introduction>,
): Promise<void> {
  const from = { table: 'introduction_people', column: 'introduction_id' } as const
  await removeRows(db, owner, from, [...introductions.keys()])
  const kept = [...introductions.values()].filter((one) => one !== null)
  const rows = kept.flatMap((one) =>
    peopleIn(one).map((person) => ({
      owner_id: owner,
      introduction_id: one.id,
      person_id: person,
    })),
  )
  await addRows(db, 'introduction_people', rows)
}

/** More than anybody brings together. */
const readAtMost = 2000

/** All of them as they are kept, the one begun last first. */
export async function allIntroductions(db: Database, owner: OwnerId): Promise<Introduction[]> {
  const page = { after: '', limit: readAtMost }
  const ids = await pageOfIds(db, owner, introductionKind, page)
  return [...(await loadAll(db, owner, introductionKind, ids)).values()].toReversed()
}

/** Those in which one of these records takes part. */
export async function introductionsWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Introduction[]> {
  const ids = await introductionIdsWith(db, owner, people)
  return [...(await loadAll(db, owner, introductionKind, ids)).values()]
}

export async function introductionIdsWith(
  db: Database,
  owner: OwnerId,
  people: readonly string[],
): Promise<string[]> {
  const from = {
    table: 'introduction_people',
    column: 'person_id',
    gives: 'introduction_id',
  } as const
  return [...new Set(await lookUp(db, owner, from, people))].toSorted()
}

/** With everybody under the one they are shown as. */
export async function withHeadsOf(
  db: Database,
  owner: OwnerId,
  introductions: readonly Introduction[],
): Promise<Introduction[]> {
  const heads = await headsOf(db, owner, [...new Set(introductions.flatMap(peopleIn))])
  return introductions.map((one) => withPeople(one, (person) => heads.get(person) ?? person))
}
