import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test as base, type Page } from '@playwright/test'
import { command, packagedNode, type RunningServer, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

export { expect } from '@playwright/test'

/** A home of the test's own with a server on it. */
export interface House {
  readonly home: string
  readonly server: RunningServer
  /** Runs `sobremesa WORDS --json` on the same home, and gives what it printed. Rejects unless it exits 0. */
  command(...words: readonly string[]): Promise<unknown>
  /** The server again on the same home and port, as after a restart of the machine. */
  restart(): Promise<void>
}

/**
 * `house` is a fresh home with its server; `notebook` is a page signed in there, on the first
 * screen. After each test the server is stopped and the home removed.
 * ```ts
 * test('a person is found by part of a name', async ({ notebook, house }) => { … })
 * ```
 */
export const test = base.extend<{ house: House; notebook: Page }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
  house: async ({}, lend, info) => {
    using home = temporaryFolder('home')
    let server = await startServer({ home: home.path })
    try {
      await lend({
        home: home.path,
        get server() {
          return server
        },
        command: (...words) => runCommand(home.path, words),
        restart: async () => {
          const port = Number(new URL(server.origin).port)
          await server.stop()
          server = await startServer({ home: home.path, port })
        },
      })
    } finally {
      await server.stop()
      if (info.status !== info.expectedStatus) {
        await info.attach('server', { body: server.said(), contentType: 'text/plain' })
      }
    }
  },
  notebook: async ({ house, page }, lend) => {
    await page.goto(house.server.address)
    await lend(page)
  },
})

async function runCommand(home: string, words: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    packagedNode,
    [command, ...words, '--home', home, '--json'],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout)
}
