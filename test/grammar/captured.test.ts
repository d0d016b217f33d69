import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { capture, type Captured } from '../../src/notebook/notes/capture.ts'
import { barely, type Expected, type Somebody, wordsOfCase } from './captured-case.ts'

/**
 * Lines as strangers type them, in test/fixtures/captured: `line => who => thoughts`. Most of them were written
 * before anybody looked at how they are read. Who is `Name (role) @House ~place ^day`, `~described` for somebody
 * without a name, with ` + ` between several; thoughts are `mark words #field day` with ` ¦ ` between.
 */
const languages = ['en', 'es', 'fr', 'de', 'pt'] as const
const today = '2026-03-11'

function read(text: string): Captured {
  return capture(text, { day: today, zone: null, lang: null })
}

function casesIn(language: (typeof languages)[number]): Expected[] {
  const file = new URL(`../fixtures/captured/${language}.txt`, import.meta.url)
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

function peopleOf({ people, meeting }: Captured): Somebody[] {
  return people.map((person, index) => ({
    name: person.name ?? `~${barely(person.described)}`,
    role: person.role,
    house: person.organisation,
    place: index === 0 ? meeting.place : null,
  }))
}

/** What of a line was read otherwise than expected; empty when all of it is right. */
function wrongIn(expected: Expected): string[] {
  const captured = read(expected.text)
  const people = peopleOf(captured)
  const thoughts = thoughtsOf(captured).map(barely)
  const wrong = [
    people.length === expected.people.length ? '' : `people: ${people.length}`,
    captured.meeting.day === (expected.day ?? today) ? '' : `day: ${captured.meeting.day}`,
    ...expected.people.flatMap((somebody, index) => differences(somebody, people[index])),
  ]
  const said = expected.thoughts.map(barely)
  if (thoughts.join(' ¦ ') !== said.join(' ¦ ')) wrong.push(`thoughts: ${thoughts.join(' ¦ ')}`)
  return wrong.filter(Boolean)
}

function differences(expected: Somebody, found: Somebody | undefined): string[] {
  const asked = (['name', 'role', 'house', 'place'] as const).filter(
    (part) => part !== 'role' || expected.role !== null,
  )
  return asked
    .filter((part) => barely(found?.[part]) !== barely(expected[part]))
    .map((part) => `${part}: ${found?.[part] ?? 'none'}`)
}

describe('a line as strangers type it', () => {
  test('is read as it is meant, nineteen times of twenty', () => {
    const cases = languages.flatMap(casesIn)
    const wrong = cases.flatMap((expected) => {
      const found = wrongIn(expected)
      return found.length > 0 ? [`${expected.text}\n  ${found.join('; ')}`] : []
    })
    expect(cases.length).toBeGreaterThanOrEqual(200)
    const isSeldom = wrong.length / cases.length <= 0.05
    expect(isSeldom ? [] : wrong).toEqual([])
  })

  test.each(languages)('keeps every letter, whatever was understood, in %s', (language) => {
    for (const { text } of casesIn(language)) {
      const kept = read(text).segments.map(({ start, end }) => text.slice(start, end))
      expect(kept.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
    }
  })
})
