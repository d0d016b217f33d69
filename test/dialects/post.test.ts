import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { onBothDatabases, person } from './notebook.ts'
import { accountAt, firstLetter, inMinutes, minutes, postman, shown, words } from './post.ts'
import { planned, take } from './talk.ts'

beforeAll(() => {
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

onBothDatabases('a letter by the mail account', (notebook) => {
  let server: MailStand
  beforeAll(async () => {
    server = await mailServer()
    await notebook().ask('mail.set', accountAt(server))
  })
  afterAll(() => server.close())

  test('is shown exactly as it goes, and goes five minutes after it was told to', async () => {
    const { ask, clock, revision } = notebook()
    const { ruth, ...first } = await firstLetter(notebook())
    const { conversation, template } = first
    const which = { conversation, template }
    const sheet = await ask('letters.preview', { ...which, ...words })
    expect(sheet).toEqual({
      from: { name: 'Lucía Marín', address: 'lucia@example.org' },
      to: { name: 'Ruth Adeyemi', address: 'ruth@archive.example', person: ruth },
      others: [],
      ...words,
      attachment: null,
      minutes: 5,
      seen: expect.any(String),
    })
    const due = inMinutes(notebook(), 5)
    const atFirst = await ask('notebook.mark')
    const told = await ask('letters.send', { ...which, ...words })
    expect(told).toMatchObject({ ...words, sentOn: null, going: { state: 'waiting', due } })
    // A letter on its way is in no log, and pages hear of it all the same.
    const { post } = await ask('notebook.mark')
    expect(post).not.toBe(atFirst.post)
    expect((await ask('conversations.show', { id: conversation })).state).not.toBe('sent')

    clock.pass(minutes(4.9))
    await postman(notebook())
    expect(server.taken).toEqual([])
    clock.pass(minutes(0.2))
    const before = await revision()
    await postman(notebook())
    await postman(notebook())
    expect(await revision()).toBe(before + 1)
    expect(server.taken).toHaveLength(1)

    const [{ from, to, text }] = server.taken as [(typeof server.taken)[0]]
    expect([from, to]).toEqual(['lucia@example.org', ['ruth@archive.example']])
    const mail = await PostalMime.parse(text)
    expect(mail).toMatchObject({
      from: sheet.from,
      to: [{ name: 'Ruth Adeyemi', address: 'ruth@archive.example' }],
      subject: words.subject,
      date: due,
      attachments: [],
    })
    expect(mail.text?.trim()).toBe(words.body)
    expect(mail.html).toBeUndefined()
    expect(text).toMatch(/^Content-Transfer-Encoding: quoted-printable\r$/m)
    expect(mail.messageId).toMatch(/^<[\w-]+@example\.org>$/)

    const { conversation: talk, letters } = {
      conversation: await ask('conversations.show', { id: conversation }),
      letters: (await ask('letters.list', { conversation })).letters,
    }
    expect(talk.state).toBe('sent')
    expect(letters).toMatchObject([{ template, ...words, sentOn: '2026-03-11' }])
  })

  test('goes as it was shown, or not at all', async () => {
    const { ask, refusal, clock } = notebook()
    const { conversation, template, ruth } = await firstLetter(notebook(), 'Mira Seen')
    const which = { conversation, template }
    await ask('letters.keep', { ...which, ...words, body: 'Dear Mira, as shown.' })
    const changes = [
      () => ask('letters.keep', { ...which, body: 'Dear Mira, other words.' }),
      () => ask('letters.keep', { ...which, subject: 'Another subject' }),
      () =>
        ask('people.change', {
          id: ruth,
          channels: [{ kind: 'mail', value: 'elsewhere@x.example' }],
        }),
    ]
    for (const change of changes) {
      const { seen } = await ask('letters.preview', which)
      await change()
      expect(await refusal('letters.send', { ...which, seen, anyway: 'Really' })).toMatchObject({
        code: 'letter.changed',
      })
    }
    const { seen } = await ask('letters.preview', which)
    clock.pass(minutes(3))
    const told = await ask('letters.send', { ...which, seen, anyway: 'Really' })
    expect(told).toMatchObject({
      subject: 'Another subject',
      body: 'Dear Mira, other words.',
      going: { state: 'waiting', to: { address: 'elsewhere@x.example' } },
    })
    await ask('letters.take-back', which)
  })

  test('can be taken back until it goes, with all its words', async () => {
    const { ask, refusal, clock } = notebook()
    const before = server.taken.length
    const { conversation, template } = await firstLetter(notebook(), 'Ines Sol')
    const which = { conversation, template }
    await ask('letters.send', { ...which, ...words })
    for (const [operation, input] of [
      ['letters.keep', { ...which, body: 'Other words' }],
      ['letters.sent', which],
      ['letters.send', { ...which, ...words }],
    ] as const) {
      expect(await refusal(operation, input)).toMatchObject({ code: 'letter.already-going' })
    }
    clock.pass(minutes(4))
    const back = await ask('letters.take-back', which)
    expect(back).toMatchObject({ ...words, going: null, sentOn: null, own: true })
    expect(await refusal('letters.take-back', which)).toMatchObject({ code: 'letter.not-going' })
    clock.pass(minutes(60))
    await postman(notebook())
    expect(server.taken).toHaveLength(before)
    expect(await shown(notebook(), which)).toMatchObject(words)
  })

  test('once it went, is not made unsent by undo, and does not go again', async () => {
    const { ask, refusal, clock, revision } = notebook()
    const { conversation, template } = await firstLetter(notebook(), 'Una Gone')
    await ask('letters.keep', { conversation, template, ...words, body: 'Dear Una, hello.' })
    await ask('letters.send', { conversation, template, anyway: 'Really' })
    clock.pass(minutes(6))
    await postman(notebook())
    const { changes } = await ask('changes.list', { limit: 1 })
    expect(changes).toMatchObject([{ operation: 'letters.sent' }])
    const before = await revision()
    expect(await refusal('changes.undo', { id: changes[0].id })).toMatchObject({
      code: 'letter.already-gone',
      says: expect.stringContaining('cannot be taken back'),
    })
    expect(await revision()).toBe(before)
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')
    const { letters } = await ask('letters.list', { conversation })
    expect(letters).toMatchObject([{ template, sentOn: '2026-03-11' }])
  })

  test('is asked about before it is queued, as before it is marked as sent', async () => {
    const { ask, refusal } = notebook()
    const { conversation, template } = await firstLetter(notebook(), 'Gala Rey')
    const which = { conversation, template }
    const gap = { ...words, body: `${words.body} {a gap}` }
    expect(await refusal('letters.send', { ...which, ...gap })).toMatchObject({
      code: 'letter.unready',
    })
    const body = `${words.body} ${'and so on '.repeat(40)}`
    expect(await refusal('letters.send', { ...which, ...words, body })).toMatchObject({
      code: 'letter.unready',
    })
    await ask('letters.send', { ...which, ...words, body, anyway: 'She asked for all' })
    await ask('letters.take-back', which)
  })

  test('that could not move its conversation on does not go', async () => {
    const { ask, refusal, clock } = notebook()
    const { conversation, template } = await firstLetter(notebook(), 'Noor Haddad')
    const nudge = { conversation, template: 'nudge', ...words }
    expect(await refusal('letters.send', nudge)).toMatchObject({ code: 'step.not-now' })
    const which = { conversation, template }
    await ask('letters.send', {
      ...which,
      ...words,
      body: `${words.body} For Noor.`,
      anyway: 'Really',
    })
    clock.pass(minutes(6))
    await postman(notebook())
    expect((await ask('letters.draft', nudge)).body).toBeTypeOf('string')
    expect(await refusal('letters.send', nudge)).toMatchObject({ code: 'step.not-now' })
  })

  test('goes to one person: with several at the table it is said to whom', async () => {
    const { ask, refusal } = notebook()
    const people = [
      await person(notebook(), 'Ada One', { channels: [{ kind: 'mail', value: 'ada@x.example' }] }),
      await person(notebook(), 'Bea Two', { channels: [{ kind: 'mail', value: 'bea@x.example' }] }),
      await person(notebook(), 'Cleo None'),
    ]
    const conversation = await planned(notebook(), { people, link: 'Ink' })
    const letter = { conversation, template: 'hello', subject: 'Hello you two', body: 'Good day.' }
    const { to, others } = await ask('letters.preview', letter)
    expect([to, ...others].map(({ name }) => name)).toEqual(['Ada One', 'Bea Two'])
    expect(await refusal('letters.send', letter)).toMatchObject({ code: 'letter.several' })
    expect(await refusal('letters.send', { ...letter, to: people[2] })).toMatchObject({
      code: 'letter.no-address',
    })
    const told = await ask('letters.send', { ...letter, to: people[1] })
    expect(told.going.to).toEqual({ name: 'Bea Two', address: 'bea@x.example' })
    await ask('letters.take-back', letter)
  })

  test('is nothing for a program that was not given the right by name', async () => {
    const { ask, refusal } = notebook()
    const { conversation, template } = await firstLetter(notebook(), 'Olga Prim')
    const letter = {
      conversation,
      template,
      ...words,
      body: `${words.body} Olga`,
      anyway: 'yes, go',
    }
    const rights = ['notebook:read', 'notebook:write', 'access:manage'] as const
    expect(await refusal('letters.send', letter, { rights })).toMatchObject({
      code: 'rights.missing',
    })
    await ask('letters.send', letter, { rights: [...rights, 'mail:send'] })
    await ask('letters.take-back', letter, { rights })
  })

  test('goes on in the thread of the letters before it, to the same person', async () => {
    const { ask, clock } = notebook()
    const { conversation } = await firstLetter(notebook(), 'Tove Berg')
    const first = { conversation, template: 'hello', subject: 'Ink', body: 'Good day, Tove.' }
    await ask('letters.send', first)
    clock.pass(minutes(6))
    await postman(notebook())
    await ask('letters.send', { ...first, template: 'outcome', body: 'I did it, Tove.' })
    clock.pass(minutes(6))
    await postman(notebook())
    const [one, other] = await Promise.all(
      server.taken.slice(-2).map(({ text }) => PostalMime.parse(text)),
    )
    expect(one?.inReplyTo).toBeUndefined()
    expect(other).toMatchObject({ inReplyTo: one?.messageId, references: one?.messageId })
    expect(other?.messageId).not.toBe(one?.messageId)
  })

  test('brings the time agreed as a calendar file, and names nobody else in it', async () => {
    const { ask, refusal, clock } = notebook()
    const { conversation } = await firstLetter(notebook(), 'Vera Lind')
    await take(notebook(), conversation, 'sent', 'replied-yes')
    const start = { day: '2026-03-20', clock: '16:00', zone: 'Europe/Madrid' }
    await ask('conversations.step', { id: conversation, kind: 'scheduled', start })
    const letter = {
      conversation,
      template: 'schedule',
      subject: 'Friday',
      body: 'Friday at four.',
    }
    const { attachment, seen } = await ask('letters.preview', letter)
    expect(attachment).toMatch(/\.ics$/)
    clock.pass(minutes(2))
    const later = { ...start, clock: '17:00' }
    await ask('conversations.step', { id: conversation, kind: 'scheduled', start: later })
    expect(await refusal('letters.send', { ...letter, seen, anyway: 'All is said' })).toMatchObject(
      { code: 'letter.changed' },
    )
    await ask('conversations.step', { id: conversation, kind: 'scheduled', start })
    const again = await ask('letters.preview', letter)
    clock.pass(minutes(2))
    await ask('letters.send', { ...letter, seen: again.seen, anyway: 'All is said' })
    clock.pass(minutes(6))
    await postman(notebook())
    const { attachments } = await PostalMime.parse(server.taken.at(-1)!.text)
    expect(attachments).toMatchObject([{ mimeType: 'text/calendar' }])
    const calendar = new TextDecoder().decode(attachments[0]!.content as ArrayBuffer)
    expect(calendar).toContain('BEGIN:VCALENDAR')
    expect(calendar).toContain('20260320T160000')
  })
})
