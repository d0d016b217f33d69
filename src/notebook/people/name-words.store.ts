import { id, type OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows } from '../../platform/database/rows.ts'
import { inSlices } from '../../platform/database/things.ts'
import { variantsOf } from './name-search.ts'

/** The words of the names of these people, as they are indexed. */
export async function nameWordsAmong(
  db: Database,
  owner: OwnerId,
  people: readonly string[],
): Promise<string[]> {
  const found = new Set<string>()
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('name_words')
      .select('word')
      .distinct()
      .where('owner_id', '=', owner)
      .where(
        'person_id',
        'in',
        some.map((one) => id('person', one)),
      )
      .execute()
    for (const { word } of rows) found.add(word)
  }
  return [...found]
}

/** Which of these words somebody's name has already. */
async function wordsBorne(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(words)) {
    const rows = await db
      .selectFrom('name_words')
      .select('word')
      .distinct()
      .where('owner_id', '=', owner)
      .where('word', 'in', some)
      .execute()
    for (const { word } of rows) found.add(word)
  }
  return found
}

/** Words of names become findable in spite of a slip; most of them somebody else bears already, and they are. */
export async function addVariants(
  db: Database,
  owner: OwnerId,
  words: ReadonlySet<string>,
): Promise<void> {
  const known = new Set<string>()
  for (const some of inSlices([...words])) {
    const rows = await db
      .selectFrom('name_variants')
      .select('word')
      .where('owner_id', '=', owner)
      .where('variant', 'in', [...new Set(some.flatMap((word) => variantsOf(word).slice(0, 1)))])
      .execute()
    for (const { word } of rows) known.add(word)
  }
  const fresh = [...words].filter((word) => !known.has(word))
  await addRows(
    db,
    'name_variants',
    fresh.flatMap((word) =>
      variantsOf(word).map((variant) => ({ owner_id: owner, variant, word })),
    ),
  )
}

/** A word that nobody bears any more is not looked for in spite of slips either. */
export async function forgetWords(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
): Promise<void> {
  const borne = await wordsBorne(db, owner, words)
  for (const gone of inSlices(words.filter((word) => !borne.has(word)))) {
    await db
      .deleteFrom('name_variants')
      .where('owner_id', '=', owner)
      .where('variant', 'in', [...new Set(gone.flatMap(variantsOf))])
      .where('word', 'in', gone)
      .execute()
  }
}
