import type { Page } from '@playwright/test'
import { contactsFiles } from './contacts-files.ts'
import { type Hand, keyboard, nextLine, pointer } from './hand.ts'
import { expect, type House, test } from './stand.ts'

const quote = 'You learn a harbour by the smell of its mud.'

/** Typed as they stand, or begun by the mark's own button. */
const lines: readonly (string | readonly [chip: string, words: string])[] = [
  'She speaks of tides the way others speak of neighbours',
  `" ${quote} /entry`,
  ['advice', 'Go out with the pilots for a week before you write to anybody /entry'],
  '= They take two trainees a year /entry',
  ['open question', 'Does eyesight count against me?'],
  '+ Marta Vidal, harbour master, marta@harbour.example',
  ['lead', 'The autumn course has a place left'],
  '> send her the tide tables by Friday',
  ['they promise', 'she asks the office about a ride along'],
  ['off the record', 'the office moves in spring'],
]

/** From a contacts file to the page of a field, as a newcomer goes. */
async function mainJob(page: Page, hand: Hand, house: House): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const heading = (name: string | RegExp) => page.getByRole('heading', { name })
  const link = (name: string) => page.getByRole('link', { name })

  await test.step('bring in a contacts file of Google and one of Apple', async () => {
    await expect(heading('Sit down. There is time.')).toBeVisible()
    const chooser = page.waitForEvent('filechooser')
    await hand.press(button('Choose a file'))
    await (await chooser).setFiles([...contactsFiles])
    await expect(heading('This is what would happen')).toBeVisible()
    await hand.press(button('Bring in three people'))
    await expect(heading('They are in your notebook')).toBeVisible()
    await hand.press(link('Go to your people'))
  })

  await test.step('find a person', async () => {
    await hand.write(page.getByRole('searchbox', { name: 'Find people' }), 'grace')
    const people = page.getByRole('grid', { name: 'People' })
    await expect(people.getByRole('link')).toHaveCount(1)
    await hand.openRow(people, /Grace/)
    await expect(heading(/Grace/)).toBeVisible()
  })

  await test.step('plan a conversation', async () => {
    await hand.press(link('Plan a conversation'))
    await expect(heading('Plan a conversation')).toBeVisible()
    await hand.write(page.getByRole('combobox', { name: 'About which field' }), 'Piloting')
    await expect(page.getByRole('option', { name: 'Begin a field: Piloting' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(button('Take Piloting off')).toBeVisible()
    await hand.write(page.getByRole('textbox', { name: 'What links you' }), 'Her talk on tides')
    await hand.press(button('Keep the plan'))
    await expect(heading('Who Grace is')).toBeVisible()
  })

  await test.step('take notes, with every mark and one line off the record', async () => {
    await hand.press(link('Start the notes'))
    const notes = page.getByRole('textbox', { name: /^Notes with Grace/ })
    await expect(notes).toBeFocused()
    const chips = page.getByRole('toolbar', { name: 'Marks' })
    for (const [at, line] of lines.entries()) {
      if (at > 0) await nextLine(page)
      if (typeof line === 'string') {
        await page.keyboard.type(line)
      } else {
        await hand.mark(chips.getByRole('button', { name: line[0], exact: true }))
        await page.keyboard.type(line[1])
      }
    }
    await expect(notes).toContainText(quote)
    await expect(page.getByText('the office moves in spring')).toBeVisible()
    await hand.press(button('Finish'))
  })

  await test.step('thank her with a line she said', async () => {
    const letter = page.getByRole('textbox', { name: 'The letter' })
    await expect(letter).toHaveValue(new RegExp(quote.replaceAll('.', '\\.').slice(0, -2)))
    await expect(letter).toHaveValue(/tide tables/)
    await expect(letter).not.toHaveValue(/moves in spring/)
    await hand.press(button('I sent it').first())
    await expect(page.getByText(/is thanked/)).toBeVisible()
    await hand.press(button('It is put away').first())
    await expect(heading('Put away')).toBeVisible()
  })

  await test.step('read on the page of the field what was said, and who said it', async () => {
    await hand.press(link('Fields').first())
    await hand.press(page.getByRole('main').getByRole('link', { name: 'Piloting' }))
    const said = (topic: string) => page.locator('section').filter({ has: heading(topic) })
    await expect(said('Getting in')).toContainText(quote)
    await expect(said('Getting in')).toContainText('Go out with the pilots')
    await expect(said('Getting in')).toContainText('two trainees a year')
    await expect(said('Getting in').getByRole('link', { name: /Grace/ })).toHaveCount(3)
    await expect(said('Still open')).toContainText('Does eyesight count against me?')
    await expect(page.getByText('the office moves in spring')).toHaveCount(0)
  })

  const { next } = await house.command('today', 'show')
  expect(next.map(({ what }: { what: string }) => what)).toContain('keep-promise')
}

test('from a contacts file to the page of a field', async ({ notebook, house }) => {
  await mainJob(notebook, pointer(notebook), house)
})

test(
  'from a contacts file to the page of a field, without a mouse',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    await mainJob(notebook, keyboard(notebook), house)
  },
)
