import type { FieldId, OrganisationId, OwnerId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import { type Field, keyOf, type Noun, namesOf, type Organisation } from './noun.ts'

export type NounWord = 'field' | 'organisation' | 'topic'

function nounKind<N extends Noun>(
  name: NounWord,
  table: 'fields' | 'organisations' | 'topics',
): Kind<N> & { readonly name: NounWord } {
  return {
    name,
    table,
    binnedOn: (noun) => noun.binnedOn,
    index: (db, owner, nouns) => indexNouns(db, owner, name, nouns),
  }
}

export const fieldKind = nounKind<Field>('field', 'fields')
const organisations = nounKind<Organisation>('organisation', 'organisations')
export const organisationKind: typeof organisations = {
  ...organisations,
  async index(db, owner, nouns) {
    await organisations.index(db, owner, nouns)
    await indexWishes(db, owner, nouns)
  },
}
export const topicKind = nounKind<Noun>('topic', 'topics')

async function indexNouns(
  db: Database,
  owner: OwnerId,
  kind: NounWord,
  nouns: Kept<Noun>,
): Promise<void> {
  const ids = [...nouns.keys()]
  await removeRows(db, owner, { table: 'noun_keys', column: 'id' }, ids)
  await removeRows(db, owner, { table: 'noun_merges', column: 'id' }, ids)
  const rows = [...nouns.values()].flatMap((noun) =>
    noun === null || noun.binnedOn
      ? []
      : [...new Set(namesOf(noun).map(keyOf))].map((key) => ({
          owner_id: owner,
          kind,
          key,
          id: noun.id,
        })),
  )
  await addRows(db, 'noun_keys', rows)
  const merges = [...nouns.values()].flatMap((noun) =>
    noun?.mergedInto && !noun.binnedOn
      ? [{ owner_id: owner, into_id: noun.mergedInto, id: noun.id }]
      : [],
  )
  await addRows(db, 'noun_merges', merges)
}

async function indexWishes(
  db: Database,
  owner: OwnerId,
  houses: Kept<Organisation>,
): Promise<void> {
  await removeRows(db, owner, { table: 'wished', column: 'organisation_id' }, [...houses.keys()])
  const rows = [...houses.values()].flatMap((one) =>
    one?.wish && !one.binnedOn ? [{ owner_id: owner, organisation_id: one.id }] : [],
  )
  await addRows(db, 'wished', rows)
}

/** The things that go by these names, keyed as `keyOf` does; merged ones give the one they were merged into. */
export async function nounsByKey<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N> & { readonly name: NounWord },
  keys: readonly string[],
): Promise<Map<string, N>> {
  const ids = new Map<string, string>()
  for (const some of inSlices(keys)) {
    const rows = await db
      .selectFrom('noun_keys')
      .select(['key', 'id'])
      .where('owner_id', '=', owner)
      .where('kind', '=', kind.name)
      .where('key', 'in', some)
      .orderBy('id', 'desc')
      .execute()
    // Two may bear one name, as when one comes back from the bin: the older is meant.
    for (const row of rows) ids.set(row.key, row.id)
  }
  const nouns = await followMerges(db, owner, kind, [...new Set(ids.values())])
  return new Map([...ids].flatMap(([key, one]) => (nouns.has(one) ? [[key, nouns.get(one)!]] : [])))
}

/** Each id with the noun it leads to in the end. Where merges run in a circle, each is its own end. */
export async function followMerges<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
  ids: readonly string[],
): Promise<Map<string, N>> {
  const known = new Map<string, N>()
  for (let ahead = ids; ahead.length > 0;) {
    for (const [one, noun] of await loadAll(db, owner, kind, ahead)) known.set(one, noun)
    const further = [...known.values()].flatMap((noun) => noun.mergedInto ?? [])
    ahead = [...new Set(further)].filter((one) => !known.has(one))
  }
  return new Map(
    ids.flatMap((one) => {
      const noun = known.get(one)
      const end = noun && endOf(noun, known)
      return end ? [[one, end]] : []
    }),
  )
}

function endOf<N extends Noun>(noun: N, known: ReadonlyMap<string, N>): N | undefined {
  const passed = new Set<string>()
  let at: N | undefined = noun
  while (at?.mergedInto) {
    if (passed.has(at.id)) return noun
    passed.add(at.id)
    at = known.get(at.mergedInto)
  }
  return at
}

/** The noun itself and all that were merged into it, in any depth. */
export async function groupOf<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
  noun: N,
): Promise<N[]> {
  const ids = (await groupsOf(db, owner, [noun.id])).get(noun.id) ?? []
  return [noun, ...(await loadAll(db, owner, kind, ids.slice(1))).values()]
}

/** The ids that mean each of these nouns: its own first, then those of all that were merged into it. */
export async function groupsOf(
  db: Database,
  owner: OwnerId,
  nouns: readonly string[],
): Promise<Map<string, string[]>> {
  const groups = new Map(nouns.map((one) => [one, new Set([one])]))
  const within = new Map(nouns.map((one) => [one, [one]]))
  for (let ahead: readonly string[] = nouns; ahead.length > 0;) {
    const found = await mergedInto(db, owner, ahead)
    ahead = found.flatMap(({ id: one, into }) => {
      const fresh = (within.get(into) ?? []).filter((group) => !groups.get(group)?.has(one))
      for (const group of fresh) groups.get(group)?.add(one)
      within.set(one, [...(within.get(one) ?? []), ...fresh])
      return fresh.length ? [one] : []
    })
  }
  return new Map([...groups].map(([one, group]) => [one, [...group]]))
}

async function mergedInto(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<{ id: string; into: string }[]> {
  const found: { id: string; into: string }[] = []
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('noun_merges')
      .select(['id', 'into_id as into'])
      .where('owner_id', '=', owner)
      .where('into_id', 'in', some)
      .orderBy('id')
      .execute()
    found.push(...rows)
  }
  return found
}

/** Fields, topics and organisations are few enough to be read whole; people and lines are not. */
export async function allNouns<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
): Promise<N[]> {
  const rows = await db
    .selectFrom(kind.table)
    .select('id')
    .where('owner_id', '=', owner)
    .where('binned_on', 'is', null)
    .execute()
  const found = await loadAll(
    db,
    owner,
    kind,
    rows.map((row) => row.id),
  )
  return [...found.values()].toSorted(byName)
}

function byName(one: Noun, other: Noun): number {
  const [here, there] = [keyOf(one.name) + one.id, keyOf(other.name) + other.id]
  if (here === there) return 0
  return here < there ? -1 : 1
}

export const fieldIdOf = (noun: Noun): FieldId => id('field', noun.id)
export const organisationIdOf = (noun: Noun): OrganisationId => id('organisation', noun.id)
