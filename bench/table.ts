import type { BenchCase, Measure } from './measure.ts'
import type { Standing } from './rounds.ts'

/** A case as a person reads it: ours, the promise, the peers in the same run, and every raw value. */
export function tableOf(bench: BenchCase, standings: readonly Standing[]): string {
  const lines = standings.flatMap(({ contestant, figures }) => [
    `  ${contestant}`,
    ...Object.entries(figures).map(([name, { median, raw }]) => {
      const measure = bench.measures.find((one) => one.name === name)
      const cells = [
        name.padEnd(34),
        inUnit(median, measure).padStart(12),
        raw.map((value) => inUnit(value, measure, 'bare')).join(' '),
        measure && isOurs(contestant) ? promised(measure, median) : '',
      ]
      return `    ${cells.join('  ')}`.trimEnd()
    }),
  ])
  return [bench.name, ...lines, ...ratios(bench, standings)].join('\n')
}

function isOurs(contestant: string): boolean {
  return contestant.startsWith('sobremesa')
}

/** Ours set against each peer of the same run. */
export function ratiosOf(
  bench: BenchCase,
  standings: readonly Standing[],
): { readonly peer: string; readonly ratio: number }[] {
  const { against } = bench
  const ours = against === null ? undefined : standings[0]?.figures[against]?.median
  if (against === null || ours === undefined) return []
  return standings
    .filter(({ contestant }) => !isOurs(contestant))
    .flatMap(({ contestant, figures }) => {
      const theirs = figures[against]?.median
      return theirs === undefined ? [] : [{ peer: contestant, ratio: ours / theirs }]
    })
}

function ratios(bench: BenchCase, standings: readonly Standing[]): string[] {
  return ratiosOf(bench, standings).map(
    ({ peer, ratio }) => `  ${bench.against}: ${plain(ratio)} times that of “${peer}”`,
  )
}

function promised({ atMost, atLeast }: Measure, value: number): string {
  if (atMost !== undefined) return `${value <= atMost ? '✓' : '✗'} at most ${atMost}`
  if (atLeast !== undefined) return `${value >= atLeast ? '✓' : '✗'} at least ${atLeast}`
  return ''
}

function inUnit(
  value: number,
  measure: Measure | undefined,
  form: 'bare' | 'told' = 'told',
): string {
  if (measure?.unit === 'share') return value.toFixed(4)
  return form === 'bare' ? plain(value) : `${plain(value)} ${measure?.unit ?? ''}`.trim()
}

function plain(value: number): string {
  if (value >= 100) return String(Math.round(value))
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
