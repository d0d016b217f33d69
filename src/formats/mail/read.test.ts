import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inChunks } from '../encoding/in-chunks.ts'
import { instantOfMail } from './mail-date.ts'
import type { Mail, MailRead } from './mail.ts'
import { readMail } from './read.ts'

async function read(content: string | Uint8Array, size?: number): Promise<MailRead[]> {
  const all: MailRead[] = []
  for await (const one of readMail(inChunks(content, size))) all.push(one)
  return all
}

async function mails(content: string | Uint8Array): Promise<Mail[]> {
  return (await read(content)).flatMap((one) => (one.kind === 'mail' ? [one.mail] : []))
}

async function subjects(content: string): Promise<(string | null)[]> {
  return (await mails(content)).map(({ subject }) => subject)
}

function message(subject: string, body = 'Hello', more = ''): string {
  return `From: a@example.org\nTo: b@example.org\nSubject: ${subject}\nDate: Thu, 5 Mar 2026 10:00:00 +0100\n${more}\n${body}\n`
}

async function automatic(more: string): Promise<boolean | undefined> {
  return (await mails(message('x', 'y', more)))[0]?.isAutomatic
}

const separator = 'From a@example.org Thu Mar  5 10:00:00 2026\n'

describe('a message', () => {
  test('says who wrote to whom, when and about what', async () => {
    const [mail] = await mails(
      [
        'Message-ID: <one@example.org>',
        'From: "Adeyemi, Ruth" <Ruth@Example.org>',
        'To: Ana =?ISO-8859-1?Q?=D1and=FA?= <ana@example.org>, plain@example.org',
        'Cc: Reading group: zoe@example.org, =?UTF-8?B?Wm/DqyBP4oCZTmVpbA==?=',
        ' <zo@example.org>;',
        'Subject: =?UTF-8?Q?caf=C3=A9_?= =?UTF-8?Q?on_Thursday?=',
        'Date: Thu, 5 Mar 2026 10:00:30 +0100 (CET)',
        '',
        'From: nobody@example.org',
      ].join('\r\n'),
    )
    expect(mail).toEqual({
      id: 'one@example.org',
      sent: '2026-03-05T09:00:30.000Z',
      from: [{ name: 'Adeyemi, Ruth', address: 'Ruth@Example.org' }],
      to: [
        { name: 'Ana Ñandú', address: 'ana@example.org' },
        { name: null, address: 'plain@example.org' },
      ],
      cc: [
        { name: null, address: 'zoe@example.org' },
        { name: 'Zoë O’Neil', address: 'zo@example.org' },
      ],
      subject: 'café on Thursday',
      labels: [],
      isAutomatic: false,
    })
  })

  test('with a date or an address that is none is read, and says so by line', async () => {
    const [one] = await read('From: Ruth\nTo: b@example.org\nDate: yesterday\n\nHello')
    expect(one).toMatchObject({
      kind: 'mail',
      mail: { sent: null, from: [], to: [{ address: 'b@example.org' }] },
      lost: [
        { line: 1, what: 'Ruth', reason: 'is no mail address' },
        { line: 3, what: 'The date', reason: 'says "yesterday", which is no date' },
      ],
    })
  })

  test('by a list or a machine is known as such', async () => {
    expect(await automatic('List-Unsubscribe: <https://example.org>\n')).toBe(true)
    expect(await automatic('Precedence: bulk\n')).toBe(true)
    expect(await automatic('Auto-Submitted: auto-replied\n')).toBe(true)
    expect(await automatic('Auto-Submitted: no\n')).toBe(false)
  })

  test('of old programs is read in the charset that it names', async () => {
    const head = 'From: a@example.org\nContent-Type: text/plain; charset="koi8-r"\nSubject: '
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]),
    ])
    expect((await mails(bytes))[0]?.subject).toBe('Привет')
  })

  test('without body, without line end, or as Apple Mail keeps it is a message', async () => {
    expect(await subjects('From: a@example.org\nSubject: short')).toEqual(['short'])
    expect(await subjects(`512\n${message('apple')}<?xml version="1.0"?>\n`)).toEqual(['apple'])
  })

  test('may hold another whole one, and is still one', async () => {
    expect(await subjects(message('one', `${separator}${message('within')}`))).toEqual(['one'])
  })

  test('with remarks and old routes in its addresses is read', async () => {
    const head =
      'From: Pete(wonderful) <pete(his account)@silly.test>\nTo: <@a.test,@b.test:c@d.test>\n'
    expect((await mails(`${head}\n`))[0]).toMatchObject({
      from: [{ address: 'pete@silly.test' }],
      to: [{ address: 'c@d.test' }],
    })
  })

  test.each(['', 'Dear diary,\n\ntoday', 'name,mail\nAna,ana@example.org\n', '\n\n\n'])(
    '%j is none, and that is said',
    async (text) => {
      const [only, ...others] = await read(text)
      expect(only).toMatchObject({ kind: 'lost' })
      expect(others).toEqual([])
    },
  )

  test('a picture is refused', async () => {
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])
    await expect(read(picture)).rejects.toMatchObject({ code: 'file.unreadable' })
  })

  test('with a field or a line longer than any is read without it', async () => {
    const long = `To: ${'x'.repeat(5 * 1024 * 1024)}`
    const [one] = await read(`From: a@example.org\n${long}\nSubject: still here\n\nHello`)
    expect(one).toMatchObject({ mail: { subject: 'still here', to: [] }, lost: [{ line: 2 }] })
  })
})

describe('a mailbox', () => {
  test('is its messages, with a sentence that begins with From left in its text', async () => {
    const text = 'Hello\n\nFrom there we went to lunch.\nFrom Ana: greetings\n\n>From quoted\n'
    const box = `${separator}${message('one', text)}\n${separator}${message('two')}`
    expect(await subjects(box)).toEqual(['one', 'two'])
  })

  test('of Gmail gives its labels', async () => {
    const from = 'From 1790000000000000001@xxx Thu Mar 05 10:00:00 +0000 2026\r\n'
    const labels = 'X-Gmail-Labels: =?UTF-8?Q?Sent,Interviews/caf=C3=A9?=\n'
    const box = `${from}${message('one', 'text', labels)}\r\n${from}${message('two')}`
    const [one, two] = await mails(box)
    expect([one?.labels, two?.labels]).toEqual([['Sent', 'Interviews/café'], []])
  })

  test('of Thunderbird, whose separators have no date, is its messages', async () => {
    const text = 'Earlier versions do not quote this:\nFrom \nThis could cause problems.'
    const box = `From \n${message('one', text)}\nFrom \n${message('two')}`
    expect(await subjects(box)).toEqual(['one', 'two'])
  })

  test('without empty lines between its messages is its messages', async () => {
    const box = `${separator}${message('one')}${separator}${message('two')}`
    expect(await subjects(box)).toEqual(['one', 'two'])
  })

  const inner = `${separator}${message('quoted', 'deep')}`

  test('that says how long a text is may quote whole messages in it', async () => {
    const text = `See below:\n\n${inner}\nthat was it\n`
    const length = `Content-Length: ${text.length + 1}\n`
    const box = `${separator}${message('one', text, length)}\n${separator}${message('two')}`
    expect(await subjects(box)).toEqual(['one', 'two'])
    expect(await subjects(`${separator}${message('one', text, length)}`)).toEqual(['one'])
  })

  test('whose lengths are no longer true loses no message by them', async () => {
    const wrong = 'Content-Length: 3000\n'
    const box = `${separator}${message('one', 'Hello', wrong)}\n${inner}\n${separator}${message('two')}`
    expect(await subjects(box)).toEqual(['one', 'quoted', 'two'])
  })

  test('says on which line a message begins', async () => {
    const box = `${separator}${message('one')}\n${separator}${message('two')}`
    expect((await read(box)).map(({ line }) => line)).toEqual([1, 9])
  })

  test('reads the same however its bytes come', async () => {
    const box = `${separator}${message('one', 'From\nFrom \n\nFrom x')}\n${separator}${message('two')}`
    const whole = await read(box)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (size) => {
        expect(await read(box, size)).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the date of a message', () => {
  test.each([
    ['Thu, 5 Mar 2026 10:00:00 +0100', '2026-03-05T09:00:00.000Z'],
    ['5 Mar 2026 10:00 GMT', '2026-03-05T10:00:00.000Z'],
    ['Thu,  5 Mar 2026 23:30:00 -0530', '2026-03-06T05:00:00.000Z'],
    ['Mon, 02 Mar 98 22:02:33 -0500 (EST)', '1998-03-03T03:02:33.000Z'],
    ['Mon, 2 Mar 03 22:02:33 PDT', '2003-03-03T05:02:33.000Z'],
    ['Tue, 31 Dec 2024 23:59:60 +0000', '2024-12-31T23:59:59.000Z'],
    ['Wed, 2 Oct 2002 8:00:00 Z', '2002-10-02T08:00:00.000Z'],
  ])('%s is %s', (written, instant) => {
    expect(instantOfMail(written)).toBe(instant)
  })

  test.each([
    '',
    'today',
    'Thu, 35 Mar 2026 10:00:00 +0100',
    '31 Feb 2026 10:00',
    '5 Foo 2026 10:00',
  ])('%j is none', (written) => {
    expect(instantOfMail(written)).toBeNull()
  })
})
