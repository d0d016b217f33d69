import type { Day } from '../../kit/days.ts'
import { id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { searchText } from '../../platform/database/search-text.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { nameWordsOf, variantsOf } from './name-search.ts'
import { forgetWords, nameWordsAmong } from './name-words.store.ts'
import { nameOf, type Person, roleLineOf } from './person.ts'

export const personKind: Kind<Person> = {
  name: 'person',
  table: 'people',
  binnedOn: (person) => person.binnedOn,
  index: indexPeople,
}

/** A line of the list of people: no more than the list shows. */
export interface PersonRow {
  readonly id: PersonId
  readonly name: string
  readonly line: string
  readonly spokeOn: Day | null
}

async function indexPeople(db: Database, owner: OwnerId, people: Kept<Person>): Promise<void> {
  const ids = [...people.keys()]
  const wordsBefore = await nameWordsAmong(db, owner, ids)
  for (const table of ['person_keys', 'person_order', 'name_words'] as const) {
    await removeRows(db, owner, { table, column: 'person_id' }, ids)
  }
  await removeRows(db, owner, { table: 'search_texts', column: 'id' }, ids)
  const kept = [...people.values()].filter((person) => person !== null)
  const spoke = await lastSpokeOn(
    db,
    owner,
    kept.map((person) => person.id),
  )
  await addRows(
    db,
    'person_order',
    kept.map((person) => ({
      owner_id: owner,
      person_id: person.id,
      name_key: orderKey(nameOf(person)),
      name: nameOf(person),
      line: roleLineOf(person),
      binned: person.binnedOn ? 1 : 0,
      spoke_day: spoke.get(person.id) ?? null,
    })),
  )
  await indexNamesAndKeys(
    db,
    owner,
    kept.filter((person) => person.binnedOn === null),
  )
  await forgetWords(db, owner, wordsBefore)
}

async function indexNamesAndKeys(
  db: Database,
  owner: OwnerId,
  people: readonly Person[],
): Promise<void> {
  const words = people.map((person) => [person.id, nameWordsOf(allNames(person))] as const)
  await addRows(
    db,
    'name_words',
    words.flatMap(([person_id, own]) => own.map((word) => ({ owner_id: owner, word, person_id }))),
  )
  const distinct = new Set(words.flatMap(([, own]) => own))
  await addRows(
    db,
    'name_variants',
    [...distinct].flatMap((word) =>
      variantsOf(word).map((variant) => ({ owner_id: owner, variant, word })),
    ),
  )
  await addRows(
    db,
    'person_keys',
    people.flatMap((person) =>
      keysOf(person).map(([kind, key]) => ({ owner_id: owner, kind, key, person_id: person.id })),
    ),
  )
  await addRows(
    db,
    'search_texts',
    people.map((person) => ({
      owner_id: owner,
      kind: 'person',
      id: person.id,
      folded: searchText(searchable(person)),
      day: null,
    })),
  )
}

function allNames(person: Person): string[] {
  return [nameOf(person), ...person.names.map((name) => name.text)]
}

function searchable(person: Person): string {
  return [
    ...allNames(person),
    ...person.roles.flatMap((role) => [role.title, role.organisation, role.department]),
    ...person.places.flatMap((place) => [place.locality, place.region, place.country]),
    ...person.channels.map((channel) => channel.value),
    ...person.labels.map((label) => label.word),
    person.meeting.place,
    person.meeting.words,
    person.words,
  ]
    .filter(Boolean)
    .join(' ')
}

/** By what lists of people are asked for. */
function keysOf(person: Person): [kind: string, key: string][] {
  const all: [string, string][] = [
    ...person.labels.map(({ word }): [string, string] => ['label', keyOf(word)]),
    ...person.fields.map(({ field }): [string, string] => ['field', field]),
    ...person.roles.flatMap(({ organisationId }): [string, string][] =>
      organisationId ? [['organisation', organisationId]] : [],
    ),
  ]
  return all.filter(([, key]) => key !== '')
}

/** Names in the order people look for them; those without one come last. */
function orderKey(name: string): string {
  const folded = fold(name)
  const key = /^[\p{L}\p{N}]/u.test(folded) ? folded : `\u{10ffff}${folded}`
  return [...key].slice(0, orderedBy).join('')
}

/** Nobody looks further; and PostgreSQL takes no key beyond 2,700 bytes. */
const orderedBy = 200

async function lastSpokeOn(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Day>> {
  const found = new Map<PersonId, Day>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('conversation_people as between')
      .innerJoin('conversation_life as life', (join) =>
        join
          .onRef('life.owner_id', '=', 'between.owner_id')
          .onRef('life.conversation_id', '=', 'between.conversation_id'),
      )
      .select((eb) => ['between.person_id', eb.fn.max('life.held_day').as('day')])
      .where('between.owner_id', '=', owner)
      .where('between.person_id', 'in', some)
      .groupBy('between.person_id')
      .execute()
    for (const { person_id, day } of rows) if (day) found.set(person_id, day)
  }
  return found
}

/** Brings the day you last spoke in line with the conversations there are. */
export async function refreshSpokeOn(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<void> {
  const spoke = await lastSpokeOn(db, owner, people)
  for (const person of people) {
    await db
      .updateTable('person_order')
      .set({ spoke_day: spoke.get(person) ?? null })
      .where('owner_id', '=', owner)
      .where('person_id', '=', person)
      .execute()
  }
}

export interface PeopleFilter {
  /** Ids that mean one field, after merges; the same for the organisation. */
  readonly fields?: readonly string[] | undefined
  readonly label?: string | undefined
  readonly organisations?: readonly string[] | undefined
  readonly spoken?: 'yes' | 'not-yet' | undefined
}

/** People in the order of their names; `after` is the last row's order key and id. */
export async function listPeople(
  db: Database,
  owner: OwnerId,
  filter: PeopleFilter,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<(PersonRow & { readonly key: string })[]> {
  let query = db
    .selectFrom('person_order')
    .select(['person_id', 'name', 'line', 'spoke_day', 'name_key'])
    .where('owner_id', '=', owner)
    .where('binned', '=', 0)
  const [key, last] = page.after ?? []
  if (key !== undefined && last !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('name_key', '>', key),
        eb.and([eb('name_key', '=', key), eb('person_id', '>', id('person', last))]),
      ]),
    )
  }
  if (filter.spoken)
    query = query.where('spoke_day', filter.spoken === 'yes' ? 'is not' : 'is', null)
  const wanted = [
    ['field', filter.fields],
    ['label', filter.label === undefined ? undefined : [keyOf(filter.label)]],
    ['organisation', filter.organisations],
  ] as const
  for (const [kind, keys] of wanted) {
    if (keys === undefined) continue
    query = query.where('person_id', 'in', (eb) =>
      eb
        .selectFrom('person_keys')
        .select('person_id')
        .where('owner_id', '=', owner)
        .where('kind', '=', kind)
        .where('key', 'in', keys),
    )
  }
  const rows = await query.orderBy('name_key').orderBy('person_id').limit(page.limit).execute()
  return rows.map((row) => ({ ...rowOf(row), key: row.name_key }))
}

export async function countPeople(db: Database, owner: OwnerId): Promise<number> {
  const row = await db
    .selectFrom('person_order')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('owner_id', '=', owner)
    .where('binned', '=', 0)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Rows in the order of the ids given. */
export async function peopleRows(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<PersonRow[]> {
  const rows = new Map<string, PersonRow>()
  for (const some of inSlices(ids)) {
    const found = await db
      .selectFrom('person_order')
      .select(['person_id', 'name', 'line', 'spoke_day'])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const row of found) rows.set(row.person_id, rowOf(row))
  }
  return ids.flatMap((one) => rows.get(one) ?? [])
}

function rowOf(row: {
  person_id: PersonId
  name: string
  line: string
  spoke_day: Day | null
}): PersonRow {
  return { id: row.person_id, name: row.name, line: row.line, spokeOn: row.spoke_day }
}

/** Everybody's labels with how many carry them, and one of these, who knows how the label is written. */
export async function labelsInUse(
  db: Database,
  owner: OwnerId,
): Promise<{ key: string; people: number; one: PersonId }[]> {
  const rows = await db
    .selectFrom('person_keys')
    .select((eb) => [
      'key',
      eb.fn.countAll<number>().as('people'),
      eb.fn.min('person_id').as('one'),
    ])
    .where('owner_id', '=', owner)
    .where('kind', '=', 'label')
    .groupBy('key')
    .orderBy('key')
    .execute()
  return rows
}

export async function loadPeople(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<string, Person>> {
  return loadAll(db, owner, personKind, ids)
}
