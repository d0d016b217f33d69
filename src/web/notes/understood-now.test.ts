import { expect, test } from 'vitest'
import { createNoteReading } from './note-reading.ts'
import { createUnderstoodNow } from './understood-now.ts'

const options = { day: '2026-03-12', zone: 'Europe/Madrid', lang: 'en' } as const

test('who shows what was understood hears of a line that says something, and of no other', () => {
  const reading = createNoteReading(options)
  const understood = createUnderstoodNow()
  const counts: number[] = []
  const callOff = understood.listen(() => counts.push(understood.now().count))
  const write = (line: string): void => {
    reading.change([{ at: 0, gone: 0, lines: [line] }])
    reading.read(() => false)
    understood.become(reading.understood())
  }
  write('! portfolio before degree')
  write('she laughed')
  write('" nobody asks')
  callOff()
  write('> one more')
  expect(counts).toEqual([1, 2])
})
