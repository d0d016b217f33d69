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

test('a try counts as soon as it is begun, and is taken back in its own span alone', () => {
  let now = 0
  const tries = new Tries(() => now)
  const begun = Array.from({ length: triesAllowed.each }, () => tries.count('a'))
  expect(tries.isOver('a')).toBe(true)
  begun[0]?.()
  expect(tries.isOver('a')).toBe(false)
  now = 10 * 60_000
  wrong(tries, 'a', triesAllowed.each)
  begun[1]?.()
  expect(tries.isOver('a')).toBe(true)
})

test('what was over when it was begun takes nothing back', () => {
  const tries = new Tries(() => 0)
  wrong(tries, 'a', triesAllowed.each)
  tries.count('a')()
  expect(tries.isOver('a')).toBe(true)
})
