import { expect, type Json, test } from './stand.ts'

test.use({ life: true })

test('from Today to one short nudge: a gap is filled, the letter goes, and the rest is with her', async ({
  notebook,
  house,
}) => {
  await notebook.getByRole('link', { name: 'Write the nudge: Greta Nyström' }).first().click()
  await expect(notebook.getByRole('heading', { level: 1, name: 'One short nudge' })).toBeVisible()
  const letter = notebook.getByRole('textbox', { name: 'The letter' })
  await expect(letter).toHaveValue(/\{one new thing that helps them to answer\}/)
  const checks = notebook.getByRole('list', { name: 'What the letter has' })
  await expect(checks).toContainText('A gap is left: one new thing that helps them to answer.')

  await test.step('a letter with a gap is asked about before it counts as sent', async () => {
    await notebook.getByRole('button', { name: 'I sent it' }).filter({ visible: true }).click()
    const gate = notebook.getByRole('form', { name: 'Once more, before it counts as sent' })
    await expect(gate).toContainText('A gap is left')
    await gate.getByRole('button', { name: 'Change the letter' }).click()
    await expect(gate).toBeHidden()
  })

  await test.step('a press into the gap marks it, and the words stand in its place', async () => {
    await letter.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('{') + 5
      area.focus()
      area.setSelectionRange(at, at)
      area.click()
    })
    await notebook.keyboard.type('Your essay on tape is on my desk')
    await expect(letter).toHaveValue(/science\. Your essay on tape is on my desk\.\n/)
    await expect(checks).toContainText('no gap')
  })

  await notebook.getByRole('button', { name: 'I sent it' }).filter({ visible: true }).click()
  await expect(notebook.getByText('One nudge is enough; the rest is with Greta.')).toBeVisible()
  const { conversations } = await house.command('conversations', 'list', '--limit', '200')
  const hers = conversations.find(({ people }: Json) => people[0]?.name === 'Greta Nyström')
  expect(hers.state).toBe('nudged')
})

test('words put aside come back, and a good letter becomes a beginning for others', async ({
  notebook,
  house,
}) => {
  const person = await house.command('people', 'add', 'Ines Duarte')
  const talk = await house.command('conversations', 'plan', '--people', person.id)
  await notebook.goto(`${house.server.origin}/conversations/${talk.id}/letter/outreach`)
  const letter = notebook.getByRole('textbox', { name: 'The letter' })
  await expect(letter).toHaveValue(/^Dear Ines,/)
  await letter.fill('Dear Ines, we shared a bench. May I ask you one thing?')
  await notebook.getByRole('button', { name: 'Put this version aside' }).click()
  await expect(
    notebook
      .getByText(/we shared a bench/)
      .filter({ visible: true })
      .last(),
  ).toBeVisible()
  await letter.fill('Dear Ines, one question?')
  await notebook.getByRole('button', { name: 'Take it again' }).first().click()
  await expect(letter).toHaveValue('Dear Ines, we shared a bench. May I ask you one thing?')
  await expect(notebook.getByRole('button', { name: 'Take it again' })).toHaveCount(2)

  await notebook.getByRole('button', { name: 'Keep this as a template of mine' }).click()
  await notebook.getByRole('textbox', { name: 'What do you call it?' }).fill('The bench')
  await notebook.getByRole('button', { name: 'Keep this as a template of mine' }).click()
  await expect(notebook.getByText('Kept. It stands beside the craft’s own.')).toBeVisible()
  const { own } = await house.command('templates', 'list')
  expect(own).toMatchObject([
    { name: 'The bench', body: 'Dear {to}, we shared a bench. May I ask you one thing?' },
  ])

  const other = await house.command('people', 'add', 'Otto Berg')
  const next = await house.command('conversations', 'plan', '--people', other.id)
  await notebook.goto(`${house.server.origin}/conversations/${next.id}/letter/outreach`)
  await notebook
    .getByRole('combobox', { name: 'Beginnings of your own' })
    .selectOption({ label: 'The bench' })
  await expect(letter).toHaveValue('Dear Otto, we shared a bench. May I ask you one thing?')
})
