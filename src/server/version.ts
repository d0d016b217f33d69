import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder that holds package.json. */
export const root = join(import.meta.dirname, '../..')

export function versionOfProgram(): string {
  const description: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const known = typeof description === 'object' && description !== null && 'version' in description
  return known ? String(description.version) : 'unknown'
}
