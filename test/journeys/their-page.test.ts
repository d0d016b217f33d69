import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test(
  'times are offered, the other side chooses one on their page without a script, and Today says so',
  { tag: '@phone' },
  async ({ notebook, house, browser }) => {
    await house.command('settings', 'change', '--name', 'Lucía', '--zone', 'Europe/Madrid')
    const { id: person } = await house.command('people', 'add', 'Tomasz Zieliński')
    const plan = ['conversations', 'plan', '--people', person, '--link', 'the torn map']
    const { id } = await house.command(...plan)
    await house.command('conversations', 'step', id, 'sent')
    await house.command('conversations', 'step', id, 'replied-yes')

    await notebook.goto(`${house.server.origin}/conversations/${id}/before`)
    await notebook.getByRole('button', { name: 'Find times' }).click()
    await notebook.getByLabel('Their zone').selectOption('Europe/Lisbon')
    await expect(
      notebook.getByText(/ 10:00 in Lisbon, Europe; 11:00 for you$/).first(),
    ).toBeVisible()
    await notebook.getByRole('button', { name: 'Leave out time 3' }).click()
    await notebook.getByRole('button', { name: 'Offer these' }).click()
    await expect(notebook.getByRole('link', { name: 'Write the letter' })).toBeVisible()
    await notebook.getByText('Their page', { exact: true }).click()
    await notebook.getByRole('button', { name: 'Make their page' }).click()
    const address = await notebook.getByLabel('The address of their page').inputValue()
    expect(address).toMatch(/\/o\/[\w-]{43}$/)

    const viewport = { width: 390, height: 844 }
    const theirs = await browser.newContext({ javaScriptEnabled: false, viewport })
    const page = await theirs.newPage()
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'You and Lucía' })).toBeVisible()
    const times = page.getByRole('group', { name: 'Which of these suits you?' }).getByRole('radio')
    await expect(times).toHaveCount(2)
    await times.first().check()
    await page.getByRole('button', { name: 'Choose this time' }).click()
    await expect(page.getByText('Thank you. The time is agreed.')).toBeVisible()
    await page.getByText('What is kept about you').scrollIntoViewIfNeeded()
    await page.getByText('See it').click()
    await expect(page.getByText('Tomasz Zieliński')).toBeVisible()
    await theirs.close()

    // Looked through by a machine, which needs a script of its own for that.
    const looking = await browser.newContext({ viewport, bypassCSP: true })
    const looked = await looking.newPage()
    await looked.goto(address)
    for (const one of await looked.locator('summary').all()) await one.click()
    await expectNothingFound(looked, 'their page')
    await expectNoSidewaysScroll(looked, 'their page')
    await looking.close()

    await notebook.goto(house.server.origin)
    await expect(notebook.getByText(/^Tomasz Zieliński chose .* at 11:00\.$/)).toBeVisible()
    await notebook.getByRole('button', { name: 'Seen: Tomasz Zieliński' }).click()
    await expect(notebook.getByText(/^Tomasz Zieliński chose /)).toHaveCount(0)
    const talk = await house.command('conversations', 'show', id)
    expect([talk.state, talk.start.zone, talk.offer]).toEqual(['scheduled', 'Europe/Lisbon', null])
  },
)
