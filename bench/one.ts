import { cases } from './cases.ts'

// One contestant of one case, in this process alone: `node bench/one.ts CASE CONTESTANT WISHES`.
const [name, contestant, wishes] = process.argv.slice(2)
const bench = cases.find((one) => one.name === name)
const asked = JSON.parse(wishes ?? '{}')
const run = asked.table ? bench?.ofTable : bench?.contestants[contestant ?? '']
if (!run) throw new Error(`There is no ${contestant} in the bench ${name}`)
const figures = await run(asked)
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0))
