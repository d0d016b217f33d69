import { checks } from './checks.ts'
import { lineOf, sum, takeAll } from './steps.ts'

/** `npm run check`: everything but the journeys. Ends with 1 when anything failed, and says what. */
const outcomes = await takeAll(checks)
const failed = outcomes.filter(({ well }) => !well).map(({ name }) => name)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll is well')
console.log(lineOf(sum(outcomes)))
process.exitCode = failed.length > 0 ? 1 : 0
