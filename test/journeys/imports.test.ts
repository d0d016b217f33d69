import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

const card = (name: string, mail: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${mail}\r\nEND:VCARD\r\n`

const mailOf = (value: string) => JSON.stringify([{ kind: 'mail', value }])

const table = [
  'Codeword,Reachable,Remark',
  'Ana Ruiz,ana@acme.example,Sails',
  'Jonas Lind,jonas@lind.example,Knows Leila',
  'Mei Chau,mei@radio.example,Night owl',
].join('\n')

test('several files come in together, each with its line, and one of them goes again', async ({
  notebook,
  house,
}) => {
  await notebook
    .getByLabel('Choose a file')
    .setInputFiles([
      file(
        'friends.vcf',
        card('Ana Ruiz', 'ana@acme.example') + card('Teo Sanz', 'teo@sanz.example'),
      ),
      file('work.vcf', card('Ana Ruiz', 'ana@acme.example') + card('Ivo Kern', 'ivo@kern.example')),
    ])
  const report = notebook.getByRole('table', { name: 'What is in each file' })
  await expect(report.getByRole('row', { name: /friends\.vcf/ })).toBeVisible()
  await expect(report.getByRole('row', { name: /work\.vcf/ })).toBeVisible()
  await notebook.getByRole('button', { name: /^Bring in/ }).click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
  await notebook.getByRole('link', { name: 'What came in when' }).click()

  await expect(notebook.getByRole('heading', { name: 'What came in when' })).toBeAttached()
  await expect(notebook.getByRole('listitem').filter({ hasText: 'friends.vcf' })).toBeVisible()
  await expectNothingFound(notebook, 'what came in when')
  await expectNoSidewaysScroll(notebook, 'what came in when')
  await notebook.getByRole('button', { name: /^Take it out: work\.vcf/ }).click()
  const asking = notebook.getByRole('dialog', { name: 'Take out work.vcf?' })
  await expect(asking).toContainText('What you wrote since stays')
  await expectNothingFound(notebook, 'before a file goes')
  await asking.getByRole('button', { name: 'Take out work.vcf' }).click()
  const toast = notebook.getByRole('alert').filter({ hasText: 'work.vcf is taken out.' })
  await expect(toast).toContainText('One person is in the bin')
  await toast.hover()
  await expect(notebook.getByText(/taken out on/)).toBeVisible()

  const names = (await house.command('people', 'list')).people.map(
    ({ name }: { name: string }) => name,
  )
  expect(names).toEqual(['Ana Ruiz', 'Teo Sanz'])
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(notebook.getByText('Taken back.')).toBeVisible()
  expect((await house.command('people', 'list')).count).toBe(3)
})

test('a table nobody knows is explained once, column by column, and remembered', async ({
  notebook,
  house,
}) => {
  await notebook.getByLabel('Choose a file').setInputFiles(file('people.csv', table))
  await expect(notebook.getByRole('heading', { name: 'What does each column hold?' })).toBeVisible()
  await expect(notebook.getByText('Jonas Lind')).toBeVisible()
  const holds = (column: string) => notebook.getByLabel(`What “${column}” holds`)
  await expect(holds('Reachable')).toHaveValue('mail')
  await holds('Codeword').selectOption('nothing')
  await notebook.getByRole('button', { name: 'See what would happen' }).click()
  await expect(notebook.getByRole('alert')).toContainText('One column has to hold the names')
  await holds('Codeword').selectOption('name')
  await holds('Remark').selectOption('notes')
  await expectNothingFound(notebook, 'explaining a table')
  await expectNoSidewaysScroll(notebook, 'explaining a table')
  await notebook.getByRole('button', { name: 'See what would happen' }).click()
  await notebook.getByRole('button', { name: /^Bring in three people$/ }).click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
  const [{ id }] = (await house.command('people', 'find', 'Jonas Lind')).people
  const jonas = await house.command('people', 'show', id)
  expect(jonas.words).toBe('Knows Leila')
  expect(jonas.channels).toMatchObject([{ kind: 'mail', value: 'jonas@lind.example' }])

  // The same table a month later asks nothing.
  await notebook.getByRole('button', { name: 'Bring in more' }).click()
  await notebook
    .getByLabel('Choose a file')
    .setInputFiles(file('people.csv', `${table}\nAoife Brennan,aoife@harbour.example,Teaches`))
  await expect(notebook.getByRole('button', { name: /^Bring in one person$/ })).toBeVisible()
})

test(
  'two tables of one name from two folders are explained each for itself',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    await notebook
      .getByLabel('Choose a file')
      .setInputFiles([
        file('contacts.csv', 'Codeword,Reachable\nAna Ruiz,ana@acme.example\n'),
        file('contacts.csv', 'Motto,Reachable\nJonas Lind,jonas@lind.example\n'),
      ])
    const region = (name: string) => notebook.getByRole('region', { name, exact: true })
    await region('contacts.csv').getByLabel('What “Codeword” holds').selectOption('name')
    await region('contacts (2).csv').getByLabel('What “Motto” holds').selectOption('name')
    await notebook.getByRole('button', { name: 'See what would happen' }).click()
    await notebook.getByRole('button', { name: /^Bring in two people$/ }).click()
    await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
    const { people } = await house.command('people', 'list')
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Ana Ruiz', 'Jonas Lind'])
  },
)

test(
  'where each value came from is told on the page of a person',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const files = [file('google.vcf', card('Ana Ruiz', 'ana@acme.example'))]
    await notebook.getByLabel('Choose a file').setInputFiles(files)
    await notebook.getByRole('button', { name: /^Bring in/ }).click()
    await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
    const [{ id }] = (await house.command('people', 'list')).people
    await house.command('people', 'change', id, '--labels', 'choir')
    await notebook.goto(`${house.server.origin}/people/${id}`)
    await notebook.getByText('Where this comes from, and what was changed').click()
    const source = notebook.getByRole('term').filter({ hasText: 'From google.vcf, 12 March' })
    await expect(source).toBeVisible()
    await expect(
      notebook.getByRole('definition').filter({ hasText: 'ana@acme.example' }),
    ).toBeVisible()
    await expect(notebook.getByText('Somebody changed')).toBeVisible()
    await expect(notebook.getByText('by the command')).toBeVisible()
  },
)

test('a calendar asks which address is yours, and tells when you last met', async ({
  notebook,
  house,
}) => {
  const ana = await house.command('people', 'add', 'Ana Ruiz')
  await house.command('people', 'change', ana.id, '--channels', mailOf('ana@acme.example'))
  const attendees = ['me@home.example', 'ana@acme.example', 'who@knows.example']
  const event = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1@calendar.example',
    'DTSTART:20260105T100000Z',
    'DTEND:20260105T110000Z',
    'SUMMARY:Coffee',
    'ORGANIZER:mailto:me@home.example',
    ...attendees.map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`),
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  await notebook.goto(`${house.server.origin}/bring-in`)
  await notebook.getByLabel('Choose a file').setInputFiles(file('calendar.ics', event))
  await expect(notebook.getByRole('heading', { name: 'Who are you in there?' })).toBeVisible()
  await expectNothingFound(notebook, 'explaining a calendar')
  await notebook.getByLabel('Your own addresses').fill('me@home.example')
  await notebook.getByRole('button', { name: 'See what would happen' }).click()
  await expect(notebook.getByText('One day of contact.')).toBeVisible()
  await expect(notebook.getByText('One address in calendar.ics is of nobody')).toBeVisible()
  await notebook.getByRole('button', { name: /^Bring/ }).click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
  await notebook.goto(`${house.server.origin}/people/${ana.id}`)
  await expect(notebook.getByText('You last met elsewhere on 5 January.')).toBeVisible()
})
