import { temporaryFolder } from '../stand/temporary.ts'
import { openBrowser, readyForTheTrain } from './own-browser.ts'
import { expect, test } from './stand.ts'

test.use({ life: true })

test(
  'what another app shares without network is there when the browser opens again, and is on the server once',
  { tag: '@phone' },
  async ({ house }) => {
    test.slow()
    using profile = temporaryFolder('profile')
    const first = await openBrowser(profile.path)
    await first.page.goto(house.server.address)
    await readyForTheTrain(first.page)
    await house.stop()
    await first.context.setOffline(true)
    const shared = new URLSearchParams({ text: 'Quentin Xeno: " zithers are patient' })
    await first.page.goto(`${house.server.origin}/share?${shared}`)
    const line = { name: 'A line about a conversation' }
    await expect(first.page.getByRole('textbox', line)).toHaveValue(/zithers are patient/)
    await expect(first.page).toHaveURL(/\/share$/)
    await first.context.close()

    const second = await openBrowser(profile.path)
    await second.context.setOffline(true)
    await second.page.goto(`${house.server.origin}/share`)
    await expect(second.page.getByRole('textbox', line)).toHaveValue(/zithers are patient/)
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
