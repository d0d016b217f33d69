import { format } from 'node:util'
import { afterEach, beforeEach, vi } from 'vitest'

const complaints: string[] = []

/**
 * What the code under test wrote to `console.error` so far in this test; taking it says that the
 * test expected it. What nobody took fails the test.
 */
export function takeComplaints(): string[] {
  return complaints.splice(0)
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    complaints.push(format(...words))
  })
})

afterEach(() => {
  const unexpected = takeComplaints()
  if (unexpected.length > 0) {
    throw new Error(`Nobody expected this on console.error:\n${unexpected.join('\n')}`)
  }
})
