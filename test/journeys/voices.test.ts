import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keyboard } from './hand.ts'
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

test(
  'with the keyboard alone a transcript comes in, voices are named, and words are marked',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const hand = keyboard(notebook)
    const id = await talkWithAna(house)
    await notebook.goto(`${house.server.origin}/conversations/${id}/elsewhere`)
    await hand.press(notebook.getByRole('button', { name: 'Bring in a transcript' }))
    const panel = notebook.getByRole('dialog', { name: 'Bring in a transcript' })
    const chooser = notebook.waitForEvent('filechooser')
    await hand.press(panel.getByRole('button', { name: 'Choose a file' }))
    await (await chooser).setFiles(talk)
    await hand.press(panel.getByRole('button', { name: 'Bring it in' }))
    await expect(notebook.getByRole('heading', { level: 1, name: 'talk.vtt' })).toBeVisible()

    const who = (name: string) => notebook.getByRole('group', { name: `Who is ${name}?` })
    const change = (name: string) =>
      notebook.getByRole('button', { name: `Change who ${name} is`, exact: true })
    await hand.press(who('Lucía Prado').getByRole('button', { name: 'Me', exact: true }))
    await expect(change('Lucía Prado')).toBeFocused()
    await hand.press(who('Ana Ruiz').getByRole('button', { name: 'Ana Ruiz' }))
    await expect(change('Ana Ruiz')).toBeFocused()
    await hand.press(who('Speaker 3').getByRole('button', { name: 'Somebody else' }))
    const finder = notebook.getByRole('combobox', { name: 'Who Speaker 3 is' })
    await expect(finder).toBeFocused()
    await notebook.keyboard.type('Ana')
    await expect(notebook.getByRole('option', { name: 'Ana Ruiz' })).toBeVisible()
    await notebook.keyboard.press('Escape')
    await hand.press(
      who('Speaker 3').getByRole('button', { name: 'Nobody I write down', exact: true }),
    )

    // Of all turns one is a stop of Tab; arrows go on from it.
    const words = (of: string) => notebook.getByRole('button', { name: `Choose words of ${of}` })
    await hand.press(words('Me, 0:02'))
    const field = notebook.getByRole('textbox', { name: 'Choose words of' })
    await expect(field).toBeFocused()
    await notebook.keyboard.press('Escape')
    await expect(words('Me, 0:02')).toBeFocused()
    await notebook.keyboard.press('ArrowDown')
    await expect(words('Ana Ruiz, 0:05')).toBeFocused()
    await notebook.keyboard.press('Enter')
    await notebook.keyboard.press('Control+Home')
    for (let sign = 0; sign < 'Show them a portfolio'.length; sign++) {
      await notebook.keyboard.press('Shift+ArrowRight')
    }
    await expect(
      notebook.getByRole('status').filter({ hasText: 'Words chosen. Tab leads to the marks' }),
    ).toBeAttached()
    await notebook.keyboard.press('Tab')
    const bar = notebook.getByRole('toolbar', { name: 'Take these words' })
    await expect(bar.getByRole('button', { name: 'quote' })).toBeFocused()
    await hand.press(bar.getByRole('button', { name: 'advice' }))
    await expect(words('Ana Ruiz, 0:05')).toBeFocused()
    await expect(
      notebook.getByRole('link', { name: 'In your note: Show them a portfolio' }),
    ).toBeVisible()
    expect((await house.command('notes', 'show', 'conversation', id)).text).toBe(
      '! Show them a portfolio',
    )
  },
)

test(
  'a transcript is dropped where it is asked for; one in which nothing is said is refused in one sentence',
  { tag: '@desktop' },
  async ({ notebook, house, complaints }) => {
    complaints.expect(/status of 4/)
    const id = await talkWithAna(house)
    await notebook.goto(`${house.server.origin}/conversations/${id}/elsewhere`)
    await notebook.getByRole('button', { name: 'Bring in a transcript' }).click()
    const panel = notebook.getByRole('dialog', { name: 'Bring in a transcript' })
    const drop = async (name: string, text: string) => {
      const data = await notebook.evaluateHandle(
        ([called, said]) => {
          const files = new DataTransfer()
          files.items.add(new File([said], called, { type: 'text/vtt' }))
          return files
        },
        [name, text] as const,
      )
      await panel.getByText('Drop the file here').dispatchEvent('drop', { dataTransfer: data })
    }
    await drop('empty.vtt', 'WEBVTT\n')
    await expect(panel.getByRole('alert')).toHaveText(
      'Nothing is said in empty.vtt. Nothing was changed. Give the file that the program exported, with its times and words.',
    )
    await drop('talk.vtt', 'WEBVTT\n\n00:00.000 --> 00:03.000\n<v Ana Ruiz>Clay is slow\n')
    await expect(panel).toContainText('Ana Ruiz speaks in it. One turn.')
    await expect(panel.getByRole('alert')).toHaveCount(0)
  },
)

test(
  'with the keyboard alone words are chosen by the keys of marks, and a turn goes off the record',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
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
  },
)

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
