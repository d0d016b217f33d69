import { expect, test } from 'vitest'
import { processorTime } from '../../../test/stand/processor-time.ts'
import { promiseToYou, saysDay, withoutDay } from './promise-words.ts'

test.each([
  ['read the handout on solvents by Sunday', 'read the handout on solvents'],
  ['I will send her the chapter by Friday', 'send you the chapter'],
  ['bring her handout back', 'bring your handout back'],
  ['Send him the paper on old varnish tomorrow.', 'send you the paper on old varnish'],
  ['to return his book next week', 'return your book'],
  ['call her', 'call you'],
  ['send her the map by Fri', 'send you the map'],
  ['send her the map by friday.', 'send you the map'],
  ['write on the 15th of April at the latest', 'write'],
  ['report back at the end of the month', 'report back'],
])('what was noted as "%s" is promised as "%s"', (noted, promised) => {
  expect(promiseToYou(noted)).toBe(promised)
})

test('a promise about somebody else leaves them as they are', () => {
  expect(promiseToYou('write to Ewa Lis and give her the book')).toBe(
    'write to Ewa Lis and give her the book',
  )
})

test('words that begin with no verb are left to be said another way', () => {
  expect(promiseToYou('the loan handbook')).toBeNull()
  expect(promiseToYou('')).toBeNull()
})

test('only a day at the end is taken off, and a number of things is none', () => {
  expect(withoutDay('meet on Sunday at the fair')).toBe('meet on Sunday at the fair')
  expect(withoutDay('buy the book on paper')).toBe('buy the book on paper')
})

test('a day is said by its weekday or by its number', () => {
  expect(saysDay('back by Sunday', '2026-03-15')).toBe(true)
  expect(saysDay('back by 15 March', '2026-03-15')).toBe(true)
  expect(saysDay('back by sunday', '2026-03-15')).toBe(true)
  expect(saysDay('back by Sun, or the 16th', '2026-03-15')).toBe(true)
  expect(saysDay('on the 15th', '2026-03-15')).toBe(true)
  expect(saysDay('we sat in the sun', '2026-03-15')).toBe(false)
  expect(saysDay('one of 150 letters', '2026-03-15')).toBe(false)
})

test('long runs of day words and spaces are read at once', () => {
  const long = `write ${'on the next '.repeat(20_000)}${' '.repeat(20_000)}`
  const taken = processorTime(() => {
    promiseToYou(long)
    withoutDay(long)
  })
  expect(taken).toBeLessThan(2000)
})
