import type { Locator, Page } from '@playwright/test'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, type House, test } from './stand.ts'

/** Twenty people as Google has them, and the same twenty as Apple does: the mail is theirs alone. */
const given = ['Ana', 'Bruno', 'Clara', 'Dario', 'Elena', 'Fabio', 'Greta', 'Hugo', 'Ines', 'Jonas']
const family = ['Okafor', 'Lindqvist']
const names = family.flatMap((last) => given.map((first) => `${first} ${last}`))

const cards = (titled: boolean) =>
  names
    .map((name, at) =>
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `FN:${titled ? 'Dr. ' : ''}${name}`,
        `N:${name.split(' ').toReversed().join(';')};;;`,
        `EMAIL:person${at}@${titled ? 'home' : 'work'}.example`,
        `TEL:+34 6${at + 10} 22 ${at + 30} 44`,
        'END:VCARD',
      ].join('\r\n'),
    )
    .join('\r\n')

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/vcard',
  buffer: Buffer.from(text),
})

/** Both files in, as somebody would on this page. */
async function bringBoth(notebook: Page): Promise<void> {
  const files = [file('google.vcf', cards(false)), file('apple.vcf', cards(true))]
  await notebook.getByLabel('Choose a file').setInputFiles(files)
  await notebook.getByRole('button', { name: /^Bring in/ }).click()
  await expect(notebook.getByRole('heading', { name: 'They are in your notebook' })).toBeVisible()
}

async function openQueue(notebook: Page, house: House): Promise<Locator> {
  await bringBoth(notebook)
  await house.command('contacts', 'duplicates')
  await notebook.goto(`${house.server.origin}/people`)
  await notebook.getByRole('link', { name: '20 pairs look like one person twice' }).click()
  await expect(notebook.getByRole('heading', { name: 'One person twice?' })).toBeAttached()
  const table = notebook.getByRole('table', { name: 'The two, side by side' })
  await expect(table.getByRole('columnheader').nth(2)).toBeVisible()
  return table
}

/** The two who are asked about, as the page has them. */
async function asked(table: Locator): Promise<string> {
  return (await table.getByRole('columnheader').allInnerTexts()).join(' | ')
}

test(
  'twenty pairs are answered by keys alone, one after another, and the answers are kept',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const table = await openQueue(notebook, house)
    const seen = new Set<string>()
    for (let pair = 0; pair < 20; pair++) {
      await expect(table).toBeVisible()
      const now = await asked(table)
      expect(seen.has(now), now).toBe(false)
      seen.add(now)
      await notebook.keyboard.press(pair % 5 === 4 ? 'n' : 'm')
    }
    await expect(notebook.getByText('That is all.')).toBeVisible()
    await notebook.getByRole('link', { name: 'Go to your people' }).click()
    await expect(async () => {
      expect((await house.command('people', 'list')).count).toBe(24)
    }).toPass()
    expect((await house.command('contacts', 'review')).counts.total).toBe(0)
    // "Not the same" holds for ever: another look through proposes nobody of them.
    const again = await house.command('contacts', 'duplicates')
    expect(again.pairs).toEqual([])
  },
)

test(
  'an answer is taken back by a key, one pair waits for later, and n writes no line here',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const table = await openQueue(notebook, house)
    const first = await asked(table)
    await notebook.keyboard.press('n')
    await expect(notebook.getByRole('dialog')).toHaveCount(0)
    await expect(notebook.getByText(/are two people, for good\./).first()).toBeVisible()
    await expect.poll(async () => asked(table)).not.toBe(first)
    await notebook.keyboard.press('u')
    await expect.poll(async () => asked(table)).toBe(first)
    await notebook.keyboard.press('ArrowRight')
    await expect.poll(async () => asked(table)).not.toBe(first)
    for (let pair = 1; pair < 20; pair++) await notebook.keyboard.press('s')
    await expect(notebook.getByText('20 pairs wait for later.')).toBeVisible()
    await notebook.getByRole('button', { name: 'Look at them now' }).click()
    await expect.poll(async () => asked(table)).toBe(first)
    expect((await house.command('people', 'list')).count).toBe(40)
    await notebook.keyboard.press('?')
    await expect(notebook.getByRole('dialog', { name: 'Keys' })).toContainText('One person twice?')
  },
)

test('two buttons answer, and what was joined is taken apart again', async ({
  notebook,
  house,
}) => {
  const table = await openQueue(notebook, house)
  await expectNothingFound(notebook, 'the queue')
  await expectNoSidewaysScroll(notebook, 'the queue')
  const [, name = ''] = (await table.getByRole('columnheader').allInnerTexts()).map(
    (text) => text.split('\n').find((line) => /Okafor|Lindqvist/.test(line)) ?? '',
  )
  const bar = notebook.getByRole('group', { name: 'Are they one person?' })
  await notebook.getByRole('button', { name: /^One person/ }).click()
  await expect(bar).toContainText('are one person.')
  await expect(bar).not.toContainText('on its way')
  expect((await house.command('people', 'list')).count).toBe(39)

  const plain = name.replace('Dr. ', '')
  const [{ id }] = (await house.command('people', 'find', plain)).people
  await notebook.goto(`${house.server.origin}/people/${id}`)
  await expect(notebook.getByText('Kept from two records.')).toBeVisible()
  await notebook.getByRole('button', { name: 'Take apart' }).click()
  const panel = notebook.getByRole('dialog', { name: /^Take .* apart$/ })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await expectNothingFound(notebook, 'taking apart')
  await panel.getByRole('button', { name: 'Take them apart' }).click()
  await expect(notebook.getByText(/stand on their own again\./)).toBeVisible()
  expect((await house.command('people', 'list')).count).toBe(40)
})

test('from the queue one chooses what to show of each, and goes on with the next', async ({
  notebook,
  house,
}) => {
  const table = await openQueue(notebook, house)
  const first = await asked(table)
  await notebook.getByRole('link', { name: 'Choose what to show of each' }).click()
  await expect(notebook.getByRole('heading', { name: 'Are they one person?' })).toBeAttached()
  const name = notebook.getByRole('group', { name: 'What to keep: the name' })
  await name.getByRole('radio', { name: /of Dr\. / }).check()
  await notebook.getByRole('button', { name: 'Make them one' }).dblclick()
  await expect(notebook.getByRole('heading', { name: 'One person twice?' })).toBeAttached()
  await expect(notebook.getByText('19 to look at')).toBeVisible()
  expect(await asked(table)).not.toBe(first)
  await expect(notebook.getByRole('alert')).toHaveCount(1)
  expect((await house.command('people', 'list')).count).toBe(39)
})

test('all certain ones become one at once, after one was told who, and all of it goes back', async ({
  notebook,
  house,
}) => {
  await openQueue(notebook, house)
  await notebook.getByRole('button', { name: /^All certain ones at once/ }).click()
  const panel = notebook.getByRole('dialog', { name: 'All certain ones at once' })
  await expect(panel.getByRole('list', { name: 'Who becomes one' })).toBeVisible()
  await expectNothingFound(notebook, 'all certain ones')
  const would = await panel.getByText(/records would become/).textContent()
  expect(would).toMatch(/records would become .* people\./)
  await panel.getByRole('button', { name: 'Make them one' }).click()
  const toast = notebook.getByRole('alert').filter({ hasText: 'people now.' })
  await expect(toast).toBeVisible({ timeout: 60_000 })
  await toast.hover()
  expect((await house.command('people', 'list')).count).toBeLessThan(40)
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(notebook.getByText('Taken back.')).toBeVisible()
  expect((await house.command('people', 'list')).count).toBe(40)
})

test.describe('by hand', () => {
  test.use({ life: true })

  test('two whom nobody found are laid side by side, and what to show is chosen', async ({
    notebook,
    house,
  }) => {
    const ana = await house.command('people', 'add', 'Ana Beltran Gil', '--words', 'Sings alto.')
    await notebook.goto(`${house.server.origin}/people/${ana.id}`)
    await notebook.getByRole('button', { name: 'More about Ana Beltran Gil' }).click()
    await notebook.getByRole('menuitem', { name: 'The same as…' }).click()
    const panel = notebook.getByRole('dialog', { name: 'Ana Beltran Gil is the same as…' })
    await panel.getByRole('combobox', { name: 'Who is the same person?' }).fill('Ana Belt')
    await panel.getByRole('option', { name: /Ana Beltrán/ }).click()

    await expect(notebook.getByRole('heading', { name: 'Are they one person?' })).toBeAttached()
    const name = notebook.getByRole('group', { name: 'What to keep: the name' })
    await name.getByRole('radio', { name: /Ana Beltrán$/ }).check()
    await expectNothingFound(notebook, 'side by side')
    await expectNoSidewaysScroll(notebook, 'side by side')
    await notebook.getByRole('button', { name: 'Make them one' }).click()

    await expect(notebook.getByText('Kept from two records.')).toBeVisible()
    await expect(notebook.getByRole('heading', { name: 'Ana Beltrán' })).toBeVisible()
    await expect(notebook.getByText('Sings alto.')).toBeVisible()
    await notebook.getByText('Where this comes from, and what was changed').click()
    await expect(notebook.getByText('Two records made one person')).toBeVisible()
    await expectNothingFound(notebook, 'the history of a person')
  })
})
