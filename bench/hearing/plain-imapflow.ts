import { setTimeout as pause } from 'node:timers/promises'
import { type FetchMessageObject, ImapFlow } from 'imapflow'
import { type ImapStand, imapServer } from '../../test/stand/imap-server.ts'
import { type Figures, timed, waits } from '../measure.ts'
import {
  addressOf,
  answer,
  askedOn,
  fillMailbox,
  mailboxOf,
  peopleAsked,
  untilIdle,
} from './mailbox.ts'

const heads = { uid: true, headers: true, envelope: true } as const

/**
 * The peers: imapflow in a loop, with no notebook around it. One fetches the head of every mail since that day and chooses here,
 * which is the shortest program that does the job; the other knows the numbers before, which is the least it can cost.
 */
export async function plainImapflow(mails: number, way: 'all' | 'known'): Promise<Figures> {
  const box = await imapServer()
  try {
    const known = fillMailbox(box, mails, () => null)
    const before = process.cpuUsage()
    const [client, first] = await timed(() => looked(box, way === 'known' ? known : null))
    const { user, system } = process.cpuUsage(before)
    const later = way === 'all' ? await heardLater(box, client) : []
    await client.logout()
    return {
      'first look': first / 1000,
      'first look, of computing': (user + system) / 1_000_000,
      ...(way === 'all' ? waits('heard later', later) : {}),
    }
  } finally {
    await box.stop()
  }
}

async function looked(box: ImapStand, known: readonly number[] | null): Promise<ImapFlow> {
  const auth = { user: mailboxOf, pass: box.password }
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: box.port,
    secure: false,
    auth,
    logger: false,
  })
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  const uids = known ?? (await client.search({ since: askedOn() }, { uid: true }))
  if (!uids) throw new Error('The mailbox was not searched')
  const wanted = new Set(Array.from({ length: peopleAsked }, (_, at) => addressOf(at)))
  let found = 0
  for await (const message of client.fetch([...uids], heads, { uid: true })) {
    if (wanted.has(senderOf(message))) found += 1
  }
  if (found !== peopleAsked) throw new Error(`${found} answers were found`)
  return client
}

/** One mail after another comes, and its head is fetched when the server says so. */
async function heardLater(box: ImapStand, client: ImapFlow): Promise<number[]> {
  const taken: number[] = []
  for (let person = 0; person < 20; person += 1) {
    const came = new Promise((resolve) => client.once('exists', resolve))
    void client.idle()
    await pause(untilIdle)
    const began = performance.now()
    box.deliver(mailboxOf, answer(person, null, new Date()))
    await came
    const message = await client.fetchOne('*', heads)
    if (!message || senderOf(message) !== addressOf(person)) throw new Error('Another mail came')
    taken.push(performance.now() - began)
  }
  return taken
}

function senderOf({ envelope }: FetchMessageObject): string {
  return envelope?.from?.[0]?.address?.toLowerCase() ?? ''
}
