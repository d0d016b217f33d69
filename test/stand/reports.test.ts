import { expect, test } from 'vitest'
import { countsOfPlaywright, countsOfVitest } from '../../scripts/reports.ts'
import { lineOf, sum, whatFailed } from '../../scripts/steps.ts'

const ran = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 }

test('a test file that does not even load counts as a failure', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [] },
    {
      name: 'b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'failed', fullName: 'the sum is right' },
        { status: 'passed', fullName: 'the rest' },
      ],
    },
  ]
  expect(countsOfVitest({ ...ran, testResults })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 2,
    failures: ['b.test.ts › the sum is right', 'a.test.ts did not load'],
  })
})

test('a journey that passes only at the second try is told, and an error outside of all is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  const specs = [
    { title: 'from a file to a page', file: 'main-job.test.ts', ok: false },
    { title: 'people', file: 'people.test.ts', ok: true },
  ]
  const suites = [{ specs: [], suites: [{ specs }] }]
  const counts = countsOfPlaywright({ stats, errors: [{}], suites })
  const failures = ['main-job.test.ts › from a file to a page']
  expect(counts).toEqual({ passed: 6, failed: 2, skipped: 0, secondTry: 1, failures })
  expect(lineOf(sum([counts]))).toBe('6 passed, 2 failed, 1 of the passed at the second try')
})

test('a report that is not one is refused, rather than counted as nothing', () => {
  expect(() => countsOfVitest({})).toThrow('numPassedTests')
})

test('the last line is plain, and speaks of skipped tests only when there are some', () => {
  const all = [
    { passed: 3, failed: 2, skipped: 2 },
    { passed: 5, failed: 0, skipped: 0 },
  ]
  expect(lineOf(sum(all))).toBe('8 passed, 2 failed, 2 skipped')
  expect(lineOf(sum(all.slice(1)))).toBe('5 passed, 0 failed')
})

test('what failed is said once more at the end, by name', () => {
  const well = { name: 'types', well: true, passed: 1, failed: 0, skipped: 0 }
  const failures = ['b.test.ts › the sum is right']
  const ill = { name: 'unit', well: false, passed: 2, failed: 1, skipped: 0, failures }
  expect(whatFailed([well])).toBe('')
  expect(whatFailed([well, ill])).toBe('\nFailed: unit\n  unit: b.test.ts › the sum is right')
})
