import { execFile, spawnSync } from 'node:child_process'
import { ImapFlow } from 'imapflow'
import type { ImapStand } from './imap-server.ts'
import { mailProgram, whyNoMailClients } from './mail-programs.ts'
import type { MailStand } from './mail-server.ts'

export const whyNoClients = whyNoMailClients()

interface Envelope {
  /** `<>` for what nobody answers to. */
  readonly from: string
  readonly to: string
}

/** Hands a message to the server by msmtp, as mutt and others do. */
export async function byMsmtp(
  { port }: MailStand,
  { from, to }: Envelope,
  text: string,
): Promise<void> {
  const door = ['--host=127.0.0.1', `--port=${port}`, '--tls=off', '--auth=off']
  await given('msmtp', [...door, `--from=${from}`, '--', to], text)
}

/** Hands a message to the server by swaks, word for word. */
export async function bySwaks(
  { port }: MailStand,
  { from, to }: Envelope,
  text: string,
): Promise<void> {
  const door = ['--server', '127.0.0.1', '--port', String(port), '--helo', 'archive.example']
  await given('swaks', [...door, '--from', from, '--to', to, '--data', '-', '--silent', '2'], text)
}

function given(name: 'msmtp' | 'swaks', words: readonly string[], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = execFile(mailProgram(name)!, words, (error, stdout, stderr) => {
      if (error) reject(new Error(`${name} did not give the mail away:\n${stdout}${stderr}`))
      else resolve()
    })
    program.stdin?.end(text.replace(/\r?\n/g, '\n'))
  })
}

/** The message that came last, as a mail program gets it. */
export async function lastIn({ port, password }: ImapStand, user: string): Promise<Buffer> {
  const auth = { user, pass: password }
  const program = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false })
  await program.connect()
  try {
    await program.mailboxOpen('INBOX')
    const message = await program.fetchOne('*', { source: true })
    if (!message || !message.source) throw new Error(`No message lies in the mailbox of ${user}`)
    return message.source
  } finally {
    await program.logout()
  }
}

interface CalendarReply {
  readonly invitation: string
  readonly address: string
  /** The letter that the invitation lay in, and its own id. */
  readonly answers: string
  readonly id: string
}

/** That somebody comes, as their calendar mails it: the words, and the answer to the invitation. */
export function calendarReply({ invitation, address, answers, id }: CalendarReply): string {
  return `From: Ruth Adeyemi <${address}>
To: lucia@example.org
Subject: Accepted: Ruth Adeyemi and =?utf-8?Q?Luc=C3=ADa_Mar=C3=ADn?=
Date: Thu, 12 Mar 2026 17:00:00 +0100
Message-ID: <${id}>
In-Reply-To: ${answers}
References: ${answers}
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=-cal"

--=-cal
Content-Type: text/plain; charset=utf-8

Ruth Adeyemi has accepted this invitation.

--=-cal
Content-Type: text/calendar; charset=utf-8; method=REPLY
Content-Transfer-Encoding: base64

${inLines(Buffer.from(accepted(invitation, address)).toString('base64'))}

--=-cal--
`
}

function inLines(text: string): string {
  return text.replace(/.{76}/gu, '$&\n')
}

/** Debian's own, which has Debian's packages. */
const python = '/usr/bin/python3'
const answering = `
import sys, icalendar
asked = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
event = asked.walk('VEVENT')[0]
reply, mine = icalendar.Calendar(), icalendar.Event()
reply.add('prodid', '-//icalendar//EN')
reply.add('version', '2.0')
reply.add('method', 'REPLY')
for name in ('UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'ORGANIZER', 'SUMMARY'):
    if name in event: mine[name] = event[name]
me = icalendar.vCalAddress('mailto:' + sys.argv[1])
me.params['PARTSTAT'] = icalendar.vText('ACCEPTED')
mine['ATTENDEE'] = me
reply.add_component(mine)
sys.stdout.buffer.write(reply.to_ical())
`

/** By another maker's library where it is here; else in the words that such a library writes. */
function accepted(invitation: string, address: string): string {
  const made = spawnSync(python, ['-c', answering, address], {
    input: invitation,
    encoding: 'utf8',
  })
  if (made.status === 0) return made.stdout
  const kept = /^(?:UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|ORGANIZER)\b.*(?:\r\n[ \t].*)*/gmu
  const [, event = ''] = invitation.split('BEGIN:VEVENT')
  const lines = [...event.matchAll(kept)].map(([line]) => line)
  const mine = `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    ...lines,
    mine,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
