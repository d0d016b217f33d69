import { type ImapStand, imapServer, whyNoImap } from '../stand/imap-server.ts'
import { expect, test } from './stand.ts'

if (whyNoImap !== null) process.stdout.write(`${whyNoImap}\n`)

const mailbox = 'lucia@example.org'
const words = 'Unfortunately I have no time before June.'
const answer = [
  'From: Ines Duarte <ines@archive.example>',
  `To: ${mailbox}`,
  'Subject: Re: Ink',
  'Date: Thu, 12 Mar 2026 09:00:00 +0100',
  'Message-ID: <no@archive.example>',
  '',
  words,
  '',
].join('\r\n')

test.describe('answers in a real mailbox', () => {
  test.skip(whyNoImap !== null, whyNoImap ?? '')

  let box: ImapStand
  test.beforeEach(async () => {
    box = await imapServer()
  })
  test.afterEach(() => box.stop())

  test(
    'are heard once the mailbox is set, opened by a press, and heard no more when it is forgotten',
    { tag: '@desktop' },
    async ({ notebook, house }) => {
      const { origin } = house.server
      const channels = '{"kind":"mail","value":"ines@archive.example"}'
      const person = await house.command('people', 'add', 'Ines Duarte', '--channels', channels)
      const talk = await house.command('conversations', 'plan', '--people', person.id)
      await house.command('conversations', 'step', talk.id, 'sent', '--day', '2026-03-11')

      await test.step('a wrong password is said in a sentence, the right one lets in', async () => {
        await notebook.goto(`${origin}/settings?part=mail`)
        await expect(notebook.getByText(/All other mail is never fetched/)).toBeVisible()
        await notebook.getByRole('button', { name: 'Hear answers' }).click()
        const panel = notebook.getByRole('dialog', { name: 'The mailbox answers come to' })
        const field = (name: string) => panel.getByRole('textbox', { name, exact: true })
        await field('Incoming mail server').fill('127.0.0.1')
        await panel.getByText('none', { exact: true }).click()
        await field('Port').fill(String(box.port))
        await field('The name you sign in with').fill(mailbox)
        const password = panel.getByLabel('Password', { exact: true })
        const keep = panel.getByRole('button', { name: 'Keep and try it' })
        await password.fill('wrong')
        await keep.click()
        await expect(panel.getByText(/did not take this name and password/)).toBeVisible()
        await password.fill(box.password)
        await keep.click()
        await expect(panel).toHaveCount(0)
        await expect(notebook.getByText('INBOX at 127.0.0.1')).toBeVisible()
      })

      await test.step('who wrote stands on the page of today, and the words come by a press', async () => {
        await notebook.goto(origin)
        await expect(notebook.getByRole('heading', { level: 1 })).toBeVisible()
        box.deliver(mailbox, answer)
        // Nobody asks the open page to read again.
        await expect(notebook.getByText(/^Ines Duarte wrote to you/)).toBeVisible({
          timeout: 25_000,
        })
        await notebook.goto(`${origin}/conversations/${talk.id}`)
        await notebook.getByRole('button', { name: 'Open what Ines Duarte wrote' }).click()
        const told = notebook.getByRole('group', { name: 'Something came back' })
        await expect(told).toContainText(words)
        await told.getByRole('button', { name: 'A no' }).click()
        await expect(told).toHaveCount(0)
      })

      await test.step('it is forgotten with its password', async () => {
        await notebook.goto(`${origin}/settings?part=mail`)
        await notebook.getByRole('button', { name: 'Hear no more answers' }).click()
        await notebook.getByRole('button', { name: 'Hear no more', exact: true }).click()
        await expect(notebook.getByRole('button', { name: 'Hear answers' })).toBeVisible()
        expect(await house.command('mail', 'hearing')).toMatchObject({ account: null })
      })
    },
  )
})
