import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, lookUp, removeRows } from '../../platform/database/rows.ts'
import { type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import type { Theme } from './theme.ts'

export const themeKind: Kind<Theme> = {
  name: 'theme',
  table: 'themes',
  binnedOn: (theme) => theme.binnedOn,
  index: indexThemes,
}

/** Also those in the bin: what is asked of the themes of a field is told without them. */
async function indexThemes(db: Database, owner: OwnerId, themes: Kept<Theme>): Promise<void> {
  await removeRows(db, owner, { table: 'field_themes', column: 'theme_id' }, [...themes.keys()])
  const rows = [...themes.values()].flatMap((theme) =>
    theme === null ? [] : [{ owner_id: owner, field_id: theme.field, theme_id: theme.id }],
  )
  await addRows(db, 'field_themes', rows)
}

/** All of these fields, in the order they were made in; those in the bin are left out. */
export async function themesOf(
  db: Database,
  owner: OwnerId,
  fields: readonly string[],
): Promise<Theme[]> {
  const ids = await themeIdsOf(db, owner, fields)
  const found = await loadAll(db, owner, themeKind, ids)
  return [...found.values()].filter((theme) => theme.binnedOn === null)
}

export async function themeIdsOf(
  db: Database,
  owner: OwnerId,
  fields: readonly string[],
): Promise<string[]> {
  const from = { table: 'field_themes', column: 'field_id', gives: 'theme_id' } as const
  return (await lookUp(db, owner, from, fields)).toSorted()
}
