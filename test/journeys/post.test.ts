import { type MailStand, mailServer, mailUser } from '../stand/mail-server.ts'
import { expect, test } from './stand.ts'

const words =
  'Dear Ines, we shared a bench on the train from Porto. May I ask you one thing about ink?'

test.describe('a letter by the mail account', () => {
  let mail: MailStand
  test.beforeEach(async () => {
    mail = await mailServer()
  })
  test.afterEach(() => mail.close())

  test(
    'is set up, shown as it goes, taken back, sent, and has arrived',
    { tag: '@phone' },
    async ({ notebook, house }) => {
      const channels = '{"kind":"mail","value":"ines@archive.example"}'
      const person = await house.command('people', 'add', 'Ines Duarte', '--channels', channels)
      const talk = await house.command('conversations', 'plan', '--people', person.id)
      const letterPage = `${house.server.origin}/conversations/${talk.id}/letter/hello`

      await test.step('a quiet line leads to where the account is set', async () => {
        await notebook.goto(letterPage)
        await notebook.getByRole('link', { name: /Letters can go from here/ }).click()
        await expect(notebook.getByRole('heading', { name: 'Mail', exact: true })).toBeVisible()
      })

      await test.step('a wrong password is said in a sentence, the right one lets in', async () => {
        const field = (name: string) => notebook.getByRole('textbox', { name, exact: true })
        await field('Your name on letters').fill('Maya Ostrow')
        await field('Your mail address').fill('maya@example.org')
        await field('Outgoing mail server').fill('127.0.0.1')
        await notebook.getByText('none', { exact: true }).click()
        await field('Port').fill(String(mail.port))
        await field('The name you sign in with').fill(mailUser.user)
        const password = notebook.getByLabel('Password', { exact: true })
        await password.fill('wrong')
        const keep = notebook.getByRole('button', { name: 'Keep and try it' })
        await keep.click()
        await expect(notebook.getByRole('status').filter({ hasText: 'did not take' })).toBeVisible()
        await expect(password).toHaveValue('')
        await password.fill(mailUser.password)
        await keep.click()
        await expect(notebook.getByText('127.0.0.1 let us in.')).toBeVisible()
      })

      await notebook.goto(letterPage)
      await notebook.getByRole('textbox', { name: 'The letter' }).fill(words)
      await notebook.getByRole('textbox', { name: 'Subject' }).fill('A bench and ink')
      const send = notebook
        .getByRole('button', { name: 'Send', exact: true })
        .filter({ visible: true })
      const sheet = notebook.getByRole('dialog', { name: 'This is what goes' })
      const plate = notebook.getByRole('region', { name: 'On its way' })

      await test.step('nothing goes before all of it was seen, and it can be taken back', async () => {
        await send.click()
        for (const said of [
          'Maya Ostrow <maya@example.org>',
          'Ines Duarte <ines@archive.example>',
          'A bench and ink',
          words,
        ]) {
          await expect(sheet).toContainText(said)
        }
        await sheet.getByRole('button', { name: 'Send to Ines' }).click()
        await expect(plate).toContainText(/Goes out at \d\d:\d\d/)
        await expect(plate).toBeFocused()
        await plate.getByRole('button', { name: 'Take it back' }).click()
        await expect(plate).toHaveCount(0)
        await expect(notebook.getByRole('textbox', { name: 'The letter' })).toHaveValue(words)
        expect(mail.tries()).toBe(0)
      })

      await test.step('with no minutes to wait it goes at once, and the page hears of it', async () => {
        const flags = [
          '--user',
          mailUser.user,
          '--address',
          'maya@example.org',
          '--name',
          'Maya Ostrow',
        ]
        const at = ['--port', String(mail.port), '--security', 'none', '--minutes', '0']
        await house.command('mail', 'set', '127.0.0.1', ...flags, ...at)
        await send.click()
        await sheet.getByRole('button', { name: 'Send to Ines' }).click()
        await expect.poll(() => mail.taken.length).toBe(1)
        expect(mail.taken[0]).toMatchObject({
          from: 'maya@example.org',
          to: ['ines@archive.example'],
        })
        await expect(notebook.getByText('A hello', { exact: false }).first()).toBeVisible()
        await expect
          .poll(async () => (await house.command('letters', 'list', talk.id)).letters)
          .toMatchObject([{ template: 'hello', subject: 'A bench and ink', body: words }])
      })

      await test.step('what came back is read, and says whose it is and what it seems to be', async () => {
        await notebook.reload()
        const answer = 'Unfortunately I have no time before June.'
        await notebook.getByRole('textbox', { name: 'Their answer, as you copied it' }).fill(answer)
        await notebook.getByRole('button', { name: 'Read it' }).click()
        const told = notebook.getByRole('group', { name: 'Something came back' })
        await expect(told).toContainText('Ines Duarte answered; it reads like a no.')
        await expect(told).toContainText(answer)
      })
    },
  )
})
