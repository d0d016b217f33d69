import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, type Line } from './align.ts'
import { merge } from './merge.ts'

type Edit = {
  readonly at: number
  readonly does: 'change' | 'remove' | 'add'
  readonly text: string
}

const someBase = fc
  .array(fc.string({ maxLength: 6 }), { maxLength: 8 })
  .map((texts) => texts.map((text, index) => ({ id: `base-${index}`, text })))
const someEdits = fc.array(
  fc.record({
    at: fc.nat(9),
    does: fc.constantFrom('change', 'remove', 'add'),
    text: fc.string({ maxLength: 6 }),
  }),
  { maxLength: 6 },
)

function edited(base: readonly Line[], edits: readonly Edit[], who: string): Line[] {
  let lines = [...base]
  for (const [count, { at, does, text }] of edits.entries()) {
    const place = at % (lines.length + 1)
    const line = lines[place]
    if (does === 'add' || !line) lines = lines.toSpliced(place, 0, { id: `${who}-${count}`, text })
    else
      lines =
        does === 'remove' ? lines.toSpliced(place, 1) : lines.with(place, { id: line.id, text })
  }
  return lines
}

const note = (text: string): Line[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ id: word[0] ?? '', text: word }))
const wordsOf = (lines: ReturnType<typeof merge>): string =>
  lines.map((line) => ('text' in line ? line.text : `${line.theirs}|${line.mine}`)).join(' ')

describe('two versions of a note', () => {
  test('where only one side changed anything, the note is as that side has it', () => {
    fc.assert(
      fc.property(someBase, someEdits, (base, edits) => {
        const changed = edited(base, edits, 'new')
        expect(merge(base, changed, base)).toEqual(changed)
        expect(merge(base, base, changed)).toEqual(changed)
      }),
    )
  })

  test('both sides having made the same changes, they are made once', () => {
    fc.assert(
      fc.property(someBase, someEdits, (base, edits) => {
        const changed = edited(base, edits, 'new')
        expect(merge(base, changed, changed)).toEqual(changed)
      }),
    )
  })

  test('every word that somebody added or changed is still there, and every line once', () => {
    fc.assert(
      fc.property(someBase, someEdits, someEdits, (base, here, there) => {
        const [mine, theirs] = [edited(base, here, 'mine'), edited(base, there, 'theirs')]
        const merged = merge(base, mine, theirs)
        const before = new Map(base.map((line) => [line.id, line.text]))
        const kept = new Map(
          merged.map((line) => [line.id, 'text' in line ? [line.text] : [line.mine, line.theirs]]),
        )
        for (const line of [...mine, ...theirs]) {
          if (before.get(line.id) !== line.text) expect(kept.get(line.id)).toContain(line.text)
        }
        expect(kept.size).toBe(merged.length)
      }),
    )
  })

  test('typed apart, as plain text on two devices, every line that one of them wrote stands in the note', () => {
    const someText = fc.array(
      fc.constantFrom<string[]>('one', 'two', 'three words here', '', 'four'),
      {
        maxLength: 8,
      },
    )
    const written = fc.array(fc.tuple(fc.nat(9), fc.boolean(), fc.string({ maxLength: 12 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(someText, written, written, (texts, here, there) => {
        let count = 0
        const newId = () => `new-${count++}`
        const base = texts.map((text, index) => ({ id: `base-${index}`, text }))
        const typed = (edits: typeof here) =>
          edits.reduce(
            (lines, [at, adds, text]) =>
              lines.toSpliced(at % (lines.length + 1), adds ? 0 : 1, text),
            texts,
          )
        const [mine, theirs] = [typed(here), typed(there)]
        const merged = merge(base, align(base, mine, newId), align(base, theirs, newId))
        const kept = new Set(
          merged.flatMap((line) => ('text' in line ? [line.text] : [line.mine, line.theirs])),
        )
        for (const text of [...mine, ...theirs]) {
          if (!texts.includes(text)) expect(kept).toContain(text)
        }
      }),
    )
  })

  test('nothing stands there that neither side has', () => {
    fc.assert(
      fc.property(someBase, someEdits, someEdits, (base, here, there) => {
        const [mine, theirs] = [edited(base, here, 'mine'), edited(base, there, 'theirs')]
        const known = new Set([...mine, ...theirs].map((line) => line.id))
        for (const line of merge(base, mine, theirs)) expect(known).toContain(line.id)
      }),
    )
  })

  test('different lines changed: both changes', () => {
    expect(wordsOf(merge(note('a b c'), note('a1 b c'), note('a b c2')))).toBe('a1 b c2')
  })

  test('the same line changed twice: both stand side by side', () => {
    expect(merge(note('a b'), note('a b1'), note('a b2'))).toEqual([
      { id: 'a', text: 'a' },
      { id: 'b', mine: 'b1', theirs: 'b2' },
    ])
  })

  test('a line changed here and taken away there stays, as it was changed', () => {
    expect(wordsOf(merge(note('a b c'), note('a b1 c'), note('a c')))).toBe('a b1 c')
    expect(wordsOf(merge(note('a b c'), note('a c'), note('a b1 c')))).toBe('a b1 c')
  })

  test('a line taken away here and untouched there is gone', () => {
    expect(wordsOf(merge(note('a b c'), note('a c'), note('a b c1')))).toBe('a c1')
  })

  test('lines added at the same place both stay, theirs first', () => {
    expect(wordsOf(merge(note('a z'), note('a mine z'), note('a their z')))).toBe('a their mine z')
  })

  test('lines moved there and changed here are moved and changed', () => {
    expect(wordsOf(merge(note('a b c'), note('a1 b c'), note('c a b')))).toBe('c a1 b')
  })

  test('where they moved lines and both added behind the same one, theirs come first', () => {
    expect(wordsOf(merge(note('a b c'), note('a b mine c'), note('b their a c')))).toBe(
      'b their mine a c',
    )
  })
})
