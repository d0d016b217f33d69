import { expect, test } from 'vitest'
import { clocksWith } from '../../craft/clocks.ts'
import type { Step } from './conversation.ts'
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
import { metOn, replySpeed, startOf, stateOf, stepsOutOfPlace, type Pace } from './life.ts'

function placeOn(when: When, ...steps: readonly Step[]) {
  return stateOf(lifeOf(conversationWithRuth, ...steps), nowAt(when), ownPace)
}

const sent = step('sent', '2026-03-05 10:00')
const nudged = step('nudged', '2026-03-16 10:00')

test('a conversation begins as an idea, and knows whether a link was found', () => {
  expect(placeOn('2026-03-05')).toEqual({ is: 'idea', since: null, again: false, linked: true })
  const bare = lifeOf({ ...conversationWithRuth, link: ' ' })
  expect(stateOf(bare, nowAt('2026-03-05'), ownPace)).toMatchObject({ is: 'idea', linked: false })
})

test('a letter of Thursday 5 March asks for a second person on the 10th and for a nudge on the 16th', () => {
  expect(placeOn('2026-03-09', sent).is).toBe('sent')
  expect(placeOn('2026-03-10', sent)).toMatchObject({
    is: 'widen-due',
    days: 3,
    widenOn: '2026-03-10',
    nudgeOn: '2026-03-16',
  })
  expect(placeOn('2026-03-15', sent).is).toBe('widen-due')
  expect(placeOn('2026-03-16', sent)).toMatchObject({ is: 'nudge-due', days: 7 })
})

test('once a second person was written to, the letter waits for its nudge', () => {
  const widened = step('widened', '2026-03-10 12:00')
  expect(placeOn('2026-03-11', sent, widened).is).toBe('sent')
  expect(placeOn('2026-03-16', sent, widened).is).toBe('nudge-due')
})

test('a holiday of the owner moves the clocks of silence', () => {
  const pace: Pace = { ...ownPace, holidays: ['2026-03-09'] }
  const life = lifeOf(conversationWithRuth, sent)
  expect(stateOf(life, nowAt('2026-03-10'), pace).is).toBe('sent')
  expect(stateOf(life, nowAt('2026-03-11'), pace).is).toBe('widen-due')
})

test('seven business days after the nudge it rests by itself, and for ninety days', () => {
  expect(placeOn('2026-03-24', sent, nudged)).toMatchObject({ is: 'nudged', restOn: '2026-03-25' })
  expect(placeOn('2026-03-25', sent, nudged)).toEqual({
    is: 'resting',
    since: '2026-03-25',
    unanswered: 2,
    ripeOn: '2026-06-23',
    ripe: false,
  })
  expect(placeOn('2026-06-23', sent, nudged)).toMatchObject({ is: 'resting', ripe: true })
})

test('a nudge that was never sent does not wait for years', () => {
  expect(placeOn('2026-06-13', sent).is).toBe('nudge-due')
  expect(placeOn('2026-06-14', sent)).toMatchObject({
    is: 'resting',
    since: '2026-03-16',
    ripe: true,
  })
})

test('who wants to write only once is never offered a nudge', () => {
  const pace: Pace = { ...ownPace, clocks: clocksWith({ outreach: { maxUnanswered: 1 } }) }
  const state = stateOf(lifeOf(conversationWithRuth, sent), nowAt('2026-03-16'), pace)
  expect(state).toMatchObject({ is: 'resting', since: '2026-03-16', unanswered: 1 })
})

test('a new reason after the rest makes it an idea again', () => {
  const reopened = step('reopened', '2026-06-23 09:00')
  expect(placeOn('2026-06-24', sent, nudged, reopened)).toMatchObject({ is: 'idea', again: true })
})

test('an answer within three business days is quick, a later one slow, one without a letter neither', () => {
  expect(placeOn('2026-03-12', sent, step('replied-yes', '2026-03-10 18:00'))).toMatchObject({
    speed: 'quick',
  })
  expect(placeOn('2026-03-12', sent, step('replied-yes', '2026-03-11 18:00'))).toMatchObject({
    speed: 'slow',
  })
  expect(placeOn('2026-03-12', step('replied-yes', '2026-03-11 18:00'))).toMatchObject({
    speed: null,
  })
  expect(replySpeed('2026-03-05', '2026-03-10', ownPace)).toBe('quick')
})

test('a time written down with the plan is agreed on; a later step moves it', () => {
  const planned = { ...conversationWithRuth, start: startAt('2026-03-12 16:00') }
  const now = nowAt('2026-03-09')
  expect(stateOf(lifeOf(planned), now, ownPace)).toEqual({ is: 'scheduled', start: planned.start })
  const moved = scheduled('2026-03-09 08:00', '2026-03-13 10:00')
  expect(stateOf(lifeOf(planned, moved), now, ownPace)).toEqual({
    is: 'scheduled',
    start: startAt('2026-03-13 10:00'),
  })
})

test('a moved time wants its confirmation anew', () => {
  const place = placeOn(
    '2026-03-11',
    scheduled('2026-03-09 08:00', '2026-03-12 16:00'),
    step('confirmed', '2026-03-11 08:00'),
    scheduled('2026-03-11 09:00', '2026-03-13 10:00'),
  )
  expect(place.is).toBe('scheduled')
})

test('steps written down in any order tell the same life', () => {
  const told = [sent, step('replied-yes', '2026-03-10'), step('held', '2026-03-12 16:20')]
  expect(placeOn('2026-03-12', ...told.toReversed())).toEqual(placeOn('2026-03-12', ...told))
})

test('thanks before the notes are down leave the notes to be written', () => {
  const held = step('held', '2026-03-12 16:20')
  const thanked = step('thanked', '2026-03-12 17:00')
  expect(placeOn('2026-03-12', held, thanked)).toMatchObject({ is: 'thanked', captured: false })
  const captured = step('captured', '2026-03-12 18:00')
  expect(placeOn('2026-03-12', held, thanked, captured)).toMatchObject({
    is: 'thanked',
    captured: true,
  })
})

test('what was set aside after the talk goes on where it stood', () => {
  const held = step('held', '2026-03-12 16:20')
  const captured = step('captured', '2026-03-12 17:00')
  const rested = step('rested', '2026-03-13 09:00')
  expect(placeOn('2026-03-14', held, captured, rested).is).toBe('set-aside')
  const reopened = step('reopened', '2026-03-14 09:00')
  expect(placeOn('2026-03-14', held, captured, rested, reopened)).toEqual(
    placeOn('2026-03-14', held, captured),
  )
})

test('a step that fits nowhere changes nothing, and is shown', () => {
  const life = lifeOf(conversationWithRuth, sent, step('thanked', '2026-03-06 10:00'))
  expect(stateOf(life, nowAt('2026-03-06'), ownPace).is).toBe('sent')
  expect(stepsOutOfPlace(life)).toEqual(['2026-03-06 10:00 thanked'])
})

test('a chance meeting is captured, followed up, and kept or turned into twenty minutes', () => {
  const chance = {
    ...conversationWithRuth,
    setting: 'chance' as const,
    start: startAt('2026-03-05 08:10'),
  }
  const place = (...steps: readonly Step[]) =>
    stateOf(lifeOf(chance, ...steps), nowAt('2026-03-06'), ownPace).is
  const captured = step('captured', '2026-03-05 09:00')
  const followedUp = step('followed-up', '2026-03-05 19:00')
  expect(place()).toBe('chance-met')
  expect(place(captured)).toBe('chance-captured')
  expect(place(captured, followedUp)).toBe('followed-up')
  expect(place(captured, followedUp, step('kept', '2026-03-06 08:00'))).toBe('kept')
  expect(place(captured, followedUp, step('sent', '2026-03-06 08:00'))).toBe('sent')
})

test('the time agreed on last, and the day you spoke, can be read from the steps', () => {
  const time = scheduled('2026-03-09 08:00', '2026-03-13 10:00')
  const life = lifeOf(conversationWithRuth, time, step('held', '2026-03-13 10:20'))
  expect(startOf(life)).toEqual(startAt('2026-03-13 10:00'))
  expect(metOn(life)).toBe('2026-03-13')
  expect(startOf(lifeOf(conversationWithRuth))).toBeNull()
  const chance = lifeOf({
    ...conversationWithRuth,
    setting: 'chance',
    start: startAt('2026-03-05'),
  })
  expect(startOf(chance)).toEqual(startAt('2026-03-05'))
  expect(metOn(chance)).toBe('2026-03-05')
})
