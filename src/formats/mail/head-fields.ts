import { addressParser, decodeWords } from 'postal-mime'
import { decodeTextOr } from '../encoding/decode.ts'
import type { Head, HeadField } from './heads.ts'
import { mostAddresses } from './limits.ts'
import { instantOfMail } from './mail-date.ts'
import type { LostInMail, MailAddress, MailRead } from './mail.ts'

/** What a head says, and what of it could not be read. */
export function mailOf(head: Head): MailRead {
  const charset = charsetOf(head)
  const textOf = ({ bytes }: HeadField) => plain(decodeTextOr(charset, bytes))
  const fields = (name: string) => head.fields.filter((field) => field.name === name)
  const text = (name: string) => fields(name).map(textOf)[0] ?? null
  const lost: LostInMail[] = head.unread.map(({ line, reason }) => ({
    line,
    what: 'A line',
    reason,
  }))
  const addresses = (name: string) =>
    fields(name).flatMap((field) => addressesIn(field, textOf(field), lost))
  const from = addresses('from')
  const date = fields('date')[0]
  const sent = date ? instantOfMail(textOf(date)) : null
  if (date && sent === null) lost.push(unreadDate(date, textOf(date)))
  const to = addresses('to')
  const cc = [...addresses('cc'), ...addresses('bcc')]
  if (from.length + to.length + cc.length === 0 && sent === null)
    return { kind: 'lost', line: head.line, what: 'The message', reason: namesNobody }
  const subject = text('subject')
  return {
    kind: 'mail',
    line: head.line,
    lost,
    mail: {
      id: bareId(text('message-id')),
      sent,
      from,
      to,
      cc,
      subject: subject === null ? null : decodeWords(subject).trim() || null,
      labels: labelsIn(text('x-gmail-labels') ?? ''),
      isAutomatic: isAutomatic(text),
    },
  }
}

const namesNobody = 'that begins here names neither sender, recipient nor date'

function addressesIn(field: HeadField, text: string, lost: LostInMail[]): MailAddress[] {
  const parsed = addressParser(text, { flatten: true }).slice(0, mostAddresses)
  return parsed.flatMap((one) => {
    const address = bareAddress('address' in one ? (one.address ?? '') : '')
    const name = one.name.replace(/\s+/g, ' ').trim()
    if (/^[^\s@]+@[^\s@]+$/.test(address)) return [{ name: name || null, address }]
    const said = `${name} ${address}`.trim()
    if (said !== '')
      lost.push({ line: field.line, what: firstWords(said), reason: 'is no mail address' })
    return []
  })
}

/** Without the remarks and the way that mail took in the old days: `@relay.example:ana@example.org`. */
function bareAddress(written: string): string {
  return written
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:@[^,:@\s]+,?)+:/, '')
    .trim()
}

function unreadDate({ line }: HeadField, text: string): LostInMail {
  return { line, what: 'The date', reason: `says "${firstWords(text)}", which is no date` }
}

function firstWords(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Without the marks that have no place in a line. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control signs are what is looked for
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}

/** What the message says its text is in; old programs wrote their head in it as well. */
function charsetOf({ fields }: Head): string {
  const type = fields.find(({ name }) => name === 'content-type')
  const match = type && /charset="?([\w-]{1,40})/i.exec(decodeTextOr('', type.bytes).slice(0, 2000))
  return match?.[1] ?? ''
}

function bareId(text: string | null): string | null {
  return text?.replace(/^</, '').replace(/>$/, '').trim() || null
}

function labelsIn(text: string): string[] {
  return decodeWords(text)
    .split(',')
    .map((label) => label.trim().replace(/^"(.*)"$/, '$1'))
    .filter((label) => label !== '')
}

function isAutomatic(text: (name: string) => string | null): boolean {
  const submitted = text('auto-submitted')?.toLowerCase() ?? 'no'
  const precedence = text('precedence')?.toLowerCase() ?? ''
  return (
    submitted !== 'no' ||
    ['bulk', 'list', 'junk'].includes(precedence) ||
    text('list-id') !== null ||
    text('list-unsubscribe') !== null
  )
}
