import type { Page } from '@playwright/test'
import { renewable } from './builds.ts'
import { expect, test } from './stand.ts'

/** The app is kept on the device, every file of it. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  const state = () => page.evaluate(() => navigator.serviceWorker.controller?.state)
  await expect.poll(state).toBe('activated')
}

/** Which build a window shows; nothing for the one under test. */
function build(seen: Page): Promise<string | undefined> {
  return seen.evaluate(() => document.documentElement.dataset['build'])
}

/** The addresses of all that any version of the app keeps here. */
function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(all.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
}

test.use({ life: true })

test.describe('kept on the device', () => {
  test('the app opens from cold with no network and no server, also where it was never opened', async ({
    notebook,
    house,
    context,
    complaints,
  }) => {
    complaints.expect(/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)|Refusal: /)
    await kept(notebook)
    await notebook.close()
    await house.stop()
    await context.setOffline(true)

    const cold = await context.newPage()
    for (const path of ['/', '/fields', '/conversations/new', '/settings?part=changes']) {
      const opened = await cold.goto(house.server.origin + path)
      // What the server said of its pages holds for what is kept of them.
      const policy = (await opened?.allHeaders())?.['content-security-policy']
      expect(policy).toContain("script-src 'self';")
      await expect(cold.getByRole('main')).toBeVisible()
      await expect(cold).toHaveTitle(/ · Sobremesa$/)
    }
  })

  test(
    'of the data nothing is kept with the app',
    { tag: '@phone' },
    async ({ notebook, house }) => {
      await kept(notebook)
      await notebook.goto(`${house.server.origin}/people`)
      await expect(notebook.getByText('Ana Beltrán').first()).toBeVisible()
      const addresses = await keptAddresses(notebook)
      expect(addresses).toContain('/index.html')
      expect(addresses.length).toBeGreaterThan(50)
      expect(addresses.filter((path) => /^\/(api|mcp)/.test(path))).toEqual([])
    },
  )
})

test(
  'a newer app waits until it is taken up, and then only one is kept',
  { tag: '@phone' },
  async ({ house, page, context }) => {
    await using renewed = await renewable(house.server.origin)
    await page.goto(house.server.address.replace(house.server.origin, renewed.origin))
    await kept(page)
    const line = page.getByRole('textbox', { name: 'A line about a conversation' }).first()
    await line.fill('met Ana on the train')

    await renewed.renew()
    const second = await context.newPage()
    await second.goto(renewed.origin)
    const words = page.getByText(/A newer Sobremesa is on this/)
    await expect(words).toBeVisible()
    expect(await build(page)).toBeUndefined()
    expect(await build(second)).toBeUndefined()
    // Opened once more it is still the same, until somebody says so.
    await second.reload()
    expect(await build(second)).toBeUndefined()

    await second.getByRole('button', { name: 'Take it up now' }).click()
    await expect.poll(() => build(second).catch(() => null)).toBe('newer')
    await expect(page.getByText('Another window took up a newer Sobremesa')).toBeVisible()
    await expect(line).toHaveValue('met Ana on the train')
    // What the window before still needs of its own app is there.
    await page.getByRole('link', { name: 'Fields' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Fields' })).toBeVisible()
    expect(await build(page)).toBeUndefined()

    await second.close()
    await page.getByRole('button', { name: 'Open this window anew' }).click()
    await expect.poll(() => build(page).catch(() => null)).toBe('newer')
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1)
    expect(new Set(await keptAddresses(page)).size).toBe((await keptAddresses(page)).length)
  },
)

test(
  'a browser finds nothing that keeps it from installing the app',
  { tag: '@phone' },
  async ({ notebook, context }) => {
    await kept(notebook)
    const session = await context.newCDPSession(notebook)
    const { url, errors } = await session.send('Page.getAppManifest')
    expect([new URL(url).pathname, errors]).toEqual(['/manifest.webmanifest', []])
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // The windows of these journeys are private ones.
    const found = installabilityErrors.map(({ errorId }) => errorId)
    expect(found.filter((id) => id !== 'in-incognito')).toEqual([])
  },
)

test(
  '"Capture a line" in the menu of the icon leads to the line, ready to write',
  { tag: '@phone' },
  async ({ notebook, house }) => {
    await notebook.goto(`${house.server.origin}/?capture=line`)
    const line = notebook.getByRole('textbox', { name: 'A line about a conversation' })
    await expect(line.and(notebook.locator(':focus'))).toBeVisible()
    await notebook.close()
  },
)

test(
  'signing out takes the app and all it kept off the device',
  { tag: '@phone' },
  async ({ notebook, house, complaints }) => {
    complaints.expect(/status of 401/)
    await kept(notebook)
    await notebook.goto(`${house.server.origin}/settings?part=access`)
    await notebook.getByRole('button', { name: 'Sign it out', exact: true }).click()
    const dialog = notebook.getByRole('dialog', { name: 'Sign this browser out?' })
    await dialog.getByRole('button', { name: 'Sign this browser out' }).click()
    await expect(notebook.getByRole('heading', { name: 'This notebook is closed' })).toBeVisible()
    const left = await notebook.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      storage: localStorage.length + sessionStorage.length,
    }))
    expect(left).toEqual({ caches: [], workers: 0, databases: [], storage: 0 })
    expect((await house.command('access', 'list')).browsers).toEqual([])
  },
)

test(
  'a page whose files do not come says so, and is opened again by hand alone',
  { tag: '@phone' },
  async ({ house, context, page, complaints }) => {
    complaints.expect(/ERR_FAILED|could not be brought|preload CSS/)
    // As where the server has a newer app by now, and this window still asks for the files of the one before.
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    await page.goto(house.server.address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.evaluate(() => Reflect.set(window, 'sameWindow', true))
    await page.route(/FieldsPage/, (route) => route.abort())
    await page.getByRole('link', { name: 'Fields' }).first().click()
    await expect(
      page.getByRole('heading', { name: 'This page could not be brought' }),
    ).toBeVisible()
    expect(await page.evaluate(() => Reflect.get(window, 'sameWindow'))).toBe(true)
    await page.unroute(/FieldsPage/)
    await page.getByRole('button', { name: 'Open it again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Fields' })).toBeVisible()
  },
)
