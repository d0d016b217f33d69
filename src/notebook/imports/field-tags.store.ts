import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'

/** Which of these names of fields some line bears as a tag. */
export async function fieldTagsInUse(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(keys)) {
    const rows = await db
      .selectFrom('line_tags')
      .select('key')
      .distinct()
      .where('owner_id', '=', owner)
      .where('kind', '=', 'field')
      .where('key', 'in', some)
      .execute()
    for (const { key } of rows) found.add(key)
  }
  return found
}
