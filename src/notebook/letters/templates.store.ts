import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import type { OwnTemplate } from './template.ts'

export const templateKind: Kind<OwnTemplate> = {
  name: 'template',
  table: 'templates',
  binnedOn: () => null,
  index: async () => {},
}

/** More than anybody keeps in mind. */
export const mostTemplates = 200

/** The owner's own templates, in the order they were made in. */
export async function ownTemplates(db: Database, owner: OwnerId): Promise<OwnTemplate[]> {
  const ids = await pageOfIds(db, owner, templateKind, { after: '', limit: mostTemplates })
  return [...(await loadAll(db, owner, templateKind, ids)).values()]
}
