import { type Kysely, type RawBuilder, sql } from 'kysely'

/**
 * On PostgreSQL the database itself repeats the rule that an owner sees only what is theirs. An ordinary role is bound
 * by it as it is; one that stands above such rules takes the role `sobremesa_app` for its work (see open-postgres.ts).
 */
export async function bindToOwner(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    await bind(db, name, sql`owner_id = current_setting('sobremesa.owner', true)`)
  }
}

/** For a table in which the server looks before it knows whose the notebook is; from then on it is as with any other. */
export async function bindOnceOwnerIsSaid(db: Kysely<unknown>, table: string): Promise<void> {
  const said = sql`coalesce(current_setting('sobremesa.owner', true), '')`
  await bind(db, table, sql`${said} in ('', owner_id)`)
}

async function bind(db: Kysely<unknown>, name: string, isOwn: RawBuilder<unknown>): Promise<void> {
  const table = sql.table(name)
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`alter table ${table} force row level security`.execute(db)
  await sql`create policy own_rows on ${table} using (${isOwn}) with check (${isOwn})`.execute(db)
  if (!(await standsAboveRules(db))) return
  await sql`do $$ begin create role sobremesa_app nologin nobypassrls;
    exception when duplicate_object then null; end $$`.execute(db)
  await sql`grant sobremesa_app to current_user`.execute(db)
  await sql`grant select, insert, update, delete on ${table} to sobremesa_app`.execute(db)
}

export async function standsAboveRules<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`.execute(db)
  return rows[0]?.above ?? false
}
