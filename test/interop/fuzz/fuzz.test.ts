import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerNames, tried } from './readers.ts'
import { cases, triedCase } from './run.ts'

test(
  'mutated files are read or refused, soon, and never more than that',
  { timeout: 120_000 },
  async () => {
    const caseOf = cases()
    for (let number = 1; number <= 3000; number++) {
      const one = caseOf(number)
      const { fault } = await triedCase(one)
      expect(fault && { number, reader: one.reader, fault }).toBeNull()
    }
  },
)

test.each(readerNames)('%s: any text at all is read or refused', async (reader) => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 300 }), async (content, size) => {
      expect((await tried(reader, Buffer.from(content), size)).fault).toBeNull()
    }),
    { numRuns: 100 },
  )
})
