import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { bringChromium, chromiumFlags } from '../../test/stand/chromium.ts'
import {
  packagedNode,
  root,
  type RunningServer,
  signIn,
  startServer,
} from '../../test/stand/server.ts'
import { asking } from '../asking.ts'
import { inFreshFolder } from '../home.ts'
import { bareEditor } from './bare.ts'
import { noteOf, typing } from './note.ts'
import { type TraceEvent, workPerKey } from './trace.ts'

export interface Typed {
  /** Milliseconds of the main thread from one key to the next. */
  readonly work: readonly number[]
  /** Milliseconds from a key to the picture that shows it. */
  readonly latency: readonly number[]
}

/** A crowded machine takes its time to open a long note. */
const patience = 180_000

/** Somebody who types well: nine keys a second. */
const betweenKeys = 110

/** Milliseconds in which what a save leaves to be done, once nobody types, is done. */
const atRest = 5000

/** Types into the middle of a note of so many lines, in a real browser on a real server. */
export function typedInto(lines: number): Promise<Typed> {
  return inFreshFolder(async (home) => {
    execFileSync(packagedNode, [join(root, 'setup.mjs'), 'build'], { stdio: 'ignore' })
    const server = await startServer({ home })
    try {
      const cookie = await signIn(server)
      const conversation = await withNote(asking(server.origin, cookie), lines)
      const path = `/conversations/${conversation}/during`
      return await inBrowser((browser) =>
        typed(browser, home, async (page) => {
          await page.context().addCookies(cookiesOf(server, cookie))
          await page.goto(server.origin + path)
          await intoTheMiddle(page, 'Notes with Ruth Adeyemi')
          await page
            .getByRole('status')
            .filter({ hasText: /^Kept$/ })
            .waitFor()
        }),
      )
    } finally {
      await server.stop()
    }
  })
}

/** The same keys in the same lines, where nothing is done with them. */
export function typedBare(lines: number): Promise<Typed> {
  return inFreshFolder((folder) =>
    inBrowser((browser) =>
      typed(browser, folder, async (page) => {
        await bareEditor(page, lines, folder)
        await page.evaluate(timeKeys)
        await intoTheMiddle(page, 'Note')
      }),
    ),
  )
}

async function withNote(ask: ReturnType<typeof asking>, lines: number): Promise<string> {
  const ruth = idIn(await ask('people.add', { name: 'Ruth Adeyemi' }))
  const talk = idIn(await ask('conversations.plan', { people: [ruth] }))
  await ask('notes.save', { kind: 'conversation', id: talk, text: noteOf(lines) })
  return talk
}

function idIn(answer: unknown): string {
  const said = JSON.stringify(answer)
  const found = /"id":"([^"]+)"/.exec(said)?.[1]
  if (found === undefined) throw new Error(`There is no id in ${said}`)
  return found
}

async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: bringChromium(),
    args: [...chromiumFlags],
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

function cookiesOf({ origin }: RunningServer, cookie: string) {
  return cookie.split('; ').map((one) => {
    const [name = '', value = ''] = one.split('=', 2)
    return { name, value, url: origin }
  })
}

/** `open` opens the note, and writes the first keys into it. */
async function typed(
  browser: Browser,
  folder: string,
  open: (page: Page) => Promise<void>,
): Promise<Typed> {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage()
  page.setDefaultTimeout(patience)
  await page.addInitScript(timeKeys)
  await open(page)
  // What is near is read anew when nobody types.
  await page.waitForTimeout(atRest)
  await page.evaluate(() => void (globalThis.keysTaken.length = 0))
  const trace = join(folder, 'trace.json')
  await browser.startTracing(page, { path: trace, categories })
  await page.keyboard.type(typing, { delay: betweenKeys })
  await page.waitForTimeout(500)
  await browser.stopTracing()
  const latency = await page.evaluate(() => globalThis.keysTaken)
  return { work: workPerKey(await eventsIn(trace)), latency }
}

/** Tasks and the keys among them; every further category would be work of the bench that counts as the page's. */
const categories = ['-*', 'toplevel', 'devtools.timeline']

async function eventsIn(path: string): Promise<TraceEvent[]> {
  return JSON.parse(await readFile(path, 'utf8')).traceEvents
}

/** Where somebody reads back and adds a line; the first keys, which warm what is cold, are not measured. */
async function intoTheMiddle(page: Page, name: string): Promise<void> {
  const notes = page.getByRole('textbox', { name })
  await notes.waitFor()
  await notes.click()
  await page.keyboard.press('Control+Home')
  for (let at = 0; at < 10; at++) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await page.keyboard.type('\nwarm the keys', { delay: betweenKeys })
}

/** What the page of the bench holds besides its own. */
declare global {
  var keysTaken: number[]
}

/** Runs in the page before its own scripts: from the key, as the system timed it, to the end of the next picture. */
function timeKeys(): void {
  globalThis.keysTaken = []
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () =>
          globalThis.keysTaken.push(performance.now() - timeStamp),
        )
        port1.start()
        port2.postMessage(null)
      }),
    { capture: true },
  )
}
