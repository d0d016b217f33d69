import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { everyBreak, type Proof, proveWalls, saidOf } from './prove.ts'
import { passages, wallBreaks } from './wall-breaks.ts'

let proof: Proof

beforeAll(async () => {
  proof = await proveWalls()
}, 600_000)

test.each(everyBreak)(
  '$watcher notice, by $rule: $what',
  ({ file, saidOf: place, watcher, rule }) => {
    expect(saidOf(proof, place ?? file, watcher)).toContain(rule)
  },
)

test.each(passages)('no wall stands in the way: $what', ({ file }) => {
  expect(saidOf(proof, file, 'walls')).toEqual([])
})

test('every wall is broken here at least once', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: readonly { readonly name: string }[]
  }
  const broken = new Set(wallBreaks.map(({ rule }) => rule))
  expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
})

test('the walls are really looked at: a check that sees no files would pass in silence', () => {
  expect(proof.looked).toBeGreaterThan(30)
})

test('no break stands in the place of a file of the product', () => {
  const root = join(import.meta.dirname, '../..')
  const files = [...everyBreak, ...passages].map(({ file }) => file)
  expect(files.filter((file) => existsSync(join(root, file)))).toEqual([])
  expect(new Set(files).size).toBe(files.length)
})
