import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isClearlyMore, shareOf } from './wilson.ts'

test.each([
  [8, 10, 0.4902, 0.9433],
  [5, 10, 0.2366, 0.7634],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [3, 10, 0.1078, 0.6032],
  [30, 100, 0.2189, 0.3958],
])('%i of %i lies between %f and %f', (count, of, low, high) => {
  const share = shareOf(count, of)
  expect(share.low).toBeCloseTo(low, 4)
  expect(share.high).toBeCloseTo(high, 4)
})

test('of nothing everything may be true', () => {
  expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, low: 0, high: 1 })
})

test('more than there are, or a part of one, is no share', () => {
  for (const [count, of] of [
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ] as const) {
    expect(() => shareOf(count, of)).toThrow(RangeError)
  }
})

test('what was counted lies within, and counting more of the same makes it narrower', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (of, some) => {
      const count = some % (of + 1)
      const { low, high } = shareOf(count, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(count / of)
      expect(high).toBeGreaterThanOrEqual(count / of)
      const wider = shareOf(count * 4, of * 4)
      expect(wider.high - wider.low).toBeLessThan(high - low)
    }),
    { numRuns: 200 },
  )
})

test('nine of ten is clearly more than one of ten, and seven of ten than four of ten is not', () => {
  expect(isClearlyMore(shareOf(9, 10), shareOf(1, 10))).toBe(true)
  expect(isClearlyMore(shareOf(7, 10), shareOf(4, 10))).toBe(false)
  expect(isClearlyMore(shareOf(1, 1), shareOf(0, 1))).toBe(false)
})
