import PostalMime, { type Address } from 'postal-mime'
import { expect, test } from 'vitest'
import { mailServer, mailUser } from '../../../test/stand/mail-server.ts'
import { fillTemplate } from '../../craft/letters/fill.ts'
import { headText } from '../../kit/head-text.ts'
import { type Message, messageBytes } from './message.ts'
import { carry } from './smtp.ts'

/** What somebody might write into a name or a subject to make another letter of it. */
const pieces = [
  '\r\nBcc: eve@evil.example',
  '\nTo: eve@evil.example',
  '\rX-Mark: 1',
  '\r\n\r\nAnother body',
  '\r\n.\r\nMAIL FROM:<eve@evil.example>',
  '\0',
  '\u2028Cc: eve@evil.example\u2029',
  '=?utf-8?B?QmNjOiBldmVAZXZpbC5leGFtcGxl?=',
  '=?utf-8?Q?=0D=0ABcc:_eve=40evil.example?=',
  '=?utf-7?Q?+AA0-?=',
  '" <eve@evil.example>, "Ruth',
  '<eve@evil.example>',
  'eve@evil.example,',
  ';eve@evil.example;',
  '(a comment)',
  '\\',
  '"',
  "'",
  ':',
  '{from}',
  '{to}',
  '[only {link}]',
  '}{',
  '\u202eelpmaxe.live@eve\u202c',
  '\u2066\u2067\u200f\u200e',
  'رضا',
  'Ωμέγα 𝕏 👩‍🔬',
  '\ud800',
  '\udfff',
  'e\u0301',
  '\t\v\f',
  '\u0085',
  'x'.repeat(300),
  'é'.repeat(200),
  'Ruth Adeyemi',
  ' ',
] as const

/** A thousand, the same each time: each piece alone, then two and three of them together. */
const hostile: readonly string[] = Array.from({ length: 1000 }, (_, at) => {
  const count = pieces.length
  const picked = [pieces[at % count], pieces[(at * 7 + 3) % count], pieces[(at * 13 + 5) % count]]
  return picked.slice(0, at < count ? 1 : 2 + (at % 2)).join('')
})

function letter(name: string, subject: string): Message {
  return {
    id: '<one@example.org>',
    at: '2026-03-11T09:00:00.000Z',
    from: { name, address: 'lucia@example.org' },
    to: { name, address: 'ruth@archive.example' },
    subject,
    body: 'Dear Ruth',
    references: ['<zero@example.org>'],
    calendar: null,
  }
}

const heads = [
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
]

test('a thousand names and subjects arrive as they were meant, and bring no head and nobody along', async () => {
  for (const [at, words] of hostile.entries()) {
    const other = hostile[(at + 500) % 1000] ?? ''
    const bytes = await messageBytes(letter(words, other))
    const mail = await PostalMime.parse(bytes)
    const meant = headText(other) === '' ? heads.filter((head) => head !== 'subject') : heads
    expect([at, mail.headers.map(({ key }) => key).toSorted()]).toEqual([at, meant])
    expect([at, mail.subject ?? '']).toEqual([at, headText(other)])
    for (const [party, address] of [
      [mail.from, 'lucia@example.org'],
      [mail.to?.length === 1 ? mail.to[0] : undefined, 'ruth@archive.example'],
    ] as const) {
      expect([at, party]).toEqual([at, { name: headText(words), address } satisfies Address])
    }
    expect([at, mail.text?.trim(), mail.cc, mail.bcc]).toEqual([
      at,
      'Dear Ruth',
      undefined,
      undefined,
    ])
    const lines = Buffer.from(bytes).toString('latin1').split('\r\n')
    expect([at, lines.filter((line) => line.length > 998 || /[\r\n\0]/.test(line))]).toEqual([
      at,
      [],
    ])
  }
})

test('such words in a body are words of the body, and end no letter', async () => {
  const server = await mailServer()
  const account = {
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: mailUser.user,
  } as const
  const secret = { kind: 'password', password: mailUser.password } as const
  const bodies = hostile.slice(0, 12).map((words) => `Dear Ruth\n${words}\n.\nLucía`)
  for (const body of bodies) {
    const parcel = {
      from: 'lucia@example.org',
      to: 'ruth@archive.example',
      bytes: await messageBytes({ ...letter('Lucía', 'Ink'), body }),
    }
    await carry({ ...account, secret }, { inside: true }, { parcel, beforeWords: async () => {} })
  }
  expect(server.taken.map(({ to }) => to)).toEqual(bodies.map(() => ['ruth@archive.example']))
  for (const [at, { text }] of server.taken.entries()) {
    const meant = bodies[at]!.toWellFormed().replace(/\r\n?/g, '\n')
    expect((await PostalMime.parse(text)).text?.trimEnd()).toBe(meant)
  }
  await server.close()
})

test('a slot in what fills a slot is never filled', () => {
  const template = { subject: '{link}', body: 'Dear {to},\n\n{work} [and {link}]\n\n{from}' }
  for (const words of hostile) {
    if (words.trim() === '') continue
    const value = { text: words }
    const filled = fillTemplate(template, {
      to: value,
      work: value,
      link: value,
      from: { text: 'OnlyOnce' },
    })
    expect([words, filled.body.match(/OnlyOnce/gu)?.length]).toEqual([words, 1])
    expect([words, filled.subject.includes('OnlyOnce')]).toEqual([words, false])
  }
})

test('what is shown before a letter goes is one line, and no word in it is a code', () => {
  for (const words of hostile) {
    expect(headText(words)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|=\?/u)
    expect(headText(headText(words))).toBe(headText(words))
  }
  expect(headText('  Re: “Ink” & floods – رضا 👩‍🔬 ')).toBe('Re: “Ink” & floods – رضا 👩‍🔬')
})

test('a calendar file says in its kind what it asks for', async () => {
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const bytes = await messageBytes({
    ...letter('Ruth', 'Friday'),
    calendar: { name: 'talk.ics', text },
  })
  const { attachments, text: body } = await PostalMime.parse(bytes)
  expect(attachments).toMatchObject([
    { filename: 'talk.ics', mimeType: 'text/calendar', method: 'REQUEST' },
  ])
  expect(Buffer.from(bytes).toString()).toContain(Buffer.from(text).toString('base64'))
  expect(body?.trim()).toBe('Dear Ruth')
})
