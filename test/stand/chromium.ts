import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { installPackages, mayInstall } from './debian.ts'

/** The browser of the journeys, brought in first where this process may do that; never skipped. */
export function bringChromium(): string {
  const found = findChromium()
  if (found) return found
  if (mayInstall()) installPackages(['chromium'])
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The journeys need Chromium on this machine.\n' +
      'Debian:   sudo apt-get install chromium\n' +
      'others:   npx playwright install chromium\n' +
      'or set CHROMIUM to the path of a Chromium or Chrome that is there already.',
  )
}

/** `CHROMIUM`, the system's, Chrome, Playwright's own download: the first there is. */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM']
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROMIUM names a file that is not there: ${chosen}`)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [
    ...(chosen ? [chosen] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    onMac,
    chromium.executablePath(),
  ].find((path) => existsSync(path))
}

/** Quiet and alone: it asks nothing of the network, and needs no screen and no sandbox of root's. */
export const chromiumFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
