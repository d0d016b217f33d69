import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Instant } from '../../kit/days.ts'
import { bareIds } from './bare-ids.ts'
import { type Bounce, bounceIn } from './bounce.ts'
import { instantOfMail } from './mail-date.ts'
import type { MailAddress } from './mail.ts'
import { ownWords } from './own-words.ts'
import { isVacation, machineOf } from './vacation.ts'

/**
 * What a message is, to whoever waits for an answer. `vacation` and `bounce` come from machines about a letter of
 * ours, `automatic` from machines about anything; only an `answer` is one.
 */
export interface Incoming {
  readonly kind: 'answer' | 'vacation' | 'bounce' | 'automatic'
  readonly from: MailAddress | null
  readonly subject: string
  readonly sent: Instant | null
  /** The ids of messages it goes back to, the nearest first, without brackets. */
  readonly answers: readonly string[]
  /** What they wrote themselves, without what they quoted and signed with. */
  readonly words: string
  /** Where it says that a letter did not arrive, or not yet. */
  readonly bounce: Bounce | null
  /** What their calendar wrote in it, as it stands there; null in a head, and where it wrote nothing. */
  readonly calendar: string | null
}

/** Characters of a message that are looked at; whoever writes more has written a book. */
const longest = 5_000_000

/** Whether a text is a message with a head, or only words. */
export function isMessage(text: string): boolean {
  const [head = ''] = text
    .slice(0, 100_000)
    .trimStart()
    .split(/\r?\n\r?\n/u, 1)
  const names = new Set(
    head
      .split(/\r?\n/u)
      .flatMap((line) => /^([!-9;-~]{1,60}):/u.exec(line)?.[1]?.toLowerCase() ?? []),
  )
  return (
    names.has('from') &&
    ['date', 'subject', 'message-id', 'received'].some((name) => names.has(name))
  )
}

/** Reads one message, or words that somebody copied out of one. Never throws: what cannot be read is an answer of no words. */
export async function readIncoming(text: string): Promise<Incoming> {
  const whole = text.slice(0, longest)
  if (!isMessage(whole)) return wordsAlone(whole)
  return readMessage(whole.trimStart())
}

/** The same for what is a message, in the bytes it came in. */
export async function readMessage(message: string | Uint8Array): Promise<Incoming> {
  const mail = await parsed(message)
  return mail ? incomingFrom(mail, partsOf(mail)) : wordsAlone('')
}

/** A message by its head alone, its id with it; of a report of a mail server, the parts that were fetched besides. */
export async function readHead(
  head: Uint8Array,
  parts: readonly Part[],
): Promise<{ readonly id: string | null; readonly incoming: Incoming } | null> {
  const mail = await parsed(head)
  if (!mail) return null
  const [id = null] = bareIds(mail.messageId ?? '')
  const { text: _text, html: _html, ...headAlone } = mail
  return { id, incoming: incomingFrom(headAlone, parts) }
}

function parsed(message: string | Uint8Array): Promise<Email | null> {
  return PostalMime.parse(message, { attachmentEncoding: 'utf8' }).catch(() => null)
}

interface Part {
  readonly mimeType: string
  readonly text: string
}

function partsOf({ attachments }: Email): readonly Part[] {
  return attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: typeof content === 'string' ? content : '',
  }))
}

function wordsAlone(text: string): Incoming {
  return {
    kind: isVacation('', text) ? 'vacation' : 'answer',
    from: null,
    subject: '',
    sent: null,
    answers: [],
    words: ownWords(text),
    bounce: null,
    calendar: null,
  }
}

function incomingFrom(
  mail: Pick<Email, 'headers' | 'subject' | 'from' | 'html' | 'text'>,
  parts: readonly Part[],
): Incoming {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  const { subject = '', html = '', text = textOf(html) } = mail
  const from = mailbox(mail.from)
  const bounce = bounceIn({ header, subject, text, from: from?.address ?? '', parts })
  return {
    kind: bounce ? 'bounce' : kindBy(header, subject),
    from,
    subject,
    sent: instantOfMail(header('date')),
    answers: [
      ...(bounce?.message ? [bounce.message] : []),
      ...bareIds(header('in-reply-to')),
      ...bareIds(header('references')).toReversed(),
    ],
    words: ownWords(text),
    bounce,
    calendar: parts.find(({ mimeType }) => calendars.has(mimeType.toLowerCase()))?.text ?? null,
  }
}

/** By the standard, and as Outlook and Google attach the same once more. */
const calendars: ReadonlySet<string> = new Set(['text/calendar', 'application/ics'])

function kindBy(header: (name: string) => string, subject: string): Incoming['kind'] {
  const machine = machineOf(header, subject)
  if (machine === 'other') return 'automatic'
  return machine === 'reply' || isVacation(subject, '') ? 'vacation' : 'answer'
}

function mailbox(address: Address | undefined): MailAddress | null {
  return address?.address ? { name: address.name || null, address: address.address } : null
}

/** Enough of a page of HTML to see what was written. */
function textOf(html: string): string {
  return html
    .slice(0, 500_000)
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]{0,200}>/giu, '\n')
    .replace(/<[^<>]{0,2000}>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
}
