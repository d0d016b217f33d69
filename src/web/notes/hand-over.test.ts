import { expect, test } from 'vitest'
import { handingOver } from './hand-over.ts'

/** Typing with a clock of its own, into something that takes so long to hand over. */
function typingInto(cost: number) {
  let now = 0
  let given = 0
  const waiting: { at: number; deed: () => void }[] = []
  const over = handingOver(
    () => {
      given++
      now += cost
    },
    {
      now: () => now,
      later(milliseconds, deed) {
        const one = { at: now + milliseconds, deed }
        waiting.push(one)
        return () => void waiting.splice(waiting.indexOf(one), 1)
      },
    },
  )
  const pass = (milliseconds: number) => {
    now += milliseconds
    for (const one of waiting.filter(({ at }) => at <= now)) one.deed()
  }
  const type = (keys: number) => {
    for (let key = 0; key < keys; key++) {
      over.typed()
      pass(100)
    }
  }
  return { over, type, pass, given: () => given }
}

test('a short note is handed over at every key', () => {
  const { type, given } = typingInto(0.5)
  type(50)
  expect(given()).toBe(50)
})

test('a note that takes long meets few keys, and yet none is forgotten once they rest', () => {
  const { type, pass, given } = typingInto(40)
  type(100)
  expect(given()).toBeLessThanOrEqual(11)
  expect(given()).toBeGreaterThanOrEqual(8)
  const before = given()
  type(1)
  pass(5000)
  expect(given()).toBe(before + 1)
})

test('what waits is handed over at once where the page asks for it, and only once', () => {
  const { over, type, pass, given } = typingInto(40)
  type(3)
  const before = given()
  over.now()
  over.now()
  pass(5000)
  expect(given()).toBe(before + 1)
})
