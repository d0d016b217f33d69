import { expect, test } from 'vitest'
import { inChunks } from './in-chunks.ts'
import { wholeJson } from './whole-json.ts'

const read = (text: string, largest = 1000) => wholeJson(inChunks(text), largest)

test('JSON is read, with a mark before it or none', async () => {
  expect(await read('\ufeff{"people":[]}')).toEqual({ people: [] })
})

test.each([
  ['', 'It is cut short: it ends in the middle, in line 1'],
  ['{"people":[\n{"name":"Ana', 'It is cut short: it ends in the middle, in line 2'],
  ['{"people":[\n{"name":"Ana"},\n', 'It is cut short: it ends in the middle, in line 2'],
  [
    '{"people":[{"a":1},\n{"name": }]}',
    'It is damaged: in line 2, at letter 10, it is no longer JSON',
  ],
  ['{"a":1}\n{"a":2}', 'It is damaged: in line 2, at letter 1, it is no longer JSON'],
  ['["a" "b"]', 'It is damaged: in line 1, at letter 6, it is no longer JSON'],
  ['["a\\q"]', 'It is damaged: in line 1, at letter 5, it is no longer JSON'],
])('of %j it is said where it breaks', async (text, message) => {
  await expect(read(text)).rejects.toMatchObject({ code: 'file.unreadable', message })
})

test('what is too large is refused before all of it is in memory', async () => {
  await expect(read(`["${'a'.repeat(2 * 1024 * 1024)}"]`, 1024 * 1024)).rejects.toMatchObject({
    message: 'It is larger than 1 MB, which no such export is',
  })
})
