import { expect, test } from './stand.ts'

test('who wants to look around first sits down at a table that is set', async ({ notebook }) => {
  await expect(notebook.getByRole('heading', { name: 'Sit down. There is time.' })).toBeVisible()
  await notebook.getByRole('button', { name: 'Set the table with it' }).click()
  await expect(notebook.getByRole('heading', { name: 'Thursday 12 March' })).toBeVisible()
  const place = notebook.getByRole('article', { name: 'Today with Ruth Adeyemi' })
  await expect(place).toContainText('16:00')
  await expect(place.getByRole('link', { name: 'Start the notes' })).toBeVisible()
})
