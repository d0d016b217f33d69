import { expect, test } from 'vitest'
import { Tries, triesAllowed } from './tries.ts'

function wrong(tries: Tries, from: string, times: number): void {
  for (let count = 0; count < times; count++) tries.count(from)
}

test('twenty wrong tries of one address are taken, and another address may still try', () => {
  const tries = new Tries(() => 0)
  wrong(tries, 'a', triesAllowed.each - 1)
  expect(tries.isOver('a')).toBe(false)
  wrong(tries, 'a', 1)
  expect([tries.isOver('a'), tries.isOver('b')]).toEqual([true, false])
})

test('many addresses together have a limit too, and all of it is over after ten minutes', () => {
  let now = 0
  const tries = new Tries(() => now)
  for (let from = 0; from < triesAllowed.together; from++) tries.count(`address ${from}`)
  expect(tries.isOver('nobody yet')).toBe(true)
  now = 10 * 60_000 - 1
  expect(tries.isOver('nobody yet')).toBe(true)
  now += 1
  expect(tries.isOver('nobody yet')).toBe(false)
})
