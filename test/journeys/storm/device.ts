import type { Page } from '@playwright/test'
import { openBrowser, type OwnBrowser, readyForTheTrain } from '../own-browser.ts'
import type { Inside } from './inside.ts'
import type { RoughWay } from './rough-way.ts'

/** A phone with the app on it: a real browser on a profile of its own, behind a rough way to the server. */
export interface Device {
  readonly name: string
  readonly way: RoughWay
  readonly page: () => Page
  /** Words typed into a note of which it is not known yet that they are on the disk. */
  readonly unsafe: Set<string>
  isOffline: boolean
  /** Calls the offline half of the app in the window. */
  inside<Name extends keyof Inside>(
    name: Name,
    ...given: Parameters<Inside[Name]>
  ): Promise<Awaited<ReturnType<Inside[Name]>>>
  /** To another page of the app, without opening it anew. */
  go(path: string): Promise<void>
  turnOffline(now: boolean): Promise<void>
  /** The window goes, and another is opened. */
  reopen(): Promise<void>
  /** The process of the window dies under it. */
  crashWindow(): Promise<void>
  /** `kill -9` for the whole browser, and it is opened again. */
  kill(): Promise<void>
  close(): Promise<void>
}

interface Plan {
  readonly name: string
  readonly profile: string
  readonly way: RoughWay
  readonly token: string
  readonly script: string
}

export async function openDevice({ name, profile, way, token, script }: Plan): Promise<Device> {
  let browser = await open()
  let { page } = browser
  await arriveAt(`${way.origin}/?token=${token}`)
  await readyForTheTrain(page)
  // A browser writes its cookies down after half a minute; one that is killed before is signed out as well.
  const cookies = await browser.context.cookies()

  async function open(): Promise<OwnBrowser> {
    const opened = await openBrowser(profile)
    await opened.context.addInitScript({ content: script })
    opened.context.setDefaultTimeout(30_000)
    return opened
  }

  /** An address that changes before the app stands would not be heard by it. */
  async function arriveAt(address: string): Promise<void> {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  async function openWindow(): Promise<void> {
    page = await browser.context.newPage()
    await arriveAt(way.origin)
  }

  const device: Device = {
    name,
    way,
    page: () => page,
    unsafe: new Set(),
    isOffline: false,
    inside: (called, ...given) =>
      page.evaluate(
        ([one, what]) => {
          const call: (...all: unknown[]) => unknown = Reflect.get(
            Reflect.get(globalThis, 'inside'),
            one,
          )
          return call(...what)
        },
        [called, given] as const,
      ) as never,
    async go(path) {
      if (new URL(page.url()).pathname === path) return
      await page.evaluate((to) => history.pushState(null, '', to), path)
    },
    async turnOffline(now) {
      device.isOffline = now
      await browser.context.setOffline(now)
    },
    async reopen() {
      await page.close()
      await openWindow()
    },
    async crashWindow() {
      const gone = page.waitForEvent('crash')
      page.goto('chrome://crash').catch(() => undefined)
      await gone
      await page.close()
      await openWindow()
    },
    async kill() {
      await browser.kill()
      browser = await open()
      await browser.context.addCookies(cookies)
      await browser.context.setOffline(device.isOffline)
      page = browser.page
      await arriveAt(way.origin)
    },
    close: () => browser.context.close(),
  }
  return device
}

export async function keepLine(device: Device, words: string): Promise<void> {
  await device.go('/')
  const line = device.page().getByRole('textbox', { name: 'A line about a conversation' })
  await line.fill(words)
  await line.press('Enter')
  await line.evaluate(untilEmpty)
}

/** A line is empty as soon as it is on the disk; looked at with each picture. Runs in the page. */
function untilEmpty(line: unknown): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (Reflect.get(Object(line), 'value') === '') resolve()
      else requestAnimationFrame(look)
    }
    look()
  })
}
