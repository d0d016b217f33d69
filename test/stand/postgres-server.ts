import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { removeLeftovers, runFolderPrefix } from './postgres-leftovers.ts'
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts'
import { placeForServers, serverUser } from './server-user.ts'

/** A PostgreSQL server of the tests' own: nobody else's data, gone afterwards. */
export interface PostgresServer {
  /** Superuser, database `postgres`: for making and dropping databases, not for stores. */
  readonly adminUrl: string
  /** Stops the server and takes its folder away. */
  stop(): Promise<void>
}

interface Run {
  readonly folder: string
  readonly port: number
  readonly password: string
  readonly keeper: ChildProcess
}

/**
 * Runs the server as a child of a shell that waits for the end of its input. When the tests end in
 * whatever way (also by SIGKILL), the pipe closes, and the shell stops the server and takes the
 * folder away. It leads its own process group, so Ctrl-C reaches it by the pipe alone.
 */
const keeperScript = `
  "$1" -D "$2/data" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c timezone=Pacific/Auckland \
    -c max_connections=200 -c shared_buffers=64MB -c fsync=$4 -c full_page_writes=$4 \
    -c synchronous_commit=$4 </dev/null >"$2/server.log" 2>&1 &
  server=$!
  cat >/dev/null
  kill -INT $server 2>/dev/null
  wait $server
  rm -rf "$2"
`

/**
 * Starts a server on a free port of 127.0.0.1 (about two seconds). Its settings are a plausible
 * host's and unlike SQLite's on purpose: texts are ordered by a language (ICU, en-US), and its clock
 * is Auckland's, so a store that leaves order or days to the server is found out.
 * `durable` keeps fsync on, for tests that pull the plug.
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresServer> {
  const programs = postgresPrograms()
  const place = placeForServers()
  await removeLeftovers(place)
  const folder = mkdtempSync(join(place, runFolderPrefix))
  const password = randomBytes(18).toString('base64url')
  makeCluster(programs, folder, password)
  const port = await freePort()
  const words = [
    join(programs.folder, 'postgres'),
    folder,
    `${port}`,
    options.durable ? 'on' : 'off',
  ]
  const keeper = spawn('/bin/sh', ['-c', keeperScript, 'sh', ...words], {
    ...serverUser(),
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  writeFileSync(join(folder, 'keeper.pid'), `${keeper.pid}`)
  return whenReady({ folder, port, password, keeper })
}

function makeCluster(programs: PostgresPrograms, folder: string, password: string): void {
  const user = serverUser()
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
  const { status, stderr, error } = spawnSync(
    join(programs.folder, 'initdb'),
    [`--pgdata=${join(folder, 'data')}`, `--pwfile=${passwordFile}`, ...clusterOptions(programs)],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (status === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new Error(`initdb could not make a cluster: ${error?.message ?? stderr}`)
}

function clusterOptions({ version }: PostgresPrograms): string[] {
  const always = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync']
  if (version < 15) return [...always, '--locale=C']
  return [...always, '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']
}

async function whenReady(run: Run): Promise<PostgresServer> {
  const adminUrl = `postgres://postgres:${run.password}@127.0.0.1:${run.port}/postgres`
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(adminUrl)) return { adminUrl, stop: () => stop(run) }
    if (failed(run)) break
    await sleep(50)
  }
  const log = logOf(run)
  await stop(run)
  throw new Error(`PostgreSQL did not start:\n${log}`)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}

/** A server that gives up says FATAL of itself; one that is merely not awake yet says it of our asking. */
function failed(run: Run): boolean {
  return logOf(run)
    .split('\n')
    .some((line) => /(FATAL|PANIC): /.test(line) && !line.includes('starting up'))
}

function logOf(run: Run): string {
  const file = join(run.folder, 'server.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

async function stop({ keeper }: Run): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return
  const ended = once(keeper, 'exit')
  keeper.stdin?.end()
  await ended
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port was given.')
  return address.port
}
