import { parentPort, workerData } from 'node:worker_threads'
import { cases, triedCase } from '../test/interop/fuzz/run.ts'

/** The thread in which files are tried; fuzz.ts watches it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fuzz.ts gives it
const { from, last } = workerData as { from: number; last: number }
const caseOf = cases()
for (let number = from; number <= last; number++) {
  const one = caseOf(number)
  const { fault, milliseconds } = await triedCase(one)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage({ number, fault: fault && `${one.reader}: ${fault}`, milliseconds })
}
