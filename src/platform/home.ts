import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../kit/problem.ts'
import { copySqlite } from './database/copy.ts'
import type { Store } from './database/database.ts'
import { ageOf, migrate, type Migrations, migrations } from './database/migrate.ts'

/** Where a notebook and all that belongs to it are kept. */
export interface Home {
  readonly folder: string
  /** A PostgreSQL server that keeps the notebook instead of the file in the folder. */
  readonly databaseUrl: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** What was asked for, else SOBREMESA_HOME, else where this system keeps the data of programs. */
export function homeOf(asked: string | null, env: Environment = process.env): Home {
  const folder = asked ?? (env['SOBREMESA_HOME'] || join(dataFolder(env), 'sobremesa'))
  return { folder: resolve(folder), databaseUrl: env['DATABASE_URL'] || null }
}

function dataFolder(env: Environment): string {
  if (env['XDG_DATA_HOME']) return env['XDG_DATA_HOME']
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local')
  return join(homedir(), '.local/share')
}

/** A folder of the home, made where it is missing: for nobody but its owner. */
export async function folderIn(home: Home, ...names: readonly string[]): Promise<string> {
  const folder = join(home.folder, ...names)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw notWritable(folder, error)
  }
  return folder
}

/**
 * Opens what is kept there, made or brought to the newest shape if need be. Throws a Problem `home.…` that says
 * what stands in the way. Several programs may do this at the same moment. A test may add steps.
 */
export async function openHome(home: Home, steps: Migrations = migrations): Promise<Store> {
  await folderIn(home)
  const url = home.databaseUrl
  return url === null ? openFile(home, steps) : openServer(url, steps)
}

async function openFile(home: Home, steps: Migrations): Promise<Store> {
  const path = join(home.folder, 'notebook.db')
  await makeFile(path)
  const { openSqlite } = await import('./database/open-sqlite.ts')
  const until = performance.now() + 20_000
  for (;;) {
    try {
      return await ready(withCopies(home, openSqlite(path)), steps, (next, stillSo) =>
        copyBefore(home, path, { next, stillSo }),
      )
    } catch (error) {
      // Two programs that open a fresh home at the same moment step on each other's toes for some milliseconds.
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > until) {
        throw await whyNot(path, error)
      }
      await pause(20)
    }
  }
}

/** Who was forgotten is not kept in the copies of before an update either: those go with them. */
function withCopies(home: Home, store: Store): Store {
  return {
    ...store,
    async sweep() {
      const swept = await store.sweep()
      if (swept) await rm(join(home.folder, 'copies'), { recursive: true, force: true })
      return swept
    },
  }
}

type CopyFirst = (next: string, stillSo: () => Promise<boolean>) => Promise<void>

async function ready(store: Store, steps: Migrations, copyFirst: CopyFirst): Promise<Store> {
  try {
    const { state, next } = await ageOf(store.schema, steps)
    if (state === 'newer') throw fromTheFuture()
    if (state === 'older' && next !== null) {
      await copyFirst(next, async () => (await ageOf(store.schema, steps)).next === next)
    }
    if (state !== 'current') await migrate(store.schema, steps)
    // What was forgotten just before a crash leaves the file now.
    await store.sweep()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Another program may have walked on while we copied; then our copy is not of before, and theirs is. */
async function copyBefore(
  home: Home,
  path: string,
  { next, stillSo }: { readonly next: string; readonly stillSo: () => Promise<boolean> },
): Promise<void> {
  const copy = join(await folderIn(home, 'copies'), `before-${next}.db`)
  const ours = `${copy}.${randomUUID()}`
  await copySqlite(path, ours)
  if (await stillSo()) await rename(ours, copy)
  else await rm(ours)
}

async function openServer(url: string, steps: Migrations): Promise<Store> {
  const server = serverName(url)
  const { openPostgres } = await import('./database/open-postgres.ts')
  try {
    // A server keeps its own copies; ours could not hold what it holds.
    return await ready(openPostgres(url), steps, async () => {})
  } catch (error) {
    if (error instanceof Problem || !codeOf(error)) throw error
    throw new Problem(
      'home.unreadable',
      `The PostgreSQL server at ${server} does not let us in: ${sentenceOf(error)}`,
      { safe: 'Nothing was changed.', mend: 'See that it runs, and that DATABASE_URL is right.' },
    )
  }
}

/** Host, port and database; never the password, which stands in the same address. */
function serverName(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (/^postgres(ql)?:$/.test(protocol)) return `${host || 'localhost'}${pathname}`
  } catch {
    // Said below.
  }
  throw new Problem(
    'home.unreadable',
    'DATABASE_URL is not an address of PostgreSQL; write it as postgresql://user:password@host/name',
  )
}

/** SQLite would make the file for all to read; a log beside it takes over its rights. */
async function makeFile(path: string): Promise<void> {
  try {
    await (await open(path, 'a', 0o600)).close()
  } catch (error) {
    throw notWritable(path, error)
  }
}

async function whyNot(path: string, error: unknown): Promise<unknown> {
  const code = codeOf(error)
  if (code === 'SQLITE_NOTADB') return notADatabase(path)
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new Problem('home.unreadable', `The notebook at ${path} is damaged`, {
      safe: 'Nothing was changed.',
      mend: 'Bring back a copy: the newest stand in the folder `copies` beside it.',
    })
  }
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|FULL)/.test(code)) return notWritable(path, error)
  return error
}

/** An encrypted file and an arbitrary one look alike to SQLite; a whole number of pages tells them apart well enough. */
async function notADatabase(path: string): Promise<Problem> {
  const file = await open(path)
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(Math.min(size, 512)), { position: 0 })
  await file.close()
  const pages = size > 0 && size % 512 === 0
  const readable = buffer.every((byte) => byte < 128)
  const what =
    pages && !readable
      ? 'is encrypted, or damaged from its first byte on'
      : 'is not a notebook of Sobremesa'
  return new Problem('home.unreadable', `The file ${path} ${what}`, {
    safe: 'Nothing was changed.',
    mend: 'Name another home with --home, or move that file away.',
  })
}

function notWritable(path: string, error: unknown): Problem {
  return new Problem('home.not-writable', `${path} cannot be written: ${sentenceOf(error)}`, {
    mend: 'Make the folder yours, or name another with --home or SOBREMESA_HOME.',
  })
}

function fromTheFuture(): Problem {
  return new Problem(
    'home.too-new',
    'This notebook was last opened by a newer Sobremesa, which keeps more than this one knows',
    { safe: 'Nothing was changed.', mend: 'Use the newer Sobremesa, or another home.' },
  )
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function sentenceOf(error: unknown): string {
  const words = error instanceof Error ? error.message : ''
  return words || codeOf(error) || 'no reason given'
}
