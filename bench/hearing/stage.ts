import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { type ImapStand, imapServer } from '../../test/stand/imap-server.ts'
import { type MailStand, mailServer, mailUser } from '../../test/stand/mail-server.ts'
import { type RunningServer, signIn, startServer } from '../../test/stand/server.ts'
import { type Asking, asking } from '../asking.ts'
import { inFreshFolder, openAsker } from '../home.ts'
import { addressOf, askedOn, fillMailbox, mailboxOf, peopleAsked } from './mailbox.ts'

/** A server on a notebook whose owner asked many, and a mailbox in which they have answered. */
export interface Stage {
  readonly home: string
  readonly box: ImapStand
  /** The conversation with each who was asked. */
  readonly talks: readonly string[]
  readonly server: RunningServer
  readonly ask: Asking
}

/** Every second was written to by the mail account; of the others it was written down that they were. */
const isWrittenTo = (person: number) => person % 2 === 1

export function onStage<T>(mails: number, work: (stage: Stage) => Promise<T>): Promise<T> {
  return inFreshFolder(async (folder) => {
    const home = join(folder, 'home')
    const post = await mailServer()
    const box = await imapServer()
    try {
      const talks = await askPeople(home, post)
      const server = await startServer({ home })
      try {
        const letters = await lettersThatWent(post)
        fillMailbox(box, mails, (person) => letters.get(addressOf(person)) ?? null)
        const ask = asking(server.origin, await signIn(server))
        return await work({ home, box, talks, server, ask })
      } finally {
        await server.stop()
      }
    } finally {
      await box.stop()
      await post.close()
    }
  })
}

async function askPeople(home: string, post: MailStand): Promise<string[]> {
  const { ask, close } = await openAsker(home)
  const made = async (operation: string, input: object) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both answer with what they made
    ((await ask(operation, input)) as { id: string }).id
  await ask('sample.load', { people: 1000 })
  const door = { host: '127.0.0.1', port: post.port, security: 'none', ...mailUser }
  await ask('mail.set', { ...door, name: 'Lucía', address: mailboxOf, minutes: 0 })
  const talks: string[] = []
  for (let at = 0; at < peopleAsked; at += 1) {
    const channels = [{ kind: 'mail', value: addressOf(at) }]
    const person = await made('people.add', { name: `Person ${at} Asked`, channels })
    const id = await made('conversations.plan', { people: [person], link: 'Her talk on ink' })
    if (isWrittenTo(at)) {
      const letter = { conversation: id, template: 'outreach', subject: 'Ink', body: `Dear ${at}` }
      await ask('letters.send', { ...letter, anyway: 'A bench' })
    } else {
      const day = askedOn().toISOString().slice(0, 10)
      await ask('conversations.step', { id, kind: 'sent', day })
    }
    talks.push(id)
  }
  await close()
  return talks
}

/** By which id each letter went. */
async function lettersThatWent({ taken }: MailStand): Promise<ReadonlyMap<string, string>> {
  while (taken.length < peopleAsked / 2) await pause(20)
  const letters = await Promise.all(taken.map(({ text }) => PostalMime.parse(text)))
  return new Map(letters.map(({ to, messageId }) => [to?.[0]?.address ?? '', messageId ?? '']))
}

/** Has the mailbox heard; it begins when the server has signed in. */
export async function beginHearing({ box, ask }: Stage): Promise<void> {
  const before = timesSignedIn(box)
  const { port, password } = box
  await ask('mail.hear', {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: mailboxOf,
    password,
  })
  await untilSignedIn(box, before + 1)
}

export function timesSignedIn(box: ImapStand): number {
  return box.log().match(/Login: user=/g)?.length ?? 0
}

export async function untilSignedIn(box: ImapStand, times: number): Promise<void> {
  while (timesSignedIn(box) < times) await pause(5)
}

/** Until so many mails were heard in the conversation with this person. */
export async function untilHeard(
  { ask, talks }: Pick<Stage, 'ask' | 'talks'>,
  person: number,
  count: number,
): Promise<void> {
  while ((await heardIn(ask, talks[person])) < count) await pause(10)
}

export async function needAllHeard({ ask, talks }: Stage): Promise<void> {
  const counts = await Promise.all(talks.map((talk) => heardIn(ask, talk)))
  const missing = counts.flatMap((count, at) => (count === 1 ? [] : [at]))
  if (missing.length > 0) throw new Error(`Not heard once: ${missing.join(', ')}`)
}

async function heardIn(ask: Asking, talk: string | undefined): Promise<number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the contract has it
  const { fromThem } = (await ask('conversations.show', { id: talk })) as {
    fromThem: { what: string }[]
  }
  return fromThem.filter(({ what }) => what === 'wrote').length
}
