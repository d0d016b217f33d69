import { isAbsolute, join, relative } from 'node:path'
import { z } from 'zod'
import type { Counts } from './steps.ts'

const vitestShape = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string().default(''), fullName: z.string().default('') }),
      ),
    }),
  ),
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
    failures: [
      ...told.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName }) => `${fromRoot(name)} › ${fullName}`),
      ),
      ...unloaded.map(({ name }) => `${fromRoot(name)} did not load`),
    ],
  }
}

function fromRoot(path: string): string {
  return isAbsolute(path) ? relative(join(import.meta.dirname, '..'), path) : path
}

interface Suite {
  readonly specs: readonly { title: string; file: string; ok: boolean }[]
  readonly suites?: readonly Suite[] | undefined
}

const suiteShape: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), ok: z.boolean() })),
  get suites() {
    return z.array(suiteShape).optional()
  },
})

const playwrightShape = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
  suites: z.array(suiteShape).default([]),
})

/**
 * Playwright's JSON. What passed only at the second try passed, and is counted by itself as well, for it is to be looked
 * into. An error outside of every test is a failure.
 */
export function countsOfPlaywright(report: unknown): Counts {
  const { stats, errors, suites } = playwrightShape.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    ...(stats.flaky > 0 && { secondTry: stats.flaky }),
    failures: suites.flatMap(failedIn),
  }
}

function failedIn({ specs, suites = [] }: Suite): string[] {
  const here = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file} › ${title}`)
  return [...here, ...suites.flatMap(failedIn)]
}
