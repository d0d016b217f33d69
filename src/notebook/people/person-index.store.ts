import type { Day } from '../../kit/days.ts'
import type { OwnerId, PersonId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { searchText } from '../../platform/database/search-text.ts'
import { inSlices, type Kept, loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { membersOf, headsOf, personDocs, personIdOf, type View, viewsOf } from './groups.store.ts'
import { namesOfRecords, toldBy } from './merged.ts'
import { nameWordsOf } from './name-search.ts'
import { addVariants, forgetWords, nameWordsAmong } from './name-words.store.ts'
import { nameOf, type Person, roleLineOf } from './person.ts'
import { reachKeysOf } from './reach-keys.ts'

/** Index rows stand under the id that a person is shown by, made from all their records. */
export async function indexPeople(
  db: Database,
  owner: OwnerId,
  people: Kept<Person>,
): Promise<void> {
  const ids = [...people.keys()].map(personIdOf)
  const views = await viewsOf(db, owner, ids, people)
  const members = [...views.values()].flatMap(({ group }) => group?.members ?? [])
  const touched = [...new Set([...ids, ...members])]
  const wordsBefore = await nameWordsAmong(db, owner, touched)
  for (const table of ['person_keys', 'person_order', 'name_words'] as const) {
    await removeRows(db, owner, { table, column: 'person_id' }, touched)
  }
  await removeRows(db, owner, { table: 'search_texts', column: 'id' }, touched)
  await addViews(db, owner, [...new Set(views.values())])
  await forgetWords(db, owner, wordsBefore)
}

/** Makes the index rows of these people anew, as when they become one or are parted. */
export async function reindexPeople(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<void> {
  const found = await loadAll(db, owner, personDocs, ids)
  await indexPeople(db, owner, new Map(ids.map((one) => [one, found.get(one) ?? null])))
}

async function addViews(db: Database, owner: OwnerId, views: readonly View[]): Promise<void> {
  const spoke = await lastSpokeOn(
    db,
    owner,
    views.flatMap(({ shown, group }) => group?.members ?? [shown.id]),
  )
  await addRows(
    db,
    'person_order',
    views.map(({ shown, group }) => ({
      owner_id: owner,
      person_id: shown.id,
      name_key: orderKey(nameOf(shown)),
      name: nameOf(shown),
      line: roleLineOf(shown),
      binned: shown.binnedOn ? 1 : 0,
      spoke_day: latestOf(spoke, group?.members ?? [shown.id]),
    })),
  )
  await indexNamesAndKeys(
    db,
    owner,
    views.filter(({ shown }) => shown.binnedOn === null),
  )
}

async function indexNamesAndKeys(
  db: Database,
  owner: OwnerId,
  views: readonly View[],
): Promise<void> {
  const words = await nameWordsIn(views)
  await addRows(
    db,
    'name_words',
    words.flatMap(([person_id, own]) => own.map((word) => ({ owner_id: owner, word, person_id }))),
  )
  await addVariants(db, owner, new Set(words.flatMap(([, own]) => own)))
  await addRows(
    db,
    'person_keys',
    views.flatMap((view) =>
      keysOf(view).map(([kind, key]) => ({
        owner_id: owner,
        kind,
        key,
        person_id: view.shown.id,
      })),
    ),
  )
  await addRows(
    db,
    'search_texts',
    views.map(({ shown, records }) => ({
      owner_id: owner,
      kind: 'person',
      id: shown.id,
      folded: searchText(searchable(shown, namesOfRecords(toldBy(records)))),
      day: null,
    })),
  )
}

/** A name of another script is found by Latin letters too; what turns one into the other is loaded when there is one. */
async function nameWordsIn(views: readonly View[]): Promise<(readonly [PersonId, string[]])[]> {
  const words = views.map(
    ({ shown, records }) => [shown.id, nameWordsOf(namesOfRecords(toldBy(records)))] as const,
  )
  if (words.every(([, own]) => own.every(isLatin))) return words
  const { plainWords } = await import('../../craft/linkage/plain-text.ts')
  return words.map(([person, own]) => {
    const plain = own.filter((word) => !isLatin(word)).flatMap(plainWords)
    return [person, nameWordsOf([...own, ...plain])]
  })
}

function isLatin(word: string): boolean {
  return /^[a-z0-9]*$/.test(word)
}

function searchable(person: Person, names: readonly string[]): string {
  return [
    ...names,
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
function keysOf({ shown: person, records }: View): [kind: string, key: string][] {
  const all: [string, string][] = [
    ...person.labels.map(({ word }): [string, string] => ['label', keyOf(word)]),
    ...person.fields.map(({ field }): [string, string] => ['field', field]),
    ...person.roles.flatMap(({ organisationId }): [string, string][] =>
      organisationId ? [['organisation', organisationId]] : [],
    ),
    ...records.flatMap(({ meeting }): [string, string][] =>
      meeting.through ? [['through', meeting.through]] : [],
    ),
    ...person.channels.flatMap(reachKeysOf),
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
  const heads = [...new Set((await headsOf(db, owner, people)).values())]
  const members = await membersOf(db, owner, heads)
  const spoke = await lastSpokeOn(db, owner, [...members.values()].flat())
  for (const [head, own] of members) {
    await db
      .updateTable('person_order')
      .set({ spoke_day: latestOf(spoke, own) })
      .where('owner_id', '=', owner)
      .where('person_id', '=', head)
      .execute()
  }
}

function latestOf(days: ReadonlyMap<PersonId, Day>, members: readonly PersonId[]): Day | null {
  return (
    members
      .flatMap((one) => days.get(one) ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
