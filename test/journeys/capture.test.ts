import { expect, test } from './stand.ts'

const line =
  'met Ana Ruiz on the train, UX at Acme: ! portfolio before degree #ux > send her the article by Friday'

test('a captured line makes a person, a field and a promise, and Undo takes all of it back', async ({
  notebook,
  house,
}) => {
  await notebook.getByRole('textbox', { name: 'Your last good conversation' }).fill(line)
  await notebook.getByRole('button', { name: 'Keep it' }).click()
  const toast = notebook.getByRole('alert').filter({ hasText: 'Kept.' })
  await expect(toast).toContainText('Ana Ruiz')

  expect((await house.command('people', 'find', 'ana')).people).toHaveLength(1)
  expect(await house.command('fields', 'show', 'ux')).toMatchObject({ people: 1 })
  const { promises } = await house.command('promises', 'list')
  expect(promises).toMatchObject([{ due: '2026-03-13' }])

  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(notebook.getByText('Taken back.')).toBeVisible()
  expect((await house.command('people', 'find', 'ana')).people).toEqual([])
  expect((await house.command('fields', 'list')).fields).toEqual([])
  expect((await house.command('promises', 'list')).promises).toEqual([])
})
