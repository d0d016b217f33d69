import { describe, expect, test } from 'vitest'
import { checkLetter, isSameText, type LetterToCheck, textKey } from './checks.ts'
import { templateCodes } from './codes.ts'
import { type Fillings, fillTemplate } from './fill.ts'
import { templateText } from './templates.ts'

const known: Fillings = {
  to: { text: 'Priya' },
  from: { text: 'Maya' },
  me: { text: 'a bookbinder in Leipzig who wonders about conservation' },
  through: { text: 'Samir Haddad' },
  link: { text: 'He told me how you saved the flood letters' },
  work: { text: 'Your talk on fading ink' },
  field: { text: 'paper conservation' },
  house: { text: 'the city archive' },
  minutes: { text: '20' },
  'asked-on': { text: 'on Thursday 5 March' },
  news: { text: 'I have read your report since, and one question is left' },
  times: {
    text: '– Wednesday 2026-03-18, 16:00\n– Thursday 2026-03-19, 10:00\n– Friday 2026-03-20, 09:30',
  },
  zone: { text: 'Europe/London' },
  day: { text: 'Wednesday 2026-03-18' },
  clock: { text: '16:00' },
  where: { text: 'at Café Gijón' },
  questions: {
    text: '– What did you actually do yesterday, hour by hour?\n– Which tool would you teach me first?',
  },
  reach: { text: '+44 20 7946 0000' },
  advice: { text: 'Bind ten bad books before you buy good leather' },
  did: { text: 'I bound ten, all of them crooked' },
  came: {
    text: 'the tenth lies flat, and the workshop in the old town lets me come on Saturdays',
  },
  gift: { text: 'The book fair has a table for conservators in May, and I can get you in' },
  reason: { text: 'This morning I walked past the bindery you told me about' },
  whom: { text: 'Ruth Osei' },
  'why-them': { text: 'she has left a large archive to work by herself' },
  hope: { text: 'what she would do again and what she would leave out' },
  worth: { text: 'I have found three archives that look for somebody like her' },
  question: { text: 'what did you have to unlearn?' },
  requester: { text: 'Maya Ortiz' },
  'requester-line': { text: 'a bookbinder who taught forty people to repair their own books' },
  target: { text: 'Ruth Osei' },
  'target-line': { text: 'a conservator who saved the flood letters and now works by herself' },
  both: { text: 'she needs hands in May, and you would like to see a flood table from inside' },
  connector: { text: 'Samir' },
  gained: { text: 'I know now that I want to work with my hands and not in an office' },
  instead: { text: 'My colleague Tom answers such questions gladly' },
  words: { text: 'The ink goes first. You can save the paper and still lose the letter.' },
  naming: { text: 'a conservator in a city archive' },
  shown: { text: 'on my page about paper conservation, for anybody to read' },
}

function filled(
  template: Exclude<(typeof templateCodes)[number], 'thanks'>,
  own: Fillings = known,
) {
  return fillTemplate(templateText(template), own)
}

function letterOf(own: Partial<LetterToCheck>): LetterToCheck {
  return {
    template: 'outreach',
    subject: '20 minutes about paper conservation',
    body: filled('outreach').body,
    names: [['Priya', 'Rao']],
    link: ['He told me how you saved the flood letters', 'Samir Haddad'],
    sentTo: 0,
    ...own,
  }
}

function failing(own: Partial<LetterToCheck>): string[] {
  return checkLetter(letterOf(own))
    .filter(({ ok }) => !ok)
    .map(({ code }) => code)
}

describe('a letter of which all is known', () => {
  test.each(templateCodes.filter((code) => code !== 'thanks'))(
    'passes its own checks: %s',
    (template) => {
      const { subject, body, gaps } = filled(template)
      const isNameless = template === 'blurb' || template === 'link'
      expect(gaps).toEqual([])
      expect(failing({ template, subject, body, ...(isNameless ? { names: [] } : {}) })).toEqual([])
    },
  )

  test('says nothing of jobs and begins with what links them', () => {
    expect(filled('outreach').body).toMatch(/^Dear Priya,\n\nSamir Haddad gave me your name\./)
  })
})

describe('a letter of which nothing is known', () => {
  test.each(templateCodes.filter((code) => code !== 'thanks'))(
    'shows its gaps in words and invents nothing: %s',
    (template) => {
      const { subject, body, gaps } = filled(template, {})
      expect(gaps.length).toBeGreaterThan(0)
      expect(body).not.toMatch(/[[\]]|\{[a-z-]+\}(?<=\{(?:link|to|from|me)\})/)
      expect(failing({ template, subject, body })).toContain('gaps')
    },
  )
})

function wordsCheckAt(count: number) {
  const body = `Dear Priya, Samir ${'so '.repeat(count - 4)}you?`
  return checkLetter(letterOf({ body })).find(({ code }) => code === 'words')
}

describe('a check', () => {
  test('asks once more above a hundred words, and warns above ninety', () => {
    expect(wordsCheckAt(90)).toMatchObject({ ok: true, isAsked: false })
    expect(wordsCheckAt(91)).toMatchObject({ ok: false, isAsked: false, values: { words: 91 } })
    expect(wordsCheckAt(101)).toMatchObject({ ok: false, isAsked: true })
    expect(wordsCheckAt(49)).toMatchObject({ ok: false, isAsked: false })
  })

  test('wants exactly one question in a first letter', () => {
    expect(failing({ body: filled('outreach').body.replace('?', '.') })).toEqual(['question'])
    expect(failing({ body: `${filled('outreach').body} Or not?` })).toContain('question')
  })

  test('wants the name in the letters of the notebook', () => {
    expect(failing({ names: [['Pria', 'Rao']] })).toEqual(['name'])
    expect(failing({ names: [['Priya'], ['Ruth']] })).toEqual(['name'])
    expect(failing({ names: [['Yañez', 'Priya'.normalize('NFD')]] })).toEqual([])
    expect(failing({ body: filled('outreach').body.replace('Priya', 'Priyanka') })).toEqual([
      'name',
    ])
  })

  test('wants what links you in the first sentence, and the greeting is none', () => {
    const body = filled('outreach').body.replace('Samir Haddad gave me your name. He', 'Hello. He')
    expect(failing({ body })).toEqual(['link'])
    expect(failing({ link: [] })).toEqual(['link'])
  })

  test('a title in the greeting ends no sentence', () => {
    const body = filled('outreach').body.replace('Samir Haddad', 'Dr. Samir Haddad')
    expect(failing({ body })).toEqual([])
  })

  test('a letter that speaks of oneself is told so', () => {
    const body = filled('outreach').body.replace('I would like', 'I for my part')
    expect(failing({ body: body.replace('Thank you for your work', 'I thank') })).toEqual(['you'])
  })

  test('times are times, and not an address to choose them at', () => {
    const body = filled('schedule').body.replace(/–.+/gu, '').replace('16:00', '')
    expect(failing({ template: 'schedule', body: `${body} https://cal.example/maya` })).toContain(
      'times',
    )
  })

  test('the same text to a third person is asked about', () => {
    expect(failing({ sentTo: 1 })).toEqual([])
    expect(checkLetter(letterOf({ sentTo: 2 })).at(-1)).toMatchObject({
      code: 'repeat',
      ok: false,
      isAsked: true,
      values: { count: 2 },
    })
  })
})

function keyOf(name: string, own: Fillings = {}): string {
  return textKey(filled('outreach', { ...known, to: { text: name }, ...own }).body, [name])
}

describe('the same text', () => {
  test('is one whoever it goes to, and with a word changed', () => {
    expect(isSameText(keyOf('Priya'), keyOf('Ruth'))).toBe(true)
    expect(isSameText(keyOf('Priya'), keyOf('Ruth', { minutes: { text: '15' } }))).toBe(true)
  })

  test('is another when what links you and their work are their own', () => {
    const other = {
      through: { text: 'Ana Ruiz' },
      link: { text: 'We stood in one line for an hour and spoke about bread' },
      work: { text: 'What you said about the night shift' },
      field: { text: 'baking' },
      house: { text: 'the mill' },
    }
    expect(isSameText(keyOf('Priya'), keyOf('Ruth', other))).toBe(false)
  })
})
