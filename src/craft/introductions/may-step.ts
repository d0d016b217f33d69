import type { IntroductionClocks } from '../clocks.ts'
import { courseOf, fits } from './course.ts'
import type { IntroductionLife, IntroductionStep } from './introduction.ts'
import { standingOf } from './standing.ts'
import { sideView } from './views.ts'

/**
 * Whether this may be written down: it follows on what was, and on its own day it was in time. A side may say yes as
 * long as it sees that it is asked, whatever became of it elsewhere: a yes that were refused would tell.
 */
export function mayStep(
  life: IntroductionLife,
  step: IntroductionStep,
  clocks: IntroductionClocks,
): boolean {
  if (!fits(life, courseOf(life), step)) return false
  if (step.kind === 'yes') return sideView(life, step.side, step.on, clocks).is === 'asked'
  return step.kind !== 'asked' || standingOf(life, step.on, clocks).is !== 'closed'
}
