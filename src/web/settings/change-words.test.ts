import { beforeAll, expect, test } from 'vitest'
import { operations } from '../../operations/list.ts'
import { bringWords, t } from '../words/words.ts'
import { changeInWords, doorInWords } from './change-words.ts'

beforeAll(bringWords)

const writes = Object.values(operations)
  .flatMap((noun) => Object.values(noun))
  .filter(({ kind, way }) => kind === 'write' && way !== 'server')
  .map(({ name }) => name)

test.each(writes)('what %s did is said in words', (name) => {
  expect(changeInWords(t, name)).not.toBe(name)
})

test('what only a newer server does is told by its name', () => {
  expect(changeInWords(t, 'moons.count')).toBe('moons.count')
  expect(doorInWords(t, 'window')).toBe('window')
  expect(doorInWords(t, 'command')).toBe('by the command')
})
