import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreedFor,
  answered,
  answerOf,
  fromNarrow,
  isForOwnerAlone,
  lineLevels,
  narrowest,
  widened,
} from './consent.ts'
import {
  type Consent,
  namingAnswers,
  nothingAsked,
  notesAnswers,
  sharingAnswers,
} from './person.ts'

const someConsent: fc.Arbitrary<Consent> = fc.record({
  notes: fc.constantFrom(...notesAnswers),
  naming: fc.constantFrom(...namingAnswers),
  sharing: fc.constantFrom(...sharingAnswers),
  on: fc.constantFrom(null, '2026-03-11' as const),
})

describe('an answer', () => {
  test('is first where nothing was asked, whatever it is', () => {
    expect(widened(nothingAsked, { notes: 'yes', naming: 'name', sharing: 'yes' })).toEqual([])
  })

  test.each([
    [{ naming: 'role' }, { naming: 'name' }, ['naming']],
    [{ naming: 'name' }, { naming: 'role' }, []],
    [{ sharing: 'no' }, { sharing: 'show-first' }, ['sharing']],
    [{ sharing: 'show-first' }, { sharing: 'yes' }, ['sharing']],
    [{ notes: 'no' }, { notes: 'not-asked' }, ['notes']],
    [{ notes: 'facts' }, { notes: 'facts' }, []],
    [{ notes: 'facts', sharing: 'no' }, { notes: 'no' }, []],
  ] as const)('%j, then %j, is wider in %j', (before, now, wider) => {
    expect(widened({ ...nothingAsked, ...before }, now)).toEqual(wider)
  })

  test('leaves what it does not speak of as it was, and tells the day', () => {
    const before = { ...nothingAsked, notes: 'yes' } as const
    const now = { naming: 'role', said: 'aloud' } as const
    expect(answered(before, now, '2026-03-11')).toEqual({
      notes: 'yes',
      naming: 'role',
      sharing: 'not-asked',
      on: '2026-03-11',
    })
    expect(answerOf(now, '2026-03-11')).toEqual({
      naming: 'role',
      said: 'aloud',
      conversation: null,
      on: '2026-03-11',
    })
  })
})

describe('what holds for a line', () => {
  test('is never wider than person, conversation or line', () => {
    fc.assert(
      fc.property(
        someConsent,
        someConsent,
        fc.constantFrom(...lineLevels),
        (person, talk, level) => {
          const agreed = agreedFor([person, talk], level)
          for (const one of [person, talk]) {
            for (const part of ['notes', 'naming', 'sharing'] as const) {
              const order: readonly string[] = fromNarrow[part]
              expect(order.indexOf(agreed[part])).toBeLessThanOrEqual(order.indexOf(one[part]))
            }
          }
        },
      ),
    )
  })

  test('is the same in whatever order it is asked, and asked twice', () => {
    fc.assert(
      fc.property(someConsent, someConsent, (one, other) => {
        expect(narrowest([one, other])).toEqual(narrowest([other, one]))
        expect(narrowest([one, one])).toEqual(one)
      }),
    )
  })

  test('is for the owner alone where it is private, where notes were refused, and a quote where only facts were allowed', () => {
    const all = { ...nothingAsked, notes: 'yes', naming: 'name', sharing: 'yes' } as const
    const alone = (notes: Consent['notes'], level: (typeof lineLevels)[number], mark: string) =>
      isForOwnerAlone(agreedFor([{ ...all, notes }], level), mark)
    expect(alone('yes', 'private', '=')).toBe(true)
    expect(alone('no', 'as-agreed', '=')).toBe(true)
    expect(alone('facts', 'as-agreed', '"')).toBe(true)
    expect(alone('facts', 'as-agreed', '=')).toBe(false)
    expect(alone('yes', 'chatham', '"')).toBe(false)
    expect(alone('not-asked', 'as-agreed', '"')).toBe(false)
  })

  test('a private line is not shared, whatever they said', () => {
    const all = { ...nothingAsked, sharing: 'yes' } as const
    expect(agreedFor([all], 'private').sharing).toBe('no')
  })
})
