import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import { hearAnswers, type HearingManner } from '../../src/server/hearing.ts'
import type { ImapStand } from '../stand/imap-server.ts'
import type { MailStand } from '../stand/mail-server.ts'
import type { Loose, Manner, Notebook } from './notebook.ts'
import { firstLetter, minutes, postman } from './post.ts'

export const mailbox = 'lucia@example.org'

export function hearingAt({ port, password }: ImapStand, more: object = {}) {
  return { host: '127.0.0.1', port, security: 'none', user: mailbox, password, ...more }
}

/** A letter that went, and the id it went by. */
export async function gone(notebook: Notebook, server: MailStand, name: string) {
  const { ask, clock } = notebook
  const { conversation, template, address, ruth } = await firstLetter(notebook, name)
  const body = `Dear ${name}, your talk on ${name} stayed with me. Could you spare 20 minutes?`
  const letter = { conversation, template, subject: `Ink and ${name}`, body }
  await ask('letters.send', { ...letter, anyway: 'A test' })
  clock.pass(minutes(0.1))
  await postman(notebook)
  const { messageId } = await PostalMime.parse(server.taken.at(-1)!.text)
  return { conversation, template, person: ruth, address, messageId: messageId! }
}

/** What the server does while it runs, with a clock that hurries; `stop` ends it, and gives what went wrong by our fault. */
export function hearing({ house }: Notebook, more: Partial<HearingManner> = {}) {
  const stop = new AbortController()
  const faults: unknown[] = []
  const ended = hearAnswers(house.engine, {
    stopping: stop.signal,
    failed: (_what, error) => faults.push(error),
    minute: 20,
    between: 50,
    ...more,
  })
  return {
    async stop() {
      stop.abort()
      await ended
      expect(faults).toEqual([])
    },
  }
}

/** The mails that were heard in a conversation. */
export async function heardIn({ ask }: Notebook, id: string): Promise<Loose[]> {
  const { fromThem } = await ask('conversations.show', { id })
  return fromThem.filter(({ what }: { what: string }) => what === 'wrote')
}

/** Waits until so many mails were heard there. */
export async function untilHeard(notebook: Notebook, id: string, count: number): Promise<Loose[]> {
  await expect
    .poll(async () => (await heardIn(notebook, id)).length, { timeout: 20_000, interval: 50 })
    .toBe(count)
  return heardIn(notebook, id)
}

/** Waits until the mailbox was looked into anew; what was in it is heard by then. */
export async function untilLooked({ ask }: Notebook, manner: Manner = {}): Promise<void> {
  await expect
    .poll(async () => (await ask('mail.hearing', {}, manner)).lookedAt, {
      timeout: 20_000,
      interval: 50,
    })
    .not.toBeNull()
}

interface Wrote {
  readonly from: string
  readonly subject?: string
  readonly answers?: string
  readonly id?: string
  readonly date?: string
  readonly head?: readonly string[]
  readonly body?: string
}

let count = 0

/** A mail as another program writes it. */
export function mailFrom({
  from,
  subject = 'Re: Ink',
  answers,
  id,
  date = 'Thu, 12 Mar 2026 09:00:00 +0100',
  head = [],
  body,
}: Wrote): string {
  count += 1
  return [
    `Return-Path: <${/[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? ''}>`,
    `From: ${from}`,
    `To: Lucía Marín <${mailbox}>`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${id ?? `${count}@elsewhere.example`}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...head,
    '',
    body ?? 'Gladly, any time.',
    '',
  ].join('\r\n')
}

/** A letter that comes back, as Postfix gives it: its report names no letter but in the head that it quotes. */
export function givenBack(address: string, messageId: string): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mail.example (Mail Delivery System)
To: ${mailbox}
Subject: Undelivered Mail Returned to Sender
Date: Thu, 12 Mar 2026 10:00:00 +0100
Message-ID: <${(count += 1)}@mail.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="7B2"

--7B2
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--7B2
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; ${address}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--7B2
Content-Type: message/rfc822

From: Lucía Marín <${mailbox}>
To: ${address}
Subject: Ink
Message-ID: ${messageId}

Dear friend, this is the letter.

--7B2--
`
}
