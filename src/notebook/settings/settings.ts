import { clocksWith, defaultClocks, type Clocks, type OwnClocks } from '../../craft/clocks.ts'
import type { Busy } from '../../craft/slots.ts'
import type { Day } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'

export const schemes = ['system', 'light', 'dark'] as const

/** What the owner chose; everything else is as the craft has it. */
export interface Settings {
  /** How letters are signed. */
  readonly name: string
  /** Who the owner is, in one line that goes on after "I am": "a bookbinder in Leipzig". */
  readonly about: string
  /** How somebody reaches the owner at the last minute. */
  readonly reach: string
  /** Mail addresses by which calendars and messages know the owner. */
  readonly addresses: readonly string[]
  readonly zone: string | null
  readonly language: string | null
  readonly scheme: (typeof schemes)[number]
  readonly holidays: readonly Day[]
  readonly clocks: OwnClocks
  /** Times that are taken elsewhere, as a calendar last said; only from when to when. */
  readonly busy: readonly Busy[]
}

export const asTheyCome: Settings = {
  name: '',
  about: '',
  reach: '',
  addresses: [],
  zone: null,
  language: null,
  scheme: 'system',
  holidays: [],
  clocks: {},
  busy: [],
}

export function paceOf(settings: Settings): {
  readonly clocks: Clocks
  readonly holidays: readonly Day[]
} {
  return { clocks: clocksWith(settings.clocks), holidays: settings.holidays }
}

type Clock = number | readonly number[]

/** Clocks as a door gives them: only ones that exist, of the same form as the default, not negative. */
export function ownClocks(
  given: Readonly<Record<string, Readonly<Record<string, Clock>>>>,
): OwnClocks {
  for (const [group, clocks] of Object.entries(given)) {
    for (const [name, value] of Object.entries(clocks)) checkClock(group, name, value)
  }
  return given
}

function checkClock(group: string, name: string, value: Clock): void {
  const groups: Readonly<Record<string, object>> = { ...defaultClocks }
  const known = Object.entries(groups[group] ?? {}).find(([key]) => key === name)
  if (!known) throw new Problem('setting.unknown', `There is no clock called ${group}.${name}`)
  const spans = Array.isArray(known[1])
  const ends = spans && Array.isArray(value) && value.length === 2 ? value : [value]
  const right =
    spans === Array.isArray(value) && ends.every((end) => typeof end === 'number' && end >= 0)
  if (!right || (name === 'maxUnanswered' && value !== 1 && value !== 2)) {
    throw new Problem(
      'setting.invalid',
      `${group}.${name} is written like ${JSON.stringify(known[1])}`,
    )
  }
}
