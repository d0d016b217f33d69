import { addBusinessDays, businessDaysBetween } from '../../craft/business-days.ts'
import type { Clocks } from '../../craft/clocks.ts'
import { addDays, type Day } from '../../kit/days.ts'
import type { StepId } from '../../kit/ids.ts'
import type { Conversation, Life, Start } from './conversation.ts'
import { foldOf, type Course, type Stage } from './course.ts'
import type { Moment, Now } from './moment.ts'

/** The owner's clocks, and the days on which they do not run. */
export interface Pace {
  readonly clocks: Clocks
  readonly holidays: readonly Day[]
}

/** How soon somebody answered. Orders lists; never shown, for it is no judgement. */
export type ReplySpeed = 'quick' | 'slow'

interface SinceDay {
  readonly since: Day
}

interface Silent extends SinceDay {
  readonly widened: boolean
  readonly widenOn: Day
  readonly nudgeOn: Day
  /** Business days since the letter. */
  readonly days: number
}

interface Talked {
  readonly since: Moment
  /** When you spoke. */
  readonly met: Moment
  readonly captured: boolean
}

interface MetByChance {
  readonly since: Moment
  readonly met: Moment | null
}

/** What is known where. */
interface Places {
  readonly idea: {
    readonly since: Day | null
    /** Begun anew after a rest: it wants a new reason. */
    readonly again: boolean
    /** What links you is written down. */
    readonly linked: boolean
  }
  readonly researched: SinceDay
  readonly drafted: SinceDay
  readonly sent: Silent
  readonly 'widen-due': Silent
  readonly 'nudge-due': Silent
  readonly nudged: SinceDay & { readonly restOn: Day }
  readonly resting: SinceDay & {
    readonly unanswered: 0 | 1 | 2
    /** From this day on a new reason may begin anew. */
    readonly ripeOn: Day
    readonly ripe: boolean
  }
  readonly 'replied-yes': SinceDay & { readonly speed: ReplySpeed | null }
  readonly 'replied-later': SinceDay & { readonly askAgainOn: Day }
  readonly 'replied-no': SinceDay
  readonly 'thanked-no': SinceDay
  readonly scheduled: { readonly start: Start }
  readonly confirmed: { readonly start: Start }
  readonly started: { readonly since: Moment }
  readonly 'no-show-mine': SinceDay
  readonly 'no-show-theirs': SinceDay
  readonly held: Talked
  readonly captured: Talked
  readonly thanked: Talked
  readonly debriefed: SinceDay
  readonly updated: SinceDay
  readonly kept: SinceDay
  readonly 'set-aside': SinceDay
  readonly 'chance-met': { readonly met: Moment | null }
  readonly 'chance-captured': MetByChance
  readonly 'followed-up': MetByChance
}

export type StateWord = keyof Places

/**
 * Where a conversation stands today, `State<'sent'>` for one place alone. Never stored: it is the fold
 * of the steps, the clocks and today.
 */
export type State<Is extends StateWord = StateWord> = {
  readonly [Word in Is]: { readonly is: Word } & Places[Word]
}[Is]

export function stateOf(life: Life, now: Now, pace: Pace): State {
  return stateAfter(foldOf(life).course, life.conversation, now, pace)
}

/** The time agreed on, as it stands now; of a chance meeting, when you met. Null while none is set. */
export function startOf({ conversation, steps }: Life): Start | null {
  const { start } = foldOf({ conversation, steps }).course
  return conversation.setting === 'chance' ? (start ?? conversation.start) : start
}

/** The day you spoke, or met by chance. */
export function metOn(life: Life): Day | null {
  return foldOf(life).course.met?.day ?? null
}

/** Steps that fit nowhere any more, because another was taken back or its day was changed. */
export function stepsOutOfPlace(life: Life): readonly StepId[] {
  return foldOf(life)
    .told.filter((one) => !one.fits)
    .map((one) => one.step.id)
}

/** Up to three business days from letter to answer are quick. */
export function replySpeed(sentOn: Day, answeredOn: Day, { clocks, holidays }: Pace): ReplySpeed {
  const days = businessDaysBetween(sentOn, answeredOn, holidays)
  return days <= clocks.outreach.quickWithin ? 'quick' : 'slow'
}

/** All that a place is told from. */
interface Telling {
  readonly course: Course
  readonly conversation: Conversation
  readonly since: Moment
  readonly now: Now
  readonly pace: Pace
}

export function stateAfter(
  course: Course,
  conversation: Conversation,
  now: Now,
  pace: Pace,
): State {
  const since = course.since ?? now
  return places[course.stage]({ course, conversation, since, now, pace })
}

const places: { readonly [Word in Stage]: (telling: Telling) => State } = {
  idea: ({ course, conversation }) => ({
    is: 'idea',
    since: course.since?.day ?? null,
    again: course.again,
    linked: Boolean(conversation.link?.trim()),
  }),
  researched: ({ since }) => ({ is: 'researched', since: since.day }),
  drafted: ({ since }) => ({ is: 'drafted', since: since.day }),
  sent: inSilence,
  nudged: afterNudge,
  resting: (telling) => resting(telling, telling.since.day),
  'replied-yes': ({ course, since, pace }) => ({
    is: 'replied-yes',
    since: since.day,
    speed: speedOf(course, pace),
  }),
  'replied-later': ({ since, pace }) => ({
    is: 'replied-later',
    since: since.day,
    askAgainOn: addDays(since.day, pace.clocks.outreach.laterDays),
  }),
  'replied-no': ({ since }) => ({ is: 'replied-no', since: since.day }),
  'thanked-no': ({ since }) => ({ is: 'thanked-no', since: since.day }),
  scheduled: (telling) => ({ is: 'scheduled', start: startAgreed(telling) }),
  confirmed: (telling) => ({ is: 'confirmed', start: startAgreed(telling) }),
  started: ({ since }) => ({ is: 'started', since }),
  'no-show-mine': ({ since }) => ({ is: 'no-show-mine', since: since.day }),
  'no-show-theirs': ({ since }) => ({ is: 'no-show-theirs', since: since.day }),
  held: (telling) => ({ is: 'held', ...talked(telling) }),
  captured: (telling) => ({ is: 'captured', ...talked(telling) }),
  thanked: (telling) => ({ is: 'thanked', ...talked(telling) }),
  debriefed: ({ since }) => ({ is: 'debriefed', since: since.day }),
  updated: ({ since }) => ({ is: 'updated', since: since.day }),
  kept: ({ since }) => ({ is: 'kept', since: since.day }),
  'set-aside': ({ since }) => ({ is: 'set-aside', since: since.day }),
  'chance-met': ({ course }) => ({ is: 'chance-met', met: course.met }),
  'chance-captured': ({ course, since }) => ({ is: 'chance-captured', since, met: course.met }),
  'followed-up': ({ course, since }) => ({ is: 'followed-up', since, met: course.met }),
}

function talked({ course, since }: Telling): Talked {
  return { since, met: course.met ?? since, captured: course.captured }
}

function startAgreed({ course, since }: Telling): Start {
  return course.start ?? { day: since.day, clock: null, zone: since.zone }
}

/** A letter is out. Silence first widens, then nudges once; a nudge that nobody sent for a season rests by itself. */
function inSilence(telling: Telling): State {
  const { course, now, pace } = telling
  const { outreach } = pace.clocks
  const since = telling.since.day
  const facts: Silent = {
    since,
    widened: course.widened,
    widenOn: addBusinessDays(since, outreach.widenAfter, pace.holidays),
    nudgeOn: addBusinessDays(since, outreach.nudgeAfter, pace.holidays),
    days: businessDaysBetween(since, now.day, pace.holidays),
  }
  if (now.day >= facts.nudgeOn) {
    const tooLate = now.day >= addDays(facts.nudgeOn, outreach.reopenDays)
    return tooLate || outreach.maxUnanswered < 2
      ? resting(telling, facts.nudgeOn)
      : { is: 'nudge-due', ...facts }
  }
  const widen = now.day >= facts.widenOn && !course.widened
  return widen ? { is: 'widen-due', ...facts } : { is: 'sent', ...facts }
}

function afterNudge(telling: Telling): State {
  const { since, now, pace } = telling
  const restOn = addBusinessDays(since.day, pace.clocks.outreach.restAfterNudge, pace.holidays)
  if (now.day >= restOn) return resting(telling, restOn)
  return { is: 'nudged', since: since.day, restOn }
}

function resting({ course, now, pace }: Telling, since: Day): State {
  const ripeOn = addDays(since, pace.clocks.outreach.reopenDays)
  return { is: 'resting', since, unanswered: course.unanswered, ripeOn, ripe: now.day >= ripeOn }
}

function speedOf({ letterOn, answeredOn }: Course, pace: Pace): ReplySpeed | null {
  return letterOn && answeredOn ? replySpeed(letterOn, answeredOn, pace) : null
}
