import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database that nobody else uses. */
export interface FreshDatabase {
  /**
   * As an ordinary role that owns this database and nothing else: it may create tables and trusted
   * extensions, and it is neither superuser nor exempt from row-level security (a table's owner
   * obeys its policies only under FORCE ROW LEVEL SECURITY).
   */
  readonly url: string
  /** The same database as superuser, to look past row-level security in a test. */
  readonly adminUrl: string
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>
}

/** What a fresh database starts from: made once per run under its name, then copied. */
export interface Template {
  readonly name: string
  /** Gets the ordinary role's url; must close its connections before it resolves. */
  prepare(url: string): Promise<void>
}

const role = 'sobremesa_test'
const password = 'no-secret-on-a-server-of-the-tests'

/**
 * A fresh, empty database of the run's own server; with a template, a copy of what the template
 * prepared (migrations run once for all test files). Copying takes some 30 ms.
 * ```ts
 * const database = await freshDatabase({ name: 'migrated', prepare: migrateAndClose })
 * afterAll(() => database.drop())
 * ```
 */
export async function freshDatabase(template?: Template): Promise<FreshDatabase> {
  const name = `fresh_${randomBytes(8).toString('hex')}`
  await asAdmin(async (admin) => {
    await ensureRole(admin)
    const source = template && (await ensureTemplate(admin, template))
    await admin.query(`create database ${name} owner ${role} template ${source ?? 'template0'}`)
  })
  return {
    url: urlOf(name, { role, password }),
    adminUrl: urlOf(name),
    drop: () =>
      asAdmin(async (admin) => void (await admin.query(`drop database ${name} with (force)`))),
  }
}

async function ensureRole(admin: pg.Client): Promise<void> {
  await whileAlone(admin, async () => {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role])
    if (rowCount === 0) await admin.query(`create role ${role} login password '${password}'`)
  })
}

async function ensureTemplate(admin: pg.Client, template: Template): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(template.name)) {
    throw new Error(`A template's name is of small letters, digits and _: ${template.name}`)
  }
  const name = `template_${template.name}`
  await whileAlone(admin, async () => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    const making = `making_${template.name}`
    await admin.query(`drop database if exists ${making} with (force)`)
    await admin.query(`create database ${making} owner ${role} template template0`)
    await template.prepare(urlOf(making, { role, password }))
    await admin.query(`alter database ${making} rename to ${name}`)
  })
  return name
}

/** Test files run in several processes; what they share is made by one of them at a time. */
async function whileAlone(admin: pg.Client, deed: () => Promise<void>): Promise<void> {
  await admin.query('select pg_advisory_lock(1)')
  try {
    await deed()
  } finally {
    await admin.query('select pg_advisory_unlock(1)')
  }
}

async function asAdmin(deed: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client(inject('postgres').adminUrl)
  await admin.connect()
  try {
    await deed(admin)
  } finally {
    await admin.end()
  }
}

function urlOf(database: string, as?: { role: string; password: string }): string {
  const url = new URL(inject('postgres').adminUrl)
  url.pathname = `/${database}`
  if (as) Object.assign(url, { username: as.role, password: as.password })
  return url.href
}
