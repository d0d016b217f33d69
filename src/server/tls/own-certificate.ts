import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { folderIn, type Home } from '../../platform/home.ts'
import { type Certified, makeLeaf, makeRoot } from './certificates.ts'
import { isOwnName, ownAddresses } from './own-addresses.ts'

const day = 86_400_000
/** A phone trusts the root once; the other is made anew long before browsers call it too old (they allow 398 days). */
const daysOf = { root: 3650, leaf: 397 } as const
const daysBeforeEnd = { root: 400, leaf: 30 } as const
/** Clocks differ; nobody's clock shall say that what was just made is not valid yet. */
const head = day

/**
 * The root and the certificate of this server, from the folder `tls` of the home, which only its owner may read; made
 * where they are missing, near their end, or do not name an address that this computer has by now.
 */
export async function ownCertificate(
  home: Home,
  names: readonly string[],
  now: Date,
): Promise<{ readonly root: Certified; readonly leaf: Certified }> {
  const folder = await folderIn(home, 'tls')
  const rootFile = join(folder, 'root.pem')
  const leafFile = join(folder, 'server.pem')
  const known = await readPair(rootFile)
  const root = known && lasts(known, now, 'root') ? known : await newRoot(rootFile, now)
  const before = await readPair(leafFile)
  if (
    before &&
    lasts(before, now, 'leaf') &&
    before.certificate.verify(root.certificate.publicKey)
  ) {
    if (names.every((name) => isNamed(before.certificate, name))) return { root, leaf: before }
  }
  const leaf = makeLeaf(root, { name: 'Sobremesa', ...lifeOf('leaf', now), names })
  await replace(leafFile, pem(leaf))
  return { root, leaf }
}

/** By what a device in the same network may call this computer: its addresses there, and its name. */
export function ownNames(): string[] {
  const name = plainName()
  const called = [name, `${name.split('.')[0]}.local`].filter((one) => isOwnName(one))
  return [...new Set(['localhost', '127.0.0.1', '::1', ...called, ...ownAddresses()])]
}

function plainName(): string {
  return (
    hostname()
      .toLowerCase()
      .replaceAll(/[^a-z0-9.-]/g, '') || 'computer'
  )
}

/** Another start at the same moment may have made one meanwhile: then that one is it. */
async function newRoot(file: string, now: Date): Promise<Certified> {
  const root = makeRoot({ name: `Sobremesa on ${plainName()}`, ...lifeOf('root', now) })
  const growing = `${file}.${randomUUID()}`
  await writeFile(growing, pem(root), { mode: 0o600 })
  try {
    await link(growing, file)
  } catch {
    const other = await readPair(file)
    if (!other || !lasts(other, now, 'root')) {
      await rename(growing, file)
      return root
    }
    await rm(growing)
    return other
  }
  await rm(growing)
  return root
}

async function readPair(file: string): Promise<Certified | null> {
  try {
    const text = await readFile(file, 'utf8')
    const pair = { certificate: new X509Certificate(text), key: createPrivateKey(text) }
    return pair.certificate.checkPrivateKey(pair.key) ? pair : null
  } catch {
    return null
  }
}

async function replace(file: string, text: string): Promise<void> {
  const growing = `${file}.${randomUUID()}`
  await writeFile(growing, text, { mode: 0o600 })
  await rename(growing, file)
}

function pem({ certificate, key }: Certified): string {
  return `${certificate.toString()}${String(key.export({ type: 'pkcs8', format: 'pem' }))}`
}

function lifeOf(which: keyof typeof daysOf, now: Date): { from: Date; until: Date } {
  return { from: new Date(+now - head), until: new Date(+now + daysOf[which] * day) }
}

function lasts({ certificate }: Certified, now: Date, which: keyof typeof daysOf): boolean {
  const begun = +new Date(certificate.validFrom) <= +now
  return begun && +new Date(certificate.validTo) - +now > daysBeforeEnd[which] * day
}

function isNamed(certificate: X509Certificate, name: string): boolean {
  const found = isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)
  return found !== undefined
}
