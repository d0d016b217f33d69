import type { OwnerId, PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
import { fold } from '../../kit/text.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'
import { alike, variantsOf } from './name-search.ts'
import { peopleRows } from './people.store.ts'

const atMostWords = 24
const atMostPeople = 400

/**
 * People whose names begin with every word typed, best first: exact before prefix before slip, then who was
 * spoken with last. The whole match set of one letter is never ranked: it stops at 400.
 */
export async function findByName(
  db: Database,
  owner: OwnerId,
  typed: readonly string[],
  limit: number,
): Promise<PersonId[]> {
  let scores: Map<PersonId, number> | null = null
  for (const word of typed.toSorted((a, b) => b.length - a.length)) {
    const known: Map<string, number> = await wordsLike(db, owner, word)
    const found: Map<PersonId, number> = await peopleWithWords(db, owner, known, scores)
    scores = found
    if (found.size === 0) return []
  }
  const best = [...(scores ?? [])].toSorted((a, b) => b[1] - a[1]).slice(0, atMostPeople)
  const rows = await peopleRows(
    db,
    owner,
    best.map(([person]) => person),
  )
  const score = new Map(best)
  return rows
    .toSorted(
      (a, b) =>
        (score.get(b.id) ?? 0) - (score.get(a.id) ?? 0) ||
        compare(b.spokeOn ?? '', a.spokeOn ?? '') ||
        compare(fold(a.name), fold(b.name)) ||
        compare(a.id, b.id),
    )
    .slice(0, limit)
    .map((row) => row.id)
}

/** Words of names that could be meant, each with how well it fits: 3 exact, 2 prefix, 1 with a slip. */
async function wordsLike(
  db: Database,
  owner: OwnerId,
  typed: string,
): Promise<Map<string, number>> {
  const fits = new Map<string, number>()
  const prefixed = await db
    .selectFrom('name_words')
    .select('word')
    .distinct()
    .where('owner_id', '=', owner)
    .where('word', '>=', typed)
    .where('word', '<', `${typed}\u{10ffff}`)
    .orderBy('word')
    .limit(atMostWords * 4)
    .execute()
  for (const { word } of prefixed) fits.set(word, word === typed ? 3 : 2)
  if (typed.length < 3) return fits
  const near = await db
    .selectFrom('name_variants')
    .select('word')
    .distinct()
    .where('owner_id', '=', owner)
    .where('variant', 'in', variantsOf(typed))
    .orderBy('word')
    .limit(2000)
    .execute()
  const slipped = near
    .filter(({ word }) => !fits.has(word) && alike(typed, word))
    .slice(0, atMostWords)
  for (const { word } of slipped) fits.set(word, 1)
  return fits
}

async function peopleWithWords(
  db: Database,
  owner: OwnerId,
  words: ReadonlyMap<string, number>,
  among: ReadonlyMap<PersonId, number> | null,
): Promise<Map<PersonId, number>> {
  const found = new Map<PersonId, number>()
  for (const some of inSlices([...words.keys()])) {
    let query = db
      .selectFrom('name_words')
      .select(['person_id', 'word'])
      .where('owner_id', '=', owner)
      .where('word', 'in', some)
    if (among && among.size <= 200) query = query.where('person_id', 'in', [...among.keys()])
    const rows = await query.orderBy('word').orderBy('person_id').limit(20_000).execute()
    for (const { person_id, word } of rows) {
      if (among && !among.has(person_id)) continue
      const before = among?.get(person_id) ?? 0
      const now = before + (words.get(word) ?? 0)
      if (now > (found.get(person_id) ?? 0)) found.set(person_id, now)
    }
  }
  return found
}

/** Who bears all of these words in their names, exactly. Whoever asks only whether it is one is answered with two. */
export async function peopleCalled(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
  atMost = 2,
): Promise<PersonId[]> {
  if (words.length === 0) return []
  const rows = await db
    .selectFrom('name_words')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('word', 'in', [...new Set(words)])
    .groupBy('person_id')
    .having((eb) => eb.fn.countAll<number>(), '=', new Set(words).size)
    .orderBy('person_id')
    .limit(atMost)
    .execute()
  return rows.map((row) => row.person_id)
}

/** The names of those who bear any of these words: whom a line of text could speak of. */
export async function namesAmong(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
): Promise<string[]> {
  const found = new Set<string>()
  for (const some of inSlices([...new Set(words)].filter((word) => word.length > 1))) {
    const rows = await db
      .selectFrom('name_words as word')
      .innerJoin('person_order as person', (join) =>
        join
          .onRef('person.owner_id', '=', 'word.owner_id')
          .onRef('person.person_id', '=', 'word.person_id'),
      )
      .select('person.name')
      .where('word.owner_id', '=', owner)
      .where('word.word', 'in', some)
      .limit(2000)
      .execute()
    for (const { name } of rows) found.add(name)
  }
  return [...found]
}
