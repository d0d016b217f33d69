import type { Page } from '@playwright/test'
import { temporaryFolder } from '../stand/temporary.ts'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { filesWith, openBrowser, readyForTheTrain } from './own-browser.ts'
import { sharedPicture, sharedText, shareTo } from './share.ts'
import { expect, type House, type Json, test } from './stand.ts'

test.use({ life: true })

const lineOn = (page: Page) => page.getByRole('textbox', { name: 'A line about a conversation' })
const keptHere = (page: Page) => page.getByRole('region', { name: 'Kept on this phone' })
const waiting = 'Kept on this phone, not yet sent'

/** The latest conversation with somebody, as the server has it. */
async function talkWith(house: House, name: string): Promise<string> {
  const { people } = await house.command('people', 'find', name)
  const { conversations } = await house.command(
    'conversations',
    'list',
    '--person',
    people[0].id,
    '--limit',
    '1',
  )
  return conversations[0].id
}

/** The browser writes its cookies down after half a minute; one that is killed before is signed out as well. */
async function cookiesWritten(profile: string): Promise<void> {
  const holdsCookies = () =>
    filesWith(profile, 'sobremesa_session').some((file) => file.includes('Cookies'))
  await expect.poll(holdsCookies, { timeout: 120_000, intervals: [1000] }).toBe(true)
}

test(
  'words shared without network lie sealed on the phone, come into the line, and are on the server once',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const first = await openBrowser(profile.path)
    await first.page.goto(house.server.address)
    await readyForTheTrain(first.page)
    await house.stop()
    await first.context.setOffline(true)
    const text = 'Quentin Xeno: " zithers are patient'
    const page = await shareTo(first.context, house.server.origin, { text })
    await expect(lineOn(page)).toHaveValue(/zithers are patient/)
    await expect(page).toHaveURL(`${house.server.origin}/share`)
    await expectNothingFound(page, 'a shared text')
    await expectNoSidewaysScroll(page, 'a shared text')
    await first.context.close()
    for (const word of ['zithers', 'Quentin']) {
      expect(filesWith(profile.path, word), word).toEqual([])
    }

    const second = await openBrowser(profile.path)
    await second.context.setOffline(true)
    await second.page.goto(house.server.origin)
    await second.page.getByRole('link', { name: 'See what was shared' }).click()
    await expect(lineOn(second.page)).toHaveValue(text)
    await second.page.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(second.page.getByText('Kept on this phone').first()).toBeVisible()
    await house.restart()
    await second.context.setOffline(false)
    await expect
      .poll(async () => (await house.command('search', 'everything', 'zithers')).hits.length)
      .toBe(1)
    await second.context.close()
  },
)

test(
  'a photo and a transcript shared without network find their conversation, outlive a killed browser, and arrive once',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const talk = await talkWith(house, 'Ruth Adeyemi')
    const first = await openBrowser(profile.path)
    await first.page.goto(house.server.address)
    await readyForTheTrain(first.page)
    await house.stop()
    await first.context.setOffline(true)
    const words = 'WEBVTT\n\n00:00.000 --> 00:03.000\n<v Ruth Adeyemi>Theorbos wait for nobody\n'
    const page = await shareTo(first.context, house.server.origin, {
      files: [
        sharedPicture('page of notes.png', 'mandolinphoto'),
        sharedText('talk.vtt', 'text/vtt', words),
      ],
    })
    await expect(page.getByText('A photo or a scan')).toBeVisible()
    await expectNothingFound(page, 'shared files')
    await expectNoSidewaysScroll(page, 'shared files')
    await page.getByRole('textbox', { name: 'Find it by a name' }).fill('ruth')
    await page
      .getByRole('button', { name: /^Put it here, with .*Ruth Adeyemi/ })
      .first()
      .click()

    const panel = page.getByRole('dialog', { name: 'Bring in a transcript' })
    await expect(panel).toContainText('Ruth Adeyemi speak')
    await expect(panel).toContainText('Theorbos wait for nobody')
    await panel.getByRole('button', { name: 'Bring it in' }).click()
    await expect(panel).toBeHidden()
    await expectWaiting(page)
    const address = page.url()
    expect(address).not.toContain('notes')
    await cookiesWritten(profile.path)
    await first.kill()
    for (const word of ['Theorbos', 'mandolinphoto', 'page of notes', 'Adeyemi']) {
      expect(filesWith(profile.path, word), word).toEqual([])
    }

    const second = await openBrowser(profile.path)
    await second.context.setOffline(true)
    await second.page.goto(address)
    await expectWaiting(second.page)
    await house.restart()
    await second.context.setOffline(false)
    await expect(second.page.getByText(waiting)).toHaveCount(0, { timeout: 60_000 })
    const chosen = /conversations\/([^/]+)/.exec(address)?.[1] ?? talk
    await expectOnce(house, chosen)
    await second.page.goto(house.server.origin)
    await expect(keptHere(second.page)).toBeHidden()
    await expect(second.page.getByRole('link', { name: 'See what was shared' })).toBeHidden()
    await second.context.close()
  },
)

async function expectWaiting(page: Page): Promise<void> {
  for (const name of ['A photo: page of notes.png', 'A transcript: talk.vtt']) {
    const row = page.getByRole('listitem').filter({ hasText: name })
    await expect(row).toContainText(waiting)
  }
  const picture = page.getByRole('img', { name: 'A photo of your notes' })
  await expect.poll(() => picture.evaluate((one: Json) => one.naturalWidth)).toBe(192)
}

async function expectOnce(house: House, talk: string): Promise<void> {
  const { attachments } = await house.command('attachments', 'list', talk)
  expect(attachments.map(({ name }: Json) => name)).toEqual(['page of notes.png'])
  const { transcripts } = await house.command('transcripts', 'list', talk)
  expect(transcripts.map(({ name, count }: Json) => [name, count])).toEqual([['talk.vtt', 1]])
}

test('who is not signed in hears that nothing was kept, and a phone without the app that it is to open it', async ({
  context,
  house,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  const page = await shareTo(context, house.server.origin, { text: 'dulcimers' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open Sobremesa once more')
  expect(await page.content()).not.toContain('dulcimers')
  expect(house.server.said()).not.toContain('dulcimers')

  await page.goto(house.server.address)
  await readyForTheTrain(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.goto(`${house.server.origin}/settings?part=access`)
  await page.getByRole('button', { name: 'Sign it out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign this browser out' }).click()
  await expect(page.getByText('This notebook is closed')).toBeVisible()
  const again = await shareTo(context, house.server.origin, { text: 'dulcimers' })
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Open Sobremesa once more')
})
