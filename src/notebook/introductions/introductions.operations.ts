import type { z } from 'zod'
import {
  answered,
  type IntroductionStep,
  type IntroductionStepKind,
  parties,
  type Party,
  type Side,
  sides,
} from '../../craft/introductions/introduction.ts'
import { isOver } from '../../craft/introductions/next.ts'
import type { Day } from '../../kit/days.ts'
import type { IntroductionId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { needPeople, needPerson } from '../people/people.operations.ts'
import {
  type Drawn,
  drawIntroductions,
  needIntroduction,
  showIntroduction,
} from './drawn.operations.ts'
import { introductionLetterHandlers } from './introduction-letters.operations.ts'
import type { Introduction, IntroductionWords } from './introduction.ts'
import type { introductionsContract } from './introductions.contract.ts'
import { allIntroductions, introductionKind, introductionsWith } from './introductions.store.ts'
import { needMay, takeIntroductionStep } from './taking.operations.ts'

type Planned = z.output<typeof introductionsContract.plan.input>

export const introductionsHandlers: Handlers<typeof introductionsContract> = {
  ...introductionLetterHandlers,

  async plan({ id, on, ...planned }, ctx) {
    const introduction = await begun(ctx, id ?? ctx.newId('introduction'), planned)
    await ctx.record.keep(introductionKind, introduction.id, introduction)
    // Who is asked, as connector or as target, has been asked by now.
    const first = firstStep(introduction, on ?? ctx.today())
    if (first !== null) await takeIntroductionStep(ctx, introduction.id, first)
    return showIntroduction(ctx, introduction.id)
  },

  async list({ person, closed }, ctx) {
    if (person !== undefined) await needPerson(ctx, person)
    const all =
      person === undefined
        ? await allIntroductions(ctx.db, ctx.owner)
        : await introductionsWith(
            ctx.db,
            ctx.owner,
            await withTheirGroups(ctx.db, ctx.owner, [person]),
          )
    const drawn = await drawIntroductions(ctx, all)
    const wanted = drawn.filter((one) => closed || !isOver(one))
    return { introductions: wanted.toSorted((one, other) => turnOf(one) - turnOf(other)) }
  },

  show: ({ id }, ctx) => showIntroduction(ctx, id),

  async change({ id, ...words }, ctx) {
    const introduction = await needIntroduction(ctx, id)
    const changed = { ...introduction, ...withWords(introduction, words) }
    await ctx.record.keep(introductionKind, id, changed)
    return showIntroduction(ctx, id)
  },

  async answer({ id, answer, side, on: day }, ctx) {
    const on = day ?? ctx.today()
    const introduction = await needIntroduction(ctx, id)
    const whose = side ?? whoIsAsked(introduction)
    await needMay(ctx, introduction, { kind: 'yes', side: whose, on })
    // Nothing is written of a no: it is asked as a read, with no recorder (`tracelessWith`).
    if (answer === 'no') return showIntroduction(ctx, id)
    const steps = answered(introduction.steps, { side: whose, answer, on })
    await ctx.record.keep(introductionKind, id, { ...introduction, steps })
    return showIntroduction(ctx, id)
  },

  async step({ id, kind, side, on }, ctx) {
    const introduction = await needIntroduction(ctx, id)
    await takeIntroductionStep(
      ctx,
      id,
      stepFrom(introduction, kind, side ?? null, on ?? ctx.today()),
    )
    return showIntroduction(ctx, id)
  },

  async remove({ id }, ctx) {
    await needIntroduction(ctx, id)
    await ctx.record.keep(introductionKind, id, null)
    return { id }
  },
}

const noWords: IntroductionWords = {
  lines: { requester: '', target: '' },
  reasons: { requester: '', target: '' },
  both: '',
  about: '',
  question: '',
  minutes: 20,
  named: false,
}

type GivenWords = Omit<Planned, 'id' | 'shape' | 'me' | Party | 'conversation' | 'on'>

/** What is written of it, with what was said anew. */
function withWords(before: IntroductionWords, given: GivenWords): IntroductionWords {
  const { lines, reasons, both, about, question, minutes, named } = before
  return {
    lines: withSides(lines, given.lines),
    reasons: withSides(reasons, given.reasons),
    both: given.both ?? both,
    about: given.about ?? about,
    question: given.question ?? question,
    minutes: given.minutes ?? minutes,
    named: given.named ?? named,
  }
}

function withSides(
  before: Readonly<Record<Side, string>>,
  given: { readonly [One in Side]?: string | undefined } = {},
): Readonly<Record<Side, string>> {
  return {
    requester: given.requester ?? before.requester,
    target: given.target ?? before.target,
  }
}

async function begun(
  ctx: Writing,
  id: IntroductionId,
  { shape, me, connector, requester, target, conversation, ...words }: Omit<Planned, 'id' | 'on'>,
): Promise<Introduction> {
  const given = {
    connector: connector ?? null,
    requester: requester ?? null,
    target: target ?? null,
  }
  if ((await load(ctx.db, ctx.owner, introductionKind, id)) !== null) {
    throw new Problem('introduction.already-there', 'This introduction is in your notebook already')
  }
  needParties(shape, me, given)
  await needPeople(
    ctx,
    parties.flatMap((party) => given[party] ?? []),
  )
  if (conversation !== undefined) await needLife(ctx, conversation)
  return {
    id,
    shape,
    me,
    people: given,
    conversation: conversation ?? null,
    ...withWords(noWords, words),
    begunOn: ctx.today(),
    steps: [],
    letters: [],
  }
}

/** Three different people, of whom the owner is one; a side that is asked need not know who the other is. */
function needParties(
  shape: Introduction['shape'],
  me: Party,
  people: Introduction['people'],
): void {
  const unknown = parties.filter((party) => party !== me && people[party] === null)
  const isHidden = (party: Party) =>
    party !== 'connector' && me !== 'connector' && (shape === 'idea' || party === 'requester')
  const missing = unknown.find((party) => !isHidden(party))
  const given = parties.flatMap((party) => people[party] ?? [])
  if (people[me] === null && missing === undefined && new Set(given).size === given.length) return
  throw new Problem('introduction.invalid', 'An introduction is of three different people', {
    mend: 'Name the two others; you yourself are the third and are not named.',
  })
}

/** What was done by beginning it: a request was made to the connector, or a side was asked. */
function firstStep({ shape, me }: Introduction, on: Day): IntroductionStep | null {
  if (me === 'connector') return shape === 'asked' ? { kind: 'requested', on } : null
  const isOwnRequest = shape === 'asked' && me === 'requester'
  return isOwnRequest ? null : { kind: 'asked', side: me, on }
}

function whoIsAsked({ me, steps }: Introduction): Side {
  if (me !== 'connector') return me
  const has = (kind: 'asked' | 'yes', side: Side) =>
    steps.some((step) => step.kind === kind && step.side === side)
  return sides.find((side) => has('asked', side) && !has('yes', side)) ?? 'target'
}

function stepFrom(
  introduction: Introduction,
  kind: IntroductionStepKind,
  side: Side | null,
  on: Day,
): IntroductionStep {
  if (kind === 'yes') return { kind, side: side ?? whoIsAsked(introduction), on }
  if (kind === 'asked') return { kind, side: side ?? 'target', on }
  return { kind, on }
}

/** What is the owner's to do comes before what only waits; each as it was begun, the last first. */
function turnOf({ next }: Drawn): number {
  if (next.what === 'nothing') return 2
  return next.what === 'wait' ? 1 : 0
}
