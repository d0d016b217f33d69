import { id } from '../../kit/ids.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Wish } from '../nouns/noun.ts'
import { dayOf } from './calendar.ts'
import { named, type Telling } from './life.ts'
import type { Calendar, ToldIntroduction, ToldPlace } from './told.ts'

export function wishFrom({ want, since, moving }: ToldPlace, calendar: Calendar): Wish {
  return {
    want,
    since: dayOf(since, calendar),
    moving: moving
      ? { level: moving.level, why: moving.why, on: dayOf(moving.ago, calendar) }
      : null,
  }
}

export function introductionFrom(
  { requester, target, steps, ...words }: ToldIntroduction,
  { calendar, newId, people }: Telling,
): Introduction {
  const dated = steps.map(({ ago, ...step }) => ({ ...step, on: dayOf(ago, calendar) }))
  return {
    ...words,
    id: id('introduction', newId('introduction')),
    me: 'connector',
    people: {
      connector: null,
      requester: named(people, requester),
      target: named(people, target),
    },
    minutes: 20,
    named: false,
    conversation: null,
    begunOn: dated[0]?.on ?? calendar.today,
    steps: dated,
    letters: [],
  }
}
