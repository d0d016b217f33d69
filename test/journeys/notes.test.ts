import type { Page } from '@playwright/test'
import { nextLine } from './hand.ts'
import { expect, type House, test } from './stand.ts'

test.use({ life: true })

/** Opens the notes of today's conversation. */
async function openNotes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start the notes' }).click()
  await expect(notesOn(page)).toBeFocused()
}

const notesOn = (page: Page) => page.getByRole('textbox', { name: 'Notes with Ruth Adeyemi' })
async function typeLines(page: Page, ...lines: readonly string[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (at > 0) await nextLine(page)
    await page.keyboard.type(line)
  }
}

const keptOn = (page: Page) => page.getByRole('status').filter({ hasText: /^Kept$/ })

async function keptNote(house: House): Promise<string> {
  const { people } = await house.command('people', 'find', 'Ruth Adeyemi')
  const list = await house.command('conversations', 'list', '--person', people[0].id)
  const note = await house.command('notes', 'show', 'conversation', list.conversations[0].id)
  return note.text
}

test(
  'a mark becomes a square, Backspace makes it a sign again, and the panel says what is understood',
  { tag: '@desktop' },
  async ({ notebook }) => {
    await openNotes(notebook)
    await notebook.keyboard.type('! mend fifty books #paper')
    const chips = notebook.getByRole('toolbar', { name: 'Marks' })
    const chip = chips.getByRole('button', { name: 'advice' })
    await expect(chip).toHaveAttribute('aria-pressed', 'true')
    await expect(notesOn(notebook)).toHaveText('!mend fifty books #paper')
    const panel = notebook.getByRole('region', { name: 'Understood so far' })
    await expect(panel).toContainText('mend fifty books')

    await notebook.keyboard.press('Home')
    await notebook.keyboard.press('Backspace')
    await expect(chip).toHaveAttribute('aria-pressed', 'false')
    await expect(panel).not.toContainText('mend fifty books')
    await expect(notesOn(notebook)).toHaveText('!mend fifty books #paper')
  },
)

test(
  'two windows on the same notes: different lines are both kept, the same line stands twice',
  { tag: '@desktop' },
  async ({ notebook, context, house }) => {
    await openNotes(notebook)
    await typeLines(notebook, 'first', 'second', 'third')
    await expect(keptOn(notebook)).toBeVisible()
    const other = await context.newPage()
    await other.goto(notebook.url())
    await expect(notesOn(other)).toContainText('third')

    await notebook.keyboard.press('Control+Home')
    await notebook.keyboard.press('End')
    await notebook.keyboard.type(' from here')
    await notesOn(other).click()
    await other.keyboard.press('Control+End')
    await other.keyboard.type(' from there')
    await expect(keptOn(notebook)).toBeVisible()
    await expect(keptOn(other)).toBeVisible()
    await expect.poll(() => keptNote(house)).toBe('first from here\nsecond\nthird from there')

    await notebook.reload()
    await expect(notesOn(notebook)).toContainText('third from there')
    const theirsIsKept = Promise.withResolvers<void>()
    await notebook.route('**/api/notes.save', async (route) => {
      await theirsIsKept.promise
      await route.continue()
    })
    await notesOn(notebook).click()
    await notebook.keyboard.press('Control+End')
    const mineIsSent = notebook.waitForRequest('**/api/notes.save')
    await notebook.keyboard.type(', mine')
    await mineIsSent
    await other.keyboard.press('Control+End')
    await other.keyboard.type(', theirs')
    await expect.poll(() => keptNote(house)).toContain('theirs')
    theirsIsKept.resolve()
    const both = notebook.getByRole('region', { name: 'One line was changed in two places' })
    await expect(both).toBeVisible()
    const lines = (await keptNote(house)).split('\n')
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('mine')]))
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('theirs')]))

    await both.getByRole('button', { name: /^Keep “third from there, mine”/ }).focus()
    await notebook.keyboard.press('Enter')
    await expect(both).toBeHidden()
    await expect.poll(() => keptNote(house)).not.toContain('theirs')
    await expect(notesOn(notebook)).not.toContainText('theirs')
  },
)

test('what was typed before the window closed is there when it opens again', async ({
  notebook,
  context,
  house,
}) => {
  await openNotes(notebook)
  const address = notebook.url()
  await notebook.route('**/api/notes.save', (route) => route.abort())
  await notebook.keyboard.type('= two trainees a year')
  await notebook.close({ runBeforeUnload: false })
  expect(await keptNote(house)).not.toContain('trainees')

  const again = await context.newPage()
  await again.goto(address)
  await expect(notesOn(again)).toContainText('two trainees a year')
  await expect(keptOn(again)).toBeVisible()
  await expect.poll(() => keptNote(house)).toContain('= two trainees a year')
})

test('the server goes away while one types: nothing is lost, and it is kept when it is back', async ({
  notebook,
  house,
  complaints,
}) => {
  complaints.expect(
    /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/,
  )
  await openNotes(notebook)
  const before = Array.from({ length: 24 }, (_, at) => `line ${at}`)
  await typeLines(notebook, ...before)
  await expect(keptOn(notebook)).toBeVisible()
  await house.stop()
  await nextLine(notebook)
  await notebook.keyboard.type('" said while nobody listened')
  await expect(notebook.getByText(/Kept on this \w+, not yet sent/)).toBeVisible()
  // The strip that says so takes its room from the pad, not from the line one writes in.
  await expect(notesOn(notebook)).toContainText('said while nobody listened')
  await expect.poll(() => lineAtWorkHidden(notebook)).toBeLessThanOrEqual(0)
  await house.restart()
  await expect(keptOn(notebook)).toBeVisible({ timeout: 30_000 })
  expect(await keptNote(house)).toBe([...before, '" said while nobody listened'].join('\n'))
})

/** How many pixels of the line with the cursor lie below the pad. */
function lineAtWorkHidden(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [line, pad] = ['.cm-activeLine', '.cm-scroller'].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    )
    return line && pad ? line.bottom - pad.bottom : Number.NaN
  })
}
