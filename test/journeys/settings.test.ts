import { expect, test } from './stand.ts'

test.use({ life: true })

test('the scheme is chosen once and stays; the name signs the letter', async ({
  notebook,
  house,
}) => {
  await notebook.goto(`${house.server.origin}/settings`)
  const html = notebook.locator('html')
  await notebook.getByText('by candlelight', { exact: true }).click()
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await notebook.getByRole('textbox', { name: 'Your name' }).fill('Inés C. Molina')
  await notebook.getByRole('button', { name: 'Keep it' }).click()
  // Each of the two says "Kept."; only the settings tell that both are.
  await expect
    .poll(() => house.command('settings', 'show'))
    .toMatchObject({ scheme: 'dark', name: 'Inés C. Molina' })
  await notebook.reload()
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')

  await notebook.goto(house.server.origin)
  await notebook.getByRole('link', { name: 'Read the draft: Tomasz Wilk' }).click()
  const letter = notebook.getByRole('textbox', { name: 'The letter' })
  await expect(letter).toHaveValue(/registrar/)
  await expect(letter).toHaveValue(/Inés C\. Molina\s*$/)
})

test(
  'a field that is renamed is still found by its old name and its old tag',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    await notebook.goto(`${house.server.origin}/fields`)
    await notebook.getByRole('main').getByRole('link', { name: 'River restoration' }).click()
    await notebook.getByRole('button', { name: 'More about River restoration' }).click()
    await notebook.getByRole('menuitem', { name: 'Give it another name' }).click()
    const panel = notebook.getByRole('dialog', { name: 'Give it another name' })
    await panel.getByRole('textbox', { name: 'Its new name' }).fill('Living rivers')
    await panel.getByRole('button', { name: 'Call it so' }).click()
    await expect(notebook.getByRole('heading', { level: 1, name: 'Living rivers' })).toBeVisible()

    await house.command(
      'conversations',
      'capture',
      'met Leila: ! walk the bank first #river_restoration',
    )
    const { field, topics } = await house.command('fields', 'show', 'river restoration')
    expect(field).toBe('Living rivers')
    expect(JSON.stringify(topics)).toContain('walk the bank first')
    await notebook.reload()
    await expect(notebook.getByText('walk the bank first')).toBeVisible()
  },
)

test(
  'a key that may send letters and open answers is made by name, and the list says so',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    await notebook.goto(`${house.server.origin}/settings?part=access`)
    await notebook.getByRole('button', { name: 'Make a key' }).click()
    await notebook.getByRole('textbox', { name: 'For which program' }).fill('post script')
    await notebook.getByText('read and write', { exact: true }).click()
    await notebook.getByText('both', { exact: true }).click()
    await expect(notebook.getByText(/can let letters go by your mail account/)).toBeVisible()
    await expect(notebook.getByText(/the words of answers that were heard/)).toBeVisible()
    await notebook.getByRole('button', { name: 'Make the key' }).click()
    await notebook.getByRole('button', { name: 'I have it' }).click()
    await expect(
      notebook.getByText('Read and write, send letters, open answers, not used yet'),
    ).toBeVisible()
    const { keys } = await house.command('access', 'list')
    expect(keys[0].rights).toEqual(['notebook:read', 'notebook:write', 'mail:send', 'mail:read'])
  },
)

test('a key is ended only after its name was read in a dialog', async ({ notebook, house }) => {
  await house.command('access', 'grant', 'backup script')
  await notebook.goto(`${house.server.origin}/settings?part=access`)
  const end = notebook.getByRole('button', { name: 'End the key: backup script' })
  const dialog = notebook.getByRole('dialog', { name: 'End the key backup script?' })
  await end.click()
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await house.command('access', 'list')).keys).toHaveLength(1)

  await end.click()
  await dialog.getByRole('button', { name: 'End backup script' }).click()
  await expect(notebook.getByText('The key backup script opens nothing any more.')).toBeVisible()
  await expect(notebook.getByText('No program has a key.')).toBeVisible()
  expect((await house.command('access', 'list')).keys).toEqual([])
})
