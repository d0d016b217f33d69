import { describe, expect, test } from 'vitest'
import type { Conversation, Step } from './conversation.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  startAt,
  step,
  type When,
} from './invented.ts'
import { stateOf } from './life.ts'
import { nextStep } from './next-step.ts'

function nextOn(
  when: When,
  steps: readonly Step[],
  conversation: Conversation = conversationWithRuth,
) {
  const now = nowAt(when)
  const state = stateOf(lifeOf(conversation, ...steps), now, ownPace)
  return nextStep(conversation, state, now, ownPace)
}

const sent = step('sent', '2026-03-05 10:00')
const nudged = step('nudged', '2026-03-16 10:00')
const time = scheduled('2026-03-06 08:00', '2026-03-12 16:00')
const held = step('held', '2026-03-11 17:30')
const captured = step('captured', '2026-03-11 18:00')
const thanked = step('thanked', '2026-03-12 10:00')
const debriefed = step('debriefed', '2026-03-13 10:00')
const updated = step('updated', '2026-03-30 10:00')

test('the next step is for the first of its people, or for nobody yet', () => {
  expect(nextOn('2026-03-05', []).who).toBe(conversationWithRuth.people[0])
  expect(nextOn('2026-03-05', [], { ...conversationWithRuth, people: [] }).who).toBeNull()
})

describe('before the letter', () => {
  test('an idea asks for one real link before it is drafted', () => {
    expect(nextOn('2026-03-05', [], { ...conversationWithRuth, link: null }).what).toBe('research')
    expect(nextOn('2026-03-05', []).what).toBe('draft')
    expect(nextOn('2026-03-05', [step('researched', '2026-03-05 09:00')]).what).toBe('draft')
  })

  test('a draft waits for the owner to send it', () => {
    expect(nextOn('2026-03-06', [step('drafted', '2026-03-05 09:00')])).toMatchObject({
      what: 'send',
      why: { code: 'draft-waits', values: { since: '2026-03-05' } },
    })
  })
})

describe('in silence', () => {
  test('a letter waits until the day that widens, then until the day of the nudge', () => {
    expect(nextOn('2026-03-06', [sent])).toMatchObject({ what: 'wait', by: { day: '2026-03-10' } })
    const widened = step('widened', '2026-03-10 10:00')
    expect(nextOn('2026-03-11', [sent, widened])).toMatchObject({
      what: 'wait',
      by: { day: '2026-03-16' },
    })
  })

  test('three working days widen, seven nudge', () => {
    expect(nextOn('2026-03-10', [sent])).toMatchObject({
      what: 'widen',
      why: { values: { days: 3 } },
    })
    expect(nextOn('2026-03-16', [sent])).toMatchObject({
      what: 'nudge',
      why: { values: { days: 7 } },
    })
  })

  test('after the nudge there is only waiting, then rest, then perhaps a new reason', () => {
    expect(nextOn('2026-03-24', [sent, nudged])).toMatchObject({
      what: 'wait',
      by: { day: '2026-03-25' },
    })
    expect(nextOn('2026-04-20', [sent, nudged])).toMatchObject({
      what: 'wait',
      why: { code: 'resting', values: { until: '2026-06-23' } },
    })
    expect(nextOn('2026-06-23', [sent, nudged]).what).toBe('reopen')
    const reopened = step('reopened', '2026-06-23 10:00')
    expect(nextOn('2026-06-23', [sent, nudged, reopened])).toMatchObject({
      what: 'research',
      why: { code: 'new-reason' },
    })
  })
})

describe('after an answer', () => {
  test('a yes is answered with times within one business day', () => {
    const yes = step('replied-yes', '2026-03-06 18:00')
    expect(nextOn('2026-03-06', [sent, yes])).toMatchObject({
      what: 'schedule',
      by: { day: '2026-03-09' },
    })
  })

  test('a later is asked again in its time', () => {
    const laterOn = step('replied-later', '2026-03-06 18:00')
    expect(nextOn('2026-03-07', [sent, laterOn])).toMatchObject({
      what: 'wait',
      by: { day: '2026-04-05' },
    })
    expect(nextOn('2026-04-05', [sent, laterOn]).what).toBe('send')
  })

  test('a no is thanked for, and closes kindly', () => {
    const no = step('replied-no', '2026-03-06 18:00')
    expect(nextOn('2026-03-06', [sent, no]).what).toBe('thank-no')
    expect(nextOn('2026-03-07', [sent, no, step('thanked-no', '2026-03-07 09:00')])).toMatchObject({
      what: 'nothing',
      why: { code: 'closed-kindly' },
    })
  })
})

describe('around the hour', () => {
  const confirmed = step('confirmed', '2026-03-11 09:00')

  test('it is confirmed from two days to one day before', () => {
    expect(nextOn('2026-03-10 15:59', [time])).toMatchObject({
      what: 'wait',
      by: { day: '2026-03-10', clock: '16:00' },
    })
    expect(nextOn('2026-03-10 16:00', [time])).toMatchObject({
      what: 'confirm',
      by: { day: '2026-03-11', clock: '16:00' },
    })
    expect(nextOn('2026-03-11 17:00', [time])).toMatchObject({
      what: 'confirm',
      by: { day: '2026-03-12', clock: '16:00' },
    })
  })

  test('on its day the notes can be started, confirmed or not', () => {
    expect(nextOn('2026-03-11 20:00', [time, confirmed])).toMatchObject({
      what: 'wait',
      why: { code: 'confirmed' },
    })
    expect(nextOn('2026-03-12 09:00', [time, confirmed])).toMatchObject({
      what: 'start',
      why: { code: 'today-confirmed', values: { clock: '16:00', minutes: 20 } },
      by: { day: '2026-03-12', clock: '16:00' },
    })
    expect(nextOn('2026-03-12 09:00', [time])).toMatchObject({
      what: 'start',
      why: { code: 'today' },
    })
  })

  test('once the time has passed it asks how it went', () => {
    expect(nextOn('2026-03-12 16:20', [time]).what).toBe('start')
    expect(nextOn('2026-03-12 16:21', [time]).what).toBe('settle')
  })

  test('a day without an hour is confirmed the day before and lasts until its end', () => {
    const someday = scheduled('2026-03-06 08:00', '2026-03-12')
    expect(nextOn('2026-03-09', [someday]).what).toBe('wait')
    expect(nextOn('2026-03-10', [someday])).toMatchObject({
      what: 'confirm',
      by: { day: '2026-03-11', clock: null },
    })
    expect(nextOn('2026-03-12 23:00', [someday]).why).toEqual({
      code: 'today',
      values: { minutes: 20 },
    })
    expect(nextOn('2026-03-13', [someday]).what).toBe('settle')
  })

  test('a time agreed in another zone is shown by the clock of the owner', () => {
    const far = {
      ...conversationWithRuth,
      start: { day: '2026-03-12', clock: '08:00', zone: 'Asia/Tokyo' } as const,
    }
    expect(nextOn('2026-03-12 00:00', [], far)).toMatchObject({
      by: { day: '2026-03-12', clock: '00:00' },
    })
    expect(nextOn('2026-03-11 23:00', [], far).what).toBe('confirm')
  })

  test('notes that are open want to be finished', () => {
    expect(nextOn('2026-03-12 16:10', [time, step('started', '2026-03-12 16:00')]).what).toBe(
      'finish',
    )
  })

  test('who did not come is offered other times', () => {
    for (const kind of ['no-show-mine', 'no-show-theirs'] as const) {
      expect(nextOn('2026-03-12 17:00', [time, step(kind, '2026-03-12 16:30')])).toMatchObject({
        what: 'schedule',
        why: { code: kind },
        by: { day: '2026-03-13' },
      })
    }
  })
})

describe('after the talk', () => {
  test('notes within a day, while it is warm', () => {
    expect(nextOn('2026-03-11 18:00', [held])).toMatchObject({
      what: 'capture',
      by: { day: '2026-03-12', clock: '17:30' },
    })
  })

  test('thanks within a day of the talk, however late the notes were', () => {
    expect(nextOn('2026-03-12 09:00', [held, captured])).toMatchObject({
      what: 'thank',
      why: { code: 'thank-warm', values: { day: '2026-03-11' } },
      by: { day: '2026-03-12', clock: '17:30', instant: '2026-03-12T16:30:00.000Z' },
    })
  })

  test('after a week the thanks have no hour any more, and are still welcome', () => {
    expect(nextOn('2026-03-18 17:29', [held, captured])).toMatchObject({
      why: { code: 'thank-warm' },
    })
    expect(nextOn('2026-03-18 17:30', [held, captured])).toMatchObject({
      why: { code: 'thank-late' },
      by: null,
    })
  })

  test('of a talk written down days later only the day counts', () => {
    const someday = step('held', '2026-03-11')
    expect(nextOn('2026-03-11', [someday])).toMatchObject({
      by: { day: '2026-03-12', clock: null, instant: null },
    })
  })

  test('it is put away within three days of the thanks', () => {
    expect(nextOn('2026-03-12 11:00', [held, captured, thanked])).toMatchObject({
      what: 'debrief',
      by: { day: '2026-03-15', clock: '10:00' },
    })
    expect(nextOn('2026-03-12 11:00', [held, thanked]).what).toBe('capture')
  })

  test('the first report comes between two weeks and a month', () => {
    const steps = [held, captured, thanked, debriefed]
    expect(nextOn('2026-03-26', steps)).toMatchObject({ what: 'wait', by: { day: '2026-03-27' } })
    expect(nextOn('2026-03-27', steps)).toMatchObject({ what: 'update', by: { day: '2026-04-12' } })
  })

  test('a month after the report a hello is in place, and what is kept asks for nothing', () => {
    const steps = [held, captured, thanked, debriefed, updated]
    expect(nextOn('2026-04-01', steps)).toMatchObject({
      what: 'wait',
      why: { code: 'hello-later' },
    })
    expect(nextOn('2026-04-29', steps).what).toBe('hello')
    expect(nextOn('2026-05-01', [...steps, step('kept', '2026-04-30 09:00')])).toMatchObject({
      what: 'nothing',
      why: { code: 'kept' },
    })
  })
})

describe('by chance', () => {
  const chance: Conversation = {
    ...conversationWithRuth,
    setting: 'chance',
    start: startAt('2026-03-05 08:10'),
  }
  const caught = step('captured', '2026-03-05 09:00')

  test('it is written down, and one line follows within a day of the meeting', () => {
    expect(nextOn('2026-03-05 08:30', [], chance)).toMatchObject({
      what: 'capture',
      by: { clock: '08:10' },
    })
    expect(nextOn('2026-03-05 10:00', [caught], chance)).toMatchObject({
      what: 'follow-up',
      by: { day: '2026-03-06', clock: '08:10' },
    })
  })

  test('without an hour of meeting the line counts from when it was written down', () => {
    const unknown = { ...chance, start: null }
    expect(nextOn('2026-03-05 08:30', [], unknown)).toMatchObject({ what: 'capture', by: null })
    expect(nextOn('2026-03-05 10:00', [caught], unknown)).toMatchObject({
      by: { day: '2026-03-06', clock: '09:00' },
    })
  })

  test('then one may ask for twenty minutes', () => {
    const followedUp = step('followed-up', '2026-03-05 19:00')
    expect(nextOn('2026-03-06', [caught, followedUp], chance)).toMatchObject({
      what: 'send',
      why: { code: 'ask-for-minutes', values: { minutes: 20 } },
    })
  })
})
