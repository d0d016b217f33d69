import { expect, type Page } from '@playwright/test'
import { temporaryFolder } from '../stand/temporary.ts'
import { nextLine } from './hand.ts'
import { filesWith, openBrowser, readyForTheTrain } from './own-browser.ts'
import { sharedPicture, shareTo } from './share.ts'
import { type House, test } from './stand.ts'

test.use({ life: true })

const lineOn = (page: Page) => page.getByRole('textbox', { name: 'A line about a conversation' })
const keptHere = (page: Page) => page.getByRole('region', { name: 'Kept on this phone' })
const rowsKept = (page: Page) => keptHere(page).getByRole('listitem')
const notesOn = (page: Page) => page.getByRole('textbox', { name: 'Notes with Ruth Adeyemi' })

async function keepLine(page: Page, words: string): Promise<void> {
  await lineOn(page).fill(words)
  await lineOn(page).press('Enter')
  await expect(lineOn(page)).toHaveValue('')
}

/** Every note of every conversation, as the server has them. */
async function allNotes(house: House): Promise<string> {
  const { conversations } = await house.command('conversations', 'list', '--limit', '200')
  const notes = []
  for (const { id } of conversations) {
    notes.push((await house.command('notes', 'show', 'conversation', id)).text)
  }
  return notes.join('\n')
}

function timesIn(text: string, word: string): number {
  return text.split(word).length - 1
}

test(
  'twenty lines and a whole note without network or server outlive a killed browser, and are on the server once each',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const first = await openBrowser(profile.path)
    await first.page.goto(house.server.address)
    await readyForTheTrain(first.page)
    await house.stop()
    await first.context.setOffline(true)

    // From cold: people, a person, a field, a conversation.
    await first.page.goto(`${house.server.origin}/people`)
    await expect(first.page.getByText('Ana Beltrán').first()).toBeVisible()
    await first.page.goto(`${house.server.origin}/fields`)
    await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible()
    await first.page.goto(house.server.origin)
    const lines = Array.from({ length: 20 }, (_, at) => `Zoltan Quarm: " wordofline${at}x`)
    for (const line of lines) await keepLine(first.page, line)
    await expect(rowsKept(first.page)).toHaveCount(20)
    await expect(rowsKept(first.page).first()).toContainText('Kept on this phone, not yet sent')

    await first.page.getByRole('link', { name: 'Start the notes' }).click()
    await expect(notesOn(first.page)).toBeVisible()
    await notesOn(first.page).click()
    for (let at = 0; at < 20; at++) {
      if (at > 0) await nextLine(first.page)
      await first.page.keyboard.type(`= wordofnote${at}x`)
    }
    await expect(
      first.page.getByRole('status').filter({ hasText: /Kept on this \w+, not yet sent/ }),
    ).toBeVisible()
    // The last pause is over: what stands there now is on the disk.
    await first.page.waitForTimeout(5000)
    const address = first.page.url()
    // A browser writes its cookies down after half a minute; one that is killed before is signed out as well.
    const holdsCookies = () =>
      filesWith(profile.path, 'sobremesa_session').some((file) => file.includes('Cookies'))
    await expect.poll(holdsCookies, { timeout: 120_000, intervals: [1000] }).toBe(true)
    await first.kill()

    const second = await openBrowser(profile.path)
    await second.context.setOffline(true)
    await second.page.goto(address)
    await expect(notesOn(second.page)).toContainText('wordofnote19x')
    await second.page.getByRole('button', { name: 'Finish', exact: true }).click()
    await expect(second.page).toHaveURL(/\/conversations$/)
    await second.page.goto(house.server.origin)
    for (const at of [0, 7, 19]) {
      await expect(keptHere(second.page).getByText(`wordofline${at}x`)).toBeVisible()
    }

    await house.restart()
    await second.context.setOffline(false)
    await expect(keptHere(second.page)).toBeHidden({ timeout: 60_000 })
    const notes = await allNotes(house)
    for (let at = 0; at < 20; at++) {
      expect(timesIn(notes, `wordofline${at}x`), `line ${at}`).toBe(1)
      expect(timesIn(notes, `wordofnote${at}x`), `line ${at} of the note`).toBe(1)
    }
    const found = await house.command('people', 'find', 'Zoltan Quarm')
    expect(found.people).toHaveLength(1)
    const [, talk = ''] = /conversations\/([^/]+)/.exec(address) ?? []
    expect((await house.command('conversations', 'show', talk)).heldOn).not.toBeNull()
    await second.context.close()
  },
)

test(
  'a line is kept without network in two taps',
  { tag: '@phone' },
  async ({ notebook, context, complaints }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED/)
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    let taps = 0
    await notebook.exposeFunction('tapped', () => (taps += 1))
    await notebook.evaluate(() =>
      document.addEventListener('click', () => void Reflect.get(globalThis, 'tapped')()),
    )
    await lineOn(notebook).tap()
    await notebook.keyboard.type('met Ruth Adeyemi: " paper remembers')
    await notebook.getByRole('button', { name: 'Keep', exact: true }).tap()
    await expect(rowsKept(notebook)).toHaveCount(1)
    await expect(rowsKept(notebook)).toContainText('paper remembers')
    expect(taps).toBe(2)
  },
)

test(
  'the profile of the browser holds no word of a note, a line or a name, and after signing out nothing of it',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const [word, name] = ['xylobravque', 'Quorvane Zelmuth']
    const person = await house.command('people', 'add', name)
    await house.command('conversations', 'capture', `${name}: " ${word}here`)
    const open = await openBrowser(profile.path)
    await open.page.goto(house.server.address)
    await readyForTheTrain(open.page)
    // What lies there unsealed is found: else this would find nothing whatever was there.
    await open.page.evaluate(() => localStorage.setItem('control', 'plainlythere'))
    await open.context.setOffline(true)
    await open.page.goto(`${house.server.origin}/people/${person.id}`)
    await expect(open.page.getByRole('heading', { name })).toBeVisible()
    await open.page.goto(house.server.origin)
    await keepLine(open.page, `met somebody: " ${word}kept`)
    await expect(rowsKept(open.page)).toHaveCount(1)
    await lineOn(open.page).fill(`${word}drafted`)
    const shown = await shareTo(open.context, house.server.origin, {
      files: [sharedPicture(`${word}.png`, `${word}photo`)],
    })
    await expect(shown.getByText('A photo or a scan')).toBeVisible()
    await shown.goto(house.server.origin)
    await shown.getByRole('link', { name: 'Start the notes' }).click()
    await shown.getByRole('textbox', { name: /^Notes with/ }).fill(`${word}noted`)
    // Each of its tables holds something that has to go.
    await expect.poll(() => shown.evaluate(tablesFilled)).toEqual(allTables)
    await open.context.close()

    expect(filesWith(profile.path, 'plainlythere')).not.toEqual([])
    for (const secret of [word, 'Quorvane', 'Zelmuth']) {
      expect(filesWith(profile.path, secret), secret).toEqual([])
    }

    const again = await openBrowser(profile.path)
    await again.page.goto(house.server.origin)
    await expect(keptHere(again.page)).toBeHidden({ timeout: 60_000 })
    expect((await house.command('people', 'show', person.id)).name).toBe(name)
    await again.page.goto(`${house.server.origin}/settings?part=access`)
    await again.page.getByRole('button', { name: 'Sign it out' }).click()
    await again.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Sign this browser out' })
      .click()
    await expect(
      again.page
        .getByText('This browser is not signed in')
        .or(again.page.getByText('This notebook is closed')),
    ).toBeVisible()
    const left = await again.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name: one }) => one),
      stored: Object.keys(localStorage).filter((key) => key.startsWith('sobremesa-')),
      caches: await caches.keys(),
    }))
    expect(left.databases.filter((one) => one?.startsWith('sobremesa-'))).toEqual([])
    expect(left.stored).toEqual([])
    await again.context.close()
    for (const secret of [word, 'Quorvane', 'Zelmuth']) {
      expect(filesWith(profile.path, secret), secret).toEqual([])
    }
  },
)

const allTables = ['copy', 'drafts', 'facts', 'files', 'outbox', 'shared']

/** Which tables of the database hold anything. Runs in the page. */
async function tablesFilled(): Promise<string[]> {
  const all = await indexedDB.databases()
  const { name = '' } = all.find((one) => one.name?.startsWith('sobremesa-')) ?? {}
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('error', () => reject(new Error('not opened')))
    opening.addEventListener('success', () => resolve(opening.result))
  })
  const tables = [...db.objectStoreNames]
  const reading = db.transaction(tables)
  const counts = await Promise.all(
    tables.map(
      (table) =>
        new Promise<number>((resolve) => {
          const counting = reading.objectStore(table).count()
          counting.addEventListener('success', () => resolve(counting.result))
        }),
    ),
  )
  db.close()
  return tables.filter((_table, at) => (counts[at] ?? 0) > 0).toSorted()
}
