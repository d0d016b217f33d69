import { expect, test } from 'vitest'
import { readTranscriptText } from './read.ts'

/** Who, when in seconds, what. */
function said(text: string, name = '') {
  return readTranscriptText(text, name).turns.map(({ speaker, from, wrote, text: words }) => [
    speaker,
    wrote ?? (from === null ? null : from / 1000),
    words,
  ])
}

function losses(text: string, name = '') {
  return readTranscriptText(text, name).losses.map(({ line, kind }) => [line, kind])
}

test.each([
  [
    'an iPhone in Spain',
    '[12/03/2026, 9:31:05] Ana: hola\n[13/03/2026, 10:00:00] Ben: sí',
    '2026-03-12 09:31',
  ],
  [
    'Android in Germany',
    '12.03.26, 09:31 - Ana: hallo\n13.03.26, 10:00 - Ben: ja',
    '2026-03-12 09:31',
  ],
  [
    'Android in America',
    '3/12/26, 9:31 PM - Ana: hi\n3/13/26, 10:00 AM - Ben: yes',
    '2026-03-12 21:31',
  ],
  ['Sweden', '2026-03-12 09:31 - Ana: hej\n2026-03-13 10:00 - Ben: ja', '2026-03-12 09:31'],
  ['Japan', '2026/03/12 9:31 - Ana: はい\n2026/03/13 10:00 - Ben: はい', '2026-03-12 09:31'],
  [
    'Argentina',
    '12/3/2026 9:31 p. m. - Ana: hola\n13/3/2026 10:00 a. m. - Ben: sí',
    '2026-03-12 21:31',
  ],
])('a chat of WhatsApp from %s keeps its day', (_where, chat, wrote) => {
  const { format, turns } = readTranscriptText(chat)
  expect([format, turns[0]?.speaker, turns[0]?.wrote]).toEqual(['whatsapp', 'Ana', wrote])
})

test('the order of messages says which number is the month', () => {
  expect(said('04/03/26, 09:31 - Ana: a\n03/04/26, 09:31 - Ben: b')[0]?.[1]).toBe(
    '2026-03-04 09:31',
  )
  expect(said('03/04/26, 09:31 - Ana: a\n04/03/26, 09:31 - Ben: b')[0]?.[1]).toBe(
    '2026-03-04 09:31',
  )
})

test('where a chat leaves day and month open, that is said', () => {
  expect(losses('03/04/26, 09:31 - Ana: a\n03/04/26, 09:32 - Ben: b')).toEqual([[1, 'mended']])
})

test('a message of several lines is one turn, and what the program says is nobody’s', () => {
  const chat =
    '[12/03/2026, 9:31:05] \u200eMessages are end-to-end encrypted.\n[13/03/2026, 9:32:05] Ana: one\ntwo: three\n'
  expect(said(chat)).toEqual([['Ana', '2026-03-13 09:32', 'one\ntwo: three']])
  expect(losses(chat)).toEqual([[1, 'aside']])
})

test('Telegram and Slack chats keep who and when', () => {
  const telegram = {
    name: 'Ana',
    messages: [
      { type: 'service', action: 'phone_call', date: '2026-03-12T09:30:00' },
      {
        type: 'message',
        date: '2026-03-12T09:31:00',
        from: 'Ana',
        text: ['see ', { type: 'link', text: 'x.org' }],
      },
    ],
  }
  expect(said(JSON.stringify(telegram))).toEqual([['Ana', '2026-03-12 09:31', 'see x.org']])
  const slack = [
    {
      type: 'message',
      user: 'U1',
      user_profile: { real_name: 'Ana Ruiz' },
      text: 'see <https://x.org|this> &amp; that',
      ts: '1773307860.000200',
    },
    { type: 'message', subtype: 'channel_join', user: 'U2', text: 'joined', ts: '1773307861.0' },
  ]
  expect(said(JSON.stringify(slack))).toEqual([['Ana Ruiz', '2026-03-12 09:31', 'see this & that']])
})
