import { expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test.use({ life: true })

test('what people say together is put in one sentence, changes sides, is joined, and taken back @phone', async ({
  notebook,
}) => {
  await notebook.getByRole('link', { name: 'Fields', exact: true }).click()
  await notebook
    .getByRole('link', { name: /River restoration/ })
    .first()
    .click()
  await expect(notebook.getByRole('heading', { name: 'Most of a river is people' })).toBeVisible()

  await notebook.getByRole('checkbox', { name: /I am paid badly and I sleep well/ }).check()
  await notebook.getByLabel('What they say together, in one sentence').fill('It pays in sleep')
  await notebook.getByRole('button', { name: 'Make it a theme' }).click()
  const theme = notebook.getByRole('region', { name: 'It pays in sleep' })
  await expect(theme).toContainText('1 person. One voice is a story, not a pattern.')

  await notebook.getByRole('checkbox', { name: /The wall was right for thirty years/ }).check()
  await notebook
    .getByLabel('The theme', { exact: true })
    .selectOption({ label: 'It pays in sleep' })
  await notebook.getByRole('radio', { name: 'Otherwise' }).check()
  await notebook.getByRole('button', { name: 'Put them there' }).click()
  await expect(theme).toContainText('1 person says so, 1 says otherwise.')
  await expect(theme).toContainText('contested')
  await expectNothingFound(notebook, 'a field with themes')

  await theme.getByRole('button', { name: /All 2 lines/ }).click()
  const panel = notebook.getByRole('dialog')
  await panel.getByRole('checkbox', { name: /The wall was right/ }).check()
  await panel.getByRole('button', { name: 'They say so' }).click()
  await expect(panel.getByText('says otherwise')).toHaveCount(0)
  await notebook.keyboard.press('Escape')
  await expect(theme).toContainText('2 people. Too few to lean on.')

  await theme.getByRole('button', { name: 'More about “It pays in sleep”' }).click()
  await notebook.getByRole('menuitem', { name: 'It is the same as another theme' }).click()
  await notebook.getByRole('button', { name: 'They are one' }).click()
  await expect(theme).toHaveCount(0)
  await notebook.getByRole('button', { name: 'Undo' }).last().click()
  await expect(theme).toContainText('2 people.')
})
