import { readFile } from 'node:fs/promises'
import { expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test.use({ life: true })

test('everything about somebody is a page for them; then they are forgotten, and no file brings them back', async ({
  notebook,
  house,
}) => {
  const [{ id }] = (await house.command('people', 'find', 'Tomasz Wilk')).people
  const card = await house.command('people', 'show', id)
  const mail = card.channels.find(({ kind }: { kind: string }) => kind === 'mail').value
  await notebook.goto(`${house.server.origin}/people/${id}`)
  const more = notebook.getByRole('button', { name: 'More about Tomasz Wilk' })

  await more.click()
  await notebook.getByRole('menuitem', { name: 'Everything about them, as a file' }).click()
  const dossier = notebook.getByRole('dialog', { name: 'Everything about Tomasz Wilk' })
  await expectNothingFound(notebook, 'the dossier')
  const download = notebook.waitForEvent('download')
  await dossier.getByRole('button', { name: 'Save the page' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/\.html$/)
  const page = await readFile(await saved.path(), 'utf8')
  expect(page).toContain('Tomasz Wilk')
  expect(page).toContain(mail)

  await more.click()
  await notebook.getByRole('menuitem', { name: 'Forget for good…' }).click()
  const asking = notebook.getByRole('dialog', { name: 'Forget Tomasz Wilk?' })
  await expect(asking).toContainText('This cannot be taken back.')
  await expectNothingFound(notebook, 'before somebody is forgotten')
  await asking.getByRole('button', { name: 'Leave it' }).click()
  expect((await house.command('people', 'find', 'Tomasz Wilk')).people).toHaveLength(1)

  await more.click()
  await notebook.getByRole('menuitem', { name: 'Forget for good…' }).click()
  await asking.getByRole('button', { name: 'Forget Tomasz' }).click()
  const toast = notebook.getByRole('alert').filter({ hasText: 'Tomasz Wilk is forgotten.' })
  await expect(toast).toBeVisible()
  await expect(toast.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(notebook).toHaveURL(/\/people$/)
  expect((await house.command('people', 'find', 'Tomasz Wilk')).people).toEqual([])

  await notebook.goto(`${house.server.origin}/bring-in`)
  await notebook.getByLabel('Choose a file').setInputFiles({
    name: 'old-phone.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tomasz Wilk\r\nEMAIL:${mail}\r\nEND:VCARD\r\n`,
    ),
  })
  await expect(
    notebook.getByText('One record of old-phone.vcf is of somebody you forgot'),
  ).toBeVisible()
  await expect(notebook.getByRole('button', { name: /^Bring in \w+ pe/ })).toHaveCount(0)
})

test(
  'the way back leads not to somebody who was forgotten',
  { tag: '@desktop' },
  async ({ notebook, house, complaints }) => {
    complaints.expect(/404|There is no such person/)
    const [{ id }] = (await house.command('people', 'find', 'Tomasz Wilk')).people
    const { channels } = await house.command('people', 'show', id)
    await notebook.goto(`${house.server.origin}/people/${id}`)
    const reach = notebook.getByText(channels[0].value)
    await expect(reach).toBeVisible()
    // The same page a second time, a step further on: this one stays behind the way back.
    await notebook.getByRole('link', { name: 'People', exact: true }).first().click()
    await expect(notebook).toHaveURL(/\/people$/)
    await notebook.getByRole('searchbox').fill('Tomasz Wilk')
    await notebook.getByRole('link', { name: /^Tomasz Wilk/ }).click()
    await notebook.getByRole('button', { name: 'More about Tomasz Wilk' }).click()
    await notebook.getByRole('menuitem', { name: 'Forget for good…' }).click()
    await notebook.getByRole('button', { name: 'Forget Tomasz' }).click()
    await expect(
      notebook.getByRole('alert').filter({ hasText: 'Tomasz Wilk is forgotten.' }),
    ).toBeVisible()
    await expect(async () => {
      await notebook.goBack()
      await expect(notebook).toHaveURL(new RegExp(`${id}$`), { timeout: 500 })
    }).toPass()
    await expect(notebook.getByText('There is no such person')).toBeVisible()
    await expect(reach).toHaveCount(0)
  },
)
