import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Problem } from '../../kit/problem.ts'
import type { Home } from '../../platform/home.ts'
import { ownCertificate, ownNames } from './own-certificate.ts'

/** How the server shall speak https: with a certificate that it makes itself, or with one that it is given. */
export type TlsWish =
  | { readonly by: 'own' }
  | { readonly by: 'files'; readonly certificate: string; readonly key: string }

/** What an https server needs, and what others must know about it. */
export interface Speaking {
  readonly cert: string
  readonly key: string
  /** By which names it may be called; one may begin with `*.`. */
  readonly names: readonly string[]
  /** The root to be trusted, where it is one of our own. */
  readonly root: X509Certificate | null
}

export function speakTls(wish: TlsWish, home: Home, now: Date): Promise<Speaking> {
  return wish.by === 'own' ? withOwn(home, now) : withGiven(wish, now)
}

async function withOwn(home: Home, now: Date): Promise<Speaking> {
  const names = ownNames()
  const { root, leaf } = await ownCertificate(home, names, now)
  return {
    cert: leaf.certificate.toString(),
    key: String(leaf.key.export({ type: 'pkcs8', format: 'pem' })),
    names,
    root: root.certificate,
  }
}

async function withGiven(wish: Extract<TlsWish, { by: 'files' }>, now: Date): Promise<Speaking> {
  const [cert, key] = await Promise.all([read(wish.certificate), read(wish.key)])
  const certificate = understood(wish.certificate, () => new X509Certificate(cert))
  const privateKey = understood(wish.key, () => createPrivateKey(key))
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Problem(
      'certificate.invalid',
      `The key in ${wish.key} is not the one of the certificate in ${wish.certificate}`,
    )
  }
  if (+new Date(certificate.validTo) < +now) {
    throw new Problem('certificate.invalid', `The certificate ended on ${certificate.validTo}`, {
      mend: 'Renew it, and start again.',
    })
  }
  return { cert, key, names: namesIn(certificate), root: null }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Problem('certificate.unreadable', `The file ${file} cannot be read`)
  }
}

function understood<Part>(file: string, make: () => Part): Part {
  try {
    return make()
  } catch {
    throw new Problem('certificate.unreadable', `There is no PEM in ${file} that can be used`, {
      mend: 'Give the certificate with --tls-cert and its key, without a passphrase, with --tls-key.',
    })
  }
}

/** `DNS:notebook.example, IP Address:192.168.1.5` */
function namesIn({ subjectAltName }: X509Certificate): string[] {
  return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(
    ([, name = '']) => name.toLowerCase(),
  )
}
