import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processorTime } from '../../../test/stand/processor-time.ts'
import type { Day } from '../../kit/days.ts'
import { linesOf } from './lines.ts'
import { knownNames } from './names.ts'
import { understand, understandLine, type UnderstoodLine } from './understand.ts'

const wednesday: Day = '2026-03-11'
const options = { day: wednesday, zone: null, lang: null }

function read(line: string): UnderstoodLine {
  return understandLine(line, 0, options)
}

/** A line as `mark "text" tags`, with `%` in front where it is off the record. */
function summary({ mark, text, offRecord, tags }: UnderstoodLine): string {
  const signs = { field: '#', topic: '/', person: '@' }
  const shown = tags.map((tag) => ` ${signs[tag.kind]}${tag.text}`).join('')
  return `${offRecord ? '% ' : ''}${mark ?? '-'} [${text}]${shown}`
}

/** A line as it could be typed again. */
function written(line: UnderstoodLine): string {
  const trailing = line.tags.filter((tag) => tag.start >= line.textEnd).map(tagWritten)
  return [line.offRecord ? '%' : '', line.mark ?? '', line.text, ...trailing]
    .filter((part) => part !== '')
    .join(' ')
}

function tagWritten({ kind, text }: UnderstoodLine['tags'][number]): string {
  return kind === 'person' ? `@[${text}]` : `${kind === 'field' ? '#' : '/'}${text}`
}

/** What stays of a line when others before it grow or shrink. */
function withoutPlace({ text, mark, fields, topics, people, day }: UnderstoodLine) {
  return { text, mark, fields, topics, people, day }
}

/** Any Unicode, the signs we read, and what breaks offsets: lone surrogates, NUL, joiners, other line breaks. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '\u2029',
        '\0',
        '\ud800',
        '\udc00',
        '\u200f',
        '\u202e',
        '\u200d',
        '\ufe0f',
        '👩‍🎨',
        'é',
        'é',
        '! ',
        '" ',
        '= ',
        '? ',
        '+ ',
        '$ ',
        '> ',
        '< ',
        '%',
        '% ',
        '“ ',
        ' #ux',
        ' /path',
        ' @Ana Ruiz',
        '@[Ana',
        ']',
        ' by Friday',
        ' bis 3. Mai',
        ': ',
        ' ',
        'words',
        '田中',
        'محمد',
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

describe('any text at all', () => {
  test('is understood, with one item for each line, at exactly its place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = understand(text, options)
        expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(
          text.split(/\r\n|[\n\r\u2028\u2029]/),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('gives words, tags and marks that stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of understand(text, options)) {
          expect(text.slice(line.textStart, line.textEnd)).toBe(line.text)
          expect(
            line.start <= line.textStart &&
              line.textStart <= line.textEnd &&
              line.textEnd <= line.end,
          ).toBe(true)
          expect(line.markAt === null).toBe(line.mark === null)
          for (const tag of line.tags) expect('#/@＃／＠').toContain(text.charAt(tag.start))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('reads the same line by line as in one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const alone = linesOf(text).map(({ start, end }) =>
          understandLine(text.slice(start, end), start, options),
        )
        expect(understand(text, options)).toEqual(alone)
      }),
    )
  })

  test('reads the same again when it is written back, mark and words and tags', () => {
    const plainLine = fc
      .tuple(
        fc.constantFrom('', '! ', '" ', '> ', '% ', '%? '),
        fc.array(
          fc.constantFrom(
            'portfolio',
            'before',
            'degree',
            'über',
            '田中',
            '👩‍🎨',
            '#ux',
            '/path',
            '@Ana',
            'in',
            '3',
          ),
          { minLength: 1, maxLength: 8 },
        ),
      )
      .map(([start, words]) => start + words.join(' '))
    fc.assert(
      fc.property(plainLine, (text) => {
        const once = read(text)
        const twice = read(written(once))
        expect(summary(twice)).toBe(summary(once))
        expect(written(twice)).toBe(written(once))
      }),
    )
  })

  test('keeps the reading of all other lines when one is edited', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyText.map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' ')),
          { minLength: 1, maxLength: 6 },
        ),
        fc.nat(),
        anyText,
        (texts, which, typed) => {
          const at = which % texts.length
          const edited = texts.with(at, typed.replace(/[\r\n\u2028\u2029]/g, ' '))
          const [before, after] = [texts, edited].map((lines) =>
            understand(lines.join('\n'), options).map(withoutPlace),
          )
          expect(after?.toSpliced(at, 1)).toEqual(before?.toSpliced(at, 1))
        },
      ),
    )
  })
})

test('a note of ten thousand lines keeps nobody waiting', () => {
  const some = [
    '> send her the article by Friday #ux',
    '! portfolio before degree #ux',
    'plain words',
    '" @Ana Ruiz I never look',
    '= two',
  ]
  const note = Array.from({ length: 10_000 }, (_none, index) => some[index % some.length]).join(
    '\n',
  )
  const names = knownNames(['Ana Ruiz', 'Tomasz Wilk'])
  understand(note.slice(0, 2000), { ...options, names })
  const taken = processorTime(() => {
    expect(understand(note, { ...options, names })).toHaveLength(10_000)
  })
  expect(taken).toBeLessThan(3000)
})

test('a line that tries to make the reading slow does not', () => {
  const hostile = [
    ' #'.repeat(50_000),
    '@A '.repeat(30_000),
    '" '.repeat(50_000),
    `> ${'by '.repeat(40_000)}`,
    `+ ${'a@'.repeat(40_000)}`,
    `> ${'12.'.repeat(40_000)}`,
    'é'.repeat(100_000),
    `" ${'"'.repeat(100_000)}`,
  ]
  const taken = processorTime(() => {
    for (const line of hostile) expect(read(line).end).toBe(line.length)
  })
  expect(taken).toBeLessThan(5000)
})
