import { z } from 'zod'
import type { Counts } from './steps.ts'

const vitestShape = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Vitest's JSON. A file that fails before its first test (it does not load) has none to count: it counts as one. */
export function countsOfVitest(report: unknown): Counts {
  const told = vitestShape.parse(report)
  const unloaded = told.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: told.numPassedTests,
    failed: told.numFailedTests + unloaded.length,
    skipped: told.numPendingTests + told.numTodoTests,
  }
}

const playwrightShape = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/**
 * Playwright's JSON. What passed only at the second try passed, and is counted by itself as well, for it is to be looked
 * into. An error outside of every test is a failure.
 */
export function countsOfPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightShape.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    ...(stats.flaky > 0 && { secondTry: stats.flaky }),
  }
}
