import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, type Line } from './align.ts'

function numbered(texts: readonly string[]): Line[] {
  return texts.map((text, index) => ({ id: `old-${index}`, text }))
}

function aligned(old: readonly Line[], texts: readonly string[]): Line[] {
  let count = 0
  return align(old, texts, () => `new-${count++}`)
}

function idsOf(old: readonly string[], texts: readonly string[]): string[] {
  return aligned(numbered(old), texts).map((line) => line.id)
}

/** Lines as people type them, with blanks and repetitions among them. */
const someLine = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  fc.constantFrom(
    '',
    '',
    '! portfolio before degree #ux',
    '" hands before papers',
    'laughs',
    '> call Ana',
  ),
)
const someNote = fc.array(someLine, { maxLength: 25 })
/** Lines that all differ. */
const distinctNote = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }), {
  minLength: 1,
  maxLength: 20,
})

describe('the ids of lines', () => {
  test('a text that did not change keeps every id, and the very lines', () => {
    fc.assert(
      fc.property(someNote, (texts) => {
        const old = numbered(texts)
        expect(aligned(old, texts)).toEqual(old)
      }),
    )
  })

  test('the text is always the new text, and no id stands twice', () => {
    fc.assert(
      fc.property(someNote, someNote, (before, after) => {
        const lines = aligned(numbered(before), after)
        expect(lines.map((line) => line.text)).toEqual(after)
        expect(new Set(lines.map((line) => line.id)).size).toBe(after.length)
      }),
    )
  })

  test('typing into one line keeps its own id and all the others', () => {
    fc.assert(
      fc.property(
        distinctNote,
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 3 }),
        (texts, which, where, typed) => {
          const index = which % texts.length
          const line = texts[index] ?? ''
          const at = where % (line.length + 1)
          const edited = texts.with(index, line.slice(0, at) + typed + line.slice(at))
          expect(idsOf(texts, edited)).toEqual(idsOf(texts, texts))
        },
      ),
    )
  })

  test('a new line leaves the ids of the others alone', () => {
    fc.assert(
      fc.property(distinctNote, fc.nat(), someLine, (texts, which, line) => {
        const at = which % (texts.length + 1)
        const ids = idsOf(texts, texts.toSpliced(at, 0, line))
        const known = new Set(idsOf(texts, texts))
        expect(ids.filter((id) => known.has(id))).toEqual(idsOf(texts, texts))
      }),
    )
  })

  test('a line taken away leaves the ids of the others alone', () => {
    fc.assert(
      fc.property(distinctNote, fc.nat(), (texts, which) => {
        const at = which % texts.length
        expect(idsOf(texts, texts.toSpliced(at, 1))).toEqual(idsOf(texts, texts).toSpliced(at, 1))
      }),
    )
  })

  test('a line that moves is still itself', () => {
    expect(
      idsOf(
        ['one thing', 'two things', 'three things'],
        ['three things', 'one thing', 'two things'],
      ),
    ).toEqual(['old-2', 'old-0', 'old-1'])
  })

  test('two lines edited far apart keep their ids, and so does what stands between', () => {
    const old = [
      '! mend fifty books',
      '= two trainees a year',
      '" hands first',
      '> read the handout',
    ]
    const now = [
      '! mend fifty flea-market books',
      '= two trainees a year',
      '" hands first',
      '> read her handout by Sunday',
    ]
    expect(idsOf(old, now)).toEqual(['old-0', 'old-1', 'old-2', 'old-3'])
  })

  test('a line cut in two gives its id to the longer part', () => {
    expect(
      idsOf(['mend fifty books and keep the worst'], ['mend fifty books', 'and keep']),
    ).toEqual(['old-0', 'new-0'])
  })

  test('two lines joined keep the id of the longer one', () => {
    expect(
      idsOf(
        ['mend fifty flea-market books', 'keep one'],
        ['mend fifty flea-market books keep one'],
      ),
    ).toEqual(['old-0'])
  })

  test('a thought that takes the place of another is a new one', () => {
    expect(idsOf(['! mend fifty books'], ['! sleep well'])).toEqual(['new-0'])
  })

  test('the same mark does not make two short lines alike', () => {
    expect(idsOf(['! go'], ['! be'])).toEqual(['new-0'])
  })

  test('a blank line becomes what is typed into it', () => {
    expect(idsOf(['one', '', 'three'], ['one', 'a thought', 'three'])).toEqual([
      'old-0',
      'old-1',
      'old-2',
    ])
  })

  test('lines that say the same keep their order', () => {
    expect(idsOf(['same', 'same', 'other'], ['same', 'new words', 'same', 'other'])).toEqual([
      'old-0',
      'new-0',
      'old-1',
      'old-2',
    ])
  })

  test('a note of ten thousand lines in which everything changed takes bounded time', () => {
    const old = numbered(
      Array.from(
        { length: 10_000 },
        (_none, index) => `! thought ${index} about ${(index * 7919) % 1000}`,
      ),
    )
    const lines = aligned(
      old,
      old.map((line) => `${line.text} and more`),
    )
    expect(lines.filter((line) => line.id.startsWith('old')).length).toBeGreaterThan(9900)
  }, 5000)
})
