import { chmod, rename, rm } from 'node:fs/promises'
import SqliteFile from 'better-sqlite3-multiple-ciphers'

/**
 * A copy of an opened or closed SQLite store, as of one moment, checked before it takes its name.
 * A copy that stood there under that name is replaced.
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const growing = `${to}.${process.pid}.growing`
  await rm(growing, { force: true })
  try {
    copyInto(from, growing)
    await chmod(growing, 0o600)
    check(growing)
    await rename(growing, to)
  } finally {
    await rm(growing, { force: true })
  }
}

function copyInto(from: string, to: string): void {
  const file = new SqliteFile(from, { readonly: true, timeout: 5000 })
  try {
    file.prepare('vacuum into ?').run(to)
  } finally {
    file.close()
  }
}

function check(copy: string): void {
  const file = new SqliteFile(copy, { readonly: true })
  try {
    const verdict = file.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`The copy is not sound: ${String(verdict)}`)
  } finally {
    file.close()
  }
}
