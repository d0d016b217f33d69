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
  await toast.hover()

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

test('who listens hears what the line was understood to say, once typing rests', async ({
  notebook,
  house,
}) => {
  await house.command('people', 'add', 'Ben Cole')
  await notebook.reload()
  const own = notebook.getByRole('textbox', { name: 'A line about a conversation' }).first()
  await own.fill(line)
  await expect(
    notebook.getByRole('status').filter({
      hasText:
        'Understood: Ana Ruiz, UX, Acme, the train, one piece of advice, one promise of yours and about ux.',
    }),
  ).toBeAttached()
})

test(
  'n asks for the line, and what is typed before it is there is not lost',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    await notebook.goto(`${house.server.origin}/people`)
    await expect(notebook.getByRole('heading', { level: 1 })).toBeVisible()
    const said = 'met Nina Quist: ! never hurry the glue'
    await notebook.keyboard.press('n')
    await notebook.keyboard.type(said)
    const own = notebook.getByRole('textbox', { name: 'A line about a conversation' })
    await expect(own).toHaveValue(said)
    await own.press('Enter')
    await expect
      .poll(async () => (await house.command('people', 'find', 'Nina Quist')).people.length)
      .toBe(1)
  },
)

test('where several bear the name, the line is kept and asks who it was', async ({
  notebook,
  house,
}) => {
  for (const role of ['potter', 'baker']) {
    const { id } = await house.command('people', 'add', 'Inés Vega')
    await house.command('people', 'change', id, '--words', role)
  }
  const said = 'Inés Vega: " clay is slow'
  await notebook.reload()
  const own = notebook.getByRole('textbox', { name: 'A line about a conversation' }).first()
  await own.fill(said)
  await own.press('Enter')
  const toast = notebook.getByRole('alert').filter({ hasText: 'Several people are called' })
  await expect(toast).toContainText('Kept. Several people are called Inés Vega: who was it?')
  await toast.hover()
  expect((await house.command('people', 'list')).count).toBe(2)

  await toast.getByRole('button', { name: 'Say who' }).click()
  await expect(notebook.getByRole('heading', { name: 'Who was it?' })).toBeVisible()
  await notebook.getByRole('combobox', { name: 'With whom' }).fill('Inés')
  await notebook.getByRole('option', { name: 'Inés Vega' }).first().click()
  await expect(notebook.getByText('Kept: it was with Inés Vega.')).toBeVisible()
  expect((await house.command('people', 'list')).count).toBe(2)
  const { conversations } = await house.command('conversations', 'list')
  expect(conversations).toMatchObject([{ people: [{ name: 'Inés Vega' }] }])
})
