import type { Page } from '@playwright/test'
import { uuidv7 } from '../../src/kit/ids.ts'
import { renewable } from './builds.ts'
import { askAs, keepLine, keptHere, noNetwork, rowsKept, timesKept } from './kept-lines.ts'
import type { Left } from './offline/older.ts'
import { readyForTheTrain } from './own-browser.ts'
import { pageScript } from './page-script.ts'
import { pictureWith } from './share.ts'
import { expect, type Json, test } from './stand.ts'

test.use({ life: true })

/** Which build a window shows; nothing for the one under test. */
function build(seen: Page): Promise<string | undefined> {
  return seen.evaluate(() => document.documentElement.dataset['build'])
}

test(
  'what waits while a newer app is taken up is sent once, and the window of the older one keeps on, though the database grew',
  { tag: '@phone' },
  async ({ house, page, context, complaints }) => {
    complaints.expect(noNetwork)
    await using renewed = await renewable(house.server.origin)
    await page.goto(house.server.address.replace(house.server.origin, renewed.origin))
    await readyForTheTrain(page)
    await house.stop()
    await keepLine(page, 'met Una Older: " olderline')
    await expect(rowsKept(page)).toHaveCount(1)

    await renewed.renew()
    const second = await context.newPage()
    await second.goto(renewed.origin)
    await second.getByRole('button', { name: 'Take it up now' }).click()
    await expect.poll(() => build(second).catch(() => null)).toBe('newer')
    expect(await build(page)).toBeUndefined()
    await expect(rowsKept(second)).toHaveCount(1)
    await second.evaluate(growDatabase)
    await keepLine(page, 'met Una Open: " openline')
    await keepLine(second, 'met Una Newer: " newerline')
    await expect(rowsKept(page)).toHaveCount(3)
    await expect(rowsKept(second)).toHaveCount(3)

    // The worker of the newer app and both windows may send.
    await house.restart()
    await expect(keptHere(second)).toBeHidden({ timeout: 60_000 })
    await expect(keptHere(page)).toBeHidden({ timeout: 60_000 })
    for (const word of ['olderline', 'openline', 'newerline']) {
      expect(await timesKept(second, word), word).toBe(1)
    }
    // Opened once more, the one that is older than the database finds its way in.
    await context.setOffline(true)
    await page.reload()
    await keepLine(page, 'met Una Later: " laterline')
    await expect(rowsKept(second)).toHaveCount(1)
    await context.setOffline(false)
    await expect.poll(() => timesKept(second, 'laterline'), { timeout: 60_000 }).toBe(1)
    await expect(keptHere(page)).toBeHidden()
    await expect(keptHere(second)).toBeHidden()
    expect(await timesKept(second, 'laterline')).toBe(1)
  },
)

/** As a build after this one may: the database gets one more table. Runs in the page. */
async function growDatabase(): Promise<void> {
  const all = await indexedDB.databases()
  const { name = '', version = 0 } = all.find((one) => one.name?.startsWith('sobremesa-')) ?? {}
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, version + 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('later'))
    opening.addEventListener('error', () => reject(new Error('not opened')))
    opening.addEventListener('success', () => {
      opening.result.close()
      resolve()
    })
  })
}

for (const version of [1, 2] as const) {
  test(
    `what waits in a database of version ${version}, in the shape of the build that had it, is sent once by this one`,
    { tag: '@phone' },
    async ({ notebook, house, complaints }) => {
      complaints.expect(noNetwork)
      await readyForTheTrain(notebook)
      const left = await prepare(notebook, version)
      // An address of the app at which no app runs.
      await notebook.goto(`${house.server.origin}/sobremesa.svg`)
      await notebook.evaluate(await pageScript('test/journeys/offline/older.ts'))
      await notebook.evaluate((what) => Reflect.get(globalThis, 'leave')(what), left.left)

      await notebook.goto(house.server.origin)
      await expect(keptHere(notebook)).toBeHidden({ timeout: 60_000 })
      await expect.poll(() => timesKept(notebook, 'neversent')).toBe(1)
      expect(await timesKept(notebook, 'maybesent')).toBe(1)
      const asked = { kind: 'conversation', id: left.talk }
      const textNow = async () => (await askAs(notebook, 'notes.show', asked)).text
      await expect.poll(textNow).toBe('= firstwords and more\n= from elsewhere')
      if (version === 2) {
        const of = { conversation: left.talk }
        const names = async () => {
          const { attachments } = await askAs(notebook, 'attachments.list', of)
          return attachments.map(({ name }: Json) => name)
        }
        await expect.poll(names).toEqual(['page.png'])
      }
      // Of its copy nothing says how it belongs together, so all of it is read anew, though nothing happened since.
      await readyForTheTrain(notebook)
    },
  )
}

/** A talk whose note landed once, and what an older build had waiting then. */
async function prepare(page: Page, version: 1 | 2): Promise<{ talk: string; left: Left }> {
  const { id: person } = await askAs(page, 'people.add', { name: 'Olga Older' })
  const { id: talk } = await askAs(page, 'conversations.plan', { people: [person] })
  const stamp = { done: '2026-03-12T13:00:00.000Z', zone: 'Europe/Madrid' }
  const untried = { ...stamp, slot: null, sent: false, broken: 0, refused: null, landed: null }
  const shape = version === 1 ? untried : { ...untried, files: [], held: null, before: [] }
  const capture = (key: string, word: string) => ({
    ...shape,
    key,
    operation: 'conversations.capture',
    input: { text: `met Olga Older: " ${word}` },
  })
  const save = (key: string, text: string, before: readonly string[]) => ({
    ...shape,
    ...(version === 1 ? {} : { held: text, before }),
    key,
    operation: 'notes.save',
    slot: `note ${talk}`,
    input: { kind: 'conversation', id: talk, text, since: 0 },
  })
  const maybe = { ...capture('older-maybe-sent', 'maybesent'), sent: true }
  const first = { ...save('older-first', '= firstwords', []), sent: true }
  // Both reached the server, and their answers got lost.
  for (const { operation, input, key } of [maybe, first]) await sendAs(page, operation, input, key)
  const other = { kind: 'conversation', id: talk, text: '= firstwords\n= from elsewhere' }
  const { revision } = await askAs(page, 'notes.show', other)
  await askAs(page, 'notes.save', { ...other, since: revision })
  const photo = {
    ...shape,
    key: 'older-photo',
    operation: 'conversations.attach',
    input: {
      conversation: talk,
      id: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    },
    files: [{ key: 'photo', field: 'file', name: 'page.png', mediaType: 'image/png', size: 4 }],
  }
  const words = [capture('older-never-sent', 'neversent'), maybe]
  const note = [first, save('older-second', '= firstwords and more', ['older-first'])]
  const { mark } = await askAs(page, 'notebook.near', {})
  return {
    talk,
    left: {
      version,
      entries: [...words, ...note, ...(version === 2 ? [photo] : [])],
      files: version === 2 ? [{ key: 'photo', base64: pictureWith('').toString('base64') }] : [],
      mark,
      page: { operation: 'fields.list', input: {}, answer: { fields: [] } },
    },
  }
}

async function sendAs(page: Page, operation: string, data: object, key: string): Promise<void> {
  const { origin } = new URL(page.url())
  const headers = { origin, 'Idempotency-Key': key }
  const answer = await page.request.post(`${origin}/api/${operation}`, { data, headers })
  expect(answer.ok()).toBe(true)
}
