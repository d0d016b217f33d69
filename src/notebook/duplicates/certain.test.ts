import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certainGroups, type Pairing } from './certain.ts'

const sure = (a: string, b: string): Pairing<string> => ({ a, b, certain: true })
const likely = (a: string, b: string): Pairing<string> => ({ a, b, certain: false })

test('two who are certainly one are a group; two who only may be are not', () => {
  expect(certainGroups([sure('ana', 'ana-m'), likely('bo', 'bob')])).toEqual([['ana', 'ana-m']])
})

test('three cards of one life are one group, also where one pair of them is merely likely', () => {
  const pairs = [sure('a', 'b'), sure('b', 'c'), likely('a', 'c')]
  expect(certainGroups(pairs)).toEqual([['a', 'b', 'c']])
})

test('a card that fits two people of one household joins them not, and nobody of them is merged unasked', () => {
  expect(certainGroups([sure('a-ruiz', 'alberto'), sure('a-ruiz', 'ana')])).toEqual([])
})

test('whatever the pairs, groups share nobody and every two of a group were found at least likely', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const pair = fc.record({ a: id, b: id, certain: fc.boolean() }).filter(({ a, b }) => a < b)
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      const groups = certainGroups(pairs)
      const all = groups.flat()
      expect(new Set(all).size).toBe(all.length)
      for (const group of groups) {
        expect(group.length).toBeGreaterThan(1)
        for (const one of group) {
          for (const other of group.filter((each) => each > one)) {
            expect(pairs.some(({ a, b }) => a === one && b === other)).toBe(true)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})
