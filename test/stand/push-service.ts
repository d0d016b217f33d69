import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeLeaf, makeRoot } from '../../src/server/tls/certificates.ts'

/** A browser as a service of push knows it, which can read what was sealed for it (RFC 8291). */
export function browserThatHears() {
  const own = createECDH('prime256v1')
  const mine = own.generateKeys()
  const auth = randomBytes(16)
  return {
    p256dh: mine.toString('base64url'),
    auth: auth.toString('base64url'),
    read(sealed: Buffer): string {
      const salt = sealed.subarray(0, 16)
      const length = sealed.readUInt8(20)
      const theirs = sealed.subarray(21, 21 + length)
      const shared = own.computeSecret(theirs)
      const about = Buffer.concat([Buffer.from('WebPush: info\0'), mine, theirs])
      const secret = Buffer.from(hkdfSync('sha256', shared, auth, about, 32))
      const key = hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12)
      const closed = sealed.subarray(21 + length)
      const cipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce))
      cipher.setAuthTag(closed.subarray(-16))
      const open = Buffer.concat([cipher.update(closed.subarray(0, -16)), cipher.final()])
      // Behind the words stands the sign of the last record.
      return open.subarray(0, open.lastIndexOf(2)).toString('utf8')
    },
  }
}

export interface Delivered {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A service of push on this machine, under a certificate of its own. */
export async function pushService() {
  const now = Date.now()
  const span = { from: new Date(now - 86_400_000), until: new Date(now + 86_400_000) }
  const root = makeRoot({ name: 'Push', ...span })
  const leaf = makeLeaf(root, { name: 'localhost', ...span, names: ['localhost'] })
  const delivered: Delivered[] = []
  let status: number | 'drop by drop' = 201
  const key = leaf.key.export({ type: 'pkcs8', format: 'pem' })
  const server = createServer({ key, cert: leaf.certificate.toString() }, (asked, answer) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', () => {
      delivered.push({ headers: asked.headers, body: Buffer.concat(parts) })
      if (status !== 'drop by drop') {
        answer.writeHead(status).end()
        return
      }
      const drops = setInterval(() => answer.write('.'), 5)
      answer.on('close', () => clearInterval(drops))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `https://localhost:${port}/to/one`,
    manner: { inside: true, ca: root.certificate.toString() },
    delivered,
    answerWith: (next: typeof status) => (status = next),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((closed) => void server.close(() => closed()))
    },
  }
}
