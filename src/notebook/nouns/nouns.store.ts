import type { FieldId, OrganisationId, OwnerId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, load, loadAll } from '../../platform/database/things.ts'
import { type Field, keyOf, type Noun, namesOf } from './noun.ts'

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
export const organisationKind = nounKind<Noun>('organisation', 'organisations')
export const topicKind = nounKind<Noun>('topic', 'topics')

async function indexNouns(
  db: Database,
  owner: OwnerId,
  kind: NounWord,
  nouns: Kept<Noun>,
): Promise<void> {
  await removeRows(db, owner, { table: 'noun_keys', column: 'id' }, [...nouns.keys()])
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
      .execute()
    for (const row of rows) ids.set(row.key, row.id)
  }
  const nouns = await followMerges(db, owner, kind, [...new Set(ids.values())])
  return new Map([...ids].flatMap(([key, one]) => (nouns.has(one) ? [[key, nouns.get(one)!]] : [])))
}

/** Each id with the noun it leads to in the end. */
export async function followMerges<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
  ids: readonly string[],
): Promise<Map<string, N>> {
  const found = await loadAll(db, owner, kind, ids)
  const merged = [...found.values()].flatMap((noun) => noun.mergedInto ?? [])
  if (merged.length === 0) return found
  const further = await followMerges(db, owner, kind, [...new Set(merged)])
  return new Map(
    [...found].flatMap(([one, noun]) => {
      const end = noun.mergedInto ? further.get(noun.mergedInto) : noun
      return end ? [[one, end]] : []
    }),
  )
}

/** The noun itself and all that were merged into it, in any depth. */
export async function groupOf<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
  noun: N,
): Promise<N[]> {
  const all = await allNouns(db, owner, kind)
  const group = [noun]
  for (const one of group) group.push(...all.filter(({ mergedInto }) => mergedInto === one.id))
  return group
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
  return [...found.values()].toSorted((a, b) => (keyOf(a.name) < keyOf(b.name) ? -1 : 1))
}

export async function findNoun<N extends Noun>(
  db: Database,
  owner: OwnerId,
  kind: Kind<N>,
  one: string,
): Promise<N | null> {
  return load(db, owner, kind, one)
}

export const fieldIdOf = (noun: Noun): FieldId => id('field', noun.id)
export const organisationIdOf = (noun: Noun): OrganisationId => id('organisation', noun.id)
