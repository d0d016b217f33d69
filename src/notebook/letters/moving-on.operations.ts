import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import type { StepKind } from '../conversations/conversation.ts'
import { takeStep } from '../conversations/conversations.operations.ts'
import { foldOf } from '../conversations/course.ts'
import { needLife, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { stateOf } from '../conversations/life.ts'
import { checkStep, maySteps } from '../conversations/possible-steps.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { hasReached } from './letter.ts'
import { lettersOf } from './letters.store.ts'
import type { Which } from './on-desk.operations.ts'

/** What being sent means for the conversation; of several the first that is possible. Other letters change nothing. */
const stepsOf: Partial<Readonly<Record<TemplateCode, readonly Exclude<StepKind, 'scheduled'>[]>>> =
  {
    outreach: ['sent'],
    nudge: ['nudged'],
    confirm: ['confirmed'],
    thanks: ['thanked', 'followed-up', 'thanked-no'],
    update: ['updated'],
  }

/** Whether a letter of this template is such a step, once it went. */
export function isStepOf(template: TemplateCode, kind: StepKind): boolean {
  return (stepsOf[template] ?? []).some((one) => one === kind)
}

/** Moves the conversation on by a letter that went: `step.not-now` where that cannot be, with what can. */
export async function moveOn(ctx: Writing, which: Which, day: Day): Promise<void> {
  const kind = await stepBy(ctx, which)
  const today = day === ctx.today() ? {} : { day }
  if (kind !== null) await takeStep(ctx, which.conversation, { kind, ...today })
}

/** Refuses a letter that, once gone to this person, could not move its conversation on: `step.not-now`. */
export async function needMayMoveOn(ctx: Reading, which: Which, to: PersonId): Promise<void> {
  if (await isOneMore(ctx, which, to)) return
  const kind = await stepBy(ctx, which)
  if (kind === null) return
  const { conversation } = which
  const [at, day, zone] = [ctx.now(), ctx.today(), ctx.zone]
  const step = { id: ctx.newId('step'), conversation, kind, at, day, zone, words: null }
  checkStep(await needLife(ctx, conversation), step, nowOf(ctx), await paceIn(ctx))
}

/** The step stands by a letter to others at the table: the same to one more of them moves nothing. */
async function isOneMore(
  ctx: Reading,
  { conversation, template }: Which,
  to: PersonId,
): Promise<boolean> {
  const last = foldOf(await needLife(ctx, conversation)).told.at(-1)?.step
  if (!last || !isStepOf(template, last.kind)) return false
  const { sent } = await lettersOf(ctx.db, ctx.owner, conversation, template)
  const records = await withTheirGroups(ctx.db, ctx.owner, [to])
  return sent.length > 0 && !sent.some((letter) => hasReached(letter, records))
}

/** Which step a letter is, once it went; null for one that changes nothing. */
async function stepBy(
  ctx: Reading,
  { conversation, template, to }: Which,
): Promise<Exclude<StepKind, 'scheduled'> | null> {
  const steps = stepsOf[template]
  if (!steps) return null
  const life = await needLife(ctx, conversation)
  const possible = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  const kind = steps.find((one) => possible.includes(one))
  if (kind || template !== 'thanks') return kind ?? steps[0] ?? null
  const stands = (one: StepKind) => foldOf(life).told.some(({ step }) => step.kind === one)
  // The thanks of the first at the table moved it on; those of the others move nothing.
  if (stands('thanked') || (to !== undefined && steps.some(stands))) return null
  throw new Problem('step.not-now', 'You have not spoken yet, so there is nothing to thank for.', {
    safe: 'Your words are as they were.',
    mend: 'Write down that you spoke: sobremesa conversations finish.',
  })
}

/** Own words of a first letter make it a draft, where what links you is written down. */
export async function drafted(ctx: Writing, conversation: ConversationId): Promise<void> {
  const life = await needLife(ctx, conversation)
  const { stage } = foldOf(life).course
  if (stage !== 'idea' && stage !== 'researched') return
  const possible = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  if (possible.includes('drafted')) await takeStep(ctx, conversation, { kind: 'drafted' })
}
