import type { z } from 'zod'
import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { given } from '../../kit/partial.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { answered, narrowest } from '../people/consent.ts'
import { headsOf, shownPeople } from '../people/groups.store.ts'
import { needFields, needPeople, needYes } from '../people/people.operations.ts'
import { nothingAsked } from '../people/person.ts'
import {
  type Conversation,
  defaultMinutes,
  type Life,
  type Start,
  type Step,
} from './conversation.ts'
import type { conversationsContract } from './conversations.contract.ts'
import { conversationKind, conversationPage, findStep, stepKind } from './conversations.store.ts'
import {
  drawRows,
  needLife,
  nowOf,
  paceIn,
  showConversation,
  soonestWith,
} from './drawn.operations.ts'
import { checkStep } from './possible-steps.ts'
import { answerUnheard } from './unheard.ts'

type About = Omit<z.output<typeof conversationsContract.change.input>, 'id'>

export const conversationsHandlers: Handlers<typeof conversationsContract> = {
  async plan({ id, ...about }, ctx) {
    await needFreeId(ctx, conversationKind, id)
    const fresh = id ?? ctx.newId('conversation')
    await keepConversation(ctx, newConversation(fresh), about)
    return showConversation(ctx, fresh)
  },

  show({ id }, ctx) {
    return showConversation(ctx, id)
  },

  async list({ after, limit, ...filter }, ctx) {
    const rows = await conversationPage(ctx.db, ctx.owner, filter, {
      after: fromCursor(after),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      conversations: await drawRows(ctx, page),
      next: rows.length > limit && last ? cursorOf(last.lastDay, last.id) : null,
    }
  },

  async change({ id, start, ...about }, ctx) {
    const life = await needLife(ctx, id)
    await keepConversation(ctx, life.conversation, isFirstTime(life) ? { ...about, start } : about)
    // A time agreed anew is a fact of its own: the one before stays in the life.
    if (start && !isFirstTime(life)) await takeStep(ctx, id, { kind: 'scheduled', start })
    return showConversation(ctx, id)
  },

  async step({ id, step: own, ...input }, ctx) {
    const step = await takeStep(ctx, id, { ...input, step: own })
    return { ...(await showConversation(ctx, id)), step: step.id }
  },

  async untake({ step }, ctx) {
    const found = await findStep(ctx.db, ctx.owner, step)
    if (!found) throw new Problem('step.unknown', 'There is no such step in your notebook')
    await ctx.record.keep(stepKind, step, null)
    return showConversation(ctx, found.conversation)
  },

  async remove({ conversations }, ctx) {
    const before = ctx.record.changed
    for (const id of conversations) {
      const { conversation } = await needLife(ctx, id)
      const binned = { ...conversation, binnedOn: conversation.binnedOn ?? ctx.today() }
      await ctx.record.keep(conversationKind, id, binned)
    }
    return { changed: ctx.record.changed - before }
  },

  async next({ people }, ctx) {
    return { next: await soonestWith(ctx, people) }
  },
}

/** A day written down with the plan may still be set, or put right, while nothing else has happened. */
function isFirstTime({ conversation, steps }: Life): boolean {
  return conversation.setting === 'chance' || steps.length === 0
}

export function newConversation(id: ConversationId): Conversation {
  return {
    id,
    people: [],
    setting: 'planned',
    fields: [],
    link: null,
    purpose: null,
    minutes: defaultMinutes,
    medium: null,
    place: null,
    start: null,
    questions: [],
    read: [],
    gift: null,
    energy: null,
    engagement: null,
    tuesday: null,
    consent: nothingAsked,
    binnedOn: null,
  }
}

export async function keepConversation(
  ctx: Writing,
  before: Conversation,
  about: About,
): Promise<Conversation> {
  await needPeople(ctx, about.people ?? [])
  const people = await seated(ctx, before.people, about.people ?? before.people)
  await needFields(ctx, about.fields ?? [])
  const { start, consent, ...rest } = about
  if (consent) needYes(before.consent, consent)
  const conversation: Conversation = {
    ...before,
    ...given(rest),
    start: start === undefined ? before.start : start && inZone(start, ctx),
    consent: consent ? answered(before.consent, consent, ctx.today()) : before.consent,
  }
  const kept = {
    ...conversation,
    people,
    fields: distinct(conversation.fields),
  }
  await ctx.record.keep(conversationKind, kept.id, kept)
  return kept
}

/**
 * Somebody who sits here already by another of their records keeps that seat: the conversation was given to it, and
 * goes with it when they are parted.
 */
async function seated(
  ctx: Reading,
  before: readonly PersonId[],
  now: readonly PersonId[],
): Promise<PersonId[]> {
  const heads = await headsOf(ctx.db, ctx.owner, [...before, ...now])
  const seats = Map.groupBy(before, (one) => heads.get(one))
  return distinct(now.flatMap((one) => seats.get(heads.get(one)) ?? [one]))
}

interface TakenStep {
  readonly kind: Step['kind']
  readonly day?: Step['day'] | undefined
  /** Where the day is told; else the caller's. */
  readonly zone?: string
  readonly at?: Step['at'] | undefined
  readonly words?: string | null
  readonly start?: (Omit<Start, 'zone'> & { readonly zone?: string | undefined }) | undefined
  readonly step?: Step['id'] | undefined
}

/** Writes a step down, if it can be one now. Throws `step.not-now` with what can be instead. */
export async function takeStep(ctx: Writing, id: ConversationId, taken: TakenStep): Promise<Step> {
  const life = await needLife(ctx, id)
  await needFreeId(ctx, stepKind, taken.step)
  const fact = {
    id: taken.step ?? ctx.newId('step'),
    conversation: id,
    at: taken.at ?? ctx.now(),
    zone: taken.zone ?? ctx.zone,
    day: taken.day ?? ctx.today(),
    words: taken.words ?? null,
  }
  const step = stepFrom(taken, fact, ctx)
  checkStep(life, step, nowOf(ctx), await paceIn(ctx))
  await ctx.record.keep(stepKind, step.id, step)
  if (step.kind === 'scheduled') await offerIsOver(ctx, life.conversation)
  if (isReply(step)) await answersAreHeard(ctx, life.conversation)
  if (step.kind === 'held' || step.kind === 'captured')
    await keepWhatWasAgreed(ctx, life.conversation)
  return step
}

function isReply({ kind }: Step): boolean {
  return kind === 'replied-yes' || kind === 'replied-no' || kind === 'replied-later'
}

/** What their mail came to is said. */
async function answersAreHeard(ctx: Writing, conversation: Conversation): Promise<void> {
  if (answerUnheard(conversation) === null) return
  const fromThem = conversation.fromThem?.map((one) =>
    one.what === 'wrote' && one.mail.kind === 'answer' ? { ...one, isSeen: true } : one,
  )
  if (fromThem)
    await ctx.record.keep(conversationKind, conversation.id, { ...conversation, fromThem })
}

/** With a time agreed there is nothing left to choose. */
async function offerIsOver(ctx: Writing, conversation: Conversation): Promise<void> {
  if (!conversation.offer) return
  await ctx.record.keep(conversationKind, conversation.id, { ...conversation, offer: null })
}

/** What they had agreed to by then is kept with the conversation; a wider yes of later is no leave for what was said before. */
async function keepWhatWasAgreed(ctx: Writing, conversation: Conversation): Promise<void> {
  if (conversation.consent.on !== null) return
  const people = await shownPeople(ctx.db, ctx.owner, conversation.people)
  const consents = [...people.values()].map(({ consent }) => consent)
  if (!consents.some(({ on }) => on !== null)) return
  const kept = { ...conversation, consent: narrowest(consents) }
  await ctx.record.keep(conversationKind, kept.id, kept)
}

function stepFrom(taken: TakenStep, fact: Omit<Step, 'kind' | 'start'>, ctx: Reading): Step {
  if (taken.kind !== 'scheduled') return { ...fact, kind: taken.kind }
  if (taken.start) return { ...fact, kind: 'scheduled', start: inZone(taken.start, ctx) }
  throw new Problem(
    'step.no-time',
    'A time is agreed with its day: give the day, and the clock if there is one',
    {
      mend: 'With the command: --start \'{"day":"2026-03-12","clock":"16:00"}\'',
    },
  )
}

function inZone(
  start: Omit<Start, 'zone'> & { readonly zone?: string | undefined },
  ctx: Reading,
): Start {
  return { day: start.day, clock: start.clock, zone: start.zone ?? ctx.zone }
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}
