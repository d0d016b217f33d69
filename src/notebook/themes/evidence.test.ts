import { describe, expect, test } from 'vitest'
import { usualSaturationRule } from '../../craft/evidence/saturation.ts'
import { curveOf, type Said, themesOfField } from './evidence.ts'
import type { Theme } from './theme.ts'

function theme(id: string, joinedInto: string | null = null): Theme {
  return {
    id,
    field: 'field',
    claim: id,
    about: '',
    topic: null,
    joinedInto,
    madeOn: '2026-03-11',
    binnedOn: null,
  }
}

let made = 0
function said(conversation: string | null, day: Said['day'], ...themes: string[]): Said {
  return {
    id: `line ${(made += 1)}`,
    speaker: `who spoke in ${conversation}`,
    conversation,
    day,
    themes: themes.map((one) => ({ theme: one, otherwise: false })),
  }
}

describe('the curve of a field', () => {
  /** In the order held, which is not that in which they are written down. */
  const lines = [
    said('c', '2026-03-03', 'travel'),
    said('a', '2026-03-01', 'pay', 'hours'),
    said('a', '2026-03-01', 'pay'),
    said('b', '2026-03-02', 'hours', 'travel'),
    said('d', '2026-03-04', 'mentor', 'pay'),
    said('e', '2026-03-05', 'mentor'),
    said('f', '2026-03-06', 'hours'),
    said(null, '2026-03-01', 'heard at home'),
  ]
  const themes = ['pay', 'hours', 'travel', 'mentor', 'heard at home'].map((id) => theme(id))

  test('counts what each conversation was the first to bring, in the order held', () => {
    const { found, conversations } = curveOf(lines, themes, usualSaturationRule)
    expect(conversations.map(({ id, newThemes, themes: so }) => [id, newThemes, so])).toEqual([
      ['a', 2, 2],
      ['b', 1, 3],
      ['c', 0, 3],
      ['d', 1, 4],
      ['e', 0, 4],
      ['f', 0, 4],
    ])
    expect(found).toMatchObject({ state: 'reached', at: 4, baseThemes: 4 })
  })

  test('is counted anew when two themes are joined', () => {
    const joined = [...themes.slice(0, 3), theme('mentor', 'pay')]
    const { conversations } = curveOf(lines, joined, usualSaturationRule)
    expect(conversations.map(({ newThemes }) => newThemes)).toEqual([2, 1, 0, 0, 0, 0])
  })

  test('holds the conversations that made no theme, for nothing new is what they brought', () => {
    const { conversations } = curveOf([said('a', '2026-03-01')], themes, usualSaturationRule)
    expect(conversations).toEqual([{ id: 'a', day: '2026-03-01', newThemes: 0, themes: 0 }])
  })
})

describe('the themes of a field', () => {
  test('come in the order of how many were heard, and say from when to when', () => {
    const lines = [
      said('a', '2024-05-01', 'pay'),
      said('b', '2026-03-01', 'hours', 'pay'),
      said('c', '2025-01-01', 'pay'),
    ]
    const found = themesOfField(lines, [theme('hours'), theme('pay'), theme('empty')])
    expect(found.map(({ theme: id, since, lastOn }) => [id, since, lastOn])).toEqual([
      ['pay', '2024-05-01', '2026-03-01'],
      ['hours', '2026-03-01', '2026-03-01'],
      ['empty', null, null],
    ])
  })

  test('a line that two joined themes held to say each says so', () => {
    const line: Said = {
      ...said('a', '2026-03-01'),
      themes: [
        { theme: 'pay', otherwise: true },
        { theme: 'thin', otherwise: false },
      ],
    }
    const [found] = themesOfField([line], [theme('pay'), theme('thin', 'pay')])
    expect(found).toMatchObject({ joined: ['thin'], sides: [{ otherwise: false }] })
    expect(found?.ofTwoMinds).toHaveLength(1)
  })
})
