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
