import { describe, expect, test } from 'vitest'
import { isMessage, readIncoming } from './incoming.ts'

function message(head: readonly string[], body = 'Hello'): string {
  return [...head, '', body].join('\r\n')
}

const from = 'From: Ruth Adeyemi <ruth@archive.example>'
const about = 'Subject: Re: Ink'

describe('an answer', () => {
  test('says whom it is from, which letters it goes back to, and only their own words', async () => {
    const text = message(
      [
        from,
        'Date: Wed, 11 Mar 2026 10:00:00 +0100',
        about,
        'In-Reply-To: <two@example.org>',
        'References: <one@example.org> <two@example.org>',
        'Content-Type: text/plain; charset=utf-8',
      ],
      'Gladly, Friday at four.\r\n\r\nOn Tue, 10 Mar 2026 at 09:00, Maya <maya@example.org> wrote:\r\n> Could you spare 20 minutes?',
    )
    expect(await readIncoming(text)).toEqual({
      kind: 'answer',
      from: { name: 'Ruth Adeyemi', address: 'ruth@archive.example' },
      subject: 'Re: Ink',
      sent: '2026-03-11T09:00:00.000Z',
      answers: ['two@example.org', 'two@example.org', 'one@example.org'],
      words: 'Gladly, Friday at four.',
      bounce: null,
      calendar: null,
    })
  })

  test.each([
    ['> quoted first\n\nYes, gladly.', 'Yes, gladly.'],
    ['Ja, gerne.\n\nAm 10.03.2026 um 09:00 schrieb Maya:\n> x', 'Ja, gerne.'],
    ['Avec plaisir.\nLe mar. 10 mars 2026 à 09:00, Maya a écrit :\n> x', 'Avec plaisir.'],
    [
      'Con gusto.\nEl mar, 10 mar 2026 a las 9:00, Maya\n<maya@example.org> escribió:\n> x',
      'Con gusto.',
    ],
    ['Sim.\nEm ter., 10 de mar. de 2026, Maya escreveu:\n> x', 'Sim.'],
    ['Sure.\n\nFrom: Maya\nSent: Tuesday\nTo: Ruth\n\nx', 'Sure.'],
    ['Sure.\n-----Original Message-----\nx', 'Sure.'],
    ['Sure.\n-- \nRuth Adeyemi\nArchive', 'Sure.'],
    ['On reflection: yes.\nOn Friday I am there.', 'On reflection: yes.\nOn Friday I am there.'],
  ])('of %j has these words of their own: %j', async (text, own) => {
    expect((await readIncoming(text)).words).toBe(own)
  })

  test('that is only HTML is read all the same', async () => {
    const text = message(
      [from, about, 'Content-Type: text/html'],
      '<p>Sure &amp; gladly</p><p>Ruth</p>',
    )
    expect((await readIncoming(text)).words).toMatch(/^Sure & gladly\s+Ruth$/)
  })

  test('may be words alone, or nothing at all', async () => {
    expect(isMessage('Dear Maya: yes\n\nRuth')).toBe(false)
    expect(await readIncoming('Yes, Friday.')).toMatchObject({
      kind: 'answer',
      words: 'Yes, Friday.',
      from: null,
    })
    expect(await readIncoming('')).toMatchObject({ kind: 'answer', words: '' })
  })
})

describe('a note of absence is no answer', () => {
  test.each([
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-replied; owner-email="ruth@archive.example"'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: 1'],
    ['Precedence: auto_reply'],
    ['X-Vacation: 7'],
  ])('by its head: %s', async (head) => {
    expect(await readIncoming(message([from, about, head]))).toMatchObject({ kind: 'vacation' })
  })

  test.each([
    'Automatic reply: Ink',
    'Out of Office: Ink',
    'Abwesenheitsnotiz: Ink',
    'Respuesta automática: Ink',
    'Réponse automatique : Ink',
    'Resposta automática: Ink',
  ])(
    'by its subject, where the head says nothing, or only that a machine wrote: %s',
    async (subject) => {
      for (const more of [
        [],
        ['X-Auto-Response-Suppress: All'],
        ['Precedence: bulk'],
        ['Auto-Submitted: auto-generated'],
      ]) {
        const text = message([
          from,
          `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
          ...more,
        ])
        expect([more, (await readIncoming(text)).kind]).toEqual([more, 'vacation'])
      }
    },
  )

  test('an answer that speaks of one is an answer', async () => {
    const text = message([from, 'Subject: Re: Out of ink'], 'I was out of the office. Yes, gladly.')
    expect((await readIncoming(text)).kind).toBe('answer')
    const no = message([from, about, 'Auto-Submitted: no', 'X-Auto-Response-Suppress: OOF'])
    expect((await readIncoming(no)).kind).toBe('answer')
  })

  test.each(['List-Id: <ink.example.org>', 'Precedence: list', 'Auto-Submitted: auto-generated'])(
    'and neither is what a list or a machine sends: %s',
    async (head) => {
      expect((await readIncoming(message([from, about, head]))).kind).toBe('automatic')
    },
  )
})
