import { beforeAll, describe, expect, test } from 'vitest'
import { bringWords, t } from '../words/words.ts'
import { ageInWords, curveInWords, peopleInWords } from './theme-words.ts'
import type { CurveShown, ThemeShown } from './types.ts'

beforeAll(bringWords)

const wall = { zone: 'Europe/Lisbon', locale: 'en-GB', today: '2026-03-12' } as const
const voices = (count: number): ThemeShown['so'] =>
  Array.from({ length: count }, (_, at) => ({ people: [{ id: `${at}`, name: `Person ${at}` }] }))

function theme(more: Partial<ThemeShown> = {}): ThemeShown {
  return {
    id: 'pay',
    claim: 'The pay is thin',
    about: '',
    topic: null,
    so: [],
    otherwise: [],
    ofTwoMinds: [],
    unknown: 0,
    contested: false,
    lines: [],
    since: null,
    lastOn: null,
    joined: [],
    ...more,
  }
}

describe('a theme is said', () => {
  test.each([
    [{ so: voices(1) }, '1 person. One voice is a story, not a pattern.'],
    [{ so: voices(2) }, '2 people. Too few to lean on.'],
    [{ so: voices(5) }, '5 people.'],
    [{ so: voices(4), otherwise: voices(1) }, '4 people say so, 1 says otherwise.'],
    [{ otherwise: voices(2) }, 'Nobody says so, 2 say otherwise.'],
    [{ so: voices(5), ofTwoMinds: voices(1) }, '5 people. 1 is of two minds.'],
    [{ ofTwoMinds: voices(1) }, '1 is of two minds.'],
    [{ unknown: 2 }, 'Nobody we know by name said it. 2 lines are of nobody known.'],
  ])('%o: %s', (more, words) => {
    expect(peopleInWords(t, theme(more))).toBe(words)
  })

  test('with its age, once the newest line is a year old', () => {
    expect(age('2024-01-01', '2025-03-13')).toBeNull()
    expect(age('2024-05-04', '2024-05-04')).toBe('Said in 2024.')
    expect(age('2024-01-04', '2024-06-04')).toBe('Said in 2024.')
    expect(age('2022-05-04', '2024-06-04')).toBe('Said between 2022 and 2024.')
  })
})

describe('the curve is said', () => {
  test('to be too early before six conversations, whatever they brought', () => {
    const { sentence } = curveInWords(t, curve([1, 0], { state: 'too-few' }))
    expect(sentence).toBe('Whether new themes get rare shows from six conversations on; 2 so far.')
  })

  test('to have had its last theme, where nothing came after', () => {
    const found = curve([4, 3, 2, 1, 1, 0, 0, 0], { state: 'reached', at: 5 })
    expect(curveInWords(t, found)).toEqual({
      title: 'New themes are getting rare',
      sentence: 'Conversation 5 brought the last one. The next two confirmed it.',
      wash: 'nothing new',
    })
  })

  test('to bring hardly anything, where something did come after', () => {
    const found = curve([16, 9, 7, 5, 4, 3, 1, 0, 1, 0], { state: 'reached', at: 6 })
    expect(curveInWords(t, found).sentence).toBe(
      'After conversation 6 the next two brought hardly anything new.',
    )
  })

  test('to go on, with what the last ones brought', () => {
    const found = curve([4, 4, 4, 4, 4, 4], {})
    expect(curveInWords(t, found)).toMatchObject({
      title: 'New themes are still coming',
      sentence: 'The last two conversations brought 8 more.',
    })
  })

  test('never to be done', () => {
    const words = JSON.stringify(t('themes.curve', { returnObjects: true }))
    expect(words).not.toMatch(/\b(done|complete|saturat|winner|best)/i)
  })
})

function curve(fresh: readonly number[], more: Partial<CurveShown>): CurveShown {
  return {
    state: 'not-reached',
    at: null,
    base: 4,
    run: 2,
    threshold: 0.05,
    ...more,
    conversations: fresh.map((newThemes, at) => ({
      id: `${at}`,
      day: '2026-03-11',
      newThemes,
      themes: fresh.slice(0, at + 1).reduce((so, one) => so + one, 0),
    })),
  }
}

function age(since: ThemeShown['since'], lastOn: ThemeShown['lastOn']): string | null {
  return ageInWords(t, theme({ since, lastOn }), wall)
}
