import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { makeLeaf, makeRoot } from '../../src/server/tls/certificates.ts'

export const mailUser = { user: 'lucia@example.org', password: 'right as rain' } as const

const lasting = { from: new Date('2020-01-01'), until: new Date('2050-01-01') }
const root = makeRoot({ name: 'Mail in tests', ...lasting })
const leaf = makeLeaf(root, { name: 'localhost', names: ['localhost'], ...lasting })
/** Whoever trusts this trusts the servers of these tests. */
export const rootOfTests = root.certificate.toString()

/** What a server shows of itself, and what it shows it by. */
export const leafOfTests = {
  cert: leaf.certificate.toString(),
  key: leaf.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
}

/** A letter as the server took it. */
export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  readonly text: string
}

export interface MailStand {
  readonly port: number
  readonly taken: Taken[]
  /** How often somebody began to give it a letter. */
  readonly tries: () => number
  readonly close: () => Promise<void>
}

/** What the server does with a letter: takes it, never answers, dies at this point, or answers with a code. */
export type Does = 'take' | 'wait' | 'die before' | 'die after' | number

export interface MailWish extends SMTPServerOptions {
  /** In turn, the last for ever. */
  readonly does?: readonly Does[]
}

/** A real SMTP server on loopback, that signs in one user and keeps what it takes. */
export async function mailServer({ does = ['take'], ...more }: MailWish = {}): Promise<MailStand> {
  const taken: Taken[] = []
  let tries = 0
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    ...leafOfTests,
    onAuth(auth, _session, done) {
      const isRight =
        auth.method === 'XOAUTH2'
          ? auth.accessToken === 'fresh'
          : auth.username === mailUser.user && auth.password === mailUser.password
      if (isRight) done(null, { user: auth.username ?? '' })
      else done(new Error('Invalid credentials'))
    },
    onData(stream, session, done) {
      const now = does[Math.min(tries, does.length - 1)] ?? 'take'
      tries += 1
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece)
        if (now === 'die before') hangUp(server)
      })
      stream.on('error', () => {})
      stream.on('end', () => {
        if (now === 'wait') return
        if (typeof now === 'number') {
          return done(Object.assign(new Error('Not now'), { responseCode: now }))
        }
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString('utf8'),
        })
        if (now === 'die after') hangUp(server)
        else done()
      })
    },
    ...more,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  const listening: Server = server.server
  await once(listening, 'listening')
  return {
    port: (listening.address() as AddressInfo).port,
    taken,
    tries: () => tries,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Cuts every line, as a server does that is gone. */
function hangUp(server: SMTPServer): void {
  for (const connection of server.connections) {
    const { _socket: socket } = connection as unknown as { _socket: { destroy(): void } }
    socket.destroy()
  }
}
