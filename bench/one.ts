import { cases } from './cases.ts'

// One contestant of one case, in this process alone: `node bench/one.ts CASE CONTESTANT WISHES`.
const [name, contestant, wishes] = process.argv.slice(2)
const run = cases.find((one) => one.name === name)?.contestants[contestant ?? '']
if (!run) throw new Error(`There is no ${contestant} in the bench ${name}`)
const figures = await run(JSON.parse(wishes ?? '{}'))
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0))
