import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** How many passed, failed, were skipped: tests by their runner's own report, a check as one. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Of those that passed: not at the first try. */
  readonly secondTry?: number
  /** What failed by name, where the report has names. */
  readonly failures?: readonly string[]
}

export interface Step {
  /** As in `npm run NAME`. */
  readonly name: string
  readonly words: readonly string[]
  /** Reads the counts from the report that the tool wrote; without it, the step itself counts as one. */
  readonly report?: { readonly file: string; readonly read: (report: unknown) => Counts }
}

export interface Outcome extends Counts {
  readonly name: string
  readonly well: boolean
}

/**
 * Runs a step to its end and prints one line about it, with all it said when it failed. A tool that
 * ends badly without counting a failure (it crashed, or a hook did) counts as one.
 */
export async function take(step: Step): Promise<Outcome> {
  const { report } = step
  if (report) clear(report.file)
  const since = performance.now()
  const { code, said } = await tool(step.words)
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  const counts = report ? countsIn(report) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  const well = code === 0 && counts.failed === 0
  const failed = well ? 0 : Math.max(1, counts.failed)
  const told = report ? `  ${lineOf({ ...counts, failed })}` : ''
  console.log(`${well ? '✓' : '✗'} ${step.name.padEnd(12)} ${seconds.padStart(6)} s${told}`)
  if (!well || counts.secondTry) console.log(`${said.trim().replaceAll(/^/gm, '  │ ')}\n`)
  return { name: step.name, well, ...counts, failed }
}

/** Takes the steps in their order, two at a time: what machines of ours have at least. */
export async function takeAll(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const taker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await take(step))
  }
  await Promise.all([taker(), taker()])
  return outcomes
}

/** What failed, once more and short, for the end is what a cut log keeps; nothing when all is well. */
export function whatFailed(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ well }) => !well)
  const lines = failed.flatMap(({ name, failures = [] }) =>
    failures.slice(0, 20).map((one) => `  ${name}: ${one}`),
  )
  if (failed.length === 0) return ''
  return [`\nFailed: ${failed.map(({ name }) => name).join(', ')}`, ...lines].join('\n')
}

export function sum(all: readonly Counts[]): Counts {
  const total = (of: Exclude<keyof Counts, 'failures'>) =>
    all.reduce((so, counts) => so + (counts[of] ?? 0), 0)
  const secondTry = total('secondTry')
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    ...(secondTry > 0 && { secondTry }),
  }
}

export function lineOf({ passed, failed, skipped, secondTry = 0 }: Counts): string {
  const beyond = [
    skipped > 0 ? `, ${skipped} skipped` : '',
    secondTry > 0 ? `, ${secondTry} of the passed at the second try` : '',
  ]
  return `${passed} passed, ${failed} failed${beyond.join('')}`
}

/** A report of an earlier run must not be taken for one of this. */
function clear(file: string): void {
  rmSync(join(root, file), { force: true })
  mkdirSync(dirname(join(root, file)), { recursive: true })
}

function countsIn({ file, read }: NonNullable<Step['report']>): Counts {
  try {
    return read(JSON.parse(readFileSync(join(root, file), 'utf8')))
  } catch (error) {
    console.log(`  ${file} could not be read: ${String(error)}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** A step that hangs is a failure with a name, before the machine that runs us gives up on all. */
const limit = 20 * 60_000

/** Runs a program of node_modules/.bin under this Node; Ctrl-C reaches it by the terminal. */
function tool([name = '', ...words]: readonly string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin', name), ...words], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code, signal) => {
      const stopped = signal
        ? `\nStopped by ${signal}; the limit is ${limit / 60_000} minutes.`
        : ''
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString() + stopped })
    })
  })
}
