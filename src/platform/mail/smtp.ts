import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection'
import XOAuth2 from 'nodemailer/lib/xoauth2'
import { faultOf, MailFault } from './faults.ts'
import { addressFor } from './reach.ts'
import { accessToken, type Token } from './token.ts'

export interface MailServer {
  readonly host: string
  readonly port: number
  /** From the first byte, after STARTTLS, or none: to this machine or the house alone. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly secret: { readonly kind: 'password'; readonly password: string } | Token
}

export interface Manner {
  /** Whether servers inside the network of this machine may be spoken to. */
  readonly inside: boolean
  /** Milliseconds without a word. */
  readonly patience?: number
  /** Ends it in the middle. */
  readonly stopped?: AbortSignal
}

export interface Parcel {
  readonly from: string
  readonly to: string
  /** The message as it goes, head and all. */
  readonly bytes: Uint8Array
}

const usualPatience = 20_000

/** Connects and signs in, and no more. Throws a MailFault. */
export async function trySmtp(server: MailServer, manner: Manner): Promise<void> {
  await withConnection(server, manner, async () => {})
}

/**
 * Gives one letter for one recipient to the server. `beforeWords` is called when the server is ready for the letter and
 * has not seen a byte of it: what it throws ends the connection, and nothing was sent. Throws a MailFault; one that has
 * no answer of the server in it (`gone`, `timed-out`) after `beforeWords` leaves open whether the letter went.
 */
export async function carry(
  server: MailServer,
  manner: Manner,
  { parcel, beforeWords }: { readonly parcel: Parcel; readonly beforeWords: () => Promise<void> },
): Promise<void> {
  let stopped: unknown = null
  async function* words(): AsyncGenerator<Uint8Array> {
    await beforeWords()
    yield parcel.bytes
  }
  try {
    await withConnection(server, manner, (connection) => {
      const stream = Readable.from(words(), { objectMode: false })
      return new Promise<void>((resolve, reject) => {
        stream.once('error', (error) => {
          stopped = error
          // Without its last line the server has no letter.
          connection.close()
          reject(error)
        })
        connection.send({ from: parcel.from, to: [parcel.to] }, stream, (error) =>
          error ? reject(error) : resolve(),
        )
      })
    })
  } catch (error) {
    throw stopped ?? error
  }
}

async function withConnection(
  server: MailServer,
  { inside, patience = usualPatience, stopped }: Manner,
  work: (connection: SMTPConnection) => Promise<void>,
): Promise<void> {
  const { address, isInside } = await addressFor(server.host, { inside })
  if (server.security === 'none' && !isInside) throw new MailFault('in-the-clear')
  const auth = await signInOf(server, { inside, patience })
  if (stopped?.aborted) throw new MailFault('timed-out')
  const connection = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    // The name of this computer is nobody's business.
    name: '[127.0.0.1]',
    tls: isIP(server.host) ? {} : { servername: server.host },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience * 3,
    allowInternalNetworkInterfaces: true,
  })
  const broken = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject)
    // What the server said last comes a moment after its end.
    connection.on('end', () => setImmediate(() => reject(new MailFault('gone'))))
  })
  const stop = () => connection.close()
  stopped?.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([broken, signedIn(connection, auth).then(() => work(connection))])
    connection.quit()
  } catch (error) {
    connection.close()
    throw faultOf(error)
  } finally {
    stopped?.removeEventListener('abort', stop)
  }
}

function signedIn(connection: SMTPConnection, auth: SMTPConnectionAuth): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect((refused) => {
      if (refused) return reject(refused)
      connection.login(auth, (error) => (error ? reject(error) : resolve()))
    })
  })
}

async function signInOf(
  { user, secret }: MailServer,
  manner: { readonly inside: boolean; readonly patience: number },
): Promise<SMTPConnectionAuth> {
  if (secret.kind === 'password') return { user, pass: secret.password }
  const token = await accessToken(secret, manner)
  return { user, method: 'XOAUTH2', oauth2: new XOAuth2({ user, accessToken: token }) }
}
