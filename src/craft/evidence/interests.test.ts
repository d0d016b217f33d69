import { expect, test } from 'vitest'
import { alikeness, codeAlikeness, codeOf, type InterestProfile } from './interests.ts'

const owner: InterestProfile = [12, 34, 28, 20, 15, 9]

test('a profile runs with some work and against other, exact to four digits', () => {
  expect(alikeness(owner, [2.0, 6.7, 4.0, 2.3, 2.0, 3.3])).toBeCloseTo(0.8012, 4)
  expect(alikeness(owner, [6.7, 2.3, 1.3, 1.7, 3.0, 4.7])).toBeCloseTo(-0.7137, 4)
})

test('a level profile runs with nothing', () => {
  expect(alikeness(owner, [3, 3, 3, 3, 3, 3])).toBeNull()
})

test.each([
  ['ISA', 'IRA', 12],
  ['ISA', 'ISA', 18],
  ['RIA', 'SEC', 0],
])('%s and %s come to %i', (one, other, points) => {
  expect(codeAlikeness(one, other)).toBe(points)
  expect(codeAlikeness(other, one)).toBe(points)
})

test('what is no code is refused', () => {
  for (const code of ['', 'IS', 'ISAR', 'ISX', 'isa']) {
    expect(() => codeAlikeness(code, 'ISA')).toThrow(RangeError)
  }
})

test('the three strongest letters make the code', () => {
  expect(codeOf(owner)).toBe('IAS')
  expect(codeOf([1, 1, 1, 1, 1, 1])).toBe('RIA')
})
