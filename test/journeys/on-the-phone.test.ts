import { createHash } from 'node:crypto'
import { connect } from 'node:tls'
import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from '../stand/chromium.ts'
import { startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { expectNothingFound, expectNoSidewaysScroll } from './looks.ts'
import { expect, test } from './stand.ts'

/** A name that leads to this computer, and that no browser takes for this computer. */
const elsewhere = 'notebook.lan'

test.use({
  launchOptions: async ({ launchOptions }, lend) => {
    await lend({
      ...launchOptions,
      args: [...chromiumFlags, `--host-resolver-rules=MAP ${elsewhere} 127.0.0.1`],
    })
  },
})

test('this computer keeps the app; that a phone cannot reach it yet is said, with the way', async ({
  notebook,
  house,
}) => {
  await notebook.goto(`${house.server.origin}/settings?part=phone`)
  const main = notebook.getByRole('main')
  await expect(main.getByText(/This \w+ keeps the app\./)).toBeVisible()
  await expect(main.getByText('Sobremesa listens to this computer alone')).toBeVisible()
  await expect(main.getByText('sobremesa serve --tls')).toBeVisible()
  await expectNothingFound(notebook, 'on your phone, alone')
  await expectNoSidewaysScroll(notebook, 'on your phone, alone')
})

test('an address of plain http says in words that nothing is kept there, and can be written to', async ({
  page,
  complaints,
}) => {
  complaints.expect(/Cross-Origin-Opener-Policy/)
  using home = temporaryFolder('plain')
  const words = ['--host', '0.0.0.0']
  const server = await startServer({
    home: home.path,
    words,
    env: { SOBREMESA_HOSTS: elsewhere },
  })
  try {
    const { port } = new URL(server.origin)
    const origin = `http://${elsewhere}:${port}`
    await page.goto(server.address.replace(server.origin, origin))
    await page.goto(`${origin}/settings?part=phone`)
    const main = page.getByRole('main')
    await expect(main.getByText('The address of this page is plain http')).toBeVisible()
    await expect(main.getByText(`${origin} is plain http`)).toBeVisible()
    expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
    await expectNothingFound(page, 'on your phone, plain')
    await page.goto(`${origin}/people`)
    await page.getByRole('button', { name: 'Add', exact: true }).first().click()
    const panel = page.getByRole('dialog', { name: 'Somebody new' })
    await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Ruiz')
    await panel.getByRole('button', { name: 'Add them' }).click()
    await expect(page.getByText('Ana Ruiz is in your notebook now.')).toBeVisible()
  } finally {
    await page.close()
    await server.stop()
  }
})

test.describe('with a certificate of its own', () => {
  test.use({ ignoreHTTPSErrors: true })

  test('the steps for a phone stand on one page, and its code lets one browser in', async ({
    page,
    browser,
    complaints,
  }) => {
    complaints.expect(/SSL certificate error/)
    using home = temporaryFolder('tls')
    const server = await startServer({
      home: home.path,
      words: ['--tls'],
      env: { SOBREMESA_HOSTS: elsewhere },
    })
    try {
      const { port } = new URL(server.origin)
      const origin = `https://${elsewhere}:${port}`
      await page.goto(server.address.replace(server.origin, origin))
      await page.goto(`${origin}/settings?part=phone`)
      const main = page.getByRole('main')
      await expect(main.getByText('This browser would not keep the app')).toBeVisible()
      await expect(
        main.getByRole('img', { name: 'Code with the address of the certificate' }),
      ).toBeVisible()

      const [root] = await Promise.all([
        page.waitForEvent('download'),
        main.getByRole('link', { name: 'Save the root certificate' }).click(),
      ])
      expect(root.suggestedFilename()).toBe('sobremesa-root.crt')
      await main.getByText('iPhone and iPad', { exact: true }).click()
      await expect(main.getByText('Certificate Trust Settings')).toBeVisible()

      await main.getByRole('button', { name: 'Make the code' }).click()
      await expect(
        main.getByRole('img', { name: `opens your notebook at ${origin}` }),
      ).toBeVisible()
      const address = await main.getByRole('textbox', { name: 'One-time address' }).inputValue()
      await expectNothingFound(page, 'on your phone, with steps')
      await expectNoSidewaysScroll(page, 'on your phone, with steps')

      const phone = await browser.newContext({ ignoreHTTPSErrors: true })
      const opened = await phone.newPage()
      await opened.goto(address)
      await expect(opened.getByRole('heading', { name: 'Sit down. There is time.' })).toBeVisible()
      const [cookie] = await phone.cookies()
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict' })
      await phone.close()
    } finally {
      await page.close()
      await server.stop()
    }
  })

  test('a browser that trusts it keeps the app, and opens it with the server gone', async () => {
    using home = temporaryFolder('tls')
    using profile = temporaryFolder('profile')
    const server = await startServer({ home: home.path, words: ['--tls'] })
    const executablePath = findChromium()
    // As if its root had been put among those of the system, which a test may not do.
    const trusted = `--ignore-certificate-errors-spki-list=${await keyOf(server.origin)}`
    const context = await chromium.launchPersistentContext(profile.path, {
      args: [...chromiumFlags, trusted],
      ...(executablePath && { executablePath }),
    })
    try {
      const page = await context.newPage()
      await page.goto(server.address)
      await page.evaluate(() => navigator.serviceWorker.ready)
      await page.goto(`${server.origin}/settings?part=phone`)
      await expect(page.getByText(/This \w+ keeps the app\./)).toBeVisible()
      await page.close()
      await server.stop()
      const cold = await context.newPage()
      await cold.goto(`${server.origin}/settings?part=phone`)
      await expect(cold.getByText(/This \w+ keeps the app\./)).toBeVisible()
    } finally {
      await context.close()
      await server.stop()
    }
  })
})

/** The digest of the key that a server greets with, as Chromium takes it. */
function keyOf(origin: string): Promise<string> {
  const { port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false })
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' })
      socket.destroy()
      resolve(
        createHash('sha256')
          .update(key ?? '')
          .digest('base64'),
      )
    })
  })
}
