import { defaultClocks } from '../../craft/clocks.ts'
import { addDays, instantAt, isDay, type Day } from '../../kit/days.ts'
import { id } from '../../kit/ids.ts'
import { nothingAsked } from '../people/person.ts'
import type { Conversation, Life, Start, Step, StepKind } from './conversation.ts'
import type { Pace } from './life.ts'
import type { Now } from './moment.ts'

/** An invented conversation with Ruth, in Barcelona, for tests and tours. */
export const conversationWithRuth: Conversation = {
  id: id('conversation', '01890000-0000-7000-8000-000000000001'),
  people: [id('person', '01890000-0000-7000-8000-0000000000a1')],
  setting: 'planned',
  fields: [],
  link: 'Samir was her trainee in 2023.',
  purpose: null,
  minutes: 20,
  medium: 'call',
  place: null,
  start: null,
  questions: [],
  read: [],
  gift: null,
  energy: null,
  engagement: null,
  tuesday: null,
  consent: nothingAsked,
  binnedOn: null,
}

const inventedZone = 'Europe/Madrid'
export const ownPace: Pace = { clocks: defaultClocks, holidays: [] }

/** `2026-03-12 17:30` on the clock of the invented zone, or a day alone. */
export type When = `${Day} ${string}` | Day

export function lifeOf(conversation: Conversation, ...steps: readonly Step[]): Life {
  return { conversation, steps }
}

export function nowAt(when: When): Now {
  const { day, clock } = partsOf(when)
  return { day, instant: instantAt(inventedZone, day, clock ?? '09:00'), zone: inventedZone }
}

export function startAt(when: When): Start {
  return { ...partsOf(when), zone: inventedZone }
}

/** A step of that moment; of a day alone, written down three days later, so that its hour is unknown. */
export function step(kind: Exclude<StepKind, 'scheduled'>, when: When): Step {
  return { ...factOf(kind, when), kind }
}

export function scheduled(when: When, start: When): Step {
  return { ...factOf('scheduled', when), kind: 'scheduled', start: startAt(start) }
}

function factOf(kind: StepKind, when: When) {
  const { day, clock } = partsOf(when)
  const at = instantAt(inventedZone, clock ? day : addDays(day, 3), clock ?? '20:00')
  const { id: conversation } = conversationWithRuth
  return {
    id: id('step', `${when} ${kind}`),
    conversation,
    at,
    zone: inventedZone,
    day,
    words: null,
  }
}

function partsOf(when: When): { readonly day: Day; readonly clock: string | null } {
  const day = when.slice(0, 10)
  if (!isDay(day)) throw new RangeError(`${when} does not begin with a day`)
  return { day, clock: when.slice(11) || null }
}
