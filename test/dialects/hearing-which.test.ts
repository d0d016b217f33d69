import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepTrouble, troubleOf } from '../../src/notebook/hearing/look.operations.ts'
import { hearingAccount } from '../../src/notebook/mail/mail.store.ts'
import { MailFault } from '../../src/platform/mail/faults.ts'
import { type ImapStand, imapServer, whyNoImap } from '../stand/imap-server.ts'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { gone, heardIn, hearing, hearingAt, mailbox, mailFrom, untilHeard } from './hearing.ts'
import { onBothDatabases, person } from './notebook.ts'
import { accountAt } from './post.ts'
import { planned } from './talk.ts'

describe.skipIf(whyNoImap !== null)('of the mails in a real mailbox', () => {
  beforeAll(() => {
    process.env['SOBREMESA_MAIL_INSIDE'] = '1'
  })
  afterAll(() => {
    delete process.env['SOBREMESA_MAIL_INSIDE']
  })

  onBothDatabases('that are heard', (notebook) => {
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

    test('no other mail is opened for one, whatever number it has in another folder', async () => {
      const { ask, refusal } = notebook()
      const lea = await gone(notebook(), server, 'Lea Elsewhere')
      const line = hearing(notebook())
      const from = `Lea Elsewhere <${lea.address}>`
      box.deliver(mailbox, mailFrom({ from, answers: lea.messageId, id: 'lea@archive.example' }))
      await untilHeard(notebook(), lea.conversation, 1)
      await line.stop()
      const secret = mailFrom({
        from: 'Bank <bank@elsewhere.example>',
        body: 'The balance is low.',
      })
      for (let at = 0; at < 9; at += 1) box.deliver(mailbox, secret, 'Private')
      box.numberAlike(mailbox, 'Private')
      await ask('mail.hear', hearingAt(box, { folder: 'Private' }))
      const which = { conversation: lea.conversation, message: 'lea@archive.example' }
      expect(await refusal('letters.open', which)).toMatchObject({ code: 'answer.gone' })
      await ask('mail.hear', hearingAt(box))
      expect((await ask('letters.open', which)).words).toBe('Gladly, any time.')
    })

    test('one under a name of any length is heard, and opened by its place', async () => {
      const { ask } = notebook()
      const ines = await gone(notebook(), server, 'Ines Long')
      const line = hearing(notebook())
      const id = `${'long'.repeat(300)}@archive.example`
      const from = `Ines Long <${ines.address}>`
      box.deliver(mailbox, mailFrom({ from, answers: ines.messageId, id }))
      const [heard] = await untilHeard(notebook(), ines.conversation, 1)
      await line.stop()
      const { conversation } = ines
      const told = await ask('letters.open', { conversation, message: heard.mail.message })
      expect(told.words).toBe('Gladly, any time.')
    })

    test('an answer of the same day is heard, wherever the owner is when they ask', async () => {
      const { ask, clock } = notebook()
      clock.pass(30)
      const address = 'mere@archive.example'
      const channels = [{ kind: 'mail', value: address }]
      const mere = await person(notebook(), 'Mere Tamati', { channels })
      const id = await planned(notebook(), { people: [mere], link: 'Her talk on kelp' })
      const step = { id, kind: 'sent' }
      const { steps } = await ask('conversations.step', step, { zone: 'Pacific/Auckland' })
      expect(steps.at(-1).day).toBe('2026-03-13')
      const date = 'Thu, 12 Mar 2026 18:00:00 +0100'
      box.deliver(mailbox, mailFrom({ from: `Mere Tamati <${address}>`, date }))
      const line = hearing(notebook())
      const [heard] = await untilHeard(notebook(), id, 1)
      await line.stop()
      expect(heard.mail).toMatchObject({ kind: 'answer', letter: null })
    })

    test('one of somebody merged stays with the record at the table, parted again', async () => {
      const { ask } = notebook()
      const address = 'oona@archive.example'
      const channels = [{ kind: 'mail', value: address }]
      const oona = await person(notebook(), 'Oona Reed', { channels })
      const id = await planned(notebook(), { people: [oona], link: 'Her talk on reeds' })
      await ask('conversations.step', { id, kind: 'sent' })
      const head = await person(notebook(), 'Oona M. Reed')
      await ask('people.merge', { people: [head, oona] })
      const date = 'Fri, 13 Mar 2026 18:00:00 +0100'
      box.deliver(mailbox, mailFrom({ from: `Oona Reed <${address}>`, date }))
      const line = hearing(notebook())
      const [heard] = await untilHeard(notebook(), id, 1)
      await line.stop()
      expect(heard.person).toBe(head)
      await ask('people.unmerge', { id: oona })
      expect((await heardIn(notebook(), id))[0].person).toBe(oona)
    })

    test('one odd line of a server that was understood before may pass', () => {
      const odd = new MailFault('not-mail')
      const at = (hasWorked: boolean) => troubleOf(odd, { host: 'imap.example.org', hasWorked })
      expect([at(true)?.mayPass, at(false)?.mayPass]).toEqual([true, false])
    })

    test('a line that is ending writes nothing about a mailbox that was set anew', async () => {
      const { ask, caller, house, owner, peek } = notebook()
      const kept = await peek((db) => hearingAccount(db, owner()))
      await ask('mail.stop-hearing')
      await ask('mail.hear', hearingAt(box))
      await keepTrouble(house.engine, caller(), { kept: kept!, trouble: 'The line broke.' })
      expect((await ask('mail.hearing')).trouble).toBeNull()
      const now = await peek((db) => hearingAccount(db, owner()))
      await keepTrouble(house.engine, caller(), { kept: now!, trouble: 'The line broke.' })
      expect((await ask('mail.hearing')).trouble).toBe('The line broke.')
    })
  })
})
