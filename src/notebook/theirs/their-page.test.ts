import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingAsked } from '../people/person.ts'
import { type TheirView, theirPage } from './their-page.ts'
import { inEnglish } from './their-words.ts'

function viewWith(words: string): TheirView {
  const zone = 'Europe/Lisbon'
  return {
    owner: `x${words}`,
    said: null,
    agreed: {
      start: { day: '2026-04-14', clock: '10:00', zone },
      isOff: false,
      minutes: 20,
      place: `x${words}`,
    },
    times: {
      ownerZone: 'Europe/Madrid',
      zone,
      zones: [zone],
      offer: { zone, times: [{ day: '2026-04-15', clock: '11:00' }], on: '2026-04-09' },
      saidNo: false,
      mayDecline: true,
      now: '2026-04-09T08:00:00Z',
    },
    kept: {
      name: `x${words}`,
      values: [`x${words}`],
      spokeOn: [],
      said: [`x${words}`],
      consent: nothingAsked,
    },
    expiresAt: '2026-06-09T08:00:00Z',
  }
}

/** The markup alone: every tag with its attributes, in order. */
const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? []

test('whatever was written, the page has the same tags and none of its own', () => {
  const plain = tagsOf(theirPage(viewWith(''), inEnglish))
  const nasty = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></main>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '\u202e<svg/onload=alert(1)>',
    '\0<a href="javascript:alert(1)">',
  )
  const words = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(words, (parts) => {
      expect(tagsOf(theirPage(viewWith(parts.join('')), inEnglish))).toEqual(plain)
    }),
    { numRuns: 1000 },
  )
})
