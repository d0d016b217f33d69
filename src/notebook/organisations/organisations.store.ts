import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'

/** Names of organisations in their order; `after` is the last row's key and id. */
export async function organisationPage(
  db: Database,
  owner: OwnerId,
  prefix: string,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<{ key: string; id: string }[]> {
  const [key, last] = page.after ?? []
  return db
    .selectFrom('noun_keys')
    .select(['key', 'id'])
    .where('owner_id', '=', owner)
    .where('kind', '=', 'organisation')
    .where('key', '>=', prefix)
    .where('key', '<', `${prefix}\u{10ffff}`)
    .$if(key !== undefined && last !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('key', '>', key ?? ''),
          eb.and([eb('key', '=', key ?? ''), eb('id', '>', last ?? '')]),
        ]),
      ),
    )
    .orderBy('key')
    .orderBy('id')
    .limit(page.limit)
    .execute()
}

export async function peopleAt(
  db: Database,
  owner: OwnerId,
  organisations: readonly string[],
): Promise<Map<string, PersonId[]>> {
  const found = new Map<string, PersonId[]>()
  for (const some of inSlices(organisations)) {
    const rows = await db
      .selectFrom('person_keys')
      .select(['key', 'person_id'])
      .where('owner_id', '=', owner)
      .where('kind', '=', 'organisation')
      .where('key', 'in', some)
      .orderBy('person_id')
      .execute()
    for (const { key, person_id } of rows) found.set(key, [...(found.get(key) ?? []), person_id])
  }
  return found
}
