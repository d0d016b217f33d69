import type { z } from 'zod'
import type { IntroductionStep } from '../../craft/introductions/introduction.ts'
import { mayStep } from '../../craft/introductions/may-step.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import { mailtoLink } from '../../craft/letters/mailto.ts'
import { gapsIn } from '../../craft/letters/slots.ts'
import type { Day } from '../../kit/days.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { needReady } from '../letters/checking.operations.ts'
import { mailOf } from '../letters/letter.ts'
import { nameOf, type Person } from '../people/person.ts'
import { checksOf } from './checking.operations.ts'
import { introductionClocks, needIntroduction, showIntroduction } from './drawn.operations.ts'
import type { Introduction, IntroductionLetter } from './introduction.ts'
import type { introductionsContract } from './introductions.contract.ts'
import { introductionKind } from './introductions.store.ts'
import { type OnDesk, onDesk } from './on-desk.operations.ts'
import { needMay } from './taking.operations.ts'

type Shown = z.input<typeof introductionsContract.letter.output>
type LetterContract = Pick<typeof introductionsContract, 'letter' | 'keep' | 'sent'>

export const introductionLetterHandlers: Handlers<LetterContract> = {
  async letter({ afresh, ...which }, ctx) {
    return drawn(ctx, await onDesk(ctx, which, afresh))
  },

  async keep({ subject, body, ...which }, ctx) {
    const desk = await onDesk(ctx, which, false)
    const words = { subject: subject ?? desk.letter.subject, body: body ?? desk.letter.body }
    await keepLetter(ctx, desk, { ...desk.letter, ...words })
    return drawn(ctx, await onDesk(ctx, which, false))
  },

  async sent({ subject, body, on: day, anyway, ...which }, ctx) {
    const on = day ?? ctx.today()
    const desk = await onDesk(ctx, which, false)
    const words = { subject: subject ?? desk.letter.subject, body: body ?? desk.letter.body }
    needReady(await checksOf(ctx, desk, words), anyway)
    await keepLetter(ctx, desk, {
      ...desk.letter,
      ...words,
      sentOn: on,
      sentTo: [...desk.to, ...desk.bcc].map((person) => person.id),
      anyway: anyway ?? null,
    })
    await moveOn(ctx, await needIntroduction(ctx, which.id), desk.letter, on)
    return {
      letter: await drawn(ctx, await onDesk(ctx, which, false)),
      introduction: await showIntroduction(ctx, which.id),
    }
  },
}

async function drawn(ctx: Reading, desk: OnDesk): Promise<Shown> {
  const { letter, ground } = desk
  const { template, side, subject, body, sentOn } = letter
  const [to, bcc] = [desk.to.map(reached), desk.bcc.map(reached)]
  const checks = await checksOf(ctx, desk, letter)
  return {
    introduction: ground.introduction.id,
    template,
    side,
    to,
    bcc,
    subject,
    body,
    gaps: [...gapsIn(`${subject}\n${body}`)],
    checks: checks.map(({ isAsked, values, ...check }) => ({
      ...check,
      asked: isAsked,
      values: { ...values },
    })),
    mailto: mailtoLink(addresses(to), subject, body, addresses(bcc)),
    own: desk.isOwn,
    sentOn,
  }
}

function reached(person: Person) {
  return { id: person.id, name: nameOf(person), mail: mailOf(person) }
}

function addresses(people: readonly { readonly mail: string | null }[]): string {
  return people.flatMap(({ mail }) => mail ?? []).join(',')
}

async function keepLetter(
  ctx: Writing,
  { ground, letter: before }: OnDesk,
  letter: IntroductionLetter,
): Promise<void> {
  const { introduction } = ground
  const others = introduction.letters.filter(
    (one) => one.template !== before.template || one.side !== before.side,
  )
  const kept = { ...introduction, letters: [...others, letter] }
  await ctx.record.keep(introductionKind, introduction.id, kept)
}

/**
 * What being sent means for the introduction: `introduction.not-now` where that cannot be. What was written down by
 * hand before is not written twice.
 */
async function moveOn(
  ctx: Writing,
  introduction: Introduction,
  letter: IntroductionLetter,
  on: Day,
): Promise<void> {
  const clocks = await introductionClocks(ctx)
  const steps = [...introduction.steps]
  for (const step of stepsOf(letter, on)) {
    const so = { ...introduction, steps: [...steps] }
    if (isThere(so, step)) continue
    if (!mayStep(so, step, clocks)) await needMay(ctx, so, step)
    steps.push(step)
  }
  await ctx.record.keep(introductionKind, introduction.id, { ...introduction, steps })
}

function isThere({ steps }: Introduction, step: IntroductionStep): boolean {
  return steps.some((one) => one.kind === step.kind && sideIn(one) === sideIn(step))
}

function sideIn(step: IntroductionStep): string | null {
  return 'side' in step ? step.side : null
}

function stepsOf({ template, side }: IntroductionLetter, on: Day): readonly IntroductionStep[] {
  if (template === 'opt-in') return side === null ? [] : [{ kind: 'asked', side, on }]
  return (kindsOf[template] ?? []).map((kind) => ({ kind, on }))
}

const kindsOf: Partial<
  Readonly<Record<TemplateCode, readonly Exclude<IntroductionStep['kind'], 'asked' | 'yes'>[]>>
> = {
  'intro-request': ['requested'],
  link: ['made'],
  'first-reply': ['bcc'],
  outcome: ['told', 'thanked'],
  decline: ['closed'],
}
