import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './test/stand/chromium.ts'

const executablePath = findChromium()

/**
 * Journeys of a person through the product, in a real browser, on the two devices of the design. A
 * journey tagged @desktop or @phone goes there alone.
 */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.test.ts',
  outputDir: 'build/test-results/journeys',
  globalSetup: './test/stand/journeys-setup.ts',
  // Each journey has a home, a server and a browser's context of its own.
  workers: '100%',
  fullyParallel: true,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'build/test-results/journeys.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: { args: [...chromiumFlags], ...(executablePath && { executablePath }) },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
})
