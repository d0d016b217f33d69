import { describe, expect, test } from 'vitest'
import { drawCurve } from './curve-drawing.ts'
import type { CurveShown } from './types.ts'

function curve(fresh: readonly number[], at: number | null = null): CurveShown {
  let themes = 0
  return {
    state: at === null ? 'not-reached' : 'reached',
    at,
    base: 4,
    run: 2,
    threshold: 0.05,
    conversations: fresh.map((newThemes, index) => {
      themes += newThemes
      return { id: `${index}`, day: '2026-03-11', newThemes, themes }
    }),
  }
}

describe('the drawing of the curve', () => {
  test('rises to the top with the last theme, and never falls', () => {
    const { points, floor } = drawCurve(curve([4, 3, 2, 1, 1, 0, 0, 0], 5))
    const heights = points.map(({ y }) => y)
    expect(heights).toEqual(heights.toSorted((one, other) => other - one))
    expect(heights.at(-1)).toBe(29)
    expect(heights.every((y) => y <= floor)).toBe(true)
  })

  test('has a bar for each conversation that brought something, of the same scale as the curve', () => {
    const { bars, points } = drawCurve(curve([4, 0, 2]))
    expect(bars).toHaveLength(2)
    expect(bars[0]).toMatchObject({ y: points[0]?.y })
  })

  test('washes the conversations that confirm, and none where nothing is confirmed', () => {
    const { band, points } = drawCurve(curve([4, 3, 2, 1, 1, 0, 0, 0], 5))
    const within = points.filter(({ x }) => band && x > band.x && x < band.x + band.width)
    expect(within.map(({ number }) => number)).toEqual([6, 7])
    expect(drawCurve(curve([1, 1, 1, 1, 1, 1])).band).toBeNull()
  })

  test('of sixty conversations names a few, and the one that matters', () => {
    const { points } = drawCurve(curve([...Array(58).fill(1), 0, 0], 58))
    const named = points.filter(({ isNamed }) => isNamed).map(({ number }) => number)
    expect(named.length).toBeLessThan(15)
    expect(named).toContain(58)
  })

  test('of one conversation, or of none that made a theme, is still within the frame', () => {
    for (const fresh of [[3], [0, 0]]) {
      const { points, width, floor } = drawCurve(curve(fresh))
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeLessThanOrEqual(floor)
      }
    }
  })
})
