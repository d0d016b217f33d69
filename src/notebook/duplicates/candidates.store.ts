import { nicknameForms } from '../../craft/linkage/nicknames.ts'
import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { slips, variantsOf } from '../people/name-search.ts'
import { reachKinds } from '../people/reach-keys.ts'

/** Who bears a value that more than so many bear is not found by it: the number of an office says little. */
const bearersOfOneKey = 40
/** Names are looked for by the rarest of their words. */
const mostWords = 4
const mostForms = 24
/** A word that so few bear is enough by itself. */
const rareBearers = 40
const sharedByTwoWords = 60

/**
 * Whom it is worth to compare somebody with, as far as the indexes tell at once: who is reached under the same mail
 * address, number or link, who shares a rare name, and who shares two names, with slips, in short and fond forms.
 */
export async function candidatesFor(
  db: Database,
  owner: OwnerId,
  person: PersonId,
): Promise<PersonId[]> {
  const found = new Set<PersonId>([
    ...(await reachedAlike(db, owner, person)),
    ...(await namedAlike(db, owner, person)),
  ])
  found.delete(person)
  return [...found]
}

async function reachedAlike(db: Database, owner: OwnerId, person: PersonId): Promise<PersonId[]> {
  const keys = await db
    .selectFrom('person_keys')
    .select(['kind', 'key'])
    .where('owner_id', '=', owner)
    .where('person_id', '=', person)
    .where('kind', 'in', reachKinds)
    .limit(40)
    .execute()
  const found: PersonId[] = []
  for (const { kind, key } of keys) {
    const rows = await db
      .selectFrom('person_keys')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .limit(bearersOfOneKey + 1)
      .execute()
    if (rows.length <= bearersOfOneKey) found.push(...rows.map((row) => row.person_id))
  }
  return found
}

/** One word of a name in all the forms it may be written, and how many bear any of these, as far as it matters. */
interface Borne {
  readonly forms: readonly string[]
  readonly bearers: number
}

/** Of a word that very many bear only the word itself is looked for. */
const commonBearers = 2000

async function namedAlike(db: Database, owner: OwnerId, person: PersonId): Promise<PersonId[]> {
  const words: Borne[] = []
  for (const forms of await formsOfNames(db, owner, person)) {
    const bearers = await countBearers(db, owner, forms)
    words.push({ forms: bearers > commonBearers ? forms.slice(0, 1) : forms, bearers })
  }
  const byRarity = words.toSorted((a, b) => a.bearers - b.bearers)
  const found: PersonId[] = []
  for (const [at, { forms, bearers }] of byRarity.entries()) {
    if (bearers <= rareBearers) {
      found.push(...(await bearersOf(db, owner, forms)))
      continue
    }
    for (const other of byRarity.slice(at + 1)) {
      found.push(...(await bearersOfBoth(db, owner, forms, other.forms)))
    }
  }
  return found
}

/** The words of somebody's names, each with slips, spellings and short forms that others of the notebook bear. */
async function formsOfNames(db: Database, owner: OwnerId, person: PersonId): Promise<string[][]> {
  const rows = await db
    .selectFrom('name_words')
    .select('word')
    .where('owner_id', '=', owner)
    .where('person_id', '=', person)
    .orderBy('word')
    .limit(20)
    .execute()
  const words = rows.map((row) => row.word).filter((word) => word.length > 1)
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, mostWords)
  const forms: string[][] = []
  for (const word of longest) {
    const slipped = await slippedForms(db, owner, word)
    forms.push([...new Set([word, ...nicknameForms(word), ...slipped])].slice(0, mostForms))
  }
  return forms
}

async function slippedForms(db: Database, owner: OwnerId, word: string): Promise<string[]> {
  if (word.length < 4) return []
  const rows = await db
    .selectFrom('name_variants')
    .select('word')
    .distinct()
    .where('owner_id', '=', owner)
    .where('variant', 'in', variantsOf(word))
    .orderBy('word')
    .limit(300)
    .execute()
  const allowed = word.length >= 8 ? 2 : 1
  return rows
    .map((row) => row.word)
    .filter((other) => Math.abs(other.length - word.length) <= allowed)
    .filter((other) => slips(word, other) <= allowed)
}

async function countBearers(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('name_words')
        .select('person_id')
        .where('owner_id', '=', owner)
        .where('word', 'in', words)
        .limit(commonBearers + 1)
        .as('bearers'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

async function bearersOf(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('name_words')
    .select('person_id')
    .distinct()
    .where('owner_id', '=', owner)
    .where('word', 'in', words)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Who bears one of the first words and one of the others; the first are the rarer, so that few are looked up. */
async function bearersOfBoth(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
  others: readonly string[],
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('name_words as one')
    .innerJoin('name_words as other', (join) =>
      join
        .onRef('other.owner_id', '=', 'one.owner_id')
        .onRef('other.person_id', '=', 'one.person_id')
        .on('other.word', 'in', others),
    )
    .select('one.person_id')
    .distinct()
    .where('one.owner_id', '=', owner)
    .where('one.word', 'in', words)
    .orderBy('one.person_id')
    .limit(sharedByTwoWords)
    .execute()
  return rows.map((row) => row.person_id)
}
