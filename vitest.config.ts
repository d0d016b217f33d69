import { defineConfig } from 'vitest/config'

const everywhere = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  setupFiles: ['test/stand/complaints.ts'],
}

/**
 * `unit` needs nothing but Node. `dialects` are the tests that run on SQLite and on PostgreSQL: they
 * live in test/dialects, and a server of their own is started for them (see test/stand/postgres.ts). `crash` kills
 * servers over and over, and takes a minute or two.
 */
export default defineConfig({
  test: {
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
