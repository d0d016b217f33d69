import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { countWords } from './lint.ts'
import type { ThanksInput, ThanksLine } from './thanks-material.ts'
import { checkThanks, draftThanks, excerptOf } from './thanks.ts'

let made = 0
function line(kind: ThanksLine['kind'], text: string, own: Partial<ThanksLine> = {}): ThanksLine {
  made += 1
  const names = { speaker: null, names: null, day: null, offRecord: false }
  return { id: id('line', String(made)), kind, text, ...names, ...own }
}

const quote = line('quote', 'I give them a torn letter and watch their hands for an hour.')
const promise = line('mine', 'read the handout on solvents by Sunday', { day: '2026-03-15' })

const toRuth: ThanksInput = {
  to: ['Ruth'],
  from: 'Inés',
  lines: [quote, promise],
  day: '2026-03-12',
  today: '2026-03-12',
  place: null,
}

function bodyOf(own: Partial<ThanksInput>): string {
  return draftThanks({ ...toRuth, ...own }).body
}

test('a letter to Ruth says what she said, what you will do by when, and asks only to report back', () => {
  const { subject, body } = draftThanks(toRuth)
  expect(subject).toBe('Thank you for Thursday')
  expect(body).toBe(
    `Dear Ruth,

Thank you for today. One thing you said has not left me: “I give them a torn letter and watch their hands for an hour.” I could not have read that anywhere, and I am glad that I asked.

I will read the handout on solvents by Sunday.

May I tell you in a month what came of it?

Inés`,
  )
  expect(checkThanks(body, toRuth.lines)).toMatchObject([
    { code: 'said', ok: true },
    { code: 'promise', ok: true, values: { promises: 1 } },
  ])
})

test('what came from a line is told by its place in the letter', () => {
  const { body, used } = draftThanks(toRuth)
  const words = used.map(({ lineId, family, start, end }) => [
    lineId,
    family,
    body.slice(start, end),
  ])
  expect(words).toEqual([
    [quote.id, 'said', quote.text],
    [promise.id, 'promise', 'read the handout on solvents by Sunday'],
  ])
})

test('without notes the letter is short, thanks, and invents nothing', () => {
  const { body, used } = draftThanks({ ...toRuth, lines: [] })
  expect(countWords(body)).toBeLessThan(45)
  expect(used).toEqual([])
  expect(body).not.toContain('I will')
  expect(checkThanks(body, toRuth.lines).find(({ code }) => code === 'said')?.ok).toBe(false)
})

test('what is off the record is in no letter', () => {
  const secret = line('quote', 'The director will leave in May.', { offRecord: true })
  const { body } = draftThanks({ ...toRuth, lines: [secret] })
  expect(body).not.toContain('director')
  expect(checkThanks(body, toRuth.lines).find(({ code }) => code === 'said')?.ok).toBe(false)
})

describe('when and where', () => {
  test.each([
    ['2026-03-13', 'Thank you for yesterday.'],
    ['2026-03-16', 'Thank you for our conversation on Thursday.'],
    ['2026-03-30', 'Thank you for our conversation on Thursday 12 March.'],
  ] as const)('a letter of %s begins: %s', (today, opening) => {
    expect(bodyOf({ today })).toContain(opening)
  })

  test('the place is named, unless the words were a note to oneself', () => {
    expect(bodyOf({ place: 'at the City Archive' })).toContain(
      'your time at the City Archive today.',
    )
    expect(bodyOf({ place: 'his shop' })).not.toContain('shop')
  })

  test('a week later the subject no longer speaks of a weekday', () => {
    expect(draftThanks({ ...toRuth, today: '2026-03-19' }).subject).toBe(
      'Thank you for our conversation',
    )
  })
})

describe('what they said', () => {
  test('the line that says the most and can still be remembered is chosen', () => {
    const short = line('quote', 'Half my week is forms.')
    const endless = line('quote', 'and so '.repeat(15))
    expect(bodyOf({ lines: [short, endless, quote] })).toContain(quote.text)
  })

  test('without a quote, advice or a fact stands in its place', () => {
    const advice = line('advice', 'start with fifty books from the flea market')
    expect(bodyOf({ lines: [advice] })).toContain(
      'Your advice has not left me: “start with fifty books from the flea market”.',
    )
    expect(bodyOf({ lines: [advice] })).toContain('I mean to follow that advice')
    const fact = line('fact', 'Two trainees a year, from about sixty letters')
    expect(bodyOf({ lines: [fact] })).toContain(
      'One thing you told me has not left me: “Two trainees',
    )
  })

  test('to several people each is named with their own words', () => {
    const lines = [{ ...quote, speaker: 'Ruth' }]
    const body = bodyOf({ to: ['Ruth', 'Samir'], lines })
    expect(body).toContain('Dear Ruth and Samir,')
    expect(body).toContain('One thing Ruth said has not left me')
  })

  test('words of somebody who does not get the letter are not quoted to those who do', () => {
    expect(bodyOf({ lines: [{ ...quote, speaker: 'Ewa' }] })).not.toContain('torn letter')
  })

  test('of a very long line the first sentence is quoted, or its first words', () => {
    expect(excerptOf(`One sentence. ${'More and more. '.repeat(20)}`)).toBe('One sentence.')
    expect(countWords(excerptOf('word '.repeat(200)))).toBe(40)
  })
})

test('however much was noted, the letter keeps to a hundred words', () => {
  const much = Array.from({ length: 12 }, (_, index) => [
    line('quote', `${index} quiet hours with the meters before anybody asks for the keys`),
    line('advice', `begin with ${index} books that nobody would ever miss`),
    line('fact', `${index} trainees a year come from about sixty letters`),
    line('mine', `read the handout number ${index}`, { day: '2026-03-15' }),
    line('referral', 'Marguerite Laurent', { names: 'Marguerite Laurent' }),
  ]).flat()
  const { body } = draftThanks({ ...toRuth, lines: much })
  expect(countWords(body)).toBeLessThanOrEqual(100)
  expect(checkThanks(body, much).filter(({ ok }) => !ok)).toEqual([])
})

describe('what you promised', () => {
  test('the nearest comes first, and each has its day', () => {
    const later = line('mine', 'send her the chapter', { day: '2026-04-02' })
    expect(bodyOf({ lines: [later, promise] })).toContain(
      'I will read the handout on solvents by Sunday. I will send you the chapter by Thursday 2 April.',
    )
  })

  test('words without a verb are kept as they are', () => {
    const bare = line('mine', 'the loan handbook', { day: '2026-03-15' })
    expect(bodyOf({ lines: [bare] })).toContain(
      'What I promised stands: the loan handbook, by Sunday.',
    )
  })

  test('the day is said once, however it was written', () => {
    for (const text of ['the loan handbook by sunday', 'the loan handbook by Sun.']) {
      const bare = line('mine', text, { day: '2026-03-15' })
      expect(bodyOf({ lines: [bare] })).toContain(
        'What I promised stands: the loan handbook, by Sunday.',
      )
    }
    const only = line('mine', 'by Sunday', { day: '2026-03-15' })
    expect(bodyOf({ lines: [only] })).toContain('What I promised stands: by Sunday.')
  })

  test('who named somebody is thanked for the name', () => {
    const named = line('referral', 'Marguerite Laurent, bookbinder', {
      names: 'Marguerite Laurent',
    })
    expect(bodyOf({ lines: [quote, named] })).toContain('for the name of Marguerite Laurent.')
  })
})

test('a letter changed by hand is checked again', () => {
  const failed = (body: string) =>
    checkThanks(body, toRuth.lines)
      .filter(({ ok }) => !ok)
      .map(({ code }) => code)
  expect(failed('Thanks! Is there a job for me? And for my friend?')).toEqual(['said', 'promise'])
  expect(failed(draftThanks(toRuth).body)).toEqual([])
})

test('whatever the notes hold, the offsets are exact, quotes are word for word, and secrets stay out', () => {
  const kinds = [
    'quote',
    'advice',
    'fact',
    'question',
    'referral',
    'lead',
    'mine',
    'theirs',
    null,
  ] as const
  const anyLine = fc.record({
    id: fc.uuid().map((text) => id('line', text)),
    kind: fc.constantFrom(...kinds),
    text: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 60 })),
    speaker: fc.constantFrom(null, 'Ruth', 'Ewa'),
    names: fc.constantFrom(null, 'Ewa Lis'),
    day: fc.constantFrom(null, '2026-03-15' as const, '2026-05-01' as const),
    offRecord: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const { body, used } = draftThanks({ ...toRuth, lines })
      const byId = new Map(lines.map((one) => [one.id, one]))
      for (const { lineId, family, start, end } of used) {
        const source = byId.get(lineId)
        expect(source?.offRecord).toBe(false)
        const verbatim = source?.text.includes(body.slice(start, end))
        expect(family === 'promise' || verbatim).toBe(true)
      }
      expect(body.startsWith('Dear Ruth,') && body.endsWith('Inés')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('what was promised to somebody else is promised to nobody in this letter', () => {
  const toTomasz = line('mine', 'read the loan handbook', { speaker: 'Tomasz' })
  expect(bodyOf({ lines: [quote, toTomasz] })).not.toContain('loan handbook')
  expect(bodyOf({ to: ['Ruth', 'Tomasz'], lines: [quote, toTomasz] })).toContain('loan handbook')
})
