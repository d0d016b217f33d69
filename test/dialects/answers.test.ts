import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { onBothDatabases, person } from './notebook.ts'
import { accountAt, firstLetter, minutes, postman, shown } from './post.ts'
import { planned } from './talk.ts'

beforeAll(() => {
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

const mail = (value: string) => ({ channels: [{ kind: 'mail', value }] })

onBothDatabases('what comes back to a letter', (notebook) => {
  let server: MailStand
  beforeAll(async () => {
    server = await mailServer()
    await notebook().ask('mail.set', accountAt(server, { minutes: 0 }))
  })
  afterAll(() => server.close())

  /** A letter that went, and the id it went by. */
  async function gone(name: string) {
    const { ask, clock } = notebook()
    const { conversation, template, address } = await firstLetter(notebook(), name)
    const which = { conversation, template }
    const body = `Dear ${name}, you wrote of ${name} and the river. Could you spare 20 minutes?`
    await ask('letters.send', { ...which, subject: `Ink and ${name}`, body, anyway: 'A test' })
    clock.pass(minutes(0.1))
    await postman(notebook())
    const { messageId } = await PostalMime.parse(server.taken.at(-1)!.text)
    return { ...which, address, messageId: messageId!, subject: `Ink and ${name}`, body }
  }

  test('is found by the letter it names, proposes, and moves nothing', async () => {
    const { ask, revision } = notebook()
    const { conversation, template, messageId, subject } = await gone('Gustav Sand')
    const text = `From: Gustav <private@elsewhere.example>\r\nDate: Thu, 12 Mar 2026 09:00:00 +0000\r\nSubject: AW: something\r\nIn-Reply-To: ${messageId}\r\n\r\nGladly, any time.\r\n`
    const before = await revision()
    expect(await ask('letters.answer', { text })).toEqual({
      kind: 'answer',
      says: 'Gustav Sand answered; it reads like a yes.',
      from: { name: 'Gustav', address: 'private@elsewhere.example' },
      at: '2026-03-12T09:00:00.000Z',
      words: 'Gladly, any time.',
      letter: expect.objectContaining({ conversation, template, subject, to: 'Gustav Sand' }),
      proposes: 'replied-yes',
      mayBe: ['replied-yes', 'replied-no', 'replied-later'],
      reason: null,
      server: null,
      appointment: null,
    })
    expect(await revision()).toBe(before)
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')
  })

  test('else by whom it is from and its subject, however a program marks it as an answer', async () => {
    const { ask } = notebook()
    const { address, subject, conversation } = await gone('Hedda Lund')
    for (const mark of ['Re: ', 'RE: Aw: ', 'SV: ', 'Re[2]: ']) {
      const text = `From: H <${address.toUpperCase()}>\r\nSubject: ${mark}${subject}\r\n\r\nLeider nein.\r\n`
      const told = await ask('letters.answer', { text })
      expect([mark, told.letter?.conversation, told.proposes]).toEqual([
        mark,
        conversation,
        'replied-no',
      ])
    }
    const other = `From: H <${address}>\r\nSubject: Something else\r\n\r\nYes\r\n`
    expect(await ask('letters.answer', { text: other })).toMatchObject({
      letter: null,
      mayBe: [],
      says: expect.stringContaining('no letter that is known to have gone'),
    })
  })

  test('or by the conversation that copied words are brought to', async () => {
    const { ask } = notebook()
    const { conversation } = await gone('Ivar Holm')
    expect(
      await ask('letters.answer', { text: 'Más adelante, por favor.', conversation }),
    ).toMatchObject({
      proposes: 'replied-later',
      letter: { conversation, to: 'Ivar Holm' },
    })
  })

  test('a note of absence is said to be one, and proposes nothing', async () => {
    const { ask } = notebook()
    const { messageId } = await gone('Jonna Berg')
    const text = `From: J <jonna@archive.example>\r\nSubject: Abwesenheitsnotiz\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: ${messageId}\r\n\r\nYes, I am away.\r\n`
    expect(await ask('letters.answer', { text })).toMatchObject({
      kind: 'vacation',
      says: 'A note of absence of Jonna Berg: it is no answer.',
      proposes: null,
      mayBe: [],
    })
  })

  test('a letter that came back is a draft again, says why, and may go again', async () => {
    const { ask, answer, clock } = notebook()
    const { conversation, template, messageId, body } = await gone('Karin Moe')
    const which = { conversation, template }
    const text = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail Returned to Sender',
      '',
      '<karin@archive.example>: 550 5.1.1 User unknown',
      '',
      `Message-ID: ${messageId}`,
    ].join('\r\n')
    const told = await ask('letters.answer', { text })
    expect(told).toMatchObject({
      kind: 'bounce',
      says: 'It did not arrive. There is no such mailbox.',
      reason: 'There is no such mailbox.',
      server: '<karin@archive.example>: 550 5.1.1 User unknown',
      letter: { conversation, template },
    })
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')
    const { result: back, change } = await answer('letters.bounced', {
      ...which,
      reason: told.reason,
    })
    expect(back).toMatchObject({
      body,
      sentOn: null,
      mail: null,
      going: { state: 'bounced', trouble: 'There is no such mailbox.' },
    })
    expect((await ask('conversations.show', { id: conversation })).state).not.toBe('sent')
    await ask('changes.undo', { id: change })
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')

    await ask('letters.bounced', which)
    await ask('letters.send', { ...which, anyway: 'The address is right now' })
    clock.pass(minutes(0.1))
    await postman(notebook())
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')
    expect(server.taken.at(-1)!.text).not.toContain(messageId)
    const { letters } = await ask('letters.list', { conversation })
    expect(letters).toMatchObject([{ template, body }])
  })

  test('of several at the table it is whoever wrote, and the letter that the report names comes back', async () => {
    const { ask, clock } = notebook()
    const moa = await person(notebook(), 'Moa First', mail('moa@two.example'))
    const nils = await person(notebook(), 'Nils Second', mail('nils@two.example'))
    const conversation = await planned(notebook(), { people: [moa, nils], link: 'Ink' })
    const letter = { conversation, template: 'outreach', subject: 'Two', anyway: 'A test' }
    const ids: string[] = []
    for (const to of [moa, nils]) {
      await ask('letters.send', { ...letter, to, body: `Dear ${to}, 20 minutes?` })
      clock.pass(minutes(0.1))
      await postman(notebook())
      ids.push((await PostalMime.parse(server.taken.at(-1)!.text)).messageId!)
    }
    const text = `From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n\n<moa@two.example>: 550 5.1.1 User unknown\n\nMessage-ID: ${ids[0]}`
    const told = await ask('letters.answer', { text })
    expect(told.letter).toMatchObject({ to: 'Moa First' })
    await ask('letters.bounced', { conversation, template: 'outreach', letter: told.letter.id })
    const { letters } = await ask('letters.list', { conversation })
    expect(
      letters.map(({ id, sentOn }: { id: string; sentOn: string | null }) => [id, sentOn === null]),
    ).toEqual([
      [told.letter.id, true],
      [expect.any(String), false],
    ])
    expect((await ask('conversations.show', { id: conversation })).state).toBe('sent')

    await ask('letters.bounced', { conversation, template: 'outreach' })
    await ask('letters.sent', {
      conversation,
      template: 'outreach',
      body: 'To both',
      anyway: 'Yes',
    })
    const answer = `From: N <nils@two.example>\nSubject: Re: Two\n\nGladly.`
    expect((await ask('letters.answer', { text: answer })).says).toContain('Nils Second answered')
  })

  test('one that never went cannot have come back', async () => {
    const { refusal } = notebook()
    const { conversation, template } = await firstLetter(notebook(), 'Lone Vik')
    expect(await refusal('letters.bounced', { conversation, template })).toMatchObject({
      code: 'letter.not-sent',
    })
    expect(await shown(notebook(), { conversation, template })).toMatchObject({ going: null })
  })
})
