import { checks } from './checks.ts'
import { lineOf, sum, takeAll, whatFailed } from './steps.ts'

/** `npm run check`: everything but the journeys. Ends with 1 when anything failed, and says what. */
const outcomes = await takeAll(checks)
console.log(whatFailed(outcomes) || '\nAll is well')
console.log(lineOf(sum(outcomes)))
process.exitCode = outcomes.every(({ well }) => well) ? 0 : 1
