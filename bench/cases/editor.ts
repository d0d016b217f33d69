import { type Typed, typedBare, typedInto } from '../editor/typing.ts'
import { type BenchCase, type Figures, quantile, waits } from '../measure.ts'

/** Typing into long notes, in Chromium, as a trace of it tells. */
export const editorCase: BenchCase = {
  name: 'editor',
  measures: [
    { name: 'main thread per key at 10000 lines p50', unit: 'ms' },
    { name: 'main thread per key at 10000 lines p95', unit: 'ms', atMost: 8 },
    { name: 'key to picture at 2000 lines p50', unit: 'ms' },
    { name: 'key to picture at 2000 lines p95', unit: 'ms', atMost: 32 },
    { name: 'key to picture at 10000 lines p95', unit: 'ms' },
  ],
  against: 'main thread per key at 10000 lines p95',
  contestants: {
    sobremesa: () => measured(typedInto),
    'CodeMirror alone on a page': () => measured(typedBare),
  },
}

async function measured(type: (lines: number) => Promise<Typed>): Promise<Figures> {
  const shorter = await type(2000)
  const longer = await type(10_000)
  return {
    ...waits('main thread per key at 10000 lines', longer.work),
    ...waits('key to picture at 2000 lines', shorter.latency),
    'key to picture at 10000 lines p95': quantile(longer.latency, 0.95),
  }
}
