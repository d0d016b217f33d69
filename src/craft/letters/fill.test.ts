import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { fillTemplate } from './fill.ts'
import { gapsIn } from './slots.ts'

describe('a template', () => {
  test('is filled, and what came from the notes is told with its place', () => {
    const line = id('line', '1')
    const { body, used } = fillTemplate(
      { subject: 'x', body: 'You said: “{advice}”.\n\n{from}' },
      { advice: { text: 'start small', line }, from: { text: 'Maya' } },
    )
    expect(body).toBe('You said: “start small”.\n\nMaya')
    expect(used).toEqual([{ lineId: line, start: 11, end: 22, family: 'said' }])
  })

  test('leaves out a stretch in brackets when something in it is not known', () => {
    const template = {
      subject: '[About {field}]',
      body: 'I write.[ {gift}.] Bye.\n\n[{me}]\n\n{from}',
    }
    expect(fillTemplate(template, { from: { text: 'Maya' } })).toMatchObject({
      subject: '',
      body: 'I write. Bye.\n\nMaya',
      gaps: [],
    })
  })

  test('shows what is not known as a gap in words', () => {
    const { body, gaps } = fillTemplate({ subject: '', body: 'Dear {to}, {shoe-size}' }, {})
    expect(body).toBe('Dear {their name}, {shoe-size}')
    expect(gaps).toEqual(['to', 'shoe-size'])
    expect(gapsIn(body)).toEqual(['their name', 'shoe-size'])
  })

  test('takes hostile words as words: no slot, no bracket, no new line, no inherited property', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '{from}',
        '[x]',
        'a\r\nBcc: all@example.org',
        '{{to}}',
        '$&',
        '__proto__',
        '\u2028',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(hostile, hostile, (to, subject) => {
        const letter = fillTemplate(
          { subject: 'For {to}', body: 'Dear {to},\n\n{constructor}\n\n{from}' },
          { to: { text: to }, from: { text: subject } },
        )
        expect(letter.subject).not.toMatch(/[\r\n]/)
        expect(letter.body.split('\n\n').length).toBeLessThanOrEqual(3)
        expect(
          gapsIn(letter.body).filter(
            (gap) => !['constructor', 'their name', 'your name'].includes(gap),
          ),
        ).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
