import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { referencePages } from '../../scripts/reference.ts'
import { everyOperation } from '../../src/operations/run.ts'

const folder = join(import.meta.dirname, '../../docs/reference')

test('the reference names every operation, and is what the list says (npm run reference)', async () => {
  for (const [name, text] of referencePages()) {
    expect(await readFile(join(folder, name), 'utf8')).toBe(text)
  }
  const operations = referencePages().get('operations.md') ?? ''
  for (const { name } of everyOperation()) expect(operations).toContain(`\n### ${name}\n`)
})
