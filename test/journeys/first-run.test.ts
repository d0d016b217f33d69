import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test('who wants to look around first sits down at a table that is set', async ({ notebook }) => {
  await expect(notebook.getByRole('heading', { name: 'Sit down. There is time.' })).toBeVisible()
  await notebook.getByRole('button', { name: 'Set the table with it' }).click()
  await expect(notebook.getByRole('heading', { name: 'Thursday 12 March' })).toBeVisible()
  const place = notebook.getByRole('article', { name: 'Today with Ruth Adeyemi' })
  await expect(place).toContainText('16:00')
  await expect(place.getByRole('link', { name: 'Start the notes' })).toBeVisible()
})

test('the first screen is clean for axe, and fits a narrow window', async ({ notebook }) => {
  await expectNothingFound(notebook, 'the first screen')
  await notebook.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(notebook, 'the first screen')
})
