import { expect, test } from 'vitest'
import { createNoteReading } from './note-reading.ts'

const options = { day: '2026-03-12', zone: 'Europe/Madrid', lang: 'en' } as const
const noHurry = () => false

test('what was typed into one line is understood, and the lines below it keep their places', () => {
  const reading = createNoteReading(options)
  reading.change([{ at: 0, gone: Infinity, lines: ['! one', 'plain', '" two'] }])
  expect(reading.read(noHurry)).toBe(true)
  reading.change([{ at: 1, gone: 1, lines: ['! between', 'and more'] }])
  reading.read(noHurry)
  const { groups, count } = reading.understood()
  expect(count).toBe(3)
  expect(groups.map(({ mark, items }) => [mark, items.map(reading.placeOf)])).toEqual([
    ['"', [3]],
    ['!', [0, 1]],
  ])
})

test('a long note is read a piece at a time, and in the end all of it', () => {
  const reading = createNoteReading(options)
  const lines = Array.from({ length: 100 }, (_, at) => `! advice ${at}`)
  reading.change([{ at: 0, gone: Infinity, lines }])
  let pieces = 1
  while (!reading.read(() => true)) pieces++
  expect(pieces).toBeGreaterThan(3)
  expect(reading.understood().count).toBe(100)
})

test('read by other options, a promise falls due on another day', () => {
  const reading = createNoteReading(options)
  const due = () => reading.understood().groups[0]?.items[0]?.line.day
  reading.change([{ at: 0, gone: Infinity, lines: ['> the chapter by Sunday'] }])
  reading.read(noHurry)
  expect(due()).toBe('2026-03-15')
  reading.begin({ ...options, day: '2026-03-20' })
  reading.read(noHurry)
  expect(due()).toBe('2026-03-22')
})
