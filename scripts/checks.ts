import { countsOfPlaywright, countsOfVitest } from './reports.ts'
import type { Step } from './steps.ts'

const tests = 'build/test-results/tests.json'

/** What `npm run check` takes; the longest first, for two go on at a time. */
export const checks: readonly Step[] = [
  {
    name: 'unit',
    words: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${tests}`],
    report: { file: tests, read: countsOfVitest },
  },
  { name: 'types', words: ['tsc', '--build', '--pretty', 'false'] },
  {
    name: 'lint',
    words: [
      'oxlint',
      '--type-aware',
      'src',
      'test',
      'bench',
      'scripts',
      'setup.mjs',
      'bin/sobremesa',
    ],
  },
  { name: 'walls', words: ['depcruise', 'src', '--config', '.dependency-cruiser.cjs'] },
  { name: 'unused', words: ['knip', '--no-progress'] },
  {
    name: 'format:check',
    words: ['oxfmt', '--check', 'src', 'test', 'bench', 'scripts', 'setup.mjs'],
  },
]

export const journeys: Step = {
  name: 'journeys',
  words: ['playwright', 'test'],
  report: { file: 'build/test-results/journeys.json', read: countsOfPlaywright },
}
