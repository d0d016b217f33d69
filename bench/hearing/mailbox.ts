import type { ImapStand } from '../../test/stand/imap-server.ts'

export const mailboxOf = 'lucia@example.org'
export const usualMails = 100_000
/** People who were asked, so many days ago, and have all answered since. */
export const peopleAsked = 150
export const daysAgo = 50

/** Milliseconds after which whoever has heard a mail waits for the next again. */
export const untilIdle = 300

/** Days over which the mails of a mailbox came. */
const spread = 1000
const day = 86_400_000

export function addressOf(at: number): string {
  return `person-${at}@archive.example`
}

/** When the oldest was asked, as the box knows it. */
export function askedOn(): Date {
  return new Date(Date.now() - daysAgo * day)
}

/**
 * A mailbox of a thousand days: strangers, lists and machines, and among the mails of the last weeks one answer of each who was
 * asked. Gives the numbers of those answers; the last message is the last of them.
 */
export function fillMailbox(
  box: ImapStand,
  count: number,
  letterTo: (person: number) => string | null,
): number[] {
  const between = Math.max(1, Math.floor((count * (daysAgo - 1)) / spread / peopleAsked))
  const first = count - between * peopleAsked
  const answers: number[] = []
  box.fill(mailboxOf, mails())
  return answers

  function* mails() {
    for (let at = 1; at <= count; at += 1) {
      const when = new Date(Date.now() - ((count - at) * spread * day) / count)
      const person = (at - first) / between - 1
      const isAnswer = at > first && Number.isInteger(person)
      if (isAnswer) answers.push(at)
      yield { at: when, text: isAnswer ? answer(person, letterTo(person), when) : other(at, when) }
    }
  }
}

/** What somebody who was asked writes. */
export function answer(person: number, letter: string | null, when: Date): string {
  const thread = letter === null ? [] : [`In-Reply-To: ${letter}`, `References: ${letter}`]
  const from = `Person ${person} <${addressOf(person)}>`
  return mail({ from, id: `answer-${person}-${when.getTime()}`, when, head: thread })
}

/** Of every hundred others ten are of lists, and two are reports of mail servers about what is none of ours. */
function other(at: number, when: Date): string {
  const id = `other-${at}`
  if (at % 50 === 1) {
    const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'
    return mail({ from: 'MAILER-DAEMON@mail.example', id, when, head: [report] })
  }
  const head = at % 10 === 3 ? ['List-Id: <news.example>', 'Precedence: bulk'] : []
  return mail({ from: `Somebody <somebody-${at % 997}@elsewhere.example>`, id, when, head })
}

interface Written {
  readonly from: string
  readonly id: string
  readonly when: Date
  readonly head: readonly string[]
}

function mail({ from, id, when, head }: Written): string {
  return [
    `Received: from mail.example (mail.example [192.0.2.7]) by mx.example.org; ${when.toUTCString()}`,
    `From: ${from}`,
    `To: <${mailboxOf}>`,
    `Subject: About the ${id}`,
    `Date: ${when.toUTCString()}`,
    `Message-ID: <${id}@elsewhere.example>`,
    'MIME-Version: 1.0',
    ...head,
    '',
    'Words that nobody has asked for. '.repeat(40),
    '',
  ].join('\r\n')
}
