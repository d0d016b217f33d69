import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clearDrafts, putDraft, readDraft } from './drafts.ts'
import { sealerFrom } from './seal.ts'

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes))
const sealer = sealerFrom(random(64), random)

test('any text comes back as it was, sealed differently each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sealer.open(sealer.seal(text))).toBe(text)
      expect(sealer.seal(text)).not.toEqual(sealer.seal(text))
    }),
    { numRuns: 50 },
  )
})

test('what was changed by a single bit does not open', () => {
  const sealed = sealer.seal('what she said')
  for (let at = 0; at < sealed.length; at++) {
    const bent = sealed.map((byte, place) => (place === at ? byte ^ 1 : byte))
    expect(sealer.open(bent)).toBe(null)
  }
})

test('a name is the same for the same text and key, and tells nothing', () => {
  expect(sealer.nameOf('people.show Ana')).toBe(sealer.nameOf('people.show Ana'))
  expect(sealer.nameOf('people.show Ana')).not.toBe(sealer.nameOf('people.show Ben'))
  expect(sealer.nameOf('people.show Ana')).toMatch(/^[0-9a-f]{32}$/)
  expect(sealerFrom(random(64), random).nameOf('a')).not.toBe(sealer.nameOf('a'))
})

test('a draft lies sealed under a name that tells nothing, and goes when it is empty', () => {
  const drawer = new Map<string, string>()
  const storage = {
    getItem: (name: string) => drawer.get(name) ?? null,
    setItem: (name: string, value: string) => void drawer.set(name, value),
    removeItem: (name: string) => void drawer.delete(name),
    key: (at: number) => [...drawer.keys()][at] ?? null,
    get length() {
      return drawer.size
    },
    clear: () => drawer.clear(),
  }
  putDraft(storage, sealer, 'line any', 'met Ana, ¡qué tal! 🎈')
  expect(readDraft(storage, sealer, 'line any')).toBe('met Ana, ¡qué tal! 🎈')
  expect(JSON.stringify([...drawer])).not.toMatch(/Ana|line any/)
  putDraft(storage, sealer, 'line any', '')
  expect(drawer.size).toBe(0)
  putDraft(storage, sealer, 'line any', 'again')
  storage.setItem('sobremesa-line-any', 'kept in the open by a version before')
  storage.setItem('scheme', 'dark')
  clearDrafts(storage)
  expect([...drawer.keys()]).toEqual(['scheme'])
})
