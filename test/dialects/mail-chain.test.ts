import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImapStand, imapServer, whyNoImap } from '../stand/imap-server.ts'
import { byMsmtp, bySwaks, calendarReply, lastIn, whyNoClients } from '../stand/mail-clients.ts'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { givenBack, hearing, hearingAt, mailbox, mailFrom, untilHeard } from './hearing.ts'
import { onBothDatabases } from './notebook.ts'
import { accountAt, firstLetter, minutes, postman } from './post.ts'
import { take } from './talk.ts'

const left = whyNoImap ?? whyNoClients
if (left !== null) process.stdout.write(`${left}\n`)

describe.skipIf(left !== null)('by real servers and programs of others', () => {
  beforeAll(() => {
    process.env['SOBREMESA_MAIL_INSIDE'] = '1'
  })
  afterAll(() => {
    delete process.env['SOBREMESA_MAIL_INSIDE']
  })

  onBothDatabases('a correspondence', (notebook) => {
    let server: MailStand
    let box: ImapStand
    beforeAll(async () => {
      server = await mailServer({ authOptional: true })
      box = await imapServer()
      await notebook().ask('settings.change', { name: 'Lucía Marín', addresses: [mailbox] })
      await notebook().ask('mail.set', accountAt(server, { minutes: 0 }))
      await notebook().ask('mail.hear', hearingAt(box))
    })
    afterAll(async () => {
      await server.close()
      await box.stop()
    })

    /** What the server took goes to whom it is for. */
    let carried = 0
    function carryOn(): void {
      for (const { from, to, text } of server.taken.slice(carried)) {
        for (const one of to) box.deliver(one, `Return-Path: <${from}>\r\n${text}`)
      }
      carried = server.taken.length
    }

    /** A letter goes, and lies in the mailbox it is for: what their program reads there. */
    async function sent(letter: object): Promise<Email> {
      const { ask, clock } = notebook()
      await ask('letters.send', { ...letter, anyway: 'A test' })
      clock.pass(minutes(0.1))
      await postman(notebook())
      const [recipient = ''] = server.taken.at(-1)!.to
      carryOn()
      return PostalMime.parse(await lastIn(box, recipient))
    }

    test('keeps its thread from the first letter to the time agreed; machines count for nothing', async () => {
      const { ask, clock } = notebook()
      const { conversation, address } = await firstLetter(notebook(), 'Ruth Adeyemi')
      const about = { conversation, template: 'outreach' }
      const body = 'Dear Ruth,\n\nYour talk on ink stayed with me. Could you spare 20 minutes?'
      const first = await sent({ ...about, subject: 'Ink and floods', body })
      const line = hearing(notebook())
      const stateNow = async () => (await ask('conversations.show', { id: conversation })).state

      await bySwaks(server, { from: '<>', to: mailbox }, absence(address, first.messageId!))
      carryOn()
      const [away] = await untilHeard(notebook(), conversation, 1)
      expect([away.mail.kind, away.isSeen, await stateNow()]).toEqual(['vacation', true, 'sent'])

      clock.pass(20)
      const said = mailFrom({
        from: `Ruth Adeyemi <${address}>`,
        subject: 'Re: Ink and floods',
        answers: first.messageId!,
        id: 'gladly@archive.example',
        body: 'Yes, gladly. Friday the 20th at four?\n\nOn 11 March you wrote:\n> Could you spare 20 minutes?',
      })
      await byMsmtp(server, { from: address, to: mailbox }, said)
      carryOn()
      const [, yes] = await untilHeard(notebook(), conversation, 2)
      const opened = await ask('letters.open', { conversation, message: yes.mail.message })
      expect(opened).toMatchObject({
        proposes: 'replied-yes',
        words: 'Yes, gladly. Friday the 20th at four?',
        appointment: null,
      })
      await take(notebook(), conversation, opened.proposes)
      const start = { day: '2026-03-20', clock: '16:00', zone: 'Europe/Madrid' }
      await take(notebook(), conversation, { kind: 'scheduled', start })
      expect(await stateNow()).toBe('scheduled')

      const subject = 'Re: Ink and floods'
      const agreed = { conversation, template: 'schedule', subject, body: 'Friday at four it is.' }
      const second = await sent(agreed)
      expect(second).toMatchObject({ subject, inReplyTo: first.messageId })
      const [file] = second.attachments
      expect(file).toMatchObject({ mimeType: 'text/calendar', method: 'REQUEST' })
      const invitation = new TextDecoder().decode(file!.content as ArrayBuffer)
      await byMsmtp(
        server,
        { from: address, to: mailbox },
        calendarReply({
          invitation,
          address,
          answers: second.messageId!,
          id: 'cal@archive.example',
        }),
      )
      carryOn()
      const [, , accepted] = await untilHeard(notebook(), conversation, 3)
      const which = { conversation, message: accepted.mail.message }
      expect((await ask('letters.open', which)).appointment).toMatchObject({
        conversation,
        answer: 'yes',
        isOld: false,
        from: { mail: address },
        proposes: [],
      })
      await ask('conversations.seen', { id: conversation })

      const lost = await firstLetter(notebook(), 'Nils Gone')
      const letter = await sent({
        conversation: lost.conversation,
        template: 'outreach',
        subject: 'Ink and Nils',
        body: 'Dear Nils, could you spare 20 minutes for a question on paper?',
      })
      const report = givenBack(lost.address, letter.messageId!)
      await bySwaks(server, { from: '<>', to: mailbox }, report)
      carryOn()
      const [bounce] = await untilHeard(notebook(), lost.conversation, 1)
      await line.stop()
      expect(bounce.mail).toMatchObject({ kind: 'bounce', reason: 'There is no such mailbox.' })
      expect((await ask('conversations.show', { id: lost.conversation })).next.code).toBe(
        'letter-is-out',
      )

      const third = await sent({
        conversation,
        template: 'confirm',
        subject,
        body: 'Dear Ruth, I look forward to tomorrow at four.',
      })
      expect(third).toMatchObject({
        subject,
        inReplyTo: second.messageId,
        references: `${first.messageId} ${second.messageId}`,
      })
    })
  })
})

/** As a server writes it for somebody who is away (RFC 3834). */
function absence(address: string, answers: string): string {
  return mailFrom({
    from: `Ruth Adeyemi <${address}>`,
    subject: 'Away until Monday Re: Ink and floods',
    answers,
    head: ['Auto-Submitted: auto-replied (vacation)', 'Precedence: bulk'],
    body: 'Yes, I am away, and answer on Monday.',
  })
}
