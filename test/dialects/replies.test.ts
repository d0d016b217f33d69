import { expect, test } from 'vitest'
import { type Notebook, onBothDatabases } from './notebook.ts'
import { planned, take, tenOnFriday } from './talk.ts'

async function sentFor({ ask }: Notebook, id: string): Promise<string> {
  let text = ''
  for await (const part of (await ask('conversations.appointment', { id })).text) text += part
  return text.replaceAll('\r\n ', '')
}

/** What another calendar makes of an invitation: its own answer under the same name and number. */
function answered(invitation: string, status: string, more: readonly string[] = []): string {
  const keep = /^(UID|SEQUENCE|DTSTART|DTEND|ORGANIZER)\b/
  const lines = invitation.split('\r\n').filter((line) => keep.test(line))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${status === 'COUNTER' ? 'COUNTER' : 'REPLY'}`,
    'BEGIN:VEVENT',
    ...lines.filter((line) => !more.some((other) => other.startsWith(line.slice(0, 7)))),
    ...more,
    `ATTENDEE;CN=Ruth Adeyemi;PARTSTAT=${status === 'COUNTER' ? 'TENTATIVE' : status}:mailto:ruth@archive.example`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** The mail of a program that sends the answer beside the words. */
function mailWith(calendar: string): string {
  return `From: Ruth Adeyemi <ruth@archive.example>
Subject: Declined: The map
Date: Thu, 12 Mar 2026 09:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=-1"

--=-1
Content-Type: text/plain; charset=utf-8

Another week?

--=-1
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

${Buffer.from(calendar).toString('base64')}

--=-1--
`
}

onBothDatabases('what another calendar answers', (notebook) => {
  const read = (text: string) => notebook().ask('conversations.read-reply', { text })

  test('is read with who and which steps it may mean, and changes nothing by itself', async () => {
    await notebook().ask('settings.change', { name: 'Lucía', addresses: ['lucia@example.org'] })
    const id = await planned(notebook())
    await take(notebook(), id, { kind: 'scheduled', start: tenOnFriday })
    const invitation = await sentFor(notebook(), id)
    const from = { name: 'Ruth Adeyemi', mail: 'ruth@archive.example' }
    const plain = { conversation: id, from, isOld: false, start: null }
    expect(await read(answered(invitation, 'ACCEPTED'))).toEqual({
      ...plain,
      answer: 'yes',
      proposes: [],
    })
    expect(await read(answered(invitation, 'TENTATIVE'))).toEqual({
      ...plain,
      answer: 'maybe',
      proposes: [],
    })
    expect(await read(answered(invitation, 'DECLINED'))).toEqual({
      ...plain,
      answer: 'no',
      proposes: ['replied-later', 'replied-no'],
    })
    const rather = ['DTSTART:20260316T093000Z', 'DTEND:20260316T095000Z']
    const counter = await read(answered(invitation, 'COUNTER', rather))
    expect(counter).toEqual({
      ...plain,
      answer: 'other-time',
      start: { day: '2026-03-16', clock: '10:30', zone: 'Europe/Madrid' },
      proposes: ['scheduled'],
    })
    await take(notebook(), id, { kind: 'scheduled', start: counter.start })
    expect(await notebook().ask('conversations.show', { id })).toMatchObject({
      start: counter.start,
    })
    // The answer to the time before is an old one now.
    expect(await read(answered(invitation, 'DECLINED'))).toMatchObject({
      isOld: true,
      proposes: [],
    })
  })

  test('is told of a mail that it lies in, to the time of the same conversation alone', async () => {
    const { ask } = notebook()
    const id = await planned(notebook())
    await take(notebook(), id, { kind: 'scheduled', start: tenOnFriday })
    const text = mailWith(answered(await sentFor(notebook(), id), 'DECLINED'))
    expect(await ask('letters.answer', { text, conversation: id })).toMatchObject({
      words: 'Another week?',
      appointment: { conversation: id, answer: 'no', proposes: ['replied-later', 'replied-no'] },
    })
    const other = await planned(notebook())
    await take(notebook(), other, { kind: 'scheduled', start: tenOnFriday })
    const told = await ask('letters.answer', { text, conversation: other })
    expect(told.appointment).toBeNull()
    const invitation = mailWith(await sentFor(notebook(), id))
    const asked = await ask('letters.answer', { text: invitation, conversation: id })
    expect(asked.appointment).toBeNull()
  })

  test.each([
    ['no calendar', 'Yes, gladly'],
    ['an invitation', 'METHOD:REQUEST'],
    ['somebody else’s appointment', 'UID:other@calendar.example'],
  ])('is refused where it is %s', async (_, what) => {
    const id = await planned(notebook())
    await take(notebook(), id, { kind: 'scheduled', start: tenOnFriday })
    const reply = answered(await sentFor(notebook(), id), 'ACCEPTED')
    const text = what.startsWith('METHOD')
      ? reply.replace('METHOD:REPLY', what)
      : what.startsWith('UID')
        ? reply.replace(/UID:.*/, what)
        : what
    expect(await notebook().refusal('conversations.read-reply', { text })).toMatchObject({
      code: 'reply.unreadable',
    })
  })
})
