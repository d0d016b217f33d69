import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { capture, type Captured } from '../../src/notebook/notes/capture.ts'
import type { CapturedPerson } from '../../src/notebook/notes/head/head.ts'
import { barely, type Expected, isOneOf, type Somebody, wordsOfCase } from './captured-case.ts'

/**
 * Lines as strangers type them, in test/fixtures/captured: `line => who => thoughts`. Who is
 * `Name (role) @House ~place ^day`, `~described` for somebody without a name, with ` + ` between several and `|`
 * between what may stand there; thoughts are `mark words #field day` with ` ¦ ` between. The sets in `blind-…` were
 * written by heart before the grammar was tried on them; docs/build/benches.md has what it read right then.
 */
const languages = ['en', 'es', 'fr', 'de', 'pt'] as const
const today = '2026-03-11'
const root = new URL('../fixtures/captured/', import.meta.url)
const sets = ['.', ...readdirSync(root).filter((name) => name.startsWith('blind-'))]

function read(text: string): Captured {
  return capture(text, { day: today, zone: null, lang: null })
}

function casesIn(set: string, language: (typeof languages)[number]): Expected[] {
  const file = new URL(`${set}/${language}.txt`, root)
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(wordsOfCase)
}

function thoughtsOf({ segments }: Captured): string[] {
  return segments
    .filter(({ mark, offRecord }) => mark !== null || offRecord)
    .map(({ mark, text, fields, day, offRecord }) =>
      [offRecord ? '%' : '', mark ?? '-', text, ...fields.map((field) => `#${field}`), day ?? '']
        .filter(Boolean)
        .join(' '),
    )
}

/** What of a line was read otherwise than expected; empty when all of it is right. */
function wrongIn(expected: Expected): string[] {
  const captured = read(expected.text)
  const { people, meeting } = captured
  const [first] = expected.people
  const thoughts = thoughtsOf(captured).map(barely)
  const said = expected.thoughts.map(barely)
  const wrong = [
    people.length === expected.people.length ? '' : `people: ${people.length}`,
    meeting.day === (expected.day ?? today) ? '' : `day: ${meeting.day}`,
    first && !isOneOf(meeting.place, first.place) ? `place: ${meeting.place}` : '',
    ...expected.people.flatMap((somebody, index) => differences(somebody, people[index])),
    thoughts.join(' ¦ ') === said.join(' ¦ ') ? '' : `thoughts: ${thoughts.join(' ¦ ')}`,
  ]
  return wrong.filter(Boolean)
}

function differences(expected: Somebody, found: CapturedPerson | undefined): string[] {
  if (!found) return ['nobody']
  const { role, organisation } = found
  return [
    isCalled(found, expected.name.trim()) ? '' : `name: ${found.name ?? found.described}`,
    expected.role === null || isOneOf(role, expected.role) ? '' : `role: ${role}`,
    isOneOf(organisation, expected.house) ? '' : `house: ${organisation}`,
  ]
}

/** `*` is anybody, `~*` anybody without a name. */
function isCalled({ name, described }: CapturedPerson, expected: string): boolean {
  if (expected.startsWith('~*')) return name === null
  return isOneOf(name ?? `~${barely(described)}`, expected.split('|'))
}

describe('a line as strangers type it', () => {
  test.each(sets)('is read as it is meant, nineteen times of twenty, in the set %s', (set) => {
    const cases = languages.flatMap((language) => casesIn(set, language))
    const wrong = cases.flatMap((expected) => {
      const found = wrongIn(expected)
      return found.length > 0 ? [`${expected.text}\n  ${found.join('; ')}`] : []
    })
    expect(cases.length).toBeGreaterThanOrEqual(50)
    const isSeldom = wrong.length / cases.length <= 0.05
    expect(isSeldom ? [] : wrong).toEqual([])
  })

  test.each(languages)('keeps every letter, whatever was understood, in %s', (language) => {
    for (const { text } of sets.flatMap((set) => casesIn(set, language))) {
      const kept = read(text).segments.map(({ start, end }) => text.slice(start, end))
      expect(kept.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    }
  })
})
