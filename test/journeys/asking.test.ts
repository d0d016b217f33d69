import { expect, test } from './stand.ts'

test('from whom to ask to a time on Today: the letter goes, she says yes, and chooses on her page', async ({
  notebook,
  house,
  browser,
}) => {
  const [{ id: samir }, { id: field }] = await Promise.all([
    house.command('people', 'add', 'Samir Haddad'),
    house.command('fields', 'add', 'Paper conservation'),
    house.command('settings', 'change', '--name', 'Lucía', '--about', 'a bookbinder in Madrid'),
  ])
  const met = ['--meeting', JSON.stringify({ through: samir })]
  const [{ id: ida }] = await Promise.all([
    house.command('people', 'add', 'Ida Wendt', ...met),
    house.command('fields', 'ask', field, 'Is there paid work outside museums?'),
  ])
  await house.command('people', 'place', ida, '--field', field, '--kind', 'P')

  await test.step('whom to ask next says how one comes to her, and one press begins it', async () => {
    await notebook.goto(`${house.server.origin}/asking`)
    await expect(notebook.getByText(/Samir Haddad can bring you to Ida Wendt\./)).toBeVisible()
    await notebook.getByRole('button', { name: 'Begin it: Ida Wendt, Paper conservation' }).click()
    await expect(notebook.getByText('Is there paid work outside museums?').first()).toBeVisible()
  })

  await test.step('the letter begins from what is known, its gap is filled, and it went', async () => {
    await notebook.getByRole('link', { name: 'Write the letter' }).first().click()
    const letter = notebook.getByRole('textbox', { name: 'The letter' })
    await expect(letter).toHaveValue(/^Dear Ida,\n\nSamir Haddad gave me your name\./)
    const words = await letter.inputValue()
    await letter.fill(words.replace(/\{[^}]+\}/u, 'Your talk on iron gall ink'))
    const checks = notebook.getByRole('list', { name: 'What the letter has' })
    await expect(checks).toContainText('no gap')
    await notebook.getByRole('button', { name: 'I sent it' }).filter({ visible: true }).click()
    await expect(notebook.getByText('Kept as it went. The rest is with Ida.')).toBeVisible()
  })

  await test.step('her answer is pasted, and is what one says it is', async () => {
    const answer = notebook.getByRole('textbox', { name: 'Their answer, as you copied it' })
    await answer.fill('Dear Lucía, yes, gladly. When would it suit you?\n\nIda')
    await notebook.getByRole('button', { name: 'Read it' }).click()
    const told = notebook.getByRole('group', { name: 'Something came back' })
    await told.getByRole('button', { name: 'A yes' }).click()
    await expect(notebook.getByText('Ida Wendt said yes.')).toBeVisible()
  })

  const id = /conversations\/([^/]+)\//u.exec(notebook.url())?.[1] ?? ''
  await notebook.goto(`${house.server.origin}/conversations/${id}/before`)
  await notebook.getByRole('button', { name: 'Find times' }).click()
  await notebook.getByRole('button', { name: 'Offer these' }).click()
  await notebook.getByText('Their page', { exact: true }).click()
  await notebook.getByRole('button', { name: 'Make their page' }).click()
  const address = await notebook.getByLabel('The address of their page').inputValue()

  await test.step('she chooses a time on her own page, without an account', async () => {
    const theirs = await browser.newContext({ javaScriptEnabled: false })
    const page = await theirs.newPage()
    await page.goto(address)
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Choose this time' }).click()
    await expect(page.getByText('Thank you. The time is agreed.')).toBeVisible()
    await theirs.close()
  })

  await notebook.goto(house.server.origin)
  await expect(notebook.getByText(/^Ida Wendt chose .+ at \d\d:\d\d\.$/u)).toBeVisible()
  const talk = await house.command('conversations', 'show', id)
  expect([talk.state, talk.offer]).toEqual(['scheduled', null])
})
