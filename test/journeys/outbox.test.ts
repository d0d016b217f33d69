import { expect, type Page } from '@playwright/test'
import { startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { keepLine, keptHere, noNetwork, rowsKept, timesKept } from './kept-lines.ts'
import { readyForTheTrain } from './own-browser.ts'
import { test } from './stand.ts'

test.use({ life: true })

test(
  'two windows without network: what each keeps shows in both, and is sent once',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(noNetwork)
    await readyForTheTrain(notebook)
    const other = await context.newPage()
    await other.goto(house.server.origin)
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
    await context.setOffline(true)
    for (let at = 0; at < 4; at++) {
      await keepLine(notebook, `met Una Twain: " first${at}x`)
      await keepLine(other, `met Una Twain: " second${at}x`)
    }
    await expect(rowsKept(notebook)).toHaveCount(8)
    await expect(rowsKept(other)).toHaveCount(8)
    await context.setOffline(false)
    await expect(keptHere(notebook)).toBeHidden()
    await expect(keptHere(other)).toBeHidden()
    for (let at = 0; at < 4; at++) {
      expect(await timesKept(notebook, `first${at}x`)).toBe(1)
      expect(await timesKept(notebook, `second${at}x`)).toBe(1)
    }
  },
)

test(
  'a line that is kept does not stand there to be kept again, though a killed browser finds it in its drawer',
  { tag: '@phone' },
  async ({ notebook, context, complaints }) => {
    complaints.expect(noNetwork)
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    const line = notebook.getByRole('textbox', { name: 'A line about a conversation' })
    await line.fill('met Una Twain: " onlyonce')
    const drawer = await notebook.evaluate(() =>
      Object.keys(localStorage).map((name) => [name, localStorage.getItem(name) ?? ''] as const),
    )
    expect(drawer.length).toBeGreaterThan(0)
    await line.press('Enter')
    await expect(rowsKept(notebook)).toHaveCount(1)
    await notebook.evaluate((all) => {
      for (const [name, value] of all) localStorage.setItem(name, value)
    }, drawer)
    await notebook.reload()
    await expect(rowsKept(notebook)).toHaveCount(1)
    await expect(line).toHaveValue('')
  },
)

test(
  'answers that get lost after the server did it bring nothing twice',
  { tag: '@phone' },
  async ({ notebook, complaints }) => {
    complaints.expect(noNetwork)
    await readyForTheTrain(notebook)
    let count = 0
    await notebook.route('**/api/conversations.capture', async (route) => {
      count += 1
      if (count % 5 === 2) return route.fulfill({ status: 503, body: 'between two servers' })
      if (count % 5 === 4) return route.continue()
      await route.fetch()
      return route.abort()
    })
    for (let at = 0; at < 3; at++) await keepLine(notebook, `met Ugo Lost: " lost${at}x`)
    await expect(keptHere(notebook)).toBeHidden({ timeout: 90_000 })
    for (let at = 0; at < 3; at++) expect(await timesKept(notebook, `lost${at}x`)).toBe(1)
  },
)

// On the phone the line below a person is about that person.
test(
  'what the server refuses waits with its reason, and the next goes through',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(noNetwork)
    const { id } = await house.command('people', 'add', 'Gone Tomorrow')
    await notebook.goto(`${house.server.origin}/people/${id}`)
    await expect(notebook.getByRole('heading', { name: 'Gone Tomorrow' })).toBeVisible()
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    await keepLine(notebook, 'about whom nobody knows')
    await notebook.goto(house.server.origin)
    await keepLine(notebook, 'met Ida Next: " after it')
    await expect(rowsKept(notebook)).toHaveCount(2)
    await house.command('people', 'forget', id)
    await context.setOffline(false)

    await expect(rowsKept(notebook)).toHaveCount(1)
    await expect(rowsKept(notebook)).toContainText('Needs attention')
    await expect(rowsKept(notebook)).toContainText('about whom nobody knows')
    expect(await timesKept(notebook, 'after it')).toBe(1)
    await rowsKept(notebook).getByRole('button', { name: 'Discard' }).click()
    const dialog = notebook.getByRole('dialog', { name: 'Discard this?' })
    await dialog.getByRole('button', { name: 'Discard it' }).click()
    await expect(keptHere(notebook)).toBeHidden()
    expect(await timesKept(notebook, 'about whom nobody knows')).toBe(0)
  },
)

test(
  'signed out elsewhere, what waits stays, and goes out after signing in',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(noNetwork)
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    await keepLine(notebook, 'met Ivo Back: " waits for the door')
    const { browsers } = await house.command('access', 'list')
    await house.command('access', 'revoke', browsers[0].id)
    await context.setOffline(false)
    await expect(notebook.getByText('This browser is not signed in')).toBeVisible()

    const { token } = await house.command('access', 'invite')
    await notebook.goto(`${house.server.origin}/?token=${token}`)
    await expect(notebook.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.poll(() => timesKept(notebook, 'waits for the door')).toBe(1)
  },
)

test(
  'another account on the same browser sees nothing of the former, and sends nothing for it',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(noNetwork)
    using home = temporaryFolder('another')
    await readyForTheTrain(notebook)
    await context.setOffline(true)
    await keepLine(notebook, 'met Eva Former: " only mine')
    await house.stop()
    const port = Number(new URL(house.server.origin).port)
    const another = await startServer({ home: home.path, port })
    try {
      await context.setOffline(false)
      await notebook.goto(another.address)
      await expect(
        notebook.getByRole('textbox', { name: 'Your last good conversation' }),
      ).toBeVisible()
      await expect(keptHere(notebook)).toBeHidden()
      await expect(notebook.getByText(/kept on this \w+, not yet sent/)).toBeHidden()
      await readyOf(notebook)
      await context.setOffline(true)
      await notebook.goto(`${another.origin}/people`)
      await expect(notebook.getByRole('heading', { level: 1 }).first()).toBeAttached()
      await expect(notebook.getByText('Ana Beltrán')).toHaveCount(0)
    } finally {
      await another.stop()
    }
    await house.restart()
    await context.setOffline(false)
    const { token } = await house.command('access', 'invite')
    await notebook.goto(`${house.server.origin}/?token=${token}`)
    await expect.poll(() => timesKept(notebook, 'only mine')).toBe(1)
  },
)

test(
  'two windows: one signs out while the other is sending; nothing is left here, and nothing is there twice',
  { tag: '@phone' },
  async ({ notebook, context, house, complaints }) => {
    complaints.expect(noNetwork)
    await readyForTheTrain(notebook)
    const other = await context.newPage()
    await other.goto(house.server.origin)
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
    await notebook.goto(`${house.server.origin}/settings?part=access`)
    const signOut = notebook.getByRole('button', { name: 'Sign it out' })
    await expect(signOut).toBeVisible()
    await context.setOffline(true)
    await keepLine(other, 'met Ivo Twin: " on its way')
    let arrived = 0
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    await context.route('**/api/conversations.capture', async (route) => {
      const response = await route.fetch()
      arrived += 1
      await held
      await route.fulfill({ response }).catch(() => undefined)
    })
    await context.setOffline(false)
    await expect.poll(() => arrived).toBe(1)

    await signOut.click()
    const dialog = notebook.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Sign this browser out' }).click()
    await expect(notebook.getByText('This notebook is closed')).toBeVisible()
    letGo()
    await expect(other.getByText('This browser is not signed in')).toBeVisible()
    const left = () =>
      other.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
    await expect.poll(left).toEqual([])
    const found = await house.command('people', 'find', 'Ivo Twin')
    expect(found.people).toHaveLength(1)
  },
)

/** This account has a place of its own here. */
async function readyOf(page: Page): Promise<void> {
  const places = () =>
    page.evaluate(async () => {
      const all = await indexedDB.databases()
      return all.filter(({ name }) => name?.startsWith('sobremesa-')).length
    })
  await expect.poll(places).toBe(2)
}
