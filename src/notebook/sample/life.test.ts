import { describe, expect, test } from 'vitest'
import { defaultClocks } from '../../craft/clocks.ts'
import { mayStep } from '../../craft/introductions/may-step.ts'
import { nextOf } from '../../craft/introductions/next.ts'
import { addDays, type Day, dayIn, instantAt } from '../../kit/days.ts'
import { id } from '../../kit/ids.ts'
import { foldOf } from '../conversations/course.ts'
import { stateOf } from '../conversations/life.ts'
import { nextStep } from '../conversations/next-step.ts'
import { checkStep } from '../conversations/possible-steps.ts'
import { understandLine } from '../notes/understand.ts'
import { hourAhead } from './calendar.ts'
import { toldFields } from './fields.ts'
import { generatedPerson } from './generated.ts'
import { toldIntroductions } from './introductions.ts'
import { introductionFrom } from './laid.ts'
import { personFrom, talkFrom, type Telling } from './life.ts'
import { toldPeople, toldTalks } from './table.ts'
import { toldThemes } from './themes.ts'

const zone = 'Europe/Madrid'
const holidays: readonly Day[] = ['2026-03-19', '2026-12-25', '2027-01-01']
const pace = { clocks: defaultClocks, holidays }

function tellingOn(today: Day, clock = '09:00'): Telling {
  let count = 0
  return {
    calendar: { today, clock, zone, holidays },
    newId: () => String((count += 1)).padStart(6, '0'),
    people: new Map(toldPeople.map(({ key }) => [key, id('person', key)])),
    fields: new Map(toldFields.map(({ key }) => [key, id('field', key)])),
    themes: toldThemes.map((told) => ({ id: told.claim, told })),
  }
}

function nowOn(day: Day, clock = '09:00') {
  return { day, instant: instantAt(zone, day, clock), zone }
}

/** Each weekday, once in a plain week, and once around the turn of the year. */
const days: readonly Day[] = ['2026-03-09', '2026-12-28'].flatMap((monday) =>
  Array.from({ length: 7 }, (_, at) => addDays(monday as Day, at)),
)

function refusalOf(deed: () => void): string | null {
  try {
    deed()
    return null
  } catch (error) {
    return String(error)
  }
}

function talksOn(today: Day, clock?: string) {
  const telling = tellingOn(today, clock)
  return toldTalks.map((told) => ({ told, ...talkFrom(told, telling) }))
}

describe.each(days)('loaded on %s', (today) => {
  test('nothing has happened that could not have happened on its day', () => {
    const refused = talksOn(today).flatMap(({ conversation, steps }) =>
      steps.flatMap((step, at) => {
        const before = { conversation, steps: steps.slice(0, at) }
        const then = { day: step.day, instant: step.at, zone }
        return refusalOf(() => checkStep(before, step, then, pace)) ?? []
      }),
    )
    expect(refused).toEqual([])
  })

  test('nothing is told of a time that has not come', () => {
    for (const { steps } of talksOn(today)) {
      for (const step of steps) {
        expect(step.day <= today && dayIn(zone, step.at) === step.day).toBe(true)
      }
    }
  })

  test('the day is one conversation, one thank-you, two silences and one thing to tell', () => {
    const due = talksOn(today).flatMap(({ conversation, steps }) => {
      const now = nowOn(today)
      const next = nextStep(conversation, stateOf({ conversation, steps }, now, pace), now, pace)
      return next.what === 'wait' || next.what === 'nothing' ? [] : `${next.what} ${next.who}`
    })
    expect(due.toSorted()).toEqual([
      'nudge greta',
      'start ruth',
      'thank tomasz',
      'update samir',
      'widen hana',
    ])
  })

  test('two introductions are on their way, by steps that were allowed, and ask nothing of the day', () => {
    const { introduction: clocks } = defaultClocks
    const all = toldIntroductions.map((told) => introductionFrom(told, tellingOn(today)))
    for (const one of all) {
      for (const [at, step] of one.steps.entries()) {
        expect(mayStep({ ...one, steps: one.steps.slice(0, at) }, step, clocks)).toBe(true)
      }
    }
    expect(all.map((one) => nextOf(one, today, clocks).what)).toEqual(['wait', 'wait'])
  })

  test('of all promises two are near: one of mine for tomorrow, one of theirs for today', () => {
    const near = talksOn(today).flatMap(({ told, conversation, steps, lines, settled }) => {
      const met = foldOf({ conversation, steps }).course.met?.day ?? null
      return lines.flatMap((line) => {
        const read = understandLine(line.text, 0, { day: met, zone: null, lang: null })
        const open = read.kind === 'mine' || (read.kind === 'theirs' && read.day !== null)
        return open && !settled.has(line.id) ? [[told.people[0], read.day]] : []
      })
    })
    expect(near).toContainEqual(['leila', addDays(today, 1)])
    expect(near).toContainEqual(['meilin', today])
    expect(near).toContainEqual(['tomasz', addDays(today, 5)])
    expect(near).toHaveLength(3)
  })
})

test('today’s conversation is still ahead, whenever the sample is loaded', () => {
  expect(hourAhead(tellingOn('2026-03-12', '00:10').calendar)).toBe('16:00')
  expect(hourAhead(tellingOn('2026-03-12', '15:30').calendar)).toBe('16:00')
  expect(hourAhead(tellingOn('2026-03-12', '15:31').calendar)).toBe('17:00')
  expect(hourAhead(tellingOn('2026-03-12', '21:59').calendar)).toBe('23:00')
  expect(hourAhead(tellingOn('2026-03-12', '23:50').calendar)).toBe('23:00')
})

test('eight people were heard in conservation, and nobody of them hires', () => {
  const telling = tellingOn('2026-03-12')
  const heard = new Set(
    toldTalks
      .filter(({ fields, note }) => fields.includes('conservation') && note)
      .flatMap(({ people }) => people),
  )
  expect(heard.size).toBe(8)
  const kinds = toldPeople
    .map((told) => personFrom(told, telling))
    .filter((person) => heard.has(person.id))
    .map((person) => person.fields[0]?.kind)
  expect(kinds).not.toContain('H')
})

test('every mark of a note is in it, and every address leads nowhere', () => {
  const texts = toldTalks.flatMap(({ note = [] }) =>
    note.map((line) => (typeof line === 'string' ? line : line.text)),
  )
  for (const sign of ['"', '!', '=', '?', '+', '$', '>', '<', '%']) {
    expect(texts.some((text) => text.startsWith(`${sign} `))).toBe(true)
  }
  const addresses = toldPeople.flatMap(({ mail, link }) => [mail ?? [], link ?? []].flat())
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
})

test('a generated person is the same whenever they are generated, and nobody else', () => {
  const by = { by: 'sample', on: '2026-03-12' } as const
  const one = (number: number) => generatedPerson(number, id('person', 'p'), by)
  expect(one(7)).toEqual(one(7))
  const mails = Array.from({ length: 2000 }, (_, at) => one(at).channels[0]?.value)
  expect(new Set(mails).size).toBe(2000)
})

test('every theme is made by lines of several people, and each of its beginnings is told', () => {
  const talks = talksOn('2026-03-11')
  for (const { claim, so, otherwise = [] } of toldThemes) {
    const made = talks.flatMap(({ themes, told }) =>
      [...themes.values()].flat().flatMap(({ theme }) => (theme === claim ? [told.people[0]] : [])),
    )
    expect({ claim, people: new Set(made).size > 1 }).toEqual({ claim, people: true })
    const lines = talks.flatMap((talk) => talk.lines.map(({ text }) => text))
    for (const start of [...so, ...otherwise]) {
      expect(lines.some((text) => text.includes(start)) || start).toBe(true)
    }
  }
})
