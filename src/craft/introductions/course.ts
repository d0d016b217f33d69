import type { Day } from '../../kit/days.ts'
import type { IntroductionLife, IntroductionStep, Side } from './introduction.ts'

/** What the steps amount to: the day of each fact, null where it has not come about. */
export interface Course {
  readonly requested: Day | null
  readonly asked: Readonly<Record<Side, Day | null>>
  readonly yes: Readonly<Record<Side, Day | null>>
  /** Let go by whoever keeps this, without a reason. */
  readonly closed: Day | null
  readonly made: Day | null
  /** The connector was moved to bcc. */
  readonly bcc: Day | null
  readonly met: Day | null
  /** The connector was told what came of it. */
  readonly told: Day | null
  readonly thanked: Day | null
}

const nothingYet: Course = {
  requested: null,
  asked: { requester: null, target: null },
  yes: { requester: null, target: null },
  closed: null,
  made: null,
  bcc: null,
  met: null,
  told: null,
  thanked: null,
}

/** The fold of the steps in the order they were written down. One that fits nowhere changes nothing. */
export function courseOf(life: IntroductionLife): Course {
  return life.steps.reduce(
    (course, step) => (fits(life, course, step) ? after(course, step) : course),
    nothingYet,
  )
}

type Frame = Pick<IntroductionLife, 'shape' | 'me'>

/** Whether this fact can follow on those. Clocks are not asked here: what was done in its time stays done. */
export function fits(frame: Frame, course: Course, step: IntroductionStep): boolean {
  if (step.kind === 'asked') return course.made === null && mayAsk(frame, course, step.side)
  if (step.kind === 'yes') return mayAgree(course, step.side)
  if (course[step.kind] !== null) return false
  if (step.kind === 'requested') return frame.shape === 'asked' && isOpen(course)
  if (step.kind === 'made') return isOpen(course) && mayLink(frame, course)
  // What was made may be let rest too; what its sides were told stays.
  return step.kind === 'closed' || course.made !== null
}

function isOpen({ closed, made }: Course): boolean {
  return closed === null && made === null
}

/** The connector asks either side of an idea, and of a request the target. A side keeps only that it was asked itself. */
function mayAsk({ shape, me }: Frame, course: Course, side: Side): boolean {
  if (course.asked[side] !== null) return false
  if (me !== 'connector') return me === side && !(shape === 'asked' && side === 'requester')
  return shape === 'idea' || (side === 'target' && course.requested !== null)
}

/** Also where the connector let it go by then: a yes that were not taken would tell. */
function mayAgree({ asked, yes }: Course, side: Side): boolean {
  return asked[side] !== null && yes[side] === null
}

/**
 * Nobody is linked without two yeses. The connector has both on file; a side has its own, and hears of the other's by
 * being linked.
 */
function mayLink(frame: Frame, course: Course): boolean {
  if (frame.me === 'connector') return haveBothAgreed(frame, course)
  return hasAgreed(frame, course, frame.me)
}

export function hasAgreed({ shape }: Pick<Frame, 'shape'>, course: Course, side: Side): boolean {
  return agreedOn({ shape }, course, side) !== null
}

/** The day of a side's yes: to have asked for it is the requester's. */
export function agreedOn({ shape }: Pick<Frame, 'shape'>, course: Course, side: Side): Day | null {
  return shape === 'asked' && side === 'requester' ? course.requested : course.yes[side]
}

export function haveBothAgreed(frame: Pick<Frame, 'shape'>, course: Course): boolean {
  return hasAgreed(frame, course, 'requester') && hasAgreed(frame, course, 'target')
}

function after(course: Course, step: IntroductionStep): Course {
  if (step.kind !== 'asked' && step.kind !== 'yes') return { ...course, [step.kind]: step.on }
  return { ...course, [step.kind]: { ...course[step.kind], [step.side]: step.on } }
}
