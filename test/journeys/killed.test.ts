import { expect } from '@playwright/test'
import { temporaryFolder } from '../stand/temporary.ts'
import { filesWith, openBrowser } from './own-browser.ts'
import { type House, test } from './stand.ts'

test.use({ life: true })

async function noteOf(house: House, talk: string): Promise<string> {
  return (await house.command('notes', 'show', 'conversation', talk)).text
}

test(
  'the last words before the browser was killed are on the first screen, and one tap keeps them',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const first = await openBrowser(profile.path)
    await first.page.goto(house.server.address)
    // A browser writes its cookies down after half a minute; one that is killed before is signed out as well.
    const holdsCookies = () =>
      filesWith(profile.path, 'sobremesa_session').some((file) => file.includes('Cookies'))
    await expect.poll(holdsCookies, { timeout: 120_000, intervals: [1000] }).toBe(true)

    await first.page.getByRole('link', { name: 'Start the notes' }).click()
    const notes = first.page.getByRole('textbox', { name: 'Notes with Ruth Adeyemi' })
    await expect(notes).toBeFocused()
    await first.page.keyboard.type('= a few words')
    await expect(first.page.getByRole('status').filter({ hasText: /^Kept$/ })).toBeVisible()
    const [, talk = ''] = /conversations\/([^/]+)/.exec(first.page.url()) ?? []
    // Time stands still before the pause after which they would be sent, and after the moment that the disk takes.
    await first.page.clock.install()
    await first.page.clock.pauseAt(Date.now() + 1000)
    await first.page.keyboard.type(' and the lastwords')
    await first.page.clock.runFor(400)
    await first.page.waitForTimeout(1000)
    await first.kill()
    expect(await noteOf(house, talk)).toBe('= a few words')
    expect(filesWith(profile.path, 'lastwords')).toEqual([])

    const second = await openBrowser(profile.path)
    await second.page.goto(house.server.origin)
    const left = second.page.getByRole('region', { name: 'Not yet kept' })
    await expect(left).toContainText('Notes with Ruth Adeyemi')
    await left.getByRole('button', { name: 'Keep them' }).tap()
    await expect(left).toBeHidden()
    await expect.poll(() => noteOf(house, talk)).toBe('= a few words and the lastwords')
    await second.page.reload()
    await expect(second.page.getByRole('heading', { level: 1 })).toBeVisible()
    await second.page.waitForTimeout(2000)
    await expect(left).toBeHidden()
    await second.context.close()
  },
)
