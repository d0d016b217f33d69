import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installPackages, mayInstall } from './debian.ts'

/** The folder that holds `initdb` and `postgres`, and the major version found there. */
export interface PostgresPrograms {
  readonly folder: string
  readonly version: number
}

/**
 * PostgreSQL's own programs, brought in first where this process may do that. Never an excuse to
 * skip: where there is none, the tests fail with the line to type.
 */
export function postgresPrograms(): PostgresPrograms {
  const found = findPostgres()
  if (found) return found
  if (mayInstall()) installPackages(['postgresql'])
  const installed = findPostgres()
  if (installed) return installed
  throw new Error(
    'The tests of the store need PostgreSQL (13 or newer) on this machine; no server has to run.\n' +
      'Debian, Ubuntu: sudo apt-get install postgresql\n' +
      'Fedora:         sudo dnf install postgresql-server\n' +
      'macOS:          brew install postgresql@17',
  )
}

export function findPostgres(): PostgresPrograms | undefined {
  return candidates()
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= 13)
    .toSorted((one, other) => other.version - one.version)[0]
}

function candidates(): string[] {
  const places = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  const versioned = places.flatMap((place) =>
    existsSync(place) ? readdirSync(place).map((name) => join(place, name, 'bin')) : [],
  )
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  return [...versioned, ...(told ? [told] : []), ...(process.env['PATH'] ?? '').split(delimiter)]
}

function versionIn(folder: string): number {
  const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  return Number(/ (\d+)/.exec(said ?? '')?.[1] ?? 0)
}
