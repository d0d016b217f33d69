import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/stand/longest-first.ts'

/** What hangs is found by these; nothing is meant to be fast by them, for machines differ, and are crowded. */
const everywhere = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  setupFiles: ['test/stand/complaints.ts'],
}

/**
 * `unit` needs nothing but Node. `dialects` are the tests that run on SQLite and on PostgreSQL: they
 * live in test/dialects, and a server of their own is started for them (see test/stand/postgres.ts). `crash` kills
 * servers over and over, and takes a minute or two.
 */
export default defineConfig({
  test: {
    // Left to itself Vitest keeps one core for whoever watches; of two that is half.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...everywhere,
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/dialects/**', 'test/crash/**', 'test/journeys/**'],
        },
      },
      {
        test: {
          ...everywhere,
          name: 'dialects',
          include: ['test/dialects/**/*.test.ts'],
          globalSetup: ['test/stand/postgres-setup.ts'],
        },
      },
      { test: { ...everywhere, name: 'crash', include: ['test/crash/**/*.test.ts'] } },
    ],
  },
})
