import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countThemes, leadsOf, type SaidInThemes, type ThemeCount } from './themes.ts'

const pay = { id: 'pay', into: null }
const thin = { id: 'thin', into: null }

function said(line: string, speaker: string | null, ...makes: string[]): SaidInThemes {
  return {
    line,
    speaker,
    makes: makes.map((word) => ({
      theme: word.replace('not ', ''),
      otherwise: word.startsWith('not '),
    })),
  }
}

describe('a theme', () => {
  test('counts everybody once, on the side they took, and those of one source as one voice', () => {
    const lines = [
      said('1', 'Samir', 'pay'),
      said('2', 'Samir', 'pay'),
      said('3', 'Owen', 'pay'),
      said('4', 'Ruth', 'not pay'),
      said('5', null, 'pay'),
    ]
    const [count] = countThemes(lines, [pay], [{ id: 'teacher', people: ['Owen', 'Samir'] }])
    expect(count).toEqual({
      theme: 'pay',
      so: [{ people: ['Samir', 'Owen'], sources: ['teacher'] }],
      otherwise: [{ people: ['Ruth'], sources: [] }],
      ofTwoMinds: [],
      unknown: 1,
      contested: true,
      lines: ['1', '2', '3', '4', '5'],
    })
  })

  test('is not contested by somebody who is of two minds alone', () => {
    const [count] = countThemes([said('1', 'A', 'pay'), said('2', 'A', 'not pay')], [pay], [])
    expect(count).toMatchObject({
      so: [],
      otherwise: [],
      ofTwoMinds: [{ people: ['A'] }],
      contested: false,
    })
  })

  test('that was joined into another is counted there, a line of both once', () => {
    const lines = [said('1', 'A', 'pay', 'thin'), said('2', 'B', 'thin')]
    const joined = countThemes(lines, [pay, { ...thin, into: 'pay' }], [])
    expect(joined).toHaveLength(1)
    expect(joined[0]).toMatchObject({ theme: 'pay', lines: ['1', '2'] })
    expect(joined[0]?.so).toHaveLength(2)
  })

  test('that nobody speaks of yet comes to nothing, and words about one that is gone count nowhere', () => {
    expect(countThemes([said('1', 'A', 'gone')], [pay], [])).toMatchObject([{ lines: [], so: [] }])
  })

  test('joined in a circle, or into one that is not there, stands by itself', () => {
    const circle = [
      { id: 'a', into: 'b' },
      { id: 'b', into: 'a' },
      { id: 'c', into: 'gone' },
    ]
    expect([...leadsOf(circle).values()]).toEqual(['a', 'b', 'c'])
  })
})

const ids = ['a', 'b', 'c', 'd', 'e']
const anyLines = fc
  .array(
    fc.record({
      speaker: fc.option(fc.constantFrom('p', 'q', 'r', 's')),
      makes: fc.array(fc.record({ theme: fc.constantFrom(...ids), otherwise: fc.boolean() })),
    }),
    { maxLength: 12 },
  )
  .map((lines) => lines.map((line, index) => ({ line: `${index}`, ...line })))
const anySources = fc
  .array(fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's')), { maxLength: 3 })
  .map((groups) => groups.map((people, index) => ({ id: `${index}`, people })))

describe('counting', () => {
  test('the order in which themes are joined does not matter', () => {
    const order = fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length })
    fc.assert(
      fc.property(anyLines, anySources, order, (lines, sources, joining) => {
        const last = joining.at(-1) ?? ''
        const oneByOne = ids.map((id) => {
          const next = joining[joining.indexOf(id) + 1]
          return { id, into: next ?? null }
        })
        const atOnce = ids.map((id) => ({ id, into: id === last ? null : last }))
        expect(countThemes(lines, oneByOne, sources)).toEqual(countThemes(lines, atOnce, sources))
      }),
    )
  })

  test('no count is above the people who spoke, and nobody stands on two sides', () => {
    const themes = ids.map((id) => ({ id, into: null }))
    fc.assert(
      fc.property(anyLines, anySources, (lines, sources) => {
        for (const count of countThemes(lines, themes, sources)) {
          const people = peopleOf(count)
          expect(new Set(people).size).toBe(people.length)
          const spoke = new Set(
            lines
              .filter(({ line }) => count.lines.includes(line))
              .flatMap((line) => line.speaker ?? []),
          )
          expect(people.toSorted()).toEqual([...spoke].toSorted())
          const { so, otherwise, ofTwoMinds } = count
          expect(so.length + otherwise.length + ofTwoMinds.length).toBeLessThanOrEqual(spoke.size)
        }
      }),
    )
  })

  test('without somebody it comes to what it would if they had never spoken', () => {
    const themes = ids.map((id) => ({ id, into: id === 'b' ? 'a' : null }))
    fc.assert(
      fc.property(anyLines, anySources, (lines, sources) => {
        const without = lines.filter(({ speaker }) => speaker !== 'p')
        for (const count of countThemes(without, themes, sources)) {
          expect(peopleOf(count)).not.toContain('p')
          const before = countThemes(lines, themes, sources).find(
            ({ theme }) => theme === count.theme,
          )
          expect(
            peopleOf(before!)
              .filter((person) => person !== 'p')
              .toSorted(),
          ).toEqual(peopleOf(count).toSorted())
        }
      }),
    )
  })
})

function peopleOf({ so, otherwise, ofTwoMinds }: ThemeCount): string[] {
  return [...so, ...otherwise, ...ofTwoMinds].flatMap(({ people }) => people)
}
