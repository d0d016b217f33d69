import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cases } from './cases.ts'
import { faultOf } from './linkage/table.ts'
import type { OwnTable } from './measure.ts'
import { play } from './rounds.ts'
import { ratiosOf, tableOf } from './table.ts'

/**
 * `npm run bench -- [CASE…] [--rounds N] [--people N] [--json]`: all cases, or those named. Tables and progress go to
 * stderr; with --json one document goes to stdout. `linkage` also takes a labelled table of one's own:
 * `--csv FILE[,FILE2] --roles column=role,… --truth COLUMN [--truth-pattern EXPRESSION] [--region CC]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    people: { type: 'string' },
    csv: { type: 'string' },
    roles: { type: 'string' },
    truth: { type: 'string' },
    'truth-pattern': { type: 'string' },
    region: { type: 'string' },
  },
})
const unknown = positionals.filter((name) => !cases.some((one) => one.name === name))
if (unknown.length) {
  process.stderr.write(
    `There is no bench called ${unknown.join(', ')}. There are: ${cases.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}
const table = tableAsked(values)
const fault = typeof table === 'string' ? table : table && (await faultOf(table))
if (typeof table === 'string' || fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(2)
}
const plan = {
  rounds: Math.max(1, Number(values.rounds ?? (table ? 1 : 3))),
  wishes: { people: values.people === undefined ? null : Number(values.people), table },
}
const chosen = cases
  .filter(({ name }) => !positionals.length || positionals.includes(name))
  .filter(({ ofTable }) => table === null || ofTable !== undefined)
  .map((bench) =>
    table && bench.ofTable
      ? { ...bench, contestants: { [`sobremesa: ${table.files.join(', ')}`]: bench.ofTable } }
      : bench,
  )
const results = []
for (const bench of chosen) {
  if (!table) for (const why of bench.leftOut ?? []) process.stderr.write(`${why}\n`)
  const standings = await play(bench, plan, (words) => process.stderr.write(`${words}\n`))
  process.stderr.write(`\n${tableOf(bench, standings)}\n\n`)
  results.push({ case: bench.name, standings, ratios: ratiosOf(bench, standings) })
}
if (values.json) process.stdout.write(`${JSON.stringify({ rounds: plan.rounds, results })}\n`)

/** The table somebody brings, null where nobody does, or a sentence about what is missing. */
function tableAsked(asked: typeof values): OwnTable | string | null {
  const { csv, roles, truth, region } = asked
  if (csv === undefined) return null
  if (!roles) return 'Say what the columns mean: --roles given_name=given,surname=family,…'
  if (!truth) return 'Say which column tells the records that are one: --truth COLUMN'
  const files = csv.split(',').filter(Boolean)
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined || files.length === 0) return `There is no file ${missing ?? csv}.`
  if (files.length > 2) return 'One file to find duplicates in, or two to link.'
  return { files, roles, truth, pattern: asked['truth-pattern'] ?? null, region: region ?? null }
}
