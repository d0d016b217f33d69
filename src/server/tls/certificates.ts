import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto'
import { isIP } from 'node:net'
import * as der from './der.ts'
import { bytesOfAddress, maskOf, ownRanges, ownSuffixes } from './own-addresses.ts'

/**
 * Certificates of our own making (X.509 version 3, RFC 5280): a root that a phone is told to trust once, and one that
 * it signs for this server. The root is bound to names and addresses of one's own network: who stole its key could
 * still not speak for any site of the world.
 */
export interface Certified {
  readonly certificate: X509Certificate
  readonly key: KeyObject
}

export interface Wanted {
  /** What people read in the list of a phone: letters, digits, spaces, dots and hyphens. */
  readonly name: string
  readonly from: Date
  readonly until: Date
}

const ids = {
  ecKeysWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  otherNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  issuerKey: '2.5.29.35',
  extendedUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
} as const

export function makeRoot(wanted: Wanted): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = [
    extension(ids.basicConstraints, der.sequence(der.truth(), der.integer(Buffer.of(0))), 'must'),
    // Signs certificates, and nothing else.
    extension(ids.keyUsage, der.bits(Buffer.of(0b0000_0100), 2), 'must'),
    extension(ids.nameConstraints, der.sequence(der.explicit(0, ...ownSubtrees())), 'must'),
    extension(ids.subjectKey, der.octets(fingerprintOf(publicKey))),
  ]
  const subject = nameOf(wanted.name)
  const about = { ...wanted, subject, issuer: subject, publicKey, extensions }
  return { certificate: signed(about, privateKey), key: privateKey }
}

/** For a server that is called by these names and addresses. */
export function makeLeaf(
  root: Certified,
  wanted: Wanted & { readonly names: readonly string[] },
): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = [
    extension(ids.basicConstraints, der.sequence(), 'must'),
    extension(ids.keyUsage, der.bits(Buffer.of(0b1000_0000), 7), 'must'),
    extension(ids.extendedUsage, der.sequence(der.identifier(ids.serverAuthentication))),
    extension(ids.otherNames, der.sequence(...wanted.names.map(generalName))),
    extension(ids.subjectKey, der.octets(fingerprintOf(publicKey))),
    extension(
      ids.issuerKey,
      der.sequence(der.implicit(0, fingerprintOf(root.certificate.publicKey))),
    ),
  ]
  const subject = nameOf(wanted.name)
  const issuer = subjectIn(root.certificate)
  const about = { ...wanted, subject, issuer, publicKey, extensions }
  return { certificate: signed(about, root.key), key: privateKey }
}

interface About extends Wanted {
  readonly subject: Buffer
  readonly issuer: Buffer
  readonly publicKey: KeyObject
  readonly extensions: readonly Buffer[]
}

function signed(about: About, key: KeyObject): X509Certificate {
  const algorithm = der.sequence(der.identifier(ids.ecKeysWithSha256))
  const toSign = der.sequence(
    der.explicit(0, der.integer(Buffer.of(2))),
    der.integer(serialNumber()),
    algorithm,
    about.issuer,
    der.sequence(der.time(about.from), der.time(about.until)),
    about.subject,
    about.publicKey.export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(...about.extensions)),
  )
  const signature = sign('sha256', toSign, { key, dsaEncoding: 'der' })
  return new X509Certificate(der.sequence(toSign, algorithm, der.bits(signature)))
}

/** Sixteen bytes by chance, which are a number above nought. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes
}

function nameOf(name: string): Buffer {
  return der.sequence(partOfName(ids.organisation, 'Sobremesa'), partOfName(ids.commonName, name))
}

function partOfName(id: string, words: string): Buffer {
  return der.set(der.sequence(der.identifier(id), der.text(words)))
}

/** The issuer is written exactly as the root writes itself, so it is made of the same words. */
function subjectIn(root: X509Certificate): Buffer {
  return nameOf(/^CN=(.*)$/m.exec(root.subject)?.[1] ?? '')
}

function extension(id: string, content: Buffer, critical?: 'must'): Buffer {
  const flag = critical ? [der.truth()] : []
  return der.sequence(der.identifier(id), ...flag, der.octets(content))
}

/** RFC 5280, 4.2.1.2: the SHA-1 of the bits of the key; a name for it, not a proof. */
function fingerprintOf(key: KeyObject): Buffer {
  // The bits of a key on P-256 are the last 65 bytes of its description.
  const bits = key.export({ type: 'spki', format: 'der' }).subarray(-65)
  return createHash('sha1').update(bits).digest()
}

function generalName(name: string): Buffer {
  return isIP(name) === 0
    ? der.implicit(2, Buffer.from(name, 'ascii'))
    : der.implicit(7, bytesOfAddress(name))
}

function ownSubtrees(): Buffer[] {
  const names = ownSuffixes.map((suffix) => der.implicit(2, Buffer.from(suffix, 'ascii')))
  const ranges = ownRanges.map(([first, bits]) => {
    const bytes = bytesOfAddress(first)
    return der.implicit(7, Buffer.concat([bytes, maskOf(bits, bytes.length)]))
  })
  return [...names, ...ranges].map((name) => der.sequence(name))
}
