import { addBusinessDays } from '../../craft/business-days.ts'
import { addDays, type Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Conversation } from './conversation.ts'
import type { Pace, State, StateWord } from './life.ts'
import { byDay, hasCome, hoursFrom, isOver, momentOfStart, type By, type Now } from './moment.ts'

/** `wait`: a clock runs, nothing is yours to do until `by`. `nothing`: nothing is due at all. */
export const nextWhats = [
  'research',
  'draft',
  'send',
  'widen',
  'nudge',
  'reopen',
  'schedule',
  'thank-no',
  'confirm',
  'start',
  'settle',
  'finish',
  'capture',
  'thank',
  'follow-up',
  'debrief',
  'update',
  'hello',
  'wait',
  'nothing',
] as const
export type NextWhat = (typeof nextWhats)[number]

type None = Readonly<Record<string, never>>

/** Business days since the letter of that day. */
type Silence = { readonly days: number; readonly since: Day }

/** A day, and its clock where one was agreed. */
type Agreed = { readonly day: Day; readonly clock?: string }

/** Why, as a code with the facts of its sentence; every language has its own words for it. */
export interface WhyFacts {
  readonly 'find-a-link': None
  readonly 'new-reason': None
  readonly 'link-found': None
  readonly 'draft-waits': { readonly since: Day }
  readonly 'letter-is-out': { readonly since: Day }
  readonly 'silent-widen': Silence
  readonly 'silent-widen-there': Silence & { readonly house: string }
  readonly 'silent-widen-to': Silence & { readonly house: string; readonly second: string }
  /** The letters that wait there, this one among them, are enough for that house. */
  readonly 'silent-widen-elsewhere': Silence & { readonly house: string }
  readonly 'silent-nudge': Silence
  readonly 'nudge-is-out': { readonly since: Day }
  /** A mail of theirs was heard; what it comes to is not said yet. */
  readonly 'answer-is-there': { readonly since: Day }
  readonly resting: { readonly until: Day }
  readonly 'letter-elsewhere': { readonly since: Day }
  readonly 'rests-elsewhere': { readonly until: Day }
  readonly 'house-full': { readonly letters: number; readonly house: string }
  readonly 'rested-long': { readonly since: Day }
  readonly 'they-said-yes': { readonly since: Day }
  readonly 'they-said-later': { readonly since: Day }
  readonly 'later-has-come': { readonly since: Day }
  readonly 'they-said-no': None
  readonly 'closed-kindly': None
  readonly agreed: Agreed
  readonly 'confirm-now': Agreed
  readonly confirmed: Agreed
  readonly today: { readonly minutes: number; readonly clock?: string }
  readonly 'today-confirmed': { readonly minutes: number; readonly clock?: string }
  readonly 'time-has-passed': { readonly day: Day }
  readonly 'notes-are-open': None
  readonly 'no-show-mine': None
  readonly 'no-show-theirs': None
  readonly 'while-warm': None
  readonly 'thank-warm': { readonly day: Day }
  readonly 'thank-late': { readonly day: Day }
  readonly 'put-away': None
  readonly 'report-later': { readonly from: Day }
  readonly 'report-back': None
  readonly 'hello-later': { readonly from: Day }
  readonly 'next-hello': None
  readonly kept: None
  readonly 'set-aside': None
  readonly 'met-by-chance': None
  readonly 'recall-the-moment': None
  readonly 'ask-for-minutes': { readonly minutes: number }
}

export type Why<Code extends keyof WhyFacts = keyof WhyFacts> = {
  readonly [One in Code]: { readonly code: One; readonly values: WhyFacts[One] }
}[Code]

export interface NextStep {
  readonly what: NextWhat
  /** The first of its people; null while nobody is named. */
  readonly who: PersonId | null
  readonly why: Why
  /** Until when it is best done; for `wait`, when the next thing comes. */
  readonly by: By | null
}

/** Every place has a next step, or says why nothing is due. */
export function nextStep(conversation: Conversation, state: State, now: Now, pace: Pace): NextStep {
  const next = nextFrom(state, { conversation, now, clocks: pace.clocks, holidays: pace.holidays })
  return { ...next, who: conversation.people[0] ?? null }
}

type Next = Omit<NextStep, 'who'>

interface Facts extends Pace {
  readonly conversation: Conversation
  readonly now: Now
}

type Rule<Word extends StateWord> = (state: State<Word>, facts: Facts) => Next

function nextFrom<Word extends StateWord>(state: State<Word>, facts: Facts): Next {
  const rule: Rule<Word> = rules[state.is]
  return rule(state, facts)
}

const rules: { readonly [Word in StateWord]: Rule<Word> } = {
  idea: ({ linked, again }) => {
    if (linked && !again) return due('draft', { code: 'link-found', values: {} })
    return due('research', { code: again ? 'new-reason' : 'find-a-link', values: {} })
  },
  researched: () => due('draft', { code: 'link-found', values: {} }),
  drafted: ({ since }) => due('send', { code: 'draft-waits', values: { since } }),

  sent: ({ since, widened, widenOn, nudgeOn }) =>
    wait({ code: 'letter-is-out', values: { since } }, byDay(widened ? nudgeOn : widenOn)),
  'widen-due': ({ since, days }) => due('widen', { code: 'silent-widen', values: { since, days } }),
  'nudge-due': ({ since, days }) => due('nudge', { code: 'silent-nudge', values: { since, days } }),
  nudged: ({ since, restOn }) => wait({ code: 'nudge-is-out', values: { since } }, byDay(restOn)),
  resting: ({ since, ripe, ripeOn }) =>
    ripe
      ? due('reopen', { code: 'rested-long', values: { since } })
      : wait({ code: 'resting', values: { until: ripeOn } }, byDay(ripeOn)),

  'replied-yes': ({ since }, facts) =>
    due('schedule', { code: 'they-said-yes', values: { since } }, soonAfter(since, facts)),
  'replied-later': ({ since, askAgainOn }, { now }) =>
    now.day >= askAgainOn
      ? due('send', { code: 'later-has-come', values: { since } })
      : wait({ code: 'they-said-later', values: { since } }, byDay(askAgainOn)),
  'replied-no': () => due('thank-no', { code: 'they-said-no', values: {} }),
  'thanked-no': () => nothing({ code: 'closed-kindly', values: {} }),
  'no-show-mine': ({ since }, facts) =>
    due('schedule', { code: 'no-show-mine', values: {} }, soonAfter(since, facts)),
  'no-show-theirs': ({ since }, facts) =>
    due('schedule', { code: 'no-show-theirs', values: {} }, soonAfter(since, facts)),

  scheduled: untilTheHour,
  confirmed: untilTheHour,
  started: () => due('finish', { code: 'notes-are-open', values: {} }),

  held: capture,
  captured: thank,
  thanked: (state, facts) => (state.captured ? putAway(state, facts) : capture(state, facts)),
  debriefed: reportBack,
  updated: sayHello,
  kept: () => nothing({ code: 'kept', values: {} }),
  'set-aside': () => nothing({ code: 'set-aside', values: {} }),

  'chance-met': ({ met }, { now, clocks }) =>
    due(
      'capture',
      { code: 'met-by-chance', values: {} },
      met && hoursFrom(met, clocks.after.captureHours, now.zone),
    ),
  'chance-captured': ({ since, met }, { now, clocks }) =>
    due(
      'follow-up',
      { code: 'recall-the-moment', values: {} },
      hoursFrom(met ?? since, clocks.after.followUpHours, now.zone),
    ),
  'followed-up': (_, { conversation }) =>
    due('send', { code: 'ask-for-minutes', values: { minutes: conversation.minutes } }),
}

function due(what: NextWhat, why: Why, by: By | null = null): Next {
  return { what, why, by }
}

function wait(why: Why, until: By): Next {
  return { what: 'wait', why, by: until }
}

function nothing(why: Why): Next {
  return { what: 'nothing', why, by: null }
}

function soonAfter(since: Day, { clocks, holidays }: Facts): By {
  return byDay(addBusinessDays(since, clocks.outreach.scheduleWithin, holidays))
}

/** Wait, confirm a day or two before, begin on the day, and ask how it went once the time has passed. */
function untilTheHour(
  state: State<'scheduled' | 'confirmed'>,
  { conversation, now, clocks }: Facts,
): Next {
  const { minutes } = conversation
  const moment = momentOfStart(state.start)
  const start = hoursFrom(moment, 0, now.zone)
  const end = hoursFrom(moment, moment.instant ? minutes / 60 : 0, now.zone)
  const { day } = start
  if (isOver(end, now)) return due('settle', { code: 'time-has-passed', values: { day } })
  const clock = start.clock === null ? {} : { clock: start.clock }
  const confirmed = state.is === 'confirmed'
  if (now.day >= day) {
    const code = confirmed ? 'today-confirmed' : 'today'
    return due('start', { code, values: { minutes, ...clock } }, start)
  }
  const agreed = { day, ...clock }
  if (confirmed) return wait({ code: 'confirmed', values: agreed }, start)
  const [latest, earliest] = clocks.meeting.confirmHoursBefore
  const opens = hoursFrom(moment, -earliest, now.zone)
  if (!hasCome(opens, now)) return wait({ code: 'agreed', values: agreed }, opens)
  const by = hoursFrom(moment, -latest, now.zone)
  return due('confirm', { code: 'confirm-now', values: agreed }, isOver(by, now) ? start : by)
}

/** Notes and thanks count from when you spoke, for that is what they remember. */
function capture({ met }: State<'held' | 'thanked'>, { now, clocks }: Facts): Next {
  const by = hoursFrom(met, clocks.after.captureHours, now.zone)
  return due('capture', { code: 'while-warm', values: {} }, by)
}

function thank({ met }: State<'captured'>, { now, clocks }: Facts): Next {
  const { day } = met
  const { thanksHours, thanksLateAfterHours } = clocks.after
  if (hasCome(hoursFrom(met, thanksLateAfterHours, now.zone), now)) {
    return due('thank', { code: 'thank-late', values: { day } })
  }
  const by = hoursFrom(met, thanksHours, now.zone)
  return due('thank', { code: 'thank-warm', values: { day } }, by)
}

function putAway({ since }: State<'thanked'>, { now, clocks }: Facts): Next {
  const by = hoursFrom(since, clocks.after.debriefHours, now.zone)
  return due('debrief', { code: 'put-away', values: {} }, by)
}

function reportBack({ since }: State<'debriefed'>, { now, clocks }: Facts): Next {
  const [first, last] = clocks.after.firstUpdateDays
  const from = addDays(since, first)
  if (now.day < from) return wait({ code: 'report-later', values: { from } }, byDay(from))
  return due('update', { code: 'report-back', values: {} }, byDay(addDays(since, last)))
}

function sayHello({ since }: State<'updated'>, { now, clocks }: Facts): Next {
  const from = addDays(since, clocks.cadence.developing)
  if (now.day < from) return wait({ code: 'hello-later', values: { from } }, byDay(from))
  return due('hello', { code: 'next-hello', values: {} })
}
