import { expect, test } from './stand.ts'

test.use({ life: true })

test('people are chosen together, get a label, go into the bin, and come back by Undo', async ({
  notebook,
  house,
}) => {
  await notebook.goto(`${house.server.origin}/people`)
  const people = notebook.getByRole('grid', { name: 'People' })
  const choose = (name: string) => people.getByRole('button', { name: `Choose ${name}` })
  const bar = notebook.getByRole('group', { name: 'With the chosen' })
  const toast = notebook.getByRole('alert')

  await choose('Ana Beltrán').click()
  await choose('Anselm Roth').click()
  await expect(bar.getByRole('status')).toHaveText('Two people chosen')
  await bar.getByRole('button', { name: 'Label' }).click()
  const panel = notebook.getByRole('dialog', { name: 'A label for them' })
  await panel.getByRole('combobox', { name: 'A label for them' }).fill('Teruel')
  await panel.getByRole('button', { name: 'Put it on' }).click()
  await expect(toast.filter({ hasText: '“Teruel” stands on two people now.' })).toBeVisible()
  const labelled = await house.command('people', 'list', '--label', 'Teruel')
  expect(labelled.people).toHaveLength(2)

  await choose('Ana Beltrán').click()
  await choose('Anselm Roth').click()
  await bar.getByRole('button', { name: 'Into the bin' }).click()
  const binned = toast.filter({ hasText: 'Two people lie in the bin' })
  await binned.hover()
  await expect(choose('Ana Beltrán')).toHaveCount(0)
  await binned.getByRole('button', { name: 'Undo' }).click()
  await expect(choose('Ana Beltrán')).toBeVisible()
  await expect(choose('Anselm Roth')).toBeVisible()
  expect((await house.command('bin', 'list')).things).toEqual([])
})
