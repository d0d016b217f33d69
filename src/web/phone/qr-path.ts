import { encode } from 'uqr'

/** A code as one path of squares, in a box of `size` by `size`. */
export interface Squares {
  readonly size: number
  readonly path: string
}

/** Quiet space around a code, without which a camera does not find it. */
const border = 4

export function squaresOf(text: string): Squares {
  const { data, size } = encode(text, { ecc: 'M', border })
  const path = data.map((row, y) =>
    runsIn(row)
      .map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(''),
  )
  return { size, path: path.join('') }
}

/** Dark squares beside one another as one. */
function runsIn(row: readonly boolean[]): { x: number; width: number }[] {
  const runs: { x: number; width: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last && last.x + last.width === x) last.width++
    else runs.push({ x, width: 1 })
  }
  return runs
}
