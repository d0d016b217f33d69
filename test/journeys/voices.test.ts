import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { readyForTheTrain } from './own-browser.ts'
import { shareTo } from './share.ts'
import { expect, type House, test } from './stand.ts'

const talk = join(import.meta.dirname, 'files/talk.vtt')

async function talkWithAna(house: House): Promise<string> {
  const ana = await house.command('people', 'add', 'Ana Ruiz')
  const { id } = await house.command('conversations', 'plan', '--people', ana.id)
  await house.command('conversations', 'step', id, 'held')
  return id
}

async function bringIn(notebook: Page, house: House, id: string): Promise<void> {
  await notebook.goto(`${house.server.origin}/conversations/${id}/elsewhere`)
  await notebook.getByRole('button', { name: 'Bring in a transcript' }).click()
  const panel = notebook.getByRole('dialog', { name: 'Bring in a transcript' })
  await panel.getByLabel('Choose a file').setInputFiles(talk)
  await expect(panel).toContainText('Lucía Prado, Ana Ruiz and Speaker 3 speak in it.')
  await expect(panel).toContainText('One line did not come over whole')
  await expectNothingFound(notebook, 'before a transcript comes in')
  await panel.getByRole('button', { name: 'Bring it in' }).click()
  await expect(notebook.getByRole('heading', { level: 1, name: 'talk.vtt' })).toBeVisible()
}

/** Selects words on the page as a finger or a mouse does. */
async function select(notebook: Page, words: string): Promise<void> {
  await notebook
    .getByText(words)
    .first()
    .evaluate((element, wanted) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      const at = text?.textContent?.indexOf(wanted) ?? -1
      const selection = document.getSelection()
      if (text && at >= 0) selection?.setBaseAndExtent(text, at, text, at + wanted.length)
    }, words)
}

test('a transcript comes in, voices get names, and words become lines that open both ways', async ({
  notebook,
  house,
}) => {
  const id = await talkWithAna(house)
  await bringIn(notebook, house, id)
  await notebook
    .getByRole('group', { name: 'Who is Ana Ruiz?' })
    .getByRole('button', { name: 'Ana Ruiz' })
    .click()
  await notebook
    .getByRole('group', { name: 'Who is Lucía Prado?' })
    .getByRole('button', { name: 'Me', exact: true })
    .click()
  await expect(notebook.getByRole('button', { name: 'Change who Ana Ruiz is' })).toBeVisible()
  await expectNothingFound(notebook, 'a transcript')
  await expectNoSidewaysScroll(notebook, 'a transcript')

  await select(notebook, 'a portfolio before a degree')
  const bar = notebook.getByRole('toolbar', { name: 'Take these words' })
  await expect(bar).toBeVisible()
  await expectNothingFound(notebook, 'chosen words')
  await expectNoSidewaysScroll(notebook, 'chosen words')
  await bar.getByRole('button', { name: 'advice' }).click()
  await expect(
    notebook.getByRole('link', { name: 'In your note: a portfolio before a degree' }),
  ).toBeVisible()
  const note = await house.command('notes', 'show', 'conversation', id)
  expect(note.lines).toMatchObject([
    { mark: '!', said: 'a portfolio before a degree', speaker: { name: 'Ana Ruiz' } },
  ])

  await notebook.getByRole('link', { name: 'In your note: a portfolio before a degree' }).click()
  await expect(notebook.getByRole('textbox', { name: 'Notes with Ana Ruiz' })).toContainText(
    'a portfolio',
  )
  await notebook.goto(`${house.server.origin}/conversations/${id}/after`)
  await notebook.getByRole('link', { name: 'In the transcript' }).click()
  await expect(notebook.getByText('Show them')).toBeVisible()
})

test('with the keyboard alone words are chosen and marked, and a turn goes off the record', async ({
  notebook,
  house,
}) => {
  const id = await talkWithAna(house)
  await bringIn(notebook, house, id)
  await notebook.getByRole('button', { name: 'Choose words of Speaker 3' }).press('Enter')
  const field = notebook.getByRole('textbox', { name: 'Choose words of Speaker 3' })
  await expect(field).toBeFocused()
  await field.press('Home')
  await field.press('Control+Shift+ArrowRight')
  await field.press('Control+Shift+ArrowRight')
  await field.press('Alt+3')
  await expect
    .poll(async () => (await house.command('notes', 'show', 'conversation', id)).text)
    .toBe('= @[Speaker 3] Hands count')

  await notebook.getByRole('button', { name: 'Choose words of Ana Ruiz, 0:12' }).press('Enter')
  await notebook.getByRole('textbox', { name: 'Choose words of Ana Ruiz, 0:12' }).press('Alt+9')
  await expect(notebook.getByText('Acme lets people go')).toHaveCount(0)
  await expect(notebook.getByText('Off the record', { exact: true })).toBeVisible()
  expect((await house.command('search', 'everything', 'Acme')).hits).toEqual([])
  await notebook.getByRole('button', { name: 'Show what was said' }).click()
  await expect(notebook.getByText('Acme lets people go')).toBeVisible()
})

test('a photo of paper notes is kept, described, and taken out again', async ({
  notebook,
  house,
}) => {
  const id = await talkWithAna(house)
  await notebook.goto(`${house.server.origin}/conversations/${id}/elsewhere`)
  const photo = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') }
  await notebook.getByLabel('Add a photo of your notes').first().setInputFiles(photo)
  await expect(notebook.getByRole('img', { name: 'A photo of your notes' })).toBeVisible()
  await notebook.getByRole('button', { name: 'What it shows: page.png' }).click()
  await notebook.getByRole('textbox', { name: 'What it shows' }).fill('A map of the trade')
  await notebook.getByRole('button', { name: 'Keep the words' }).click()
  await expect(notebook.getByRole('img', { name: 'A map of the trade' })).toBeVisible()
  await expectNothingFound(notebook, 'photos of notes')
  await expectNoSidewaysScroll(notebook, 'photos of notes')
  await notebook.getByRole('button', { name: 'Take it out: page.png' }).click()
  await expect(notebook.getByRole('img', { name: 'A map of the trade' })).toHaveCount(0)
})

test('what another app shares waits in the line, survives a reload, and is kept only by hand', async ({
  notebook,
  context,
  house,
}) => {
  await readyForTheTrain(notebook, 3)
  const words = 'met Ana Ruiz: ! portfolio before degree'
  const page = await shareTo(context, house.server.origin, { text: words })
  const line = page.getByRole('textbox', { name: 'A line about a conversation' })
  await expect(line).toHaveValue(words)
  await expectNothingFound(page, 'a shared text')
  await expectNoSidewaysScroll(page, 'a shared text')
  await page.reload()
  await expect(line).toHaveValue(words)
  expect((await house.command('conversations', 'list')).conversations).toEqual([])
  await line.fill(`${words} #ux`)
  await line.press('Enter')
  await expect
    .poll(async () => (await house.command('conversations', 'list')).conversations.length)
    .toBe(1)
})

/** A grey point. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
