import { addDays, clockIn, type Day, dayIn, daysBetween, isDay, isInstant } from '../../kit/days.ts'
import type { NextWhat } from '../../notebook/conversations/next-step.ts'
import type { TodayWhat } from '../../notebook/today/places.ts'
import type { TodayFacts } from '../../notebook/today/today.ts'
import { longDay, type Wall } from './dates.ts'
import { capitalized, type Words } from './words.ts'

/** A reason as the server gives it: a code with the facts of its sentence, and the sentence in English. */
export interface Because {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly why: string
}

type WhyCode = keyof TodayFacts
type What = TodayWhat | NextWhat

/**
 * Why something comes next, said in the language of the page: the fact, and a way out. `name` is whom
 * it is about, if anybody. A code of a newer server is said in the server's own words.
 */
export function whyInWords(t: Words, because: Because, name: string | null, wall: Wall): string {
  if (!isWhyCode(because.code)) return because.why
  const { clock, text } = because.values
  const who = name || null
  const told = {
    ...because.values,
    ...dayWords(t, because.values, wall),
    name: who ?? t('today.nobody.name'),
    they: who ?? t('today.nobody.they'),
    clock: clock ?? '',
    text: ended(String(text ?? '')),
    count: countOf(because.values),
    ...(clock === undefined ? {} : { context: 'at' }),
  }
  return capitalized(t(`today.why.${because.code}`, told), wall.locale)
}

/** The number that its sentence bends with. */
function countOf({ minutes, days, letters }: Because['values']): number {
  return Number(minutes ?? days ?? letters ?? 0)
}

/** A next step in a few words, for a table: "Thank by 17:30", "Write the nudge", "Agreed for Friday at 16:00". */
export function stepInWords(t: Words, next: Step, wall: Wall): string {
  if (!isWhat(next.what)) return ''
  const waits = waitInWords(t, next, wall)
  if (waits !== null) return waits
  const step = t(`today.step.${next.what}`)
  if (!hurried.has(next.what) || next.by === null) return step
  const by = byInWords(t, next.by, wall)
  return by === null ? step : t('today.stepBy', { step, by })
}

interface Step extends Omit<Because, 'why'> {
  readonly what: string
  readonly by: string | null
}

const waitings = [
  'letter-is-out',
  'nudge-is-out',
  'answer-is-there',
  'resting',
  'letter-elsewhere',
  'rests-elsewhere',
  'house-full',
  'they-said-later',
  'agreed',
  'confirmed',
  'report-later',
  'hello-later',
] as const

/** For what one waits where nothing is yours to do. */
function waitInWords(t: Words, { what, code, values }: Step, wall: Wall): string | null {
  const known = waitings.find((one) => one === code)
  if (what !== 'wait' || known === undefined) return null
  const { at, until, from } = dayWords(t, values, wall)
  return t(`today.wait.${known}`, { at, until, from })
}

/** In a table only these say until when: the others keep. */
const hurried: ReadonlySet<What> = new Set<What>(['thank', 'confirm', 'keep-promise'])

/** Until when, as `TodayItem.by` has it: "by 17:30", "by tomorrow", "by Saturday"; past is "since Tuesday". */
export function byInWords(
  t: Words,
  by: string | null,
  wall: Wall,
  now = Date.now(),
): string | null {
  const moment = momentOf(by, wall)
  if (moment === null) return null
  const ahead = daysBetween(wall.today, moment.day)
  const isOver = moment.at === null ? ahead < 0 : moment.at < now
  return isOver ? sinceInWords(t, moment, wall) : untilInWords(t, moment, wall)
}

interface Moment {
  readonly day: Day
  readonly clock: string | null
  readonly at: number | null
}

function sinceInWords(t: Words, { day, clock }: Moment, wall: Wall): string {
  const since = day === wall.today && clock !== null ? clock : nearDay(t, day, wall)
  return t('today.by.since', { day: since })
}

function untilInWords(t: Words, { day, clock }: Moment, wall: Wall): string {
  if (day === wall.today)
    return clock === null ? t('today.by.tonight') : t('today.by.clock', { clock })
  const near = day === addDays(wall.today, 1) ? t('day.tomorrow') : nearDay(t, day, wall)
  if (clock === null) return t('today.by.day', { day: near })
  return t('today.by.dayClock', { day: near, clock })
}

function momentOf(by: string | null, wall: Wall): Moment | null {
  if (by === null) return null
  if (isDay(by)) return { day: by, clock: null, at: null }
  if (!isInstant(by)) return null
  return { day: dayIn(wall.zone, by), clock: clockIn(wall.zone, by), at: Date.parse(by) }
}

/** "today", "Wednesday" within six days either way, else "Wednesday 11 March". */
export function nearDay(t: Words, day: Day, wall: Wall): string {
  const away = Math.abs(daysBetween(wall.today, day))
  if (away === 0) return t('day.today')
  return away < 7 ? weekdayOf(day, wall.locale) : longDay(day, wall)
}

/** "today", "yesterday", "tomorrow", "on Wednesday", "on Wednesday 11 March". */
function onDay(t: Words, day: Day, wall: Wall): string {
  return nextDoor(t, day, wall) ?? t('today.day.on', { day: nearDay(t, day, wall) })
}

function nextDoor(t: Words, day: Day, { today }: Wall): string | null {
  if (day === today) return t('day.today')
  if (day === addDays(today, -1)) return t('day.yesterday')
  return day === addDays(today, 1) ? t('day.tomorrow') : null
}

/** Each day of the facts as it stands after "since" and, with `On`, after a verb; `at` is when one meets. */
function dayWords(t: Words, values: Because['values'], wall: Wall): Record<string, string> {
  const said: Record<string, string> = {}
  for (const [name, day] of Object.entries(values)) {
    if (typeof day !== 'string' || !isDay(day)) continue
    said[name] = nearDay(t, day, wall)
    said[`${name}On`] = onDay(t, day, wall)
    if (name === 'day') said['at'] = meeting(t, day, values['clock'], wall)
  }
  return said
}

function meeting(t: Words, day: Day, clock: string | number | undefined, wall: Wall): string {
  const when = nextDoor(t, day, wall) ?? nearDay(t, day, wall)
  return clock === undefined ? when : t('today.agreedAt', { day: when, clock })
}

function weekdayOf(day: Day, locale: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(noon)
}

function ended(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

function isWhyCode(code: string): code is WhyCode {
  return Object.hasOwn(whyCodes, code)
}

function isWhat(what: string): what is What {
  return Object.hasOwn(whats, what)
}

/** A reason or a step that is not in these tables, or has no message, does not compile. */
const whyCodes: Readonly<Record<WhyCode, true>> = {
  'find-a-link': true,
  'new-reason': true,
  'link-found': true,
  'draft-waits': true,
  'letter-is-out': true,
  'silent-widen': true,
  'silent-widen-there': true,
  'silent-widen-to': true,
  'silent-widen-elsewhere': true,
  'silent-nudge': true,
  'nudge-is-out': true,
  'answer-is-there': true,
  resting: true,
  'letter-elsewhere': true,
  'rests-elsewhere': true,
  'house-full': true,
  'rested-long': true,
  'they-said-yes': true,
  'they-said-later': true,
  'later-has-come': true,
  'they-said-no': true,
  'closed-kindly': true,
  agreed: true,
  'confirm-now': true,
  confirmed: true,
  today: true,
  'today-confirmed': true,
  'time-has-passed': true,
  'notes-are-open': true,
  'no-show-mine': true,
  'no-show-theirs': true,
  'while-warm': true,
  'thank-warm': true,
  'thank-late': true,
  'put-away': true,
  'report-later': true,
  'report-back': true,
  'hello-later': true,
  'next-hello': true,
  kept: true,
  'set-aside': true,
  'met-by-chance': true,
  'recall-the-moment': true,
  'ask-for-minutes': true,
  'you-promised': true,
  'they-promised': true,
  'they-chose': true,
  'they-named-a-time': true,
  'they-named-times': true,
  'they-declined': true,
  'they-said-how-to-name-them': true,
  'they-ask-to-be-forgotten': true,
  'sat-there-too': true,
  'letter-unsure': true,
  'letter-failed': true,
  'they-wrote': true,
  'letter-came-back': true,
  'intro-planned': true,
  'intro-connector-rests': true,
  'intro-asked-of-you': true,
  'intro-idea': true,
  'intro-other-side': true,
  'intro-no-answer-yet': true,
  'intro-both-agreed': true,
  'intro-linked': true,
  'intro-hear': true,
  'intro-connector-weighs': true,
  'intro-you-are-asked': true,
  'intro-you-agreed': true,
  'intro-reply': true,
  'intro-meet': true,
  'intro-they-write': true,
  'intro-tell': true,
  'intro-thank': true,
  'intro-done': true,
  'intro-quiet': true,
}

const whats: Readonly<Record<What, true>> = {
  research: true,
  draft: true,
  send: true,
  widen: true,
  nudge: true,
  reopen: true,
  schedule: true,
  'thank-no': true,
  confirm: true,
  start: true,
  settle: true,
  finish: true,
  capture: true,
  thank: true,
  'follow-up': true,
  debrief: true,
  update: true,
  hello: true,
  wait: true,
  nothing: true,
  'keep-promise': true,
  'recall-promise': true,
  hear: true,
  'open-mail': true,
  'forget-asked': true,
  'thank-too': true,
  'look-sent': true,
  'send-again': true,
  'ask-connector': true,
  weigh: true,
  'ask-sides': true,
  agree: true,
  link: true,
  'first-reply': true,
  'tell-connector': true,
  'thank-connector': true,
  'ask-after': true,
}
