import type { IntroductionStep } from '../../craft/introductions/introduction.ts'
import { mayStep } from '../../craft/introductions/may-step.ts'
import type { IntroductionId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import {
  type Drawn,
  drawIntroductions,
  introductionClocks,
  needIntroduction,
} from './drawn.operations.ts'
import type { Introduction } from './introduction.ts'
import { introductionKind } from './introductions.store.ts'

/** Writes down one fact: `introduction.not-now` where it cannot be, with what can. */
export async function takeIntroductionStep(
  ctx: Writing,
  id: IntroductionId,
  step: IntroductionStep,
): Promise<void> {
  const introduction = await needIntroduction(ctx, id)
  await needMay(ctx, introduction, step)
  const steps = [...introduction.steps, step]
  await ctx.record.keep(introductionKind, id, { ...introduction, steps })
}

export async function needMay(
  ctx: Reading,
  introduction: Introduction,
  step: IntroductionStep,
): Promise<void> {
  const isToCome = step.on > ctx.today()
  if (!isToCome && mayStep(introduction, step, await introductionClocks(ctx))) return
  const [drawn] = await drawIntroductions(ctx, [introduction])
  const { may, state } = drawn!
  const possible = may.map(({ kind, side }) => (side === null ? kind : `${kind} ${side}`))
  throw new Problem('introduction.not-now', refused(step, { isToCome, state }), {
    safe: 'Nothing was changed, and nobody was told.',
    mend: possible.length === 0 ? 'Begin anew.' : `What can be now: ${possible.join(', ')}.`,
  })
}

function refused(
  step: IntroductionStep,
  { isToCome, state }: { readonly isToCome: boolean; readonly state: Drawn['state'] },
): string {
  if (isToCome) return 'A day to come cannot be written down yet'
  if (step.kind === 'made') return 'Nobody is linked before both have said yes'
  return state === 'closed' ? 'This introduction has closed quietly' : 'This cannot be now'
}
