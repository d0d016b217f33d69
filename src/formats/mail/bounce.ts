import { bareIds } from './bare-ids.ts'

/** That a letter did not arrive, or not yet, as a mail server says it. */
export interface Bounce {
  /** Whom it did not reach. */
  readonly recipient: string | null
  /** `5.1.1` (RFC 3463), where it is said or can be told from the answer of the server. */
  readonly status: string | null
  /** False where the server goes on trying. */
  readonly isFinal: boolean
  /** What the server said, in its words, on one line. */
  readonly says: string
  /** The id of the letter it is about, where the letter is quoted; without brackets. */
  readonly message: string | null
}

interface Message {
  readonly header: (name: string) => string
  readonly subject: string
  readonly text: string
  readonly from: string
  readonly parts: readonly { readonly mimeType: string; readonly text: string }[]
}

/** Null for a message that is no such report. */
export function bounceIn(message: Message): Bounce | null {
  const reports = message.parts
    .filter(({ mimeType }) => mimeType === 'message/delivery-status')
    .flatMap(({ text }) => recipientsIn(text))
  return reports.length > 0 ? reportOf(reports, message) : toldIn(message)
}

/** A report as RFC 3464 has it; one that only says that a letter arrived is none. */
function reportOf(reports: readonly Reported[], message: Message): Bounce | null {
  const worst =
    reports.find(({ action }) => action === 'failed') ??
    reports.find(({ action }) => action === 'delayed')
  if (!worst) return null
  const { recipient, action, status, says } = worst
  return { recipient, status, isFinal: action === 'failed', says, message: quotedId(message) }
}

interface Reported {
  readonly recipient: string | null
  readonly action: string
  readonly status: string | null
  readonly says: string
}

/** One group of fields for each recipient; the first is about the server. */
function recipientsIn(text: string): Reported[] {
  const groups = text.slice(0, 100_000).split(/\r?\n[ \t]*\r?\n/u)
  return groups.flatMap((group): Reported[] => {
    const fields = fieldsOf(group)
    const action =
      fields
        .get('action')
        ?.toLowerCase()
        .split(/[\s(;]/u, 1)[0] ?? ''
    if (action === '') return []
    const told = valueOf(fields.get('final-recipient') ?? fields.get('original-recipient') ?? '')
    const says = oneLine(valueOf(fields.get('diagnostic-code') ?? ''))
    return [
      {
        recipient: bare(told),
        action,
        status: statusIn(fields.get('status') ?? '') ?? statusIn(says),
        says,
      },
    ]
  })
}

function fieldsOf(group: string): ReadonlyMap<string, string> {
  const unfolded = group.replace(/\r?\n[ \t]+/gu, ' ')
  return new Map(
    unfolded.split(/\r?\n/u).flatMap((line) => {
      const [, name = '', value = ''] = /^([!-9;-~]{1,60})\s{0,5}:\s?(.*)$/u.exec(line) ?? []
      return name === '' ? [] : [[name.toLowerCase(), value.trim()] as const]
    }),
  )
}

/** `rfc822; ruth@archive.example` and `smtp; 550 …`: what stands after the kind. */
function valueOf(field: string): string {
  return field.replace(/^[\w-]{1,30}\s?;\s?/u, '').trim()
}

const subjects =
  /^(?:undeliver|mail delivery (?:failed|failure|system|subsystem)|delivery (?:status notification|failure|has failed)|returned mail|failure notice|mail system error|nicht zugestellt|unzustellbar|message non (?:distribué|remis)|no se puede entregar|correo no entregado|não foi possível entregar)/iu
const senders = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)\b/iu

/** Reports that keep to no standard: of qmail, old Exim, Gmail's pages, and of whoever writes his own. */
function toldIn(message: Message): Bounce | null {
  const failed = bare(message.header('x-failed-recipients').split(',', 1).join(''))
  if (failed === null && !isFromServer(message)) return null
  const text = message.text.slice(0, 20_000)
  const says = oneLine(saidIn(text))
  const status = statusIn(says) ?? statusIn(text)
  const recipient = failed ?? bare(/<([^<>\s]{3,254})>/u.exec(text)?.[0] ?? '')
  const mayPass = status?.startsWith('4.') || isDelay(message.subject, text)
  return {
    recipient,
    status,
    isFinal: failed !== null || !mayPass,
    says,
    message: quotedId(message),
  }
}

function isFromServer({ header, from, subject }: Message): boolean {
  const isSent = senders.test(from) || header('return-path').trim() === '<>'
  return isSent && subjects.test(subject.trim())
}

function isDelay(subject: string, text: string): boolean {
  const beginning = `${subject}\n${text.slice(0, 2000)}`
  return /\b(?:delayed|will be retried|still trying|warning: message)\b/iu.test(beginning)
}

/** The line in which a server says why: it has a code of SMTP in it. */
function saidIn(text: string): string {
  const lines = text.split(/\r?\n/u)
  return (
    lines.find((line) => /\b[45]\d\d[ -]|\b[45]\.\d\.\d{1,3}\b/u.test(line.slice(0, 500))) ?? ''
  )
}

/** `5.1.1`, or what a bare code of SMTP means at least. */
function statusIn(text: string): string | null {
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/u.exec(text.slice(0, 5000))?.[1]
  if (status) return status
  const code = /\b([45])\d\d[ -]/u.exec(text.slice(0, 5000))?.[1]
  return code ? `${code}.0.0` : null
}

/** The letter as it comes back: whole, its head alone, or copied below the report. */
function quotedId({ parts, text }: Message): string | null {
  const texts = [
    ...parts.filter(({ mimeType }) =>
      /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/u.test(mimeType),
    ),
    { text },
  ]
  for (const part of texts) {
    const field = /^message-id\s?:\s*(<[^<>\s]{1,500}>)/imu.exec(part.text.slice(0, 200_000))?.[1]
    if (field) return bareIds(field)[0] ?? null
  }
  return null
}

function bare(text: string): string | null {
  const address = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,190}/u.exec(text.slice(0, 1000))?.[0]
  return address ?? null
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}
