import type { Page } from '@playwright/test'
import { expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test.use({ life: true })

const dialogOn = (page: Page) => page.getByRole('dialog')

async function expectCleanDialog(page: Page, name: string): Promise<void> {
  await expect(dialogOn(page)).toBeVisible()
  await expectNothingFound(page, name)
  await page.keyboard.press('Escape')
  await expect(dialogOn(page)).toHaveCount(0)
}

test('axe finds nothing in what opens over a page, and Escape closes it', async ({
  notebook,
  house,
  isMobile,
}) => {
  const button = (name: string | RegExp) => notebook.getByRole('button', { name })
  await (isMobile ? button('Search') : button(/^Find anyone/)).click()
  await expect(dialogOn(notebook).getByRole('textbox')).toBeFocused()
  await notebook.keyboard.type('ruth')
  await expect(dialogOn(notebook).getByText('Ruth Adeyemi').first()).toBeVisible()
  await expectCleanDialog(notebook, 'the palette')

  await notebook.goto(`${house.server.origin}/people`)
  await notebook.getByRole('button', { name: 'Add', exact: true }).click()
  await expectCleanDialog(notebook, 'somebody new')
  await button('Choose Ana Beltrán').click()
  const bar = notebook.getByRole('group', { name: 'With the chosen' })
  await bar.getByRole('button', { name: 'Label' }).click()
  await expectCleanDialog(notebook, 'a label')

  const { people } = await house.command('people', 'find', 'Tomasz Wilk')
  await notebook.goto(`${house.server.origin}/people/${people[0].id}`)
  await button('Edit').click()
  await expectCleanDialog(notebook, 'what you know of a person')

  await notebook.goto(`${house.server.origin}/fields`)
  await button('Begin a field').click()
  await expectCleanDialog(notebook, 'a new field')
})

test(
  'the keys are written down behind a question mark',
  { tag: '@desktop' },
  async ({ notebook }) => {
    await notebook.keyboard.press('?')
    await expect(dialogOn(notebook)).toContainText('Find anyone, anything')
    await expectCleanDialog(notebook, 'the keys')
  },
)
