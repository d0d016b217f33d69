import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../stand/postgres.ts'

const one = {
  name: 'stand_of_one_table',
  prepare: async (url: string) => void (await ask(url, 'create table kept (word text)')),
}
const databases: FreshDatabase[] = []

async function fresh(): Promise<FreshDatabase> {
  const database = await freshDatabase(one)
  databases.push(database)
  return database
}

beforeAll(fresh)
afterAll(() => Promise.all(databases.map((database) => database.drop())))

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

test('two test files never see each other’s rows', async () => {
  const [mine, yours] = [await fresh(), await fresh()]
  await ask(mine.url, `insert into kept values ('mine')`)
  expect(await ask(yours.url, 'select * from kept')).toEqual([])
})

test('the role of the tests cannot step around row-level security', async () => {
  const { url, adminUrl } = await fresh()
  await ask(
    url,
    `create table guarded (owner text);
     alter table guarded enable row level security, force row level security;
     create policy own on guarded using (owner = current_setting('app.owner', true))`,
  )
  await ask(adminUrl, `insert into guarded values ('lucia')`)
  expect(await ask(url, 'select * from guarded')).toEqual([])
  expect(await ask(adminUrl, 'select * from guarded')).toEqual([{ owner: 'lucia' }])
})

test('the server orders texts by a language and lives in another time zone, as a host’s may', async () => {
  const { url } = await fresh()
  await ask(url, `insert into kept values ('b'), ('A'), ('a'), ('B')`)
  const words = await ask(url, 'select word from kept order by word')
  expect(words.map(({ word }) => word)).toEqual(['a', 'A', 'b', 'B'])
  expect(await ask(url, 'show timezone')).toEqual([{ TimeZone: 'Pacific/Auckland' }])
})
