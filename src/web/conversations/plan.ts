import { isDay } from '../../kit/days.ts'
import type { Conversation } from './types.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** A plan as it stands in the form: all of it is text until it is kept. */
export interface Plan {
  readonly people: readonly Named[]
  readonly fields: readonly Named[]
  readonly setting: Conversation['setting']
  readonly link: string
  readonly purpose: string
  readonly minutes: string
  readonly medium: Conversation['medium']
  readonly place: string
  readonly day: string
  readonly clock: string
  readonly zone: string
}

export function emptyPlan(zone: string): Plan {
  return {
    people: [],
    fields: [],
    setting: 'planned',
    link: '',
    purpose: '',
    minutes: '20',
    medium: null,
    place: '',
    day: '',
    clock: '',
    zone,
  }
}

export function planOf(conversation: Conversation, zone: string): Plan {
  const { people, fields, setting, medium, minutes, start } = conversation
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    fields,
    setting,
    medium,
    link: conversation.link ?? '',
    purpose: conversation.purpose ?? '',
    place: conversation.place ?? '',
    minutes: String(minutes),
    day: start?.day ?? '',
    clock: start?.clock ?? '',
    zone: start?.zone ?? zone,
  }
}

type Start = Conversation['start']

/** What the operations want; a day that is no day is no time yet. */
export function writtenPlan(plan: Plan) {
  return {
    people: plan.people.map(({ id }) => id),
    fields: plan.fields.map(({ id }) => id),
    setting: plan.setting,
    link: plan.link.trim() || null,
    purpose: plan.purpose.trim() || null,
    minutes: minutesIn(plan.minutes),
    medium: plan.medium,
    place: plan.place.trim() || null,
    start: startIn(plan),
  }
}

export function startIn({ day, clock, zone }: Pick<Plan, 'day' | 'clock' | 'zone'>): Start {
  return isDay(day) ? { day, clock: clock || null, zone } : null
}

/** Five minutes at least, ten hours at most; twenty where nothing is said. */
export function minutesIn(text: string): number {
  const minutes = Math.round(Number(text))
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(600, Math.max(5, minutes)) : 20
}

export function isSameStart(one: Start, other: Start): boolean {
  return one?.day === other?.day && one?.clock === other?.clock && one?.zone === other?.zone
}
