import { expect, test } from 'vitest'
import { understandLine } from '../../notebook/notes/understand.ts'
import { sameOr, understoodOf, type UnderstoodItem } from './understood-groups.ts'

const options = { day: '2026-03-12', zone: 'Europe/Madrid', lang: 'en' } as const
let keys = 0
const read = (line: string): UnderstoodItem => ({
  key: keys++,
  line: understandLine(line, 0, options),
})
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
  expect(groups.map(({ mark, items }) => [mark, items])).toEqual([
    ['"', [note[2], note[4]]],
    ['>', [note[1]]],
  ])
  expect(count).toBe(3)
  expect(groups[1]?.items[0]?.line.day).toBe('2026-03-15')
})

test('lines off the record are counted and never shown', () => {
  const understood = understoodOf(note)
  expect(understood.offRecord).toBe(1)
  expect(JSON.stringify(understood.groups)).not.toContain('nobody may know')
})

test('a group that says the same stays the same object, and so does the whole', () => {
  const before = understoodOf(note)
  expect(sameOr(understoodOf(note))(before)).toBe(before)
  const now = sameOr(understoodOf([...note, read('> and one more')]))(before)
  expect(now.count).toBe(4)
  expect(now.groups[0]).toBe(before.groups[0])
  expect(now.groups[1]).not.toBe(before.groups[1])
})

test('a line that moved down is still the same, and nothing is drawn anew for it', () => {
  const before = understoodOf(note)
  expect(sameOr(understoodOf([read('a new line above'), ...note]))(before)).toBe(before)
})

test('a line that is not read yet is left out', () => {
  expect(understoodOf([null, ...note]).count).toBe(3)
})
