import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, type Decision, type Pair, pairKey, stillOpen } from './queue.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const pair = (both: string): Pair => {
  const [a = '', b = ''] = both
  return { a, b }
}
const told = (both: string, answer: Answer): Decision<Pair> => ({ pair: pair(both), answer })
const open = (pairs: string, ...decisions: Decision<Pair>[]) =>
  stillOpen(pairs.split(' ').map(pair), decisions).map(({ a, b }) => a + b)

test('pairs are asked in their order, each once, from whichever side', () => {
  expect(open('ab cd ef')).toEqual(['ab', 'cd', 'ef'])
  expect(open('ab cd ef', told('dc', 'later'))).toEqual(['ab', 'ef'])
})

test('who are one through a third are not asked about', () => {
  expect(open('ab bc ac', told('ab', 'same'), told('bc', 'same'))).toEqual([])
})

test('who is not one with somebody is not one with whoever that is', () => {
  expect(open('ab bc ac', told('ab', 'same'), told('bc', 'distinct'))).toEqual([])
  expect(open('ab bc ac', told('bc', 'distinct'))).toEqual(['ab', 'ac'])
})

test('what was left for later says nothing about others', () => {
  expect(open('ab bc ac', told('ab', 'later'), told('bc', 'same'))).toEqual(['ac'])
})

test('whatever one answers, no question is asked whose answer is known, and none is lost', () => {
  const name = fc.constantFrom(...names)
  const pairs = fc.uniqueArray(
    fc.record({ a: name, b: name }).filter(({ a, b }) => a !== b),
    { selector: pairKey, maxLength: 12 },
  )
  const answers = fc.infiniteStream(fc.constantFrom<Answer>('same', 'distinct', 'later'))
  fc.assert(
    fc.property(pairs, answers, (asked, answer) => {
      const decisions: Decision<Pair>[] = []
      for (let [next] = stillOpen(asked, decisions); next; [next] = stillOpen(asked, decisions)) {
        decisions.push({ pair: next, answer: answer.next().value })
      }
      expect(decisions.length).toBeLessThanOrEqual(asked.length)
      expect(contradiction(decisions)).toBeNull()
      const known = new Set(decisions.map(({ pair: one }) => pairKey(one)))
      for (const one of asked.filter((each) => !known.has(pairKey(each)))) {
        expect(isImplied(one, decisions)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

/** Groups as sets, made another way: by joining until nothing changes. */
function groupsOf(decisions: readonly Decision<Pair>[]): readonly ReadonlySet<string>[] {
  let groups: ReadonlySet<string>[] = names.map((one) => new Set([one]))
  for (const { pair: both } of decisions.filter(({ answer }) => answer === 'same')) {
    const joined = groups.filter((group) => group.has(both.a) || group.has(both.b))
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      new Set(joined.flatMap((group) => [...group])),
    ]
  }
  return groups
}

function contradiction(decisions: readonly Decision<Pair>[]): Pair | null {
  const groups = groupsOf(decisions)
  const apart = decisions.filter(({ answer }) => answer === 'distinct')
  const found = apart.find(({ pair: { a, b } }) => groups.some((one) => one.has(a) && one.has(b)))
  return found?.pair ?? null
}

function isImplied({ a, b }: Pair, decisions: readonly Decision<Pair>[]): boolean {
  const groups = groupsOf(decisions)
  const of = (id: string) => groups.find((group) => group.has(id)) ?? new Set()
  const [here, there] = [of(a), of(b)]
  return (
    here === there ||
    decisions.some(
      ({ pair: one, answer }) =>
        answer === 'distinct' &&
        ((here.has(one.a) && there.has(one.b)) || (here.has(one.b) && there.has(one.a))),
    )
  )
}
