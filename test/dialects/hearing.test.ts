import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImapStand, imapServer, whyNoImap } from '../stand/imap-server.ts'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import {
  givenBack,
  gone,
  heardIn,
  hearing,
  hearingAt,
  mailbox,
  mailFrom,
  untilHeard,
  untilLooked,
} from './hearing.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { accountAt } from './post.ts'
import { take } from './talk.ts'

if (whyNoImap !== null) process.stdout.write(`${whyNoImap}\n`)

describe.skipIf(whyNoImap !== null)('in a real mailbox', () => {
  beforeAll(() => {
    process.env['SOBREMESA_MAIL_INSIDE'] = '1'
  })
  afterAll(() => {
    delete process.env['SOBREMESA_MAIL_INSIDE']
  })

  onBothDatabases('answers', (notebook) => {
    let server: MailStand
    let box: ImapStand
    beforeAll(async () => {
      server = await mailServer()
      box = await imapServer()
      await notebook().ask('mail.set', accountAt(server, { minutes: 0 }))
      await notebook().ask('mail.hear', hearingAt(box))
    })
    afterAll(async () => {
      await server.close()
      await box.stop()
    })

    test('are tried when they are set, and said in a sentence', async () => {
      const { ask } = notebook()
      expect(await ask('mail.try-hearing')).toEqual({
        ok: true,
        says: '127.0.0.1 let us in, and opened INBOX.',
      })
      await ask('mail.hear', hearingAt(box, { password: 'wrong' }))
      expect(await ask('mail.try-hearing')).toEqual({
        ok: false,
        says: '127.0.0.1 did not take this name and password. It said: “Authentication failed.”',
      })
      await ask('mail.hear', hearingAt(box, { folder: 'Nowhere' }))
      expect((await ask('mail.try-hearing')).says).toContain('has no folder of this name')
      await ask('mail.hear', hearingAt(box))
    })

    test('are heard by their heads, from whom was asked alone, and opened by a press', async () => {
      const { ask, refusal, documents, clock } = notebook()
      const ruth = await gone(notebook(), server, 'Ruth Adeyemi')
      clock.pass(30)
      const stranger = 'From nobody we know: the rent is due'
      box.deliver(
        mailbox,
        mailFrom({ from: 'Landlord <rent@elsewhere.example>', subject: stranger }),
      )
      box.deliver(
        mailbox,
        mailFrom({
          from: `Ruth Adeyemi <${ruth.address}>`,
          answers: ruth.messageId,
          id: 'yes@archive.example',
          body: 'Gladly. Secret-word-of-hers.',
        }),
      )
      const line = hearing(notebook())
      const [heard] = await untilHeard(notebook(), ruth.conversation, 1)
      await line.stop()
      expect(heard).toMatchObject({
        person: ruth.person,
        isSeen: false,
        at: '2026-03-12T08:00:00.000Z',
        mail: { kind: 'answer', message: 'yes@archive.example', subject: 'Re: Ink', reason: null },
      })
      const kept = JSON.stringify(await documents())
      expect(kept).not.toContain('the rent')
      expect(kept).not.toContain('Secret-word')
      await ask('conversations.seen', { id: ruth.conversation, page: true })
      const { next, state } = await ask('conversations.show', { id: ruth.conversation })
      expect([state, next.code]).toEqual(['sent', 'answer-is-there'])
      const { next: today } = await ask('today.show', { day: '2026-03-30' })
      const about = today.filter((one: Loose) => one.conversation === ruth.conversation)
      expect(about.map(({ code }: Loose) => code)).toEqual(['they-wrote'])
      const which = { conversation: ruth.conversation, message: 'yes@archive.example' }
      const told = await ask('letters.open', which)
      expect(told).toMatchObject({
        kind: 'answer',
        words: 'Gladly. Secret-word-of-hers.',
        proposes: 'replied-yes',
        letter: { conversation: ruth.conversation },
      })
      expect(JSON.stringify(await documents())).not.toContain('Secret-word')
      await take(notebook(), ruth.conversation, 'replied-yes')
      const after = await ask('conversations.show', { id: ruth.conversation })
      expect(after.state).toBe('replied-yes')
      expect(after.fromThem.map(({ isSeen }: Loose) => isSeen)).toEqual([true])
      const rights = ['notebook:read', 'notebook:write', 'access:manage', 'mail:send'] as const
      expect(await refusal('letters.open', which, { rights })).toMatchObject({
        code: 'rights.missing',
      })
    })

    test('a report that a letter did not arrive, and a note of absence, are known and count as no answer', async () => {
      const { ask } = notebook()
      const nils = await gone(notebook(), server, 'Nils Gone')
      const ida = await gone(notebook(), server, 'Ida Away')
      const line = hearing(notebook())
      box.deliver(mailbox, givenBack(nils.address, nils.messageId))
      box.deliver(
        mailbox,
        mailFrom({
          from: `Ida Away <${ida.address}>`,
          subject: 'Out of office: Ink',
          answers: ida.messageId,
          head: ['Auto-Submitted: auto-replied'],
        }),
      )
      const [report] = await untilHeard(notebook(), nils.conversation, 1)
      const [absence] = await untilHeard(notebook(), ida.conversation, 1)
      await line.stop()
      expect(report).toMatchObject({
        isSeen: false,
        mail: { kind: 'bounce', reason: 'There is no such mailbox.' },
      })
      expect(absence).toMatchObject({ isSeen: true, mail: { kind: 'vacation' } })
      const talks = await Promise.all(
        [nils, ida].map(({ conversation }) => ask('conversations.show', { id: conversation })),
      )
      expect(talks.map(({ next }) => next.code)).toEqual(['letter-is-out', 'letter-is-out'])
      const { next: today } = await ask('today.show')
      const codes = (one: { conversation: string }) =>
        today.filter((item: Loose) => item.conversation === one.conversation)
      expect(codes(nils).map(({ code, why }: Loose) => [code, why])).toEqual([
        ['letter-came-back', 'Your letter to Nils Gone did not arrive. There is no such mailbox.'],
      ])
      expect(codes(ida)).toEqual([])
      const { template, conversation } = nils
      await ask('letters.bounced', { conversation, template, letter: report.mail.letter })
      expect((await heardIn(notebook(), conversation))[0].isSeen).toBe(true)
    })

    test('an answer that comes while nobody listens, or the server was gone, is heard once', async () => {
      const { ask } = notebook()
      const ada = await gone(notebook(), server, 'Ada Once')
      const say = (id: string) =>
        mailFrom({ from: `Ada Once <${ada.address}>`, id, answers: ada.messageId })
      let line = hearing(notebook())
      box.deliver(mailbox, say('one@archive.example'))
      await untilHeard(notebook(), ada.conversation, 1)
      await box.breakOff()
      await expect
        .poll(async () => (await ask('mail.hearing')).trouble, { timeout: 20_000 })
        .toMatch(/^127\.0\.0\.1 (?:closed the connection|takes no connection)/)
      box.deliver(mailbox, say('two@archive.example'))
      // The same mail once more, as a server gives it that was not sure.
      box.deliver(mailbox, say('one@archive.example'))
      await box.start()
      await untilHeard(notebook(), ada.conversation, 2)
      expect((await ask('mail.hearing')).trouble).toBeNull()
      await line.stop()
      box.deliver(mailbox, say('three@archive.example'))
      line = hearing(notebook())
      const heard = await untilHeard(notebook(), ada.conversation, 3)
      await line.stop()
      expect(heard.map(({ mail }) => mail.message)).toEqual([
        'one@archive.example',
        'two@archive.example',
        'three@archive.example',
      ])
    })

    test('with a wrong password nobody is asked twice, and it is said until it is right', async () => {
      const { ask } = notebook()
      await ask('mail.hear', hearingAt(box, { password: 'wrong' }))
      const before = box.log().match(/auth failed/g)?.length ?? 0
      const line = hearing(notebook())
      await expect
        .poll(async () => (await ask('mail.hearing')).trouble, { timeout: 20_000 })
        .toContain('did not take this name and password')
      await ask('mail.hear', hearingAt(box))
      await expect
        .poll(async () => (await ask('mail.hearing')).trouble, { timeout: 20_000 })
        .toBeNull()
      await line.stop()
      expect(box.log().match(/auth failed/g)?.length).toBe(before + 1)
    })

    test('a mailbox that lets nobody in takes no turn from others', async () => {
      const { ask } = notebook()
      const mateo = { who: 'mateo' } as const
      await ask('mail.hear', hearingAt(box, { password: 'wrong' }))
      const line = hearing(notebook(), { most: 1 })
      await expect
        .poll(async () => (await ask('mail.hearing')).trouble, { timeout: 20_000 })
        .toContain('did not take')
      await ask('mail.hear', hearingAt(box, { user: 'mateo@example.org' }), mateo)
      await untilLooked(notebook(), mateo)
      await line.stop()
      await ask('mail.stop-hearing', {}, mateo)
      await ask('mail.hear', hearingAt(box))
    })

    test('who is forgotten leaves no head of a mail behind, and another owner never sees one', async () => {
      const { ask, documents, caller } = notebook()
      const zoe = await gone(notebook(), server, 'Zoe Quillfeather')
      const people = [zoe.person, await person(notebook(), 'Ana Beside')]
      await ask('conversations.change', { id: zoe.conversation, people })
      const line = hearing(notebook())
      const from = `Zoe Quillfeather <${zoe.address}>`
      box.deliver(mailbox, mailFrom({ from, subject: 'Re: Quillfeather', answers: zoe.messageId }))
      await untilHeard(notebook(), zoe.conversation, 1)
      await line.stop()
      expect(JSON.stringify(await documents('mateo'))).not.toContain('Quillfeather')
      expect(caller({ who: 'mateo' }).owner).not.toBe(caller().owner)
      await ask('people.forget', { people: [zoe.person] })
      expect(JSON.stringify(await documents())).not.toMatch(/Quillfeather|zoe@/i)
      await ask('mail.stop-hearing')
      await ask('mail.hear', hearingAt(box))
      const again = hearing(notebook())
      await untilLooked(notebook())
      await again.stop()
      expect(JSON.stringify(await documents())).not.toMatch(/Quillfeather|zoe@/i)
    })

    test('are heard no more once they are not wanted, and nothing of the mailbox is left', async () => {
      const { ask, peek } = notebook()
      const eva = await gone(notebook(), server, 'Eva Late')
      const line = hearing(notebook())
      expect(await ask('mail.stop-hearing')).toEqual({ forgotten: 1 })
      expect(await ask('mail.hearing')).toEqual({ account: null, lookedAt: null, trouble: null })
      await line.stop()
      box.deliver(mailbox, mailFrom({ from: `Eva Late <${eva.address}>`, answers: eva.messageId }))
      const mateo = { who: 'mateo' } as const
      await ask('mail.hear', hearingAt(box, { user: 'mateo@example.org' }), mateo)
      const logins = () => box.log().match(/Login: user=<lucia@example\.org>/g)?.length
      const before = logins()
      const again = hearing(notebook())
      await untilLooked(notebook(), mateo)
      await again.stop()
      await ask('mail.stop-hearing', {}, mateo)
      expect(before).toBeGreaterThan(0)
      expect(logins()).toBe(before)
      expect(await heardIn(notebook(), eva.conversation)).toEqual([])
      const rows = await peek((db) => db.selectFrom('mail_heard').selectAll().execute())
      expect(rows).toEqual([])
    })
  })
})
