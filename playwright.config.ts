import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, findChromium } from './test/stand/chromium.ts'

const executablePath = findChromium()

const phone = {
  ...devices['Pixel 7'],
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

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
  // A browser on a crowded machine may miss a moment. What passes only at the second try is told at the end.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'build/test-results/journeys.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    // A trace copies every page as it changes; `TRACE=1 npm run journeys NAME` makes one of what fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: [...chromiumFlags], ...(executablePath && { executablePath }) },
  },
  projects: [
    // The longest of all begins first, or it would end alone.
    { name: 'storm', testMatch: '**/storm.test.ts', use: phone },
    {
      name: 'desktop',
      grepInvert: /@phone/,
      testIgnore: '**/storm.test.ts',
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grepInvert: /@desktop/,
      testIgnore: '**/storm.test.ts',
      use: phone,
    },
  ],
})
