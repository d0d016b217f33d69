import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { promisify } from 'node:util'
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { clockAt } from '../stand/clock.ts'
import { command, packagedNode, type RunningServer, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

export { expect } from '@playwright/test'

/** What a command of `--json` printed; a journey looks only at what it expects there. */
export type Json = ReturnType<typeof JSON.parse>

/** A home of the test's own with a server on it. */
export interface House {
  readonly home: string
  readonly server: RunningServer
  /** Runs `sobremesa WORDS --json` on the same home, and gives what it printed. Rejects unless it exits 0. */
  command(...words: readonly string[]): Promise<Json>
  /** The server goes away, as when a laptop sleeps. */
  stop(): Promise<void>
  /** The server again on the same home and port, as after a restart of the machine. */
  restart(): Promise<void>
}

/** What the pages complained of on the console; whatever a journey did not expect fails it. */
export interface Complaints {
  expect(pattern: RegExp): void
}

interface Fixtures {
  /** `test.use({ life: true })`: the home begins with the fictional life. */
  life: boolean
  complaints: Complaints
  house: House
  notebook: Page
}

/** All of them begin on the same afternoon, so that every day on the pages is known. */
const shiftedClock = clockAt('2026-03-12T14:40:00+01:00')
const here = { ...shiftedClock, TZ: 'Europe/Madrid' }

/**
 * `house` is a fresh home with its server; `notebook` is a page signed in there, on the first
 * screen. After each test the server is stopped and the home removed.
 * ```ts
 * test('a person is found by part of a name', async ({ notebook, house }) => { … })
 * ```
 */
export const test = base.extend<Fixtures, { homeWithLife: string }>({
  life: [false, { option: true }],

  homeWithLife: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
    async ({}, lend) => {
      using home = temporaryFolder('life')
      await runCommand(home.path, ['settings', 'change', '--zone', here.TZ])
      await runCommand(home.path, ['sample', 'load'])
      await lend(home.path)
    },
    { scope: 'worker' },
  ],

  house: async ({ life, homeWithLife, context }, lend, info) => {
    using home = temporaryFolder('home')
    if (life) cpSync(homeWithLife, home.path, { recursive: true })
    let server = await startServer({ home: home.path, env: here })
    try {
      await lend({
        home: home.path,
        get server() {
          return server
        },
        command: (...words) => runCommand(home.path, words),
        stop: async () => void (await server.stop()),
        restart: async () => {
          const port = Number(new URL(server.origin).port)
          await server.stop()
          server = await startServer({ home: home.path, port, env: here })
        },
      })
    } finally {
      // The pages go before their server: what they still ask for would be a complaint.
      await Promise.all(context.pages().map((page) => page.close()))
      await server.stop()
      if (info.status !== info.expectedStatus) {
        await info.attach('server', { body: server.said(), contentType: 'text/plain' })
      }
    }
  },

  complaints: [
    async ({ context }, lend) => {
      const expected: RegExp[] = []
      const heard = listenTo(context)
      await lend({ expect: (pattern) => void expected.push(pattern) })
      const unexpected = heard.filter((words) => !expected.some((one) => one.test(words)))
      if (unexpected.length > 0) {
        throw new Error(`The pages complained on the console:\n${unexpected.join('\n')}`)
      }
    },
    { auto: true },
  ],

  context: async ({ context }, lend) => {
    await context.addInitScript(moveClock, Number(shiftedClock.CLOCK_SHIFT))
    await lend(context)
  },

  notebook: async ({ house, page }, lend) => {
    await page.goto(house.server.address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await lend(page)
  },
})

/** Errors of every page of the browser, violations of the content security policy among them. */
function listenTo(context: BrowserContext): string[] {
  const heard: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => heard.push(String(error.error().stack)))
  return heard
}

/** Runs in each page before its own scripts: the browser's clock stands where the server's does. */
function moveClock(shift: number): void {
  const RealDate = Date
  class MovedDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(RealDate.now() + shift)
      else super(...given)
    }

    static override now(): number {
      return RealDate.now() + shift
    }
  }
  globalThis.Date = MovedDate as DateConstructor
}

async function runCommand(home: string, words: readonly string[]): Promise<Json> {
  const { stdout } = await promisify(execFile)(
    packagedNode,
    [command, ...words, '--home', home, '--zone', here.TZ, '--json'],
    { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...here } },
  )
  return JSON.parse(stdout)
}
