import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, devices, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../stand/chromium.ts'

/** A browser with a profile on the disk, of which nothing is forgotten when it ends or is killed. */
export interface OwnBrowser {
  readonly context: BrowserContext
  readonly page: Page
  /** `kill -9` for the browser's own process. */
  kill(): Promise<void>
}

/** A phone's browser on this profile, opened or opened again. */
export async function openBrowser(profile: string): Promise<OwnBrowser> {
  const executablePath = findChromium()
  const context = await chromium.launchPersistentContext(profile, {
    ...devices['Pixel 7'],
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    args: [...chromiumFlags],
    ...(executablePath ? { executablePath } : {}),
  })
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
      for (const pid of mainProcesses(profile)) process.kill(pid, 'SIGKILL')
      await gone
    },
  }
}

/** The browser's process on this profile; its helpers name their kind, and go with it. */
function mainProcesses(profile: string): number[] {
  return execFileSync('ps', ['-axwwo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 24 })
    .split('\n')
    .filter((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='))
    .map((line) => Number.parseInt(line, 10))
}

/** In which files of a profile a word stands, as UTF-8 or UTF-16. */
export function filesWith(profile: string, word: string): string[] {
  const shapes = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]
  return readProfile(profile)
    .filter(({ bytes }) => shapes.some((shape) => bytes.includes(shape)))
    .map(({ file }) => file.slice(profile.length + 1))
}

/** A running browser renames its files while they are read; then all of them are read again. */
function readProfile(profile: string, tries = 50): { file: string; bytes: Buffer }[] {
  try {
    return readdirSync(profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ file, bytes: readFileSync(file) }))
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isGone && tries > 1) return readProfile(profile, tries - 1)
    throw error
  }
}

/** The app is kept on the device, and so is what is near: more pages of it than an empty notebook has. */
export async function readyForTheTrain(page: Page, pages = 10): Promise<void> {
  await page.evaluate(async (most) => {
    await navigator.serviceWorker.ready
    const isFilled = async (): Promise<boolean> => {
      for (const { name = '' } of await indexedDB.databases()) {
        if (!name.startsWith('sobremesa-')) continue
        const rows = await new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('error', () => reject(new Error('not opened')))
          opening.addEventListener('success', () => {
            const db = opening.result
            const counting = db.transaction('copy').objectStore('copy').count()
            counting.addEventListener('success', () => {
              db.close()
              resolve(counting.result)
            })
          })
        })
        if (rows > most) return true
      }
      return false
    }
    while (!navigator.serviceWorker.controller || !(await isFilled())) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }, pages)
}
