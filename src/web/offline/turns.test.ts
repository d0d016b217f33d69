import { expect, test } from 'vitest'
import { inTurns } from './turns.ts'

test('all of it is done in order, and what waits meanwhile gets its turn', async () => {
  let between = 0
  const waiting = setInterval(() => between++)
  const done = await inTurns([1, 2, 3, 4], (one) => {
    const since = performance.now()
    while (performance.now() - since < 9);
    return [one, between]
  })
  clearInterval(waiting)
  expect(done.map(([one]) => one)).toEqual([1, 2, 3, 4])
  expect(done.at(-1)?.[1]).toBeGreaterThan(0)
})

test('a fault in the middle is the fault of all', async () => {
  const broken = inTurns([1, 2], (one) => {
    if (one === 2) throw new Error('the second')
  })
  await expect(broken).rejects.toThrow('the second')
})
