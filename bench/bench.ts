import { parseArgs } from 'node:util'
import { cases } from './cases.ts'
import { play } from './rounds.ts'
import { ratiosOf, tableOf } from './table.ts'

/**
 * `npm run bench -- [CASE…] [--rounds N] [--people N] [--json]`: all cases, or those named. Tables and progress go to
 * stderr; with --json one document goes to stdout.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    people: { type: 'string' },
  },
})
const unknown = positionals.filter((name) => !cases.some((one) => one.name === name))
if (unknown.length) {
  process.stderr.write(
    `There is no bench called ${unknown.join(', ')}. There are: ${cases.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}
const plan = {
  rounds: Math.max(1, Number(values.rounds)),
  wishes: { people: values.people === undefined ? null : Number(values.people) },
}
const chosen = cases.filter(({ name }) => !positionals.length || positionals.includes(name))
const results = []
for (const bench of chosen) {
  const standings = await play(bench, plan, (words) => process.stderr.write(`${words}\n`))
  process.stderr.write(`\n${tableOf(bench, standings)}\n\n`)
  results.push({ case: bench.name, standings, ratios: ratiosOf(bench, standings) })
}
if (values.json) process.stdout.write(`${JSON.stringify({ rounds: plan.rounds, results })}\n`)
