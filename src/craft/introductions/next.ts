import { addDays, type Day } from '../../kit/days.ts'
import type { IntroductionClocks } from '../clocks.ts'
import { type Course, courseOf } from './course.ts'
import { type IntroductionLife, type Side, sides } from './introduction.ts'
import { standingOf } from './standing.ts'
import { sideView } from './views.ts'

export const introductionActs = [
  'ask-connector',
  'weigh',
  'ask-sides',
  'agree',
  'link',
  'first-reply',
  'tell-connector',
  'thank-connector',
  'ask-after',
] as const
/** What is yours to do. */
export type IntroductionAct = (typeof introductionActs)[number]

/** The facts of each reason; every language has a sentence for each code. */
export interface IntroductionWhyFacts {
  readonly 'intro-planned': object
  readonly 'intro-connector-rests': { readonly since: Day; readonly until: Day }
  readonly 'intro-asked-of-you': { readonly since: Day; readonly until: Day }
  readonly 'intro-idea': object
  readonly 'intro-other-side': { readonly until: Day }
  readonly 'intro-no-answer-yet': { readonly until: Day }
  readonly 'intro-both-agreed': { readonly since: Day }
  readonly 'intro-linked': { readonly since: Day }
  readonly 'intro-hear': { readonly since: Day }
  readonly 'intro-connector-weighs': { readonly since: Day; readonly until: Day }
  readonly 'intro-you-are-asked': { readonly since: Day; readonly until: Day }
  readonly 'intro-you-agreed': { readonly until: Day }
  readonly 'intro-reply': { readonly since: Day }
  readonly 'intro-meet': { readonly since: Day }
  readonly 'intro-they-write': { readonly since: Day }
  readonly 'intro-tell': { readonly since: Day }
  readonly 'intro-thank': { readonly since: Day }
  readonly 'intro-done': object
  readonly 'intro-quiet': { readonly since: Day }
}

export type IntroductionWhy<Code extends keyof IntroductionWhyFacts = keyof IntroductionWhyFacts> =
  {
    readonly [One in Code]: { readonly code: One; readonly values: IntroductionWhyFacts[One] }
  }[Code]

export interface IntroductionNext {
  readonly what: IntroductionAct | 'wait' | 'nothing'
  readonly why: IntroductionWhy
  readonly by: Day | null
}

/** What comes next for the one who keeps this, and why. */
export function nextOf(
  life: IntroductionLife,
  today: Day,
  clocks: IntroductionClocks,
): IntroductionNext {
  const course = courseOf(life)
  if (course.closed !== null) return quiet(course.closed)
  if (course.made !== null) return afterLink(life, course, course.made, { today, clocks })
  return life.me === 'connector'
    ? forConnector(life, today, clocks)
    : forSide(life, life.me, today, clocks)
}

function next(
  what: IntroductionNext['what'],
  why: IntroductionWhy,
  by: Day | null = null,
): IntroductionNext {
  return { what, why, by }
}

function quiet(since: Day): IntroductionNext {
  return next('nothing', { code: 'intro-quiet', values: { since } })
}

function forConnector(
  life: IntroductionLife,
  today: Day,
  clocks: IntroductionClocks,
): IntroductionNext {
  const standing = standingOf(life, today, clocks)
  if (standing.is === 'planned') return next('ask-sides', { code: 'intro-idea', values: {} })
  if (standing.is === 'weighing') {
    const { since, until } = standing
    return next('weigh', { code: 'intro-asked-of-you', values: { since, until } }, until)
  }
  if (standing.is === 'asking') return whileAsking(life, standing.until)
  if (standing.is !== 'agreed') return quiet(standing.on)
  const { since } = standing
  return next('link', { code: 'intro-both-agreed', values: { since } }, addDays(since, 1))
}

function whileAsking({ shape, ...life }: IntroductionLife, until: Day): IntroductionNext {
  const { asked } = courseOf({ shape, ...life })
  const values = { until }
  return shape === 'idea' && sides.some((side) => asked[side] === null)
    ? next('ask-sides', { code: 'intro-other-side', values }, until)
    : next('wait', { code: 'intro-no-answer-yet', values }, until)
}

function forSide(
  life: IntroductionLife,
  me: Side,
  today: Day,
  clocks: IntroductionClocks,
): IntroductionNext {
  const view = sideView(life, me, today, clocks)
  if (view.is === 'nothing') return next('ask-connector', { code: 'intro-planned', values: {} })
  if (view.is === 'asked') {
    const values = { since: view.on, until: view.until }
    return next('agree', { code: 'intro-you-are-asked', values }, view.until)
  }
  if (view.is !== 'waiting') return quiet(view.is === 'made' ? view.on : view.since)
  const { since, until } = view
  return life.shape === 'asked' && me === 'requester'
    ? next('wait', { code: 'intro-connector-weighs', values: { since, until } }, until)
    : next('wait', { code: 'intro-you-agreed', values: { until } }, until)
}

interface Then {
  readonly today: Day
  readonly clocks: IntroductionClocks
}

function afterLink(
  { me }: IntroductionLife,
  course: Course,
  made: Day,
  { today, clocks }: Then,
): IntroductionNext {
  if (course.thanked !== null) return next('nothing', { code: 'intro-done', values: {} })
  const later = addDays(made, clocks.outcomeDays)
  if (me === 'requester') return forRequester(course, made, { today, clocks })
  if (me === 'target') return next('nothing', { code: 'intro-they-write', values: { since: made } })
  if (course.told !== null) return next('nothing', { code: 'intro-done', values: {} })
  return later <= today
    ? next('ask-after', { code: 'intro-hear', values: { since: made } })
    : next('wait', { code: 'intro-linked', values: { since: made } }, later)
}

/** Who was brought together writes first, meets, tells what came of it, and thanks. */
function forRequester(course: Course, made: Day, { today, clocks }: Then): IntroductionNext {
  const { met, told, bcc } = course
  if (told !== null) {
    return next(
      'thank-connector',
      { code: 'intro-thank', values: { since: told } },
      addDays(told, 1),
    )
  }
  if (met !== null) {
    const by = addDays(met, clocks.outcomeDays)
    return next('tell-connector', { code: 'intro-tell', values: { since: met } }, by)
  }
  if (bcc === null) {
    const by = addDays(made, Math.ceil(clocks.requesterRepliesHours / 24))
    return next('first-reply', { code: 'intro-reply', values: { since: made } }, by)
  }
  const later = addDays(made, clocks.outcomeDays)
  return later <= today
    ? next('tell-connector', { code: 'intro-meet', values: { since: made } })
    : next('wait', { code: 'intro-meet', values: { since: made } }, later)
}

/** Whether nothing is left to be done or waited for, as it was shown. */
export function isOver(shown: {
  readonly state: string
  readonly next: { readonly what: string }
}): boolean {
  return shown.state === 'closed' || (shown.state === 'made' && shown.next.what === 'nothing')
}
