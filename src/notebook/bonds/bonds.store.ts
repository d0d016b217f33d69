import type { BondId, OwnerId, PersonId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import {
  type Bond,
  type Distinct,
  groupsFrom,
  pairKey,
  type Parted,
  peopleOfBond,
} from '../people/bond.ts'
import {
  bondDocs,
  bondIdsOf,
  headsOf,
  membersOf,
  sameBondsOf,
  withTheirGroups,
} from '../people/groups.store.ts'
import { reindexPeople } from '../people/person-index.store.ts'

export const bondKind: Kind<Bond> = { ...bondDocs, index: indexBonds }

/** Who is one with whom follows from the bonds; what lists show of people follows from that. */
async function indexBonds(db: Database, owner: OwnerId, bonds: Kept<Bond>): Promise<void> {
  const ids = [...bonds.keys()].map((one) => id('bond', one))
  const before = await joinedBy(db, owner, ids)
  await removeRows(db, owner, { table: 'bond_people', column: 'bond_id' }, ids)
  const kept = [...bonds.values()].filter((bond) => bond !== null)
  await addRows(
    db,
    'bond_people',
    kept.flatMap((bond) =>
      [...new Set(peopleOfBond(bond))].map((person_id) => ({
        owner_id: owner,
        person_id,
        bond_id: bond.id,
        kind: bond.kind,
      })),
    ),
  )
  const after = kept.flatMap((bond) => (bond.kind === 'same' ? bond.people : []))
  await regroup(db, owner, [...new Set([...before, ...after])])
}

async function joinedBy(
  db: Database,
  owner: OwnerId,
  bonds: readonly BondId[],
): Promise<PersonId[]> {
  const found = new Set<PersonId>()
  for (const some of inSlices(bonds)) {
    const rows = await db
      .selectFrom('bond_people')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('bond_id', 'in', some)
      .where('kind', '=', 'same')
      .execute()
    for (const { person_id } of rows) found.add(person_id)
  }
  return [...found]
}

async function regroup(db: Database, owner: OwnerId, touched: readonly PersonId[]): Promise<void> {
  if (touched.length === 0) return
  const people = new Set(await withTheirGroups(db, owner, touched))
  const bonds = await bondsReachedFrom(db, owner, people)
  const all = [...people]
  await removeRows(db, owner, { table: 'person_groups', column: 'person_id' }, all)
  await addRows(
    db,
    'person_groups',
    groupsFrom(bonds).flatMap(({ head, members }) =>
      members.map((person_id) => ({ owner_id: owner, person_id, head_id: head })),
    ),
  )
  await reindexPeople(db, owner, all)
}

/** The bonds among these people and all whom they lead to, who are added. */
async function bondsReachedFrom(db: Database, owner: OwnerId, people: Set<PersonId>) {
  const bonds = new Map<string, Awaited<ReturnType<typeof sameBondsOf>>[number]>()
  for (let ahead = [...people]; ahead.length > 0;) {
    const found = await sameBondsOf(db, owner, ahead)
    const fresh = found.filter((bond) => !bonds.has(bond.id))
    for (const bond of fresh) bonds.set(bond.id, bond)
    ahead = [...new Set(fresh.flatMap((bond) => bond.people))].filter((one) => !people.has(one))
    for (const one of ahead) people.add(one)
  }
  return [...bonds.values()]
}

/**
 * Pairs known to be two people, as `pairKey` writes them: by the records that were spoken of, and by the people under
 * whom these are shown now. Without `ids` all of them.
 */
export async function distinctPairs(
  db: Database,
  owner: OwnerId,
  ids?: readonly PersonId[],
): Promise<Set<string>> {
  const bonds = await distinctBonds(db, owner, ids)
  const heads = await headsOf(db, owner, [...new Set(bonds.flatMap(peopleOfBond))])
  return new Set(
    bonds.flatMap(({ people, others }) =>
      people.flatMap((one) =>
        others.flatMap((other) => [
          pairKey(one, other),
          pairKey(heads.get(one) ?? one, heads.get(other) ?? other),
        ]),
      ),
    ),
  )
}

export async function distinctBonds(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[] | undefined,
): Promise<Distinct[]> {
  const bonds = ids
    ? await bondIdsOf(db, owner, 'distinct', await withTheirGroups(db, owner, ids))
    : await allOfKind(db, owner, 'distinct')
  const found = await loadAll(db, owner, bondKind, bonds)
  return [...found.values()].filter((bond) => bond.kind === 'distinct')
}

function speaksOf(side: readonly PersonId[], group: readonly PersonId[]): boolean {
  return side.some((person) => group.includes(person))
}

/** What says that these two are not the same. */
export async function distinctBondsBetween(
  db: Database,
  owner: OwnerId,
  one: PersonId,
  other: PersonId,
): Promise<Distinct[]> {
  const groups = await membersByRecord(db, owner, [one, other])
  const [here, there] = [groups.get(one) ?? [one], groups.get(other) ?? [other]]
  return (await distinctBonds(db, owner, [one, other])).filter(
    ({ people, others }) =>
      (speaksOf(people, here) && speaksOf(others, there)) ||
      (speaksOf(people, there) && speaksOf(others, here)),
  )
}

async function membersByRecord(db: Database, owner: OwnerId, ids: readonly PersonId[]) {
  const heads = await headsOf(db, owner, ids)
  const members = await membersOf(db, owner, [...new Set(heads.values())])
  return new Map([...heads].map(([one, head]) => [one, members.get(head) ?? [one]]))
}

async function allOfKind(db: Database, owner: OwnerId, kind: Bond['kind']): Promise<string[]> {
  const rows = await db
    .selectFrom('bond_people')
    .select('bond_id')
    .distinct()
    .where('owner_id', '=', owner)
    .where('kind', '=', kind)
    .orderBy('bond_id')
    .execute()
  return rows.map(({ bond_id }) => bond_id)
}

/** Everything that says of these people whom they are one with, and whom not. */
export async function bondsAbout(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<string[]> {
  const found: string[] = []
  for (const kind of ['same', 'distinct', 'parted'] as const) {
    found.push(...(await bondIdsOf(db, owner, kind, people)))
  }
  return found
}

/** What was said of partings of these people and may be forgotten when they become one again. */
export async function partedBonds(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Parted[]> {
  const ids = await bondIdsOf(db, owner, 'parted', people)
  const found = await loadAll(db, owner, bondKind, ids)
  return [...found.values()].filter((bond) => bond.kind === 'parted')
}
