import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Problem } from '../kit/problem.ts'
import { folderIn, type Home } from './home.ts'

/**
 * Closes what must not be read out of the database: passwords of mail accounts. The key is a file of the home and not
 * in the database, so a copy of the one without the other opens nothing. `about` says what a secret is for, and is
 * sealed with it: moved to another row, it does not open.
 */
export interface Vault {
  seal(secret: string, about: string): Promise<Uint8Array>
  /** Throws `vault.locked` where the key is gone, or is not the one this was sealed with. */
  open(sealed: Uint8Array, about: string): Promise<string>
}

export const keyFile = 'secrets.key'

const keyLength = 32
const nonceLength = 24

export function vaultIn(home: Home): Vault {
  const path = join(home.folder, keyFile)
  return {
    async seal(secret, about) {
      await folderIn(home)
      const key = (await keyAt(path)) ?? (await makeKey(path))
      const nonce = randomBytes(nonceLength)
      const closed = xchacha20poly1305(key, nonce, bytesOf(about)).encrypt(bytesOf(secret))
      return Buffer.concat([nonce, closed])
    },
    async open(sealed, about) {
      const key = await keyAt(path)
      if (key === null) throw locked(`The file ${keyFile} is not in the home any more`)
      try {
        const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceLength), bytesOf(about))
        return new TextDecoder().decode(cipher.decrypt(sealed.subarray(nonceLength)))
      } catch {
        throw locked(`The file ${keyFile} is not the one it was closed with`)
      }
    },
  }
}

/** Null where there is no key, or none that could be one. */
async function keyAt(path: string): Promise<Uint8Array | null> {
  try {
    const key = Buffer.from(await readFile(path, 'utf8'), 'base64url')
    return key.length === keyLength ? key : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Two programs may need the first key at the same moment: a whole file comes to be under its name, or another's is there. */
async function makeKey(path: string): Promise<Uint8Array> {
  const growing = `${path}.${randomUUID()}`
  await writeFile(growing, randomBytes(keyLength).toString('base64url'), {
    mode: 0o600,
    flush: true,
  })
  try {
    await link(growing, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(growing)
  }
  const key = await keyAt(path)
  if (key === null) throw locked(`The file ${keyFile} in the home is damaged`)
  return key
}

function locked(why: string): Problem {
  return new Problem('vault.locked', `A password that is kept cannot be opened. ${why}.`, {
    safe: 'All else in the notebook is as it was.',
    mend: `Bring ${keyFile} back from a copy of the home, or give the password again.`,
  })
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
