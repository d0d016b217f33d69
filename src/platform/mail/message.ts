import MailComposer from 'nodemailer/lib/mail-composer'
import type { Instant } from '../../kit/days.ts'
import { headText } from '../../kit/head-text.ts'

interface Named {
  readonly name: string
  readonly address: string
}

/** One letter from one to one. */
export interface Message {
  /** With its angle brackets. */
  readonly id: string
  readonly at: Instant
  readonly from: Named
  readonly to: Named
  readonly subject: string
  readonly body: string
  /** The ids of the letters it goes on from, the latest last. */
  readonly references: readonly string[]
  readonly calendar: { readonly name: string; readonly text: string } | null
  /** Written by no hand: no program answers it (RFC 3834). */
  readonly isMade?: boolean
}

/**
 * A message as it goes over the wire: plain text, and nothing that would tell whether it was read. No address is taken
 * apart and no file or page is fetched, whatever stands in it.
 */
export async function messageBytes(message: Message): Promise<Uint8Array> {
  const { id, at, from, to, references, calendar, isMade = false } = message
  const last = references.at(-1)
  const composer = new MailComposer({
    messageId: id,
    date: new Date(at),
    from: { name: headText(from.name), address: from.address },
    to: { name: headText(to.name), address: to.address },
    subject: headText(message.subject),
    text: message.body.toWellFormed().replace(/\r\n|\r/gu, '\n'),
    textEncoding: 'quoted-printable',
    ...(last === undefined ? {} : { inReplyTo: last, references: [...references] }),
    ...(calendar === null ? {} : { attachments: [attached(calendar)] }),
    ...(isMade ? { headers: { 'Auto-Submitted': 'auto-generated' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
  return composer.compile().build()
}

function attached({ name, text }: NonNullable<Message['calendar']>) {
  const method = /^METHOD:([A-Z]+)\r?$/mu.exec(text)?.[1]
  const kind = `text/calendar; charset=utf-8${method === undefined ? '' : `; method=${method}`}`
  return { filename: name, content: text, contentType: kind }
}
