import { isIP } from 'node:net'
import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { MailFault } from './faults.ts'
import { ImapBox } from './imap-box.ts'
import { imapFaultOf } from './imap-faults.ts'
import { within } from './imap-patience.ts'
import { addressFor } from './reach.ts'
import type { MailServer, Manner } from './smtp.ts'
import { accessToken } from './token.ts'

const usualPatience = 20_000
/** Signing in may take a while, and so may opening a large folder: each a minute. */
const patienceToOpen = 3

/** A server that sends more on one line, or in one piece, is not asked for any of it. */
const longestLine = 4_000_000
const largestPiece = 16_000_000

/** Shorter than the half hour after which servers let go of whoever says nothing, and than the patience of routers. */
const idleFor = 4 * 60_000
const silentFor = 5 * 60_000

/**
 * Opens a folder for reading alone (EXAMINE: nothing in it is marked as seen), and closes it after the work. Throws a
 * MailFault, also when `stopped`; what the work itself throws, as it is.
 */
export async function withFolder<T>(
  server: MailServer,
  { inside, patience = usualPatience, stopped }: Manner,
  { folder, work }: { readonly folder: string; readonly work: (box: ImapBox) => Promise<T> },
): Promise<T> {
  const options = await optionsFor(server, { inside, patience })
  if (stopped?.aborted) throw new MailFault('timed-out')
  const client = new ImapFlow(options)
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => {})
  client.on('error', (error) => broken.reject(imapFaultOf(error)))
  client.on('close', () => broken.reject(new MailFault('gone')))
  const stop = () => client.close()
  stopped?.addEventListener('abort', stop, { once: true })
  try {
    const opened = async (): Promise<T> => {
      await within(client.connect(), patienceToOpen * patience)
      const opening = client.mailboxOpen(folder, { readOnly: true })
      const mailbox = await within(opening, patienceToOpen * patience)
      return work(new ImapBox(client, mailbox, patience))
    }
    return await Promise.race([broken.promise, opened()])
  } finally {
    stopped?.removeEventListener('abort', stop)
    client.close()
  }
}

async function optionsFor(
  server: MailServer,
  manner: { readonly inside: boolean; readonly patience: number },
): Promise<ImapFlowOptions> {
  const { host, port, security, user, secret } = server
  const { patience } = manner
  const { address, isInside } = await addressFor(host, manner)
  if (security === 'none' && !isInside) throw new MailFault('in-the-clear')
  const pass =
    secret.kind === 'password'
      ? { pass: secret.password }
      : { accessToken: await accessToken(secret, manner) }
  return {
    host: address,
    port,
    ...(isIP(host) ? {} : { servername: host }),
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: { user, ...pass },
    // What computer and program this is, is nobody's business.
    clientInfo: { name: 'Sobremesa' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: idleFor,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: silentFor,
    maxLineLength: longestLine,
    maxLiteralSize: largestPiece,
    maxResponseSize: largestPiece * 2,
  }
}
