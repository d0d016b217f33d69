import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { temporaryFolder } from '../stand/temporary.ts'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { filesWith, openBrowser, readyForTheTrain } from './own-browser.ts'
import { pictureWith } from './share.ts'
import { expect, type House, type Json, test } from './stand.ts'

test.use({ life: true })

const waiting = 'Kept on this phone, not yet sent'
const words = 'WEBVTT\n\n00:00.000 --> 00:03.000\n<v Ruth Adeyemi>Theorbos wait for nobody\n'

/** The talk that is next, which is near whatever day it is. */
async function nextTalk(house: House): Promise<string> {
  const { conversations } = await house.command('conversations', 'list', '--open', '--limit', '1')
  return conversations[0].id
}

/** How many transcripts and pictures lie on this device. */
function filesHere(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('sobremesa-')) continue
      count += await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error('not opened')))
        opening.addEventListener('success', () => {
          const db = opening.result
          const counting = db.transaction('files').objectStore('files').count()
          counting.addEventListener('success', () => {
            db.close()
            resolve(counting.result)
          })
        })
      })
    }
    return count
  })
}

function pictureShown(page: Page): Promise<number> {
  const picture = page.getByRole('img', { name: 'A photo of your notes' }).first()
  return picture.evaluate((one: Json) => one.naturalWidth)
}

test(
  'transcripts and photos of what is near are read without network, lie sealed, and go with what they belong to',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    using given = temporaryFolder('given')
    const talk = await nextTalk(house)
    const [captions, photo] = [join(given.path, 'talk.vtt'), join(given.path, 'page.png')]
    writeFileSync(captions, words)
    writeFileSync(photo, pictureWith('mandolinphoto'))
    const transcript = await house.command('transcripts', 'import', talk, captions)
    const picture = await house.command('conversations', 'attach', talk, photo)

    const open = await openBrowser(profile.path)
    await open.page.goto(house.server.address)
    await readyForTheTrain(open.page)
    await expect.poll(() => filesHere(open.page)).toBe(2)
    await house.stop()
    await open.context.setOffline(true)
    await open.page.goto(`${house.server.origin}/conversations/${talk}/elsewhere`)
    await expect.poll(() => pictureShown(open.page)).toBe(192)
    await open.page.getByRole('link', { name: 'talk.vtt' }).click()
    await expect(open.page.getByText('Theorbos wait for nobody')).toBeVisible()
    for (const secret of ['Theorbos', 'mandolinphoto']) {
      expect(filesWith(profile.path, secret), secret).toEqual([])
    }

    await house.restart()
    await open.context.setOffline(false)
    await house.command('attachments', 'remove', picture.id)
    await open.page.goto(house.server.origin)
    await expect.poll(() => filesHere(open.page), { timeout: 90_000 }).toBe(1)
    await house.command('transcripts', 'remove', transcript.id)
    await open.page.reload()
    await expect.poll(() => filesHere(open.page), { timeout: 90_000 }).toBe(0)
    await open.context.close()
  },
)

test(
  'a photo added without network says that it waits, and is there once though its answers get lost',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(/ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)/)
    const talk = await nextTalk(house)
    await readyForTheTrain(notebook)
    await notebook.goto(`${house.server.origin}/conversations/${talk}/elsewhere`)
    await expect(notebook.getByText('Take a photo')).toBeVisible()
    await context.setOffline(true)
    const add = async (name: string, mimeType: string, buffer: Buffer) =>
      notebook.getByLabel('Add a photo of your notes').first().setInputFiles({
        name,
        mimeType,
        buffer,
      })
    await add('page.png', 'image/png', pictureWith(''))
    await add('page two.png', 'image/png', pictureWith(''))
    const rows = notebook.getByRole('listitem').filter({ hasText: waiting })
    await expect(rows).toHaveCount(2)
    await expectNothingFound(notebook, 'photos that wait')
    await expectNoSidewaysScroll(notebook, 'photos that wait')
    await add('film.png', 'image/png', Buffer.alloc(25_000_001))
    await expect(notebook.getByText('film.png is larger than 25 MB')).toBeVisible()

    await rows.filter({ hasText: 'page two' }).getByRole('button', { name: 'Take it out' }).click()
    const dialog = notebook.getByRole('dialog', { name: 'Discard this?' })
    await dialog.getByRole('button', { name: 'Discard it' }).click()
    await expect(rows).toHaveCount(1)
    await context.setOffline(false)
    await expect(rows).toHaveCount(0, { timeout: 90_000 })
    await expect.poll(() => pictureShown(notebook)).toBe(192)

    // The server has it, and nobody hears so; whoever sends it again, the page or its worker, brings nothing twice.
    let lost = 0
    await notebook.route('**/api/conversations.attach', async (route) => {
      if (lost > 0) return route.continue()
      await route.fetch()
      await route.abort()
      lost += 1
    })
    await add('page three.png', 'image/png', pictureWith(''))
    await expect.poll(() => lost).toBe(1)
    await expect(rows).toHaveCount(0, { timeout: 90_000 })
    const { attachments } = await house.command('attachments', 'list', talk)
    expect(attachments.map(({ name }: Json) => name)).toEqual(['page.png', 'page three.png'])
  },
)
