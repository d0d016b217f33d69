import { readyForTheTrain } from './own-browser.ts'
import { expect, type Json, test } from './stand.ts'

test.use({ life: true })

test(
  'what somebody agrees to without network shows at once, there and on their page, and is on the server afterwards',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(/ERR_(INTERNET_DISCONNECTED|FAILED)|status of 503/)
    const { conversations } = await house.command('conversations', 'list', '--limit', '200')
    const talk = conversations.find(
      ({ heldOn, people }: Json) => heldOn === '2026-03-11' && people.length === 1,
    )
    const [{ id: person }] = talk.people
    await notebook.goto(`${house.server.origin}/conversations/${talk.id}/after`)
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    await notebook.reload()
    const naming = notebook.getByRole('group', { name: 'How may I name you?' })
    await naming.getByText('Not at all').click()
    await expect(notebook.getByText(/Kept on this phone, not yet sent/).first()).toBeVisible()
    await notebook.reload()
    await expect(naming.getByRole('radio', { name: 'Not at all' })).toBeChecked()

    await notebook.goto(`${house.server.origin}/people/${person}`)
    await expect(notebook.getByText('Not named', { exact: true })).toBeVisible()
    await expect(notebook.getByText('Thursday 12 March: Not named.')).toBeVisible()
    await notebook.getByRole('link', { name: 'Look at it' }).click()
    await expect(notebook.getByText('What was agreed to')).toBeVisible()

    await context.setOffline(false)
    await expect
      .poll(async () => (await house.command('consent', 'show', person)).people[0].consent.naming)
      .toBe('none')
    const { people } = await house.command('consent', 'show', person)
    const given = people[0].answers.filter(({ naming: one }: Json) => one === 'none')
    expect(given).toMatchObject([{ conversation: talk.id }])
  },
)
