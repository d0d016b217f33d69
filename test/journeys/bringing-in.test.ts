import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

const sound = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana Ruiz', 'EMAIL:ana@acme.example', 'END:VCARD']
const broken = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Teo Cut', 'TEL:+34 600']

const card = (at: number) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${at}\r\nEMAIL:p${at}@people.example\r\nEND:VCARD\r\n`

const vcf = (text: string) => ({
  name: 'contacts.vcf',
  mimeType: 'text/vcard',
  buffer: Buffer.from(text),
})

test('what could not be kept is told with its line and the reason, and all of it can be undone', async ({
  notebook,
  house,
}) => {
  const text = [...sound, ...broken].join('\r\n')
  await notebook.getByLabel('Choose a file').setInputFiles(vcf(text))
  await expect(notebook.getByRole('heading', { name: 'This is what would happen' })).toBeVisible()
  const losses = notebook.getByRole('group').filter({ hasText: 'could not be kept' })
  await losses.locator('summary').click()
  await expect(losses.getByRole('listitem').first()).toContainText(/^Line \d+/)
  await expectNothingFound(notebook, 'the report')
  await expectNoSidewaysScroll(notebook, 'the report')
  expect((await house.command('people', 'list')).people).toEqual([])

  await notebook.getByRole('button', { name: /^Bring in/ }).click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
  expect((await house.command('people', 'find', 'ana ruiz')).people).toHaveLength(1)
  await notebook.getByRole('button', { name: 'Undo all of it' }).click()
  await expect(notebook.getByText('Taken back.')).toBeVisible()
  expect((await house.command('people', 'list')).people).toEqual([])
})

test(
  'a long import can be stopped; what came in until then stays, and can be taken back',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    test.setTimeout(120_000)
    const many = Array.from({ length: 20_000 }, (_, at) => card(at)).join('')
    await notebook.getByLabel('Choose a file').setInputFiles(vcf(many))
    await notebook
      .getByRole('button', { name: /^Bring in 20,?000 people$/ })
      .click({ timeout: 45_000 })
    await expect(notebook.getByRole('heading', { name: 'Bringing them in' })).toBeVisible()
    await expect(notebook.getByText(/[1-9]\d?\s?% read/)).toBeVisible()
    await notebook.getByRole('button', { name: 'Stop' }).click()
    await expect(notebook.getByRole('heading', { name: 'Stopped' })).toBeVisible({
      timeout: 30_000,
    })
    const { people } = await house.command('people', 'list', '--limit', '5')
    expect(people).toHaveLength(5)
    await notebook.getByRole('button', { name: 'Undo all of it' }).click()
    await expect(notebook.getByText('Taken back.')).toBeVisible({ timeout: 30_000 })
    expect((await house.command('people', 'list')).people).toEqual([])
  },
)
