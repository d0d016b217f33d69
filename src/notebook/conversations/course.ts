import { hoursBetween, type Day } from '../../kit/days.ts'
import { compare } from '../../kit/order.ts'
import type { Conversation, Life, Start, Step, StepKind } from './conversation.ts'
import { momentOf, momentOfStart, type Moment } from './moment.ts'

/** Where the steps alone lead; what today adds (a nudge is due, it has rested long enough) is `stateOf`. */
export const stages = [
  'idea',
  'researched',
  'drafted',
  'sent',
  'nudged',
  'replied-yes',
  'replied-later',
  'replied-no',
  'thanked-no',
  'resting',
  'scheduled',
  'confirmed',
  'started',
  'no-show-mine',
  'no-show-theirs',
  'held',
  'captured',
  'thanked',
  'debriefed',
  'updated',
  'kept',
  'set-aside',
  'chance-met',
  'chance-captured',
  'followed-up',
] as const
export type Stage = (typeof stages)[number]

/** What the steps amount to. */
export interface Course {
  readonly stage: Stage
  /** The step that led here; null at the very beginning. */
  readonly since: Moment | null
  /** Letters out without an answer; no step leads to a third. */
  readonly unanswered: 0 | 1 | 2
  /** The day of the letter itself; a nudge belongs to it. */
  readonly letterOn: Day | null
  readonly widened: boolean
  readonly answeredOn: Day | null
  readonly start: Start | null
  /** The conversation itself, or the chance meeting. */
  readonly met: Moment | null
  readonly captured: boolean
  /** Begun anew after a rest, so a new reason is called for. */
  readonly again: boolean
  /** Where it stood when it was set aside. */
  readonly before: Course | null
}

const beforeLetter: readonly Stage[] = ['idea', 'researched', 'drafted']
const waiting: readonly Stage[] = ['sent', 'nudged', 'resting']
const answered: readonly Stage[] = ['replied-yes', 'replied-later', 'replied-no', 'thanked-no']
const arranged: readonly Stage[] = ['scheduled', 'confirmed']
const missed: readonly Stage[] = ['no-show-mine', 'no-show-theirs']
const afterTalk: readonly Stage[] = ['held', 'captured', 'thanked', 'debriefed', 'updated']
const byChance: readonly Stage[] = ['chance-captured', 'followed-up']
/** People answer when they like, also somebody nobody wrote to yet. */
const open: readonly Stage[] = [...beforeLetter, ...waiting, ...answered, ...missed, ...byChance]

/** Which facts can follow where. Clocks are not asked here: what was done early was done. */
const follows: Readonly<Record<StepKind, readonly Stage[]>> = {
  researched: ['idea'],
  drafted: ['idea', 'researched', 'replied-later', 'followed-up'],
  sent: [...beforeLetter, 'replied-later', 'followed-up'],
  nudged: ['sent'],
  widened: ['sent', 'nudged'],
  'replied-yes': open,
  'replied-later': [...open, ...arranged],
  'replied-no': [...open, ...arranged],
  scheduled: [...open, ...arranged],
  confirmed: ['scheduled'],
  started: [...open, ...arranged],
  held: [...open, ...arranged, 'started'],
  'no-show-mine': [...arranged, 'started'],
  'no-show-theirs': [...arranged, 'started'],
  captured: ['held', 'thanked', 'chance-met'],
  thanked: ['held', 'captured'],
  'thanked-no': ['replied-no'],
  'followed-up': ['chance-met', 'chance-captured'],
  debriefed: ['captured', 'thanked'],
  updated: ['thanked', 'debriefed', 'updated', 'kept'],
  rested: [
    ...beforeLetter,
    'sent',
    'nudged',
    'replied-yes',
    'replied-later',
    'replied-no',
    ...arranged,
    'started',
    ...missed,
    ...afterTalk,
    'chance-met',
    ...byChance,
  ],
  reopened: ['sent', 'nudged', 'resting', 'set-aside'],
  kept: ['followed-up', 'thanked', 'debriefed', 'updated'],
}

export function mayFollow(kind: StepKind, stage: Stage): boolean {
  return follows[kind].includes(stage)
}

/** What is left to rest after these was a talk or an answer: taking it up again goes on where it stood. */
const setAside: ReadonlySet<Stage> = new Set<Stage>([
  'replied-no',
  'started',
  ...afterTalk,
  'chance-met',
  ...byChance,
])

/** By day, then by moment, then by id: the order in which they are told, however they were written down. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted(
    (one, other) =>
      compare(one.day, other.day) || hoursBetween(other.at, one.at) || compare(one.id, other.id),
  )
}

export interface Told {
  readonly step: Step
  /** Where things stood when it came. */
  readonly before: Course
  /** One that fits nowhere changes nothing; it is shown, and can be taken back. */
  readonly fits: boolean
}

export interface Folded {
  readonly course: Course
  readonly told: readonly Told[]
}

export function foldOf({ conversation, steps }: Life): Folded {
  const told: Told[] = []
  let course = beginning(conversation)
  for (const step of inOrder(steps)) {
    const fits = mayFollow(step.kind, course.stage)
    told.push({ step, before: course, fits })
    if (fits) course = leads[step.kind](course, momentOf(step), step)
  }
  return { course, told }
}

const atFirst: Course = {
  stage: 'idea',
  since: null,
  unanswered: 0,
  letterOn: null,
  widened: false,
  answeredOn: null,
  start: null,
  met: null,
  captured: false,
  again: false,
  before: null,
}

/** A time written down with the plan stands for having agreed on it; steps go on from there. */
function beginning({ setting, start }: Conversation): Course {
  if (setting === 'chance') {
    return { ...atFirst, stage: 'chance-met', met: start && momentOfStart(start) }
  }
  return start ? { ...atFirst, stage: 'scheduled', start } : atFirst
}

type Lead = (course: Course, since: Moment, step: Step) => Course

function to(stage: Stage): Lead {
  return (course, since) => ({ ...course, stage, since })
}

function answeredWith(stage: Stage): Lead {
  return (course, since) => ({
    ...course,
    stage,
    since,
    unanswered: 0,
    answeredOn: since.day,
    start: null,
  })
}

/** Where each step leads from a place that it fits. */
const leads: Readonly<Record<StepKind, Lead>> = {
  researched: to('researched'),
  drafted: to('drafted'),
  sent: (course, since) => ({
    ...course,
    stage: 'sent',
    since,
    unanswered: 1,
    letterOn: since.day,
    widened: false,
  }),
  nudged: (course, since) => ({ ...course, stage: 'nudged', since, unanswered: 2 }),
  widened: (course) => ({ ...course, widened: true }),
  'replied-yes': answeredWith('replied-yes'),
  'replied-no': answeredWith('replied-no'),
  'replied-later': answeredWith('replied-later'),
  scheduled: (course, since, step) => ({
    ...course,
    stage: 'scheduled',
    since,
    unanswered: 0,
    start: step.kind === 'scheduled' ? step.start : course.start,
  }),
  confirmed: to('confirmed'),
  started: (course, since) => ({ ...course, stage: 'started', since, unanswered: 0 }),
  held: (course, since) => ({ ...course, stage: 'held', since, unanswered: 0, met: since }),
  'no-show-mine': to('no-show-mine'),
  'no-show-theirs': to('no-show-theirs'),
  captured: afterCapture,
  thanked: to('thanked'),
  'thanked-no': to('thanked-no'),
  'followed-up': to('followed-up'),
  debriefed: to('debriefed'),
  updated: to('updated'),
  rested: (course, since) =>
    setAside.has(course.stage)
      ? { ...course, stage: 'set-aside', since, before: course }
      : { ...course, stage: 'resting', since, start: null },
  reopened: (course, since) => course.before ?? { ...atFirst, since, again: true },
  kept: to('kept'),
}

function afterCapture(course: Course, since: Moment): Course {
  if (course.stage === 'thanked') return { ...course, captured: true }
  if (course.stage === 'held') return { ...course, stage: 'captured', since, captured: true }
  return { ...course, stage: 'chance-captured', since, captured: true, met: course.met ?? since }
}
