import { expect, test } from 'vitest'
import type { Channel } from './person.ts'
import { reachKeysOf } from './reach-keys.ts'

const channel = (kind: Channel['kind'], value: string, label: string | null = null): Channel => ({
  kind,
  value,
  label,
  preferred: false,
  sources: [],
})

test.each([
  ['mail', 'Ana.Ruiz@Archive.example', ' mailto:ana.ruiz@archive.example'],
  ['mail', 'ana.ruiz+rivers@gmail.com', 'anaruiz@googlemail.com'],
  ['phone', '+34 (600) 111-222', '600111222'],
  ['phone', 'tel:+49-30-5550-1177', '030 55501177'],
  ['link', 'https://www.linkedin.com/in/Ana-R/', 'linkedin.com/in/ana-r?trk=x'],
] as const)('a %s written %j is found as %j', (kind, one, other) => {
  expect(reachKeysOf(channel(kind, one))).toHaveLength(1)
  expect(reachKeysOf(channel(kind, one))).toEqual(reachKeysOf(channel(kind, other)))
})

test('a name in one messenger is not the same name in another', () => {
  const signal = reachKeysOf(channel('message', 'Ana R', 'Signal'))
  expect(signal).toEqual(reachKeysOf(channel('message', 'anar', 'Signal')))
  expect(signal).not.toEqual(reachKeysOf(channel('message', 'anar', 'Skype')))
})

test('what is no way to reach somebody has no key, and none is longer than an index takes', () => {
  for (const nothing of [channel('mail', 'Ana'), channel('phone', '112'), channel('link', ' ')]) {
    expect(reachKeysOf(nothing)).toEqual([])
  }
  for (const kind of ['mail', 'phone', 'link', 'message'] as const) {
    for (const [, key] of reachKeysOf(channel(kind, `a@b.example/${'9x'.repeat(5000)}`))) {
      expect(key.length).toBeLessThanOrEqual(100)
    }
  }
})
