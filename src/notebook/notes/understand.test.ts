import { describe, expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { kindOfMark } from './marks.ts'
import { understandLine, type UnderstoodLine } from './understand.ts'

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

describe('a line', () => {
  test.each([
    ['" I give them a torn letter', '" [I give them a torn letter]'],
    ['! mend fifty flea-market books', '! [mend fifty flea-market books]'],
    ['= two trainees a year', '= [two trainees a year]'],
    ['? would the panel mind', '? [would the panel mind]'],
    ['$ weekend course in June', '$ [weekend course in June]'],
    ['> read her handout', '> [read her handout]'],
    ['< she writes on Monday', '< [she writes on Monday]'],
    ['laughs about the light meters', '- [laughs about the light meters]'],
    ['', '- []'],
    ['   ', '- []'],
    ['!', '- [!]'],
    ['! ', '! []'],
    ['!no space', '- [!no space]'],
    ['"I never look at degrees"', '- ["I never look at degrees"]'],
    ['?? really', '- [?? really]'],
    ['! ! twice', '! [! twice]'],
    ['=> not a mark', '- [=> not a mark]'],
    ['-> send it', '- [-> send it]'],
    ['>send it', '- [>send it]'],
    ['C++ and C#', '- [C++ and C#]'],
    ['\t! after a tab', '! [after a tab]'],
    ['!\tbefore a tab', '! [before a tab]'],
    ['    " indented', '" [indented]'],
    ['- ! in a list', '! [in a list]'],
    ['* > starred', '> [starred]'],
    ['• = dotted', '= [dotted]'],
    ['– ? dashed', '? [dashed]'],
    ['- plain in a list', '- [- plain in a list]'],
    ['! trailing spaces   ', '! [trailing spaces]'],
  ])('%j', (line, expected) => {
    expect(summary(read(line))).toBe(expected)
  })

  test.each([
    ['“ typed by a phone', '"'],
    ['” typed by a phone', '"'],
    ['„ getippt', '"'],
    ['« tapé', '"'],
    ['«\u00a0tapé\u00a0»', '"'],
    ['＂ 全角', '"'],
    ['「 かぎ', '"'],
    ['！ 全角', '!'],
    ['❗ emoji', '!'],
    ['❗\ufe0f emoji', '!'],
    ['？ 全角', '?'],
    ['؟ لماذا', '?'],
    ['＝ 全角', '='],
    ['＋ 全角', '+'],
    ['➕ emoji', '+'],
    ['＄ 全角', '$'],
    ['＞ 全角', '>'],
    ['＜ 全角', '<'],
    ['!\u3000全角の空白', '!'],
    ['\u200f! من اليمين', '!'],
    ['\u202a\u2066! isolated\u2069\u202c', '!'],
    ['\ufeff! after a byte order mark', '!'],
    ['🰟 = later', null],
  ])('signs as keyboards type them: %j', (line, mark) => {
    expect(read(line).mark).toBe(mark)
  })

  test('each mark has its kind', () => {
    for (const [mark, kind] of Object.entries(kindOfMark)) {
      expect(read(`${mark} words`)).toMatchObject({ mark, kind, text: 'words' })
    }
    expect(read('words').kind).toBeNull()
  })
})

describe('off the record', () => {
  test.each([
    ['% he is leaving', '% - [he is leaving]'],
    ['%he is leaving', '% - [he is leaving]'],
    ['% ! leave before May', '% ! [leave before May]'],
    ['%! leave before May', '% ! [leave before May]'],
    ['％ 全角', '% - [全角]'],
    ['  - % " in a list', '% " [in a list]'],
    ['%', '% - []'],
    ['! 50 % of them', '! [50 % of them]'],
    ['100% sure', '- [100% sure]'],
  ])('%j', (line, expected) => {
    expect(summary(read(line))).toBe(expected)
  })
})

describe('a closing quotation mark', () => {
  test.each([
    ['" I never look."', 'I never look.'],
    ['" I never look.” #ux', 'I never look.'],
    ['„ Nie gesehen“', 'Nie gesehen'],
    ['« Jamais »', 'Jamais'],
    ['" he said "never" to him"', 'he said "never" to him'],
    ['" he said "never"', 'he said "never"'],
    ['" he said “never”', 'he said “never”'],
    ['" call it “hands”', 'call it “hands”'],
    ['! keep the "quotes"', 'keep the "quotes"'],
    ['" "', ''],
  ])('%j', (line, text) => {
    expect(read(line).text).toBe(text)
  })
})

describe('a promise', () => {
  test('has the day that its words name', () => {
    expect(read('> send the article by Friday').day).toBe('2026-03-13')
    expect(read('< she calls on Monday #ux').day).toBe('2026-03-16')
  })

  test('has no day where the day of the conversation is not known', () => {
    const unknown = { ...options, day: null }
    expect(understandLine('> send it by 2026-04-12', 0, unknown).day).toBeNull()
  })

  test('is the only line with a day', () => {
    expect(read('! start by Friday').day).toBeNull()
    expect(read('by Friday').day).toBeNull()
  })

  test('asks the reader it was given', () => {
    const asked = { ...options, readDay: () => '2030-01-01' as const }
    expect(understandLine('> whenever', 0, asked).day).toBe('2030-01-01')
  })
})

describe('a person to meet', () => {
  test('is read from the words behind the mark, and named among the people', () => {
    expect(read('+ Ana Ruiz, UX lead at Acme, ana@acme.com #ux')).toMatchObject({
      text: 'Ana Ruiz, UX lead at Acme, ana@acme.com',
      people: ['Ana Ruiz'],
      fields: ['ux'],
      referral: { name: 'Ana Ruiz', role: 'UX lead', organisation: 'Acme', mail: 'ana@acme.com' },
    })
  })

  test('may be written with an at sign', () => {
    expect(read('+ @Ana Ruiz, hydrologist')).toMatchObject({
      speaker: null,
      people: ['Ana Ruiz'],
      referral: { name: 'Ana Ruiz', role: 'hydrologist' },
    })
  })
})
