import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'

/** PostgreSQL refuses to run as root; as root it runs as `postgres`, or as `nobody` where there is none. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => numberOf(flag, name))
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody.',
  )
}

/** A folder for temporary things that the server's user can reach too, and that short socket names fit in. */
export function placeForServers(): string {
  const place = [tmpdir(), '/tmp', '/var/tmp'].find(
    (folder) => reachable(folder) && folder.length < 60,
  )
  if (place) return place
  throw new Error('No temporary folder is open to the user that PostgreSQL runs as.')
}

function numberOf(flag: string, name: string): number | undefined {
  const said = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return said.status === 0 ? Number(said.stdout) : undefined
}

function reachable(folder: string): boolean {
  if (process.getuid?.() !== 0) return true
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats?.isDirectory() || (stats.mode & 0o001) === 0) return false
  return dirname(folder) === folder || reachable(dirname(folder))
}
