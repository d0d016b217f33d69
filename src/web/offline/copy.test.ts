import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { nothingNear } from '../../../test/stand/nothing-near.ts'
import { shelfInMemory } from '../../../test/stand/shelf-in-memory.ts'
import { createCopy, type NearAnswer } from './copy.ts'
import { sealerFrom } from './seal.ts'

const sealer = sealerFrom(new Uint8Array(64).fill(5), (bytes) => new Uint8Array(randomBytes(bytes)))

/** Fields with a page each, as leaves of these versions. */
function fields(versions: Readonly<Record<string, string>>): Pick<NearAnswer, 'pages' | 'leaves'> {
  return {
    pages: Object.entries(versions).map(([name, answer]) => ({
      operation: 'fields.show',
      input: { name },
      answer,
      leaf: `field ${name}`,
    })),
    leaves: Object.entries(versions).map(([name, version]) => ({ name: `field ${name}`, version })),
  }
}

const shown = (copy: ReturnType<typeof createCopy>, name: string) =>
  copy.answer('fields.show', { name }, [])

test('a device says what it has, and keeps what it does not hear of again', async () => {
  const copy = createCopy(shelfInMemory(), sealer)
  expect(await copy.asks([])).toEqual({})
  await copy.take({ ...nothingNear, whole: true, ...fields({ ux: 'a1', zoo: 'b1' }) })
  expect(await copy.asks([])).toEqual({ since: 'first', has: ['a1', 'b1'] })
  await copy.take({ ...nothingNear, mark: 'second', ...fields({ ux: 'a2' }) })
  expect(await copy.asks([])).toEqual({ since: 'second', has: ['a2', 'b1'] })
  expect([await shown(copy, 'ux'), await shown(copy, 'zoo')]).toEqual(['a2', 'b1'])
})

test('a leaf that is gone or stale takes its pages along', async () => {
  const copy = createCopy(shelfInMemory(), sealer)
  await copy.take({ ...nothingNear, whole: true, ...fields({ ux: 'a1', zoo: 'b1', law: 'c1' }) })
  await copy.take({ ...nothingNear, leavesGone: ['field ux'], stale: ['b1'] })
  const left = [await shown(copy, 'ux'), await shown(copy, 'zoo'), await shown(copy, 'law')]
  expect(left).toEqual([null, null, 'c1'])
})

test('a page that a leaf has no more goes, though the leaf stays', async () => {
  const copy = createCopy(shelfInMemory(), sealer)
  const note = { operation: 'notes.show', input: { kind: 'field', id: 'ux' }, answer: 'words' }
  const first = fields({ ux: 'a1' })
  const pages = [...first.pages, { ...note, leaf: 'field ux' }]
  await copy.take({ ...nothingNear, whole: true, ...first, pages })
  await copy.take({ ...nothingNear, ...fields({ ux: 'a2' }) })
  expect(await shown(copy, 'ux')).toBe('a2')
  expect(await copy.answer('notes.show', note.input, [])).toBeNull()
})

test('where another build read on meanwhile, everything is asked for anew', async () => {
  const shelf = shelfInMemory()
  const copy = createCopy(shelf, sealer)
  await copy.take({ ...nothingNear, whole: true, ...fields({ ux: 'a1' }) })
  // As a window does that still shows the app of before: it knows pages and people, and nothing of leaves.
  const everybody = { mark: 'second', count: 0, people: [] }
  await shelf.change('copy', () => [
    {
      put: 'copy',
      key: sealer.nameOf('everybody'),
      value: sealer.seal(JSON.stringify(everybody)),
    },
  ])
  expect(await copy.asks([])).toEqual({})
})
