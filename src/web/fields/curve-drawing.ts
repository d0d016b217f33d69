import type { CurveShown } from './types.ts'

export interface CurveDrawing {
  readonly width: number
  readonly height: number
  /** Where nothing is, from above. */
  readonly floor: number
  readonly points: readonly {
    readonly x: number
    readonly y: number
    /** Counted from 1, in the order held. */
    readonly number: number
    /** Few enough numbers stand below it to be read. */
    readonly isNamed: boolean
  }[]
  /** New themes of each conversation. */
  readonly bars: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /** The conversations that confirm; null where nothing is confirmed. */
  readonly band: { readonly x: number; readonly width: number } | null
  readonly line: string
  /** The thin thread beside it. */
  readonly thread: string
}

const width = 420
const height = 176
const floor = 150
const top = 29
const edge = 26
const apart = 5

/** Where everything stands, in the units of the drawing; the themes of the last one reach the top. */
export function drawCurve({ at, run, conversations }: CurveShown): CurveDrawing {
  const count = conversations.length
  const all = Math.max(1, conversations.at(-1)?.themes ?? 0)
  const step = count > 1 ? (width - 2 * edge) / (count - 1) : 0
  const across = (index: number) => rounded(edge + index * step)
  const up = (themes: number) => rounded(floor - ((floor - top) * themes) / all)
  const each = Math.ceil(count / 12)
  const points = conversations.map(({ themes }, index) => ({
    x: across(index),
    y: up(themes),
    number: index + 1,
    isNamed: index % each === 0 || index + 1 === at,
  }))
  const thick = Math.min(14, rounded(step * 0.5))
  const bars = conversations.flatMap(({ newThemes }, index) =>
    newThemes === 0
      ? []
      : [
          {
            x: rounded(across(index) - thick / 2),
            y: up(newThemes),
            width: thick,
            height: rounded(floor - up(newThemes)),
          },
        ],
  )
  const path = (down: number) =>
    points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y + down}`).join('')
  return {
    width,
    height,
    floor,
    points,
    bars,
    band:
      at === null ? null : { x: rounded(across(at - 1) + step / 6), width: rounded(run * step) },
    line: path(0),
    thread: path(apart),
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
