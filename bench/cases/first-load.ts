import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../../test/stand/chromium.ts'
import { command, packagedNode, root, startServer } from '../../test/stand/server.ts'
import { inFreshFolder } from '../home.ts'
import type { BenchCase, Figures } from '../measure.ts'

/** As Chromium's own tools name them: latency in milliseconds, bytes a second. A phone computes four times slower. */
const networks = {
  '4G': { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 },
  'slow 4G': { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
} as const
const timesSlower = 4

/** A phone that never saw the app opens it; then the same again, from what it keeps. */
export const firstLoadCase: BenchCase = {
  name: 'first-load',
  measures: [
    { name: 'script of the first screen, gzip', unit: 'kB', atMost: 200 },
    { name: 'all of it, as sent', unit: 'kB' },
    { name: 'computing until its words stand', unit: 'ms' },
    { name: 'first words, 4G', unit: 'ms' },
    { name: 'interactive, 4G', unit: 'ms', atMost: 3500 },
    { name: 'later, 4G', unit: 'ms', atMost: 1000 },
    { name: 'later, no network', unit: 'ms', atMost: 1000 },
    { name: 'interactive, slow 4G', unit: 'ms' },
    { name: 'later, slow 4G', unit: 'ms' },
  ],
  against: null,
  contestants: { sobremesa: () => inFreshFolder(measured) },
}

async function measured(home: string): Promise<Figures> {
  execFileSync(packagedNode, [join(root, 'scripts/build-web.ts')])
  execFileSync(packagedNode, [command, '--home', home, 'sample', 'load', '--json'])
  const server = await startServer({ home })
  const executablePath = findChromium()
  const browser = await chromium.launch({
    args: [...chromiumFlags],
    ...(executablePath && { executablePath }),
  })
  try {
    const signedIn = await browser.newContext()
    await (await signedIn.newPage()).goto(server.address)
    const state = await signedIn.storageState()
    const cookies = { cookies: state.cookies, origins: [] }
    const fast = await opened(browser, { origin: server.origin, cookies, network: '4G' })
    const slow = await opened(browser, { origin: server.origin, cookies, network: 'slow 4G' })
    return {
      'script of the first screen, gzip': fast.scriptKilobytes,
      'all of it, as sent': fast.sentKilobytes,
      'computing until its words stand': await computed(browser, server.origin, cookies),
      'first words, 4G': fast.first.words,
      'interactive, 4G': fast.first.interactive,
      'later, 4G': fast.later.interactive,
      'later, no network': fast.without.interactive,
      'interactive, slow 4G': slow.first.interactive,
      'later, slow 4G': slow.later.interactive,
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

interface Plan {
  readonly origin: string
  readonly cookies: BrowserContextOptions['storageState']
  readonly network: keyof typeof networks
}

async function opened(browser: Browser, { origin, cookies, network }: Plan) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    ...(cookies && { storageState: cookies }),
  })
  await context.addInitScript(watch)
  const page = await context.newPage()
  await slowDown(page, network)
  const first = await open(page, origin)
  const loaded = await loadedUntil(page, first.words)
  // The app is kept while nothing else goes on; then it is opened anew, as from its icon.
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.close()
  const again = await context.newPage()
  await slowDown(again, network)
  const later = await open(again, origin)
  await context.setOffline(true)
  const without = await open(again, origin)
  await context.close()
  return { first, later, without, ...loaded }
}

/** Milliseconds of the main thread at its own pace, whatever else the machine does meanwhile. */
async function computed(
  browser: Browser,
  origin: string,
  cookies: Plan['cookies'],
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    ...(cookies && { storageState: cookies }),
  })
  await context.addInitScript(watch)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await stand(page, origin)
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

async function slowDown(page: Page, network: keyof typeof networks): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...networks[network] })
  await session.send('Emulation.setCPUThrottlingRate', { rate: timesSlower })
}

/** So long nothing may keep the page from answering before it counts as interactive (as web.dev defines it). */
const quietMilliseconds = 5000

interface Opening {
  /** Milliseconds until the heading and the capture line stand. */
  readonly words: number
  /** And until the last task of more than fifty milliseconds before five seconds without one is over. */
  readonly interactive: number
}

/** Opens the page and gives the milliseconds after which its words stood. */
async function stand(page: Page, origin: string): Promise<number> {
  await page.goto(origin, { waitUntil: 'commit' })
  const standing = await page.waitForFunction(() => globalThis.standing, undefined, {
    polling: 250,
  })
  return Number(await standing.jsonValue())
}

async function open(page: Page, origin: string): Promise<Opening> {
  const words = await stand(page, origin)
  const tasks = await page.evaluate(async (quiet) => {
    const since = performance.now()
    while (performance.now() - Math.max(since, globalThis.longTasks.at(-1)?.[1] ?? 0) < quiet) {
      await new Promise((go) => setTimeout(go, 100))
    }
    return globalThis.longTasks
  }, quietMilliseconds)
  const quiet = tasks.findIndex(
    ([, end], at) => (tasks[at + 1]?.[0] ?? Infinity) - Math.max(end, words) >= quietMilliseconds,
  )
  return { words, interactive: Math.max(words, tasks[quiet]?.[1] ?? 0) }
}

/** What the page of the bench holds besides its own. */
declare global {
  /** Milliseconds until the heading and the capture line stood in the page; undefined before. */
  var standing: number | undefined
  var longTasks: [begin: number, end: number][]
}

/** Runs in the page before its own scripts; looking from outside would be work of the page, four times slowed too. */
function watch(): void {
  globalThis.longTasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      globalThis.longTasks.push([startTime, startTime + duration])
  }).observe({ type: 'longtask', buffered: true })
  const look = (): void => {
    const stands = ['main h1', '[data-capture]'].every((all) =>
      [...document.querySelectorAll(all)].some((one) => one.checkVisibility()),
    )
    if (stands) globalThis.standing = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** What came by the network until then: all as it was sent, and the scripts as gzip would pack them. */
async function loadedUntil(page: Page, until: number) {
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, responseEnd, transferSize }) => ({ name, responseEnd, transferSize })),
  )
  const before = entries.filter(({ responseEnd }) => responseEnd <= until)
  const scripts = before
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.js'))
    .map((path) => gzipSync(readFileSync(join(root, 'build/web', path))).length)
  const sent = before.reduce((all, { transferSize }) => all + transferSize, 0)
  return {
    scriptKilobytes: scripts.reduce((all, size) => all + size, 0) / 1000,
    sentKilobytes: sent / 1000,
  }
}
