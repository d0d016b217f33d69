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

test('where the server is away, the files wait on the page and come in once it is back', async ({
  notebook,
  house,
  complaints,
}) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|Failed to fetch/)
  await notebook.getByLabel('Choose a file').setInputFiles(vcf(sound.join('\r\n')))
  const bring = notebook.getByRole('button', { name: 'Bring in one person' })
  await expect(bring).toBeVisible()
  await house.stop()
  await bring.click()
  await expect(notebook.getByRole('alert')).toContainText(
    'Nothing was brought in. Your files and what you said of them are still here.',
  )
  await house.restart()
  await bring.click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
  expect((await house.command('people', 'list')).count).toBe(1)
})

test(
  'the page loaded anew finds those who are coming in, and takes no dry run for them',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const many = Array.from({ length: 8000 }, (_, at) => card(at)).join('')
    await notebook.goto(`${house.server.origin}/bring-in`)
    await notebook.getByLabel('Choose a file').setInputFiles(vcf(many))
    await expect(notebook.getByText(/[1-9]\d?\s?% read/)).toBeVisible({ timeout: 30_000 })
    await notebook.reload()
    await expect(notebook.getByLabel('Choose a file')).toBeAttached()
    await expect(notebook.getByRole('heading', { name: 'Bringing them in' })).toHaveCount(0)

    await notebook.getByLabel('Choose a file').setInputFiles(vcf(many))
    await notebook
      .getByRole('button', { name: /^Bring in 8,?000 people$/ })
      .click({ timeout: 45_000 })
    await expect(notebook.getByText(/[1-9]\d?\s?% read/)).toBeVisible({ timeout: 30_000 })
    await notebook.reload()
    await expect(notebook.getByRole('heading', { name: 'Bringing them in' })).toBeVisible()
    await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible({
      timeout: 60_000,
    })
    await expect(notebook.getByText(/^8,?000 new people\.$/)).toBeVisible()
  },
)
