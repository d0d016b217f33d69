import { expect, test } from 'vitest'
import type { Step } from './conversation.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  step,
  type When,
} from './invented.ts'
import { stateOf, type StateWord } from './life.ts'
import { nextStep, type NextWhat } from './next-step.ts'

const planned = conversationWithRuth
const unlinked = { ...conversationWithRuth, link: null }
const chance = { ...conversationWithRuth, setting: 'chance' as const }

const sent = step('sent', '2026-03-05 10:00')
const nudged = step('nudged', '2026-03-16 10:00')
const yes = step('replied-yes', '2026-03-10 12:00')
const agreed = scheduled('2026-03-10 13:00', '2026-03-12 16:00')
const held = step('held', '2026-03-12 16:30')
const captured = step('captured', '2026-03-12 17:00')
const thanked = step('thanked', '2026-03-12 20:00')
const debriefed = step('debriefed', '2026-03-13 09:00')
const updated = step('updated', '2026-04-01 09:00')

type Row = [
  line: string,
  of: typeof planned,
  steps: readonly Step[],
  at: When,
  is: StateWord,
  what: NextWhat,
  by: When | null,
]

/** The machine of an asked conversation, line by line as the method has it: the clock and what it asks for. */
test.each<Row>([
  ['an idea wants one real link first', unlinked, [], '2026-03-02', 'idea', 'research', null],
  [
    'a link wants a draft',
    unlinked,
    [step('researched', '2026-03-02')],
    '2026-03-02',
    'researched',
    'draft',
    null,
  ],
  [
    'a draft wants to be sent by hand',
    planned,
    [step('drafted', '2026-03-02')],
    '2026-03-03',
    'drafted',
    'send',
    null,
  ],
  [
    'until the third business day it waits',
    planned,
    [sent],
    '2026-03-09',
    'sent',
    'wait',
    '2026-03-10',
  ],
  ['on the third it widens', planned, [sent], '2026-03-10', 'widen-due', 'widen', null],
  [
    'until the seventh it waits',
    planned,
    [sent, step('widened', '2026-03-10 18:00')],
    '2026-03-15',
    'sent',
    'wait',
    '2026-03-16',
  ],
  ['on the seventh it nudges', planned, [sent], '2026-03-16', 'nudge-due', 'nudge', null],
  [
    'after the nudge it waits seven more',
    planned,
    [sent, nudged],
    '2026-03-24',
    'nudged',
    'wait',
    '2026-03-25',
  ],
  ['then it rests', planned, [sent, nudged], '2026-03-25', 'resting', 'wait', '2026-06-23'],
  ['for ninety days', planned, [sent, nudged], '2026-06-23', 'resting', 'reopen', null],
  [
    'and begins anew with a new reason',
    planned,
    [sent, nudged, step('reopened', '2026-06-23')],
    '2026-06-24',
    'idea',
    'research',
    null,
  ],
  [
    'a yes gets two or three times within a business day',
    planned,
    [sent, yes],
    '2026-03-10 13:00',
    'replied-yes',
    'schedule',
    '2026-03-11',
  ],
  [
    'a no is thanked for',
    planned,
    [sent, step('replied-no', '2026-03-10')],
    '2026-03-10',
    'replied-no',
    'thank-no',
    null,
  ],
  [
    'before the 48th hour it waits',
    planned,
    [sent, yes, agreed],
    '2026-03-10 15:59',
    'scheduled',
    'wait',
    '2026-03-10 16:00',
  ],
  [
    'from the 48th to the 24th it is confirmed',
    planned,
    [sent, yes, agreed],
    '2026-03-10 16:00',
    'scheduled',
    'confirm',
    '2026-03-11 16:00',
  ],
  [
    'at the hour it is held',
    planned,
    [sent, yes, agreed, step('confirmed', '2026-03-11 10:00')],
    '2026-03-12 15:50',
    'confirmed',
    'start',
    '2026-03-12 16:00',
  ],
  [
    'it is written down within 24 hours',
    planned,
    [held],
    '2026-03-12 16:40',
    'held',
    'capture',
    '2026-03-13 16:30',
  ],
  [
    'thanked for within 24 hours',
    planned,
    [held, captured],
    '2026-03-12 17:30',
    'captured',
    'thank',
    '2026-03-13 16:30',
  ],
  [
    'late after seven days, and without an hour',
    planned,
    [held, captured],
    '2026-03-19 16:30',
    'captured',
    'thank',
    null,
  ],
  [
    'put away within 72 hours',
    planned,
    [held, captured, thanked],
    '2026-03-12 20:30',
    'thanked',
    'debrief',
    '2026-03-15 20:00',
  ],
  [
    'not reported on before the 14th day',
    planned,
    [held, captured, thanked, debriefed],
    '2026-03-26',
    'debriefed',
    'wait',
    '2026-03-27',
  ],
  [
    'reported on until the 30th',
    planned,
    [held, captured, thanked, debriefed],
    '2026-03-27',
    'debriefed',
    'update',
    '2026-04-12',
  ],
  [
    'then a hello, by the cadence',
    planned,
    [held, captured, thanked, debriefed, updated],
    '2026-05-01',
    'updated',
    'hello',
    null,
  ],
  ['a chance meeting is written down', chance, [], '2026-03-12', 'chance-met', 'capture', null],
  [
    'and followed by a line within a day',
    chance,
    [step('captured', '2026-03-12 18:00')],
    '2026-03-12 19:00',
    'chance-captured',
    'follow-up',
    '2026-03-13 18:00',
  ],
  [
    'then twenty minutes may be asked for',
    chance,
    [step('captured', '2026-03-12 18:00'), step('followed-up', '2026-03-13 09:00')],
    '2026-03-13 10:00',
    'followed-up',
    'send',
    null,
  ],
  [
    'who could not come is offered another time',
    planned,
    [agreed, step('no-show-theirs', '2026-03-12 16:20')],
    '2026-03-12 17:00',
    'no-show-theirs',
    'schedule',
    '2026-03-13',
  ],
  [
    'who could not come oneself offers another time as soon',
    planned,
    [agreed, step('no-show-mine', '2026-03-12 16:20')],
    '2026-03-12 17:00',
    'no-show-mine',
    'schedule',
    '2026-03-13',
  ],
  [
    'a new date after one that was missed is confirmed anew',
    planned,
    [
      agreed,
      step('confirmed', '2026-03-11 10:00'),
      step('no-show-theirs', '2026-03-12 16:20'),
      scheduled('2026-03-13 09:00', '2026-03-19 10:00'),
    ],
    '2026-03-17 10:00',
    'scheduled',
    'confirm',
    '2026-03-18 10:00',
  ],
  [
    'after one that was missed it may rest as well',
    planned,
    [agreed, step('no-show-theirs', '2026-03-12 16:20'), step('rested', '2026-03-13 09:00')],
    '2026-03-14 10:00',
    'resting',
    'wait',
    '2026-06-11',
  ],
])('%s', (...row) => {
  const [, conversation, steps, at, is, what, by] = row
  const now = nowAt(at)
  const state = stateOf(lifeOf(conversation, ...steps), now, ownPace)
  const next = nextStep(conversation, state, now, ownPace)
  const until = next.by && (next.by.clock ? `${next.by.day} ${next.by.clock}` : next.by.day)
  expect([state.is, next.what, until]).toEqual([is, what, by])
})
