import { expect, test } from 'vitest'
import { createLineReader } from './line-reader.ts'
import { understoodOf } from './understood-groups.ts'

const read = createLineReader({ day: '2026-03-12', zone: 'Europe/Madrid', lang: 'en' })
const note = [
  'They ask me nothing about degrees',
  '> read her handout by Sunday',
  '" I watch their hands for an hour. #archives',
  '% " nobody may know',
  '" Half my week is meters and forms',
  '! ',
].map(read)

test('what was understood stands by mark, in the order of the chips', () => {
  const { groups, count } = understoodOf(note)
  expect(groups.map(({ mark, items }) => [mark, items.map(({ at }) => at)])).toEqual([
    ['"', [2, 4]],
    ['>', [1]],
  ])
  expect(count).toBe(3)
  expect(groups[1]?.items[0]?.line.day).toBe('2026-03-15')
})

test('lines off the record are counted and never shown', () => {
  const understood = understoodOf(note)
  expect(understood.offRecord).toBe(1)
  expect(JSON.stringify(understood.groups)).not.toContain('nobody may know')
})

test('a line is read once, however often the note is', () => {
  expect(read('" the same words')).toBe(read('" the same words'))
})
