import { bringPrograms } from '../test/stand/programs.ts'
import { checks, journeys } from './checks.ts'
import { lineOf, sum, take, takeAll, whatFailed } from './steps.ts'

/**
 * `npm test`: brings in what the tests need beside packages, then every check, then the journeys.
 * The last line, alone, counts all tests, and each check (types, lint, …) as one.
 */
try {
  bringPrograms()
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const outcomes = [...(await takeAll(checks)), await take(journeys)]
const failed = whatFailed(outcomes)
if (failed) console.log(failed)
console.log(lineOf(sum(outcomes)))
process.exitCode = failed ? 1 : 0
