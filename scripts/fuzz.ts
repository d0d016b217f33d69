import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { longestReading } from '../test/interop/fuzz/readers.ts'
import { cases } from '../test/interop/fuzz/run.ts'

/**
 * Mutated files through every reader, in a thread that is watched from here: `npm run fuzz -- --runs 100000`.
 * What fails is printed with its number; `--from NUMBER --runs 1` tries that one alone, `--print` shows it.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    print: { type: 'boolean', default: false },
  },
})
/** By the clock on the wall, on which other programs may be busy too. */
const hanging = longestReading * 12
const first = Number(values.from)
const last = first + Number(values.runs) - 1

if (values.print) {
  const { reader, bytes, size } = cases()(first)
  console.log(`${reader}, in pieces of ${size}:\n${bytes.toString('latin1')}`)
} else {
  process.exitCode = (await tryAll()) === 0 ? 0 : 1
}

async function tryAll(): Promise<number> {
  let failed = 0
  let slowest = 0
  const begun = performance.now()
  for (let next = first; next <= last;) {
    const { at, faults, milliseconds } = await watched(next)
    slowest = Math.max(slowest, milliseconds)
    for (const fault of faults) console.log(fault)
    failed += faults.length
    next = at + 1
  }
  const seconds = Math.round((performance.now() - begun) / 1000)
  const count = last - first + 1
  console.log(
    `${count} files from number ${first} on: ${failed} faults; slowest ${Math.round(slowest)} ms; ${seconds} s`,
  )
  return failed
}

interface Told {
  readonly number: number
  readonly fault: string | null
  readonly milliseconds: number
}

/** Reads until the end or until a file hangs; then the thread is given up, and another begins after that file. */
function watched(from: number): Promise<{ at: number; faults: string[]; milliseconds: number }> {
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    workerData: { from, last },
  })
  const faults: string[] = []
  let done = from - 1
  let milliseconds = 0
  return new Promise((resolve, reject) => {
    let alarm = setTimeout(hang, hanging)
    function hang(): void {
      faults.push(`${done + 1}: does not end`)
      void worker.terminate()
      resolve({ at: done + 1, faults, milliseconds })
    }
    worker.on('message', (told: Told) => {
      clearTimeout(alarm)
      alarm = setTimeout(hang, hanging)
      done = told.number
      milliseconds = Math.max(milliseconds, told.milliseconds)
      if (done % 10_000 === 0) console.log(`${done} tried`)
      if (told.fault) faults.push(`${told.number}: ${told.fault}`)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(alarm)
      resolve({ at: Math.max(done, last), faults, milliseconds })
    })
  })
}
