import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitOf, leaningOf } from './leaning.ts'

const autonomy = leaningOf([[2, 1], [-1], [2]])
const pay = leaningOf([[1], [1], [1], [1]])
const travel = leaningOf([[2]])

describe('how a field leans', () => {
  test('each person is averaged first, and two silent ones draw it to the middle', () => {
    expect(autonomy.raw).toBeCloseTo(0.8333, 4)
    expect(autonomy).toMatchObject({ people: 3, means: [1.5, -1, 2], shrunk: 0.5, contested: true })
  })

  test('one loud voice weighs as four mild ones', () => {
    expect(pay).toMatchObject({ raw: 1, contested: false })
    expect(pay.shrunk).toBeCloseTo(0.6667, 4)
    expect(travel.raw).toBe(2)
    expect(travel.shrunk).toBeCloseTo(pay.shrunk, 12)
  })

  test('weights of five, three and two come to .5833', () => {
    const criteria = [
      { weight: 5, ...autonomy },
      { weight: 3, ...pay },
      { weight: 2, ...travel },
    ]
    expect(fitOf(criteria)).toBeCloseTo(0.5833, 4)
  })

  test('where nobody spoke nothing leans, and without a criterion nothing is weighed', () => {
    expect(leaningOf([[], []])).toEqual({
      people: 0,
      means: [],
      raw: null,
      shrunk: 0,
      contested: false,
    })
    expect(fitOf([])).toBeNull()
    expect(() => fitOf([{ weight: 0, shrunk: 1 }])).toThrow(RangeError)
  })

  test('the order of people does not matter, nor how often one of them says the same', () => {
    const stances = fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 4 }))
    fc.assert(
      fc.property(stances, fc.integer({ min: 1, max: 4 }), (byPerson, times) => {
        const once = leaningOf(byPerson)
        const backward = leaningOf(byPerson.toReversed())
        const again = leaningOf(byPerson.map((own) => Array(times).fill(own).flat()))
        expect(backward.shrunk).toBeCloseTo(once.shrunk, 9)
        expect(again.shrunk).toBeCloseTo(once.shrunk, 9)
        expect(again.contested).toBe(once.contested)
        expect(Math.abs(once.shrunk)).toBeLessThanOrEqual(2)
      }),
    )
  })
})
