import { expect, test } from 'vitest'
import { alike, slips, variantsOf } from './name-search.ts'

test('the beginning of a name is enough, and one slip is forgiven', () => {
  expect(alike('tom', 'tomasz')).toBe(true)
  expect(alike('tomsaz', 'tomasz')).toBe(true)
  expect(alike('adeyami', 'adeyemi')).toBe(true)
  expect(alike('ruht', 'ruth')).toBe(true)
  expect(alike('anna', 'ruth')).toBe(false)
})

test('short words must be right: otherwise every two letters would find everybody', () => {
  expect(alike('li', 'mi')).toBe(false)
})

test('a slip in the first letters still shares a key with the right word', () => {
  for (const [typed, meant] of [
    ['tomsaz', 'tomasz'],
    ['adeyami', 'adeyemi'],
    ['kovcova', 'kovacova'],
  ] as const) {
    expect(
      variantsOf(typed).some((key) => variantsOf(meant).includes(key)),
      `${typed} ${meant}`,
    ).toBe(true)
  }
})

test('slips count a swap of neighbours as one', () => {
  expect(slips('ab', 'ba')).toBe(1)
  expect(slips('', 'abc')).toBe(3)
  expect(slips('kitten', 'sitting')).toBe(3)
})
