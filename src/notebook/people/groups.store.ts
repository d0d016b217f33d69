import { id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { ThingTable } from '../../platform/database/tables/notebook.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import { type Bond, type Group, groupsFrom, headFirst, type Same } from './bond.ts'
import { mergedView, type Shown } from './merged.ts'
import type { Person } from './person.ts'
import { recordInWords, type RecordOfPerson, sourcesOf } from './records.ts'

/** For reading documents alone: who keeps one goes through `personKind` and `bondKind`, which keep the indexes too. */
export const personDocs = docsOf<Person>('person', 'people')
export const bondDocs = docsOf<Bond>('bond', 'bonds')
/** Of an import only the name of its file is asked here. */
const importDocs = docsOf<{ readonly file: string }>('import', 'imports')

function docsOf<Doc>(name: string, table: ThingTable): Kind<Doc> {
  return {
    name,
    table,
    binnedOn: () => null,
    index: () => {
      throw new Error(`${name} is only read by this kind`)
    },
  }
}

/** Each of these with the one under whom they are shown: themselves, where they stand alone. */
export async function headsOf(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> {
  const heads = new Map(ids.map((one) => [one, one]))
  for (const some of inSlices([...heads.keys()])) {
    const rows = await db
      .selectFrom('person_groups')
      .select(['person_id', 'head_id'])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const { person_id, head_id } of rows) heads.set(person_id, head_id)
  }
  return heads
}

/** The records of each of these people, the head first; only the head where there are no others. */
export async function membersOf(
  db: Database,
  owner: OwnerId,
  heads: readonly PersonId[],
): Promise<Map<PersonId, PersonId[]>> {
  const found = new Map(heads.map((head) => [head, [head]]))
  for (const some of inSlices([...found.keys()])) {
    const rows = await db
      .selectFrom('person_groups')
      .select(['person_id', 'head_id'])
      .where('owner_id', '=', owner)
      .where('head_id', 'in', some)
      .execute()
    for (const { person_id, head_id } of rows) {
      if (person_id !== head_id) found.get(head_id)?.push(person_id)
    }
  }
  return new Map([...found].map(([head, members]) => [head, headFirst(head, members)]))
}

/** Everybody who is one with any of these, these included. */
export async function withTheirGroups(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const heads = await headsOf(db, owner, ids)
  const groups = await membersOf(db, owner, [...new Set(heads.values())])
  return [...new Set([...groups.values()].flat())]
}

/** The ids of the bonds of one kind that speak of any of these people. */
export async function bondIdsOf(
  db: Database,
  owner: OwnerId,
  kind: Bond['kind'],
  people: readonly PersonId[],
): Promise<string[]> {
  const found = new Set<string>()
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('bond_people')
      .select('bond_id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .where('kind', '=', kind)
      .execute()
    for (const { bond_id } of rows) found.add(bond_id)
  }
  return [...found].toSorted()
}

export async function sameBondsOf(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Same[]> {
  const ids = await bondIdsOf(db, owner, 'same', people)
  const bonds = await loadAll(db, owner, bondDocs, ids)
  return [...bonds.values()].filter((bond) => bond.kind === 'same')
}

/** The groups in which these people stand, by each of their members; who stands alone is not among them. */
export async function groupsAround(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Group>> {
  const grouped = new Set<PersonId>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('person_groups')
      .select('head_id')
      .distinct()
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const { head_id } of rows) grouped.add(head_id)
  }
  if (grouped.size === 0) return new Map()
  const members = await membersOf(db, owner, [...grouped])
  const bonds = await sameBondsOf(db, owner, [...members.values()].flat())
  return new Map(
    groupsFrom(bonds).flatMap((group) => group.members.map((one) => [one, group] as const)),
  )
}

/** Somebody as they are shown, with the records that say so. */
export interface View {
  readonly shown: Shown
  readonly group: Group | null
  readonly records: readonly Person[]
}

/** Each of these people as they are shown, by the id asked for; those who are not there are left out. */
export async function viewsOf(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
  known: Kept<Person> = new Map(),
): Promise<Map<PersonId, View>> {
  const groups = await groupsAround(db, owner, ids)
  const members = [...groups.values()].flatMap((group) => group.members)
  const wanted = [...new Set([...ids, ...members])]
  const loaded = await loadAll(
    db,
    owner,
    personDocs,
    wanted.filter((one) => !known.has(one)),
  )
  const record = (one: PersonId) => known.get(one) ?? loaded.get(one) ?? []
  const views = new Map<PersonId, View | null>()
  for (const group of new Set(groups.values())) {
    const records = group.members.flatMap(record)
    const shown = mergedView(group, records)
    views.set(group.head, shown && { shown, group, records })
  }
  return new Map(
    [...new Set(ids)].flatMap((one) => {
      const group = groups.get(one)
      const view = group ? views.get(group.head) : alone(record(one))
      return view ? [[one, view]] : []
    }),
  )
}

function alone(record: Person | readonly never[]): View | null {
  return 'id' in record ? { shown: record, group: null, records: [record] } : null
}

/** Each of these as they are shown, by the id asked for. */
export async function shownPeople(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Shown>> {
  const views = await viewsOf(db, owner, ids)
  return new Map([...views].map(([one, { shown }]) => [one, shown]))
}

export const personIdOf = (text: string): PersonId => id('person', text)

/** Where each of these records came from, in words. */
export async function recordsOf(
  db: Database,
  owner: OwnerId,
  records: readonly Person[],
): Promise<RecordOfPerson[]> {
  const imports = records.flatMap(sourcesOf).flatMap((source) => source.id ?? [])
  const found = await loadAll(db, owner, importDocs, [...new Set(imports)])
  const files = new Map([...found].map(([one, { file }]) => [one, file]))
  return records.map((record) => recordInWords(record, files))
}
