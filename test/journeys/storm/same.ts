import { expect, type Locator } from '@playwright/test'
import type { Loose } from '../../crash/wire.ts'
import type { Ask } from '../../offline/logbook.ts'
import type { Device } from './device.ts'

interface Page {
  readonly operation: string
  readonly input: object
  readonly answer: unknown
}

const atOnce = 20

/** The device holds all that the server would give it now, and answers each of it as the server does. */
export async function expectWholeCopy(device: Device, ask: Ask): Promise<void> {
  const whole: { mark: string; pages: Page[] } = await ask('notebook.near', {})
  await expect.poll(() => device.inside('mark')).toBe(whole.mark)
  const asked = whole.pages.map(({ operation, input }) => [operation, input] as const)
  const answers = await device.inside('answers', asked)
  const now: unknown[] = []
  for (let at = 0; at < asked.length; at += atOnce) {
    const some = asked.slice(at, at + atOnce)
    now.push(...(await Promise.all(some.map(([operation, input]) => ask(operation, input)))))
  }
  for (const [at, [operation, input]] of asked.entries()) {
    expect(answers[at], `${device.name}: ${operation} ${JSON.stringify(input)}`).toEqual(now[at])
  }
  for (const input of [{}, { limit: 30 }, { open: true }]) await expectList(device, ask, input)
  await expectEverybody(device, ask)
}

/** What a device works out of lines that it keeps; where they end, the server goes on. */
async function expectList(device: Device, ask: Ask, input: object): Promise<void> {
  const asked = { limit: 200, ...input }
  const [here]: Loose[] = await device.inside('answers', [['conversations.list', asked]])
  const there = await ask('conversations.list', asked)
  const all = [...here.conversations]
  if (here.next !== null) {
    const { conversations } = await ask('conversations.list', { ...asked, after: here.next })
    all.push(...conversations)
  }
  expect(here.conversations.length).toBeGreaterThan(0)
  expect(all.slice(0, there.conversations.length)).toEqual(there.conversations)
}

async function expectEverybody(device: Device, ask: Ask): Promise<void> {
  const [list]: Loose[] = await device.inside('answers', [['people.list', { limit: 5000 }]])
  const there: Loose[] = []
  let after: string | undefined
  let count = 0
  do {
    const page: Loose = await ask('people.list', { limit: 200, ...(after ? { after } : {}) })
    there.push(...page.people)
    after = page.next ?? undefined
    count = page.count
  } while (after)
  expect(list.count).toBe(count)
  expect(inOrder(list.people)).toEqual(inOrder(there))
  const people = there.map(({ id }) => id).slice(0, 200)
  const [next]: Loose[] = await device.inside('answers', [['conversations.next', { people }]])
  expect(next).toEqual(await ask('conversations.next', { people }))
}

function inOrder(people: readonly Loose[]): Loose[] {
  return people
    .map(({ id, name, line, spokeOn }) => ({ id, name, line, spokeOn }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Of everybody, what stands there twice the server alone can say. */
const places = ['/', '/conversations', '/fields']

/** What the pages say without network is what they say with it. */
export async function expectSamePages(device: Device, talks: readonly string[]): Promise<void> {
  const paths = [...places, ...talks.map((talk) => `/conversations/${talk}/during`)]
  const online = new Map<string, string>()
  await device.reopen()
  for (const path of paths) online.set(path, await settledText(device, path))
  await device.turnOffline(true)
  await device.reopen()
  for (const [path, words] of online) {
    const main = await opened(device, path)
    await expect.poll(() => main.innerText(), path).toBe(words)
  }
  await device.turnOffline(false)
}

async function opened(device: Device, path: string): Promise<Locator> {
  await device.go(path)
  const main = device.page().getByRole('main')
  await expect(main.getByRole('heading', { level: 1 }).first()).toBeAttached()
  return main
}

/** What a page says once it has all its answers: nothing is on its way, and what it says stays the same. */
async function settledText(device: Device, path: string): Promise<string> {
  const main = await opened(device, path)
  await device.page().waitForLoadState('networkidle')
  for (let before = ''; ;) {
    const now = await main.innerText()
    if (now === before) return now
    before = now
    await device.page().waitForTimeout(200)
  }
}
