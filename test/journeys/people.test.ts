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

test(
  'whoever is written down a second time is said to be here, and laid beside the first',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const panel = notebook.getByRole('dialog', { name: 'Somebody new' })
    const write = async (name: string) => {
      await notebook.goto(`${house.server.origin}/people`)
      await notebook.getByRole('button', { name: 'Add', exact: true }).first().click()
      await panel.getByRole('textbox', { name: 'Name' }).fill(name)
      await panel.getByRole('button', { name: 'Add them' }).click()
    }
    await write('Wilhelmina Quast')
    await expect(panel).toHaveCount(0)
    await write('Wilhelmina Quast')
    await expect(panel.getByRole('status')).toContainText(
      'There is already somebody like this: Wilhelmina Quast.',
    )
    await panel.getByRole('link', { name: 'Look at the two side by side' }).click()
    await expect(notebook).toHaveURL(/\/twice\/[^/]+\/[^/]+$/)
    await expect(panel).toHaveCount(0)

    await write('Wilhelmina Quast')
    await panel.getByRole('button', { name: 'It is somebody else' }).click()
    await expect(panel).toHaveCount(0)
    const { people } = await house.command('people', 'find', 'Wilhelmina Quast')
    expect(people).toHaveLength(3)
    const pairs = async () => (await house.command('contacts', 'review')).counts.total
    await expect.poll(pairs).toBe(2)
  },
)
