import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BenchCase, type Figures, median, type Wishes } from './measure.ts'

export interface Plan {
  readonly rounds: number
  readonly wishes: Wishes
}

/** Of one contestant: each measure with its median and the raw values in the order they were taken. */
export interface Standing {
  readonly contestant: string
  readonly figures: Readonly<Record<string, { readonly median: number; readonly raw: number[] }>>
}

const run = promisify(execFile)

/** Every contestant in a fresh process each round; the order is turned round each time, so that nobody always comes second. */
export async function play(
  bench: BenchCase,
  plan: Plan,
  say: (words: string) => void,
): Promise<Standing[]> {
  const names = Object.keys(bench.contestants)
  const taken = new Map<string, Figures[]>(names.map((name) => [name, []]))
  for (let round = 0; round < plan.rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      say(`${bench.name}, round ${round + 1} of ${plan.rounds}: ${name}`)
      taken.get(name)?.push(await once(bench.name, name, plan.wishes))
    }
  }
  return [...taken].map(([contestant, figures]) => ({ contestant, figures: together(figures) }))
}

async function once(bench: string, contestant: string, wishes: Wishes): Promise<Figures> {
  const words = [join(import.meta.dirname, 'one.ts'), bench, contestant, JSON.stringify(wishes)]
  const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 26 })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one.ts prints Figures and nothing else
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures
}

function together(all: readonly Figures[]): Standing['figures'] {
  const names = new Set(all.flatMap((figures) => Object.keys(figures)))
  return Object.fromEntries(
    [...names].map((name) => {
      const raw = all.flatMap((figures) => figures[name] ?? [])
      return [name, { median: median(raw), raw }]
    }),
  )
}
