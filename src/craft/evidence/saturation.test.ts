import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newThemesOf, type Saturation, saturation, usualSaturationRule } from './saturation.ts'

const longVector = [16, 9, 7, 5, 4, 3, 1, 0, 1, 0]

describe('new themes are getting rare', () => {
  test.each([
    { fresh: [4, 3, 2, 1, 1, 0, 0, 0], rule: {}, said: '5+2' },
    { fresh: longVector, rule: {}, said: '6+2' },
    { fresh: longVector, rule: { run: 3 }, said: '7+3' },
    { fresh: longVector, rule: { base: 5, run: 3 }, said: '6+3' },
    { fresh: [4, 4, 4, 4, 4, 4, 4, 4], rule: {}, said: 'not-reached' },
    { fresh: [5, 3, 2], rule: {}, said: 'too-few' },
    { fresh: [0, 0, 0, 0, 1, 2], rule: {}, said: 'empty-base' },
    { fresh: [4, 3, 2, 1, 1, 1, 0, 0], rule: { threshold: 0 }, said: '6+2' },
    { fresh: [4, 3, 2, 1, 1, 1, 0, 0], rule: { threshold: 0.2 }, said: '4+2' },
  ])('$fresh with $rule: $said', ({ fresh, rule, said }) => {
    const whole = { ...usualSaturationRule, ...rule }
    expect(notation(saturation(fresh, whole), whole.run)).toBe(said)
  })

  test('the shares are of the base, exact to four digits', () => {
    expect(saturation([4, 3, 2, 1, 1, 0, 0, 0]).runs[0]).toMatchObject({
      from: 5,
      to: 6,
      ratio: 0.1,
    })
    expect(ratios(saturation(longVector))).toEqual([0.1892, 0.1081, 0.027, 0.027, 0.027])
    const three = saturation(longVector, { ...usualSaturationRule, run: 3 })
    expect(ratios(three)).toEqual([0.2162, 0.1081, 0.0541, 0.027])
    expect(saturation(longVector).baseThemes).toBe(37)
  })

  test('themes count where they are first heard, in the order held', () => {
    const held = [
      ['pay', 'hours', 'pay'],
      ['hours', 'travel'],
      ['travel'],
      ['mentor', 'pay'],
      ['mentor'],
      ['hours'],
    ]
    expect(newThemesOf(held)).toEqual([2, 1, 0, 1, 0, 0])
    expect(notation(saturation(newThemesOf(held)), 2)).toBe('4+2')
  })

  test('a rule without a base or a run is none', () => {
    expect(() => saturation([1], { base: 0, run: 2, threshold: 0 })).toThrow(RangeError)
  })

  test('joining two themes never brings a theme more, and never loses the last one', () => {
    const themes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(themes, { maxLength: 12 }), (held) => {
        const joined = held.map((one) => one.map((theme) => (theme === 'b' ? 'a' : theme)))
        const heard = new Set(held.flat())
        expect(total(newThemesOf(held))).toBe(heard.size)
        const fewer = heard.has('a') && heard.has('b') ? 1 : 0
        expect(total(newThemesOf(joined))).toBe(heard.size - fewer)
      }),
    )
  })
})

function notation(found: Saturation, run: number): string {
  return found.state === 'reached' ? `${found.at}+${run}` : found.state
}

function ratios({ runs }: Saturation): number[] {
  return runs.map(({ ratio }) => Number(ratio.toFixed(4)))
}

function total(fresh: readonly number[]): number {
  return fresh.reduce((so, one) => so + one, 0)
}
