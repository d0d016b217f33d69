import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'

/** Who is reached under each of these mail addresses, as `reachKeysOf` writes them; whoever was written down first leads. */
export async function peopleUnderMail(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Map<string, PersonId[]>> {
  const found = new Map<string, PersonId[]>()
  for (const some of inSlices([...new Set(keys)])) {
    const rows = await db
      .selectFrom('person_keys')
      .select(['key', 'person_id'])
      .where('owner_id', '=', owner)
      .where('kind', '=', 'mail')
      .where('key', 'in', some)
      .orderBy('person_id')
      .execute()
    for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row.person_id])
  }
  return found
}
