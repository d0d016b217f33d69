import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looseLookFor, maskOf } from './masking.ts'
import { noTraces } from './traces.ts'

const mask = maskOf({
  ...noTraces,
  names: [
    ['Ruth', 'Adeyemi'],
    ['José', 'Núñez'],
  ],
  words: ['Grace'],
  rare: ['Adeyemi'],
  addresses: ['ruth@archive.example', 'linkedin.com/in/ruth'],
  phones: ['34600111222', '600111222'],
  sayings: ['hands before papers'],
})

test.each([
  ['Ask Ruth Adeyemi about it', 'Ask somebody about it'],
  ['ruth adeyemi, RUTH  ADEYEMI and Ruth_Adeyemi', 'somebody, somebody and somebody'],
  ['@Ruth Adeyemi: yes', 'somebody: yes'],
  ['write to @[Ruth Adeyemi]!', 'write to somebody!'],
  ["Ruth Adeyemi's atlas", "somebody's atlas"],
  ['Jose Nunez and José Núñez', 'somebody and somebody'],
  ['adeyemi-cards.csv', 'somebody-cards.csv'],
  ['By the grace of Grace', 'By the grace of somebody'],
  ['mailto:ruth@archive.example, https://linkedin.com/in/ruth/', '·····, ·····'],
  ['+34 600 111 222 or 600-111-222', '····· or ·····'],
  ['"hands before papers", she said', '"·····", she said'],
])('%s is read as %s', (text, masked) => {
  expect(mask(text)).toBe(masked)
})

test.each([
  'Ruth Adeyemi-Smith and Smith-Adeyemi are others',
  'Ruthless Adeyemis',
  'otherruth@archive.example and ruth@archive.example.org2',
  'linkedin.com/in/ruth-b',
  'the number 1346001112229',
])('%s stays as it is', (text) => {
  expect(mask(text)).toBe(text)
})

test('a text without traces is the same text, and masking twice is masking once', () => {
  expect(maskOf(noTraces)('Ruth Adeyemi')).toBe('Ruth Adeyemi')
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Ruth', 'Adeyemi', '@', ' ', '-', 'a', '[', ']', '.')),
      (parts) => {
        const once = mask(parts.join(''))
        expect(mask(once)).toBe(once)
      },
    ),
    { numRuns: 300 },
  )
})

test('the quick look misses nothing that the mask would change, also inside JSON', () => {
  const traces = { ...noTraces, names: [['Ruth', 'Adeyemi']], rare: ['Adeyemi'] }
  const [own, isHit] = [maskOf(traces), looseLookFor(traces)]
  const word = fc.constantFrom('Ruth Adeyemi', 'ADEYEMI', '\n', '"', 'x', ' ', 'é')
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      const text = parts.join('')
      if (own(text) !== text) expect(isHit(JSON.stringify({ text }))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
