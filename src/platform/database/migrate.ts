import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './database.ts'
import { up as notebook } from './migrations/0001-notebook.ts'
import { up as onePerson } from './migrations/0002-one-person.ts'
import { up as capture } from './migrations/0003-capture.ts'
import { up as voices } from './migrations/0004-voices.ts'
import { up as letters } from './migrations/0005-letters.ts'
import { up as mail } from './migrations/0006-mail.ts'
import { up as links } from './migrations/0007-links.ts'
import { up as introductions } from './migrations/0008-introductions.ts'
import { up as places } from './migrations/0009-places.ts'
import { up as hearing } from './migrations/0010-hearing.ts'
import { up as themes } from './migrations/0011-themes.ts'

/** In order, never edited once released: a store of any age walks the same way. */
export const migrations: Migrations = {
  '0001-notebook': { up: notebook },
  '0002-one-person': { up: onePerson },
  '0003-capture': { up: capture },
  '0004-voices': { up: voices },
  '0005-letters': { up: letters },
  '0006-mail': { up: mail },
  '0007-links': { up: links },
  '0008-introductions': { up: introductions },
  '0009-places': { up: places },
  '0010-hearing': { up: hearing },
  '0011-themes': { up: themes },
}

export type Migrations = Readonly<Record<string, Migration>>

/** How old a store is, seen from this program; `next` is the first step it lacks. */
export interface Age {
  readonly state: 'new' | 'older' | 'current' | 'newer'
  readonly next: string | null
}

export async function ageOf(db: Kysely<Tables>, known: Migrations = migrations): Promise<Age> {
  const walked = await stepsWalked(db)
  const next = Object.keys(known).find((name) => !walked.has(name)) ?? null
  if ([...walked].some((name) => !known[name])) return { state: 'newer', next }
  if (next === null) return { state: 'current', next }
  return { state: walked.size === 0 ? 'new' : 'older', next }
}

async function stepsWalked(db: Kysely<Tables>): Promise<Set<string>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return new Set()
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** Brings a store to the newest shape. Two programs at once are safe: the second waits, then finds nothing to do. */
export async function migrate(db: Kysely<Tables>, steps: Migrations = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
