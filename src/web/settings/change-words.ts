import en from '../words/en/settings.json'
import type { Words } from '../words/words.ts'

const operations = en.changes.operation
type Told = keyof typeof operations

/** What an operation did, in words; one of a newer server is told by its name. */
export function changeInWords(t: Words, operation: string): string {
  const key = operation.replace('.', '_')
  return isTold(key) ? t(`settings.changes.operation.${key}`) : operation
}

function isTold(key: string): key is Told {
  return Object.hasOwn(operations, key)
}

const doors = ['web', 'api', 'command', 'mcp', 'clock', 'link'] as const

export function doorInWords(t: Words, door: string): string {
  const known = doors.find((one) => one === door)
  return known === undefined ? door : t(`settings.changes.door.${known}`)
}
