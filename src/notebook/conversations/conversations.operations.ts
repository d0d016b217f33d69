import type { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { given } from '../../kit/partial.ts'
import { Problem } from '../../kit/problem.ts'
import { cursorOf, fromCursor } from '../../kit/shapes.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { fieldIdOf, fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { needFields, needPeople } from '../people/people.operations.ts'
import { peopleRows } from '../people/people.store.ts'
import { nothingAsked } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { paceOf } from '../settings/settings.ts'
import {
  type Conversation,
  defaultMinutes,
  type Life,
  type Start,
  type Step,
} from './conversation.ts'
import type { conversationShape, conversationsContract } from './conversations.contract.ts'
import {
  conversationKind,
  conversationPage,
  findStep,
  livesOf,
  stepKind,
  wakingWith,
} from './conversations.store.ts'
import { foldOf } from './course.ts'
import { type Pace, startOf, stateOf } from './life.ts'
import type { Now } from './moment.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { checkStep, maySteps } from './possible-steps.ts'
import { whyInWords } from './why-words.ts'

type About = Omit<z.output<typeof conversationsContract.change.input>, 'id'>

export const conversationsHandlers: Handlers<typeof conversationsContract> = {
  async plan({ id, ...about }, ctx) {
    const fresh = id ?? ctx.newId('conversation')
    if (await load(ctx.db, ctx.owner, conversationKind, fresh)) {
      throw new Problem(
        'conversation.already-there',
        'There is a conversation under this id already',
      )
    }
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
    const lives = await livesOf(
      ctx.db,
      ctx.owner,
      page.map((row) => row.id),
    )
    const lastDays = new Map<string, Day>(page.map((row) => [row.id, row.lastDay]))
    const drawn = await draw(ctx, lives)
    const last = page.at(-1)
    return {
      conversations: drawn.map((one) => ({
        id: one.id,
        people: one.people.map(({ id, name }) => ({ id, name })),
        fields: one.fields,
        setting: one.setting,
        state: one.state,
        next: one.next,
        start: one.start,
        heldOn: one.heldOn,
        // oxlint-disable-next-line typescript/no-non-null-assertion -- drawn from the rows of this page
        lastDay: lastDays.get(one.id)!,
      })),
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

/** The next step with each of these people: of several conversations, the one whose turn comes first. */
export async function soonestWith(
  ctx: Reading,
  people: readonly PersonId[],
): Promise<{ person: PersonId; conversation: string; next: ShownNext }[]> {
  const waking = await wakingWith(ctx.db, ctx.owner, people)
  const ids = [...new Set(waking.map(({ conversation }) => conversation))]
  const lives = await livesOf(ctx.db, ctx.owner, ids)
  const drawn = new Map((await draw(ctx, lives)).map((one) => [one.id, one]))
  const found = new Map<PersonId, { person: PersonId; conversation: string; next: ShownNext }>()
  for (const { person, conversation } of waking) {
    const next = drawn.get(conversation)?.next
    const before = found.get(person)
    if (!next || (before && !isSooner(next, before.next))) continue
    found.set(person, { person, conversation, next })
  }
  return [...found.values()]
}

type ShownNext = NonNullable<z.input<typeof conversationShape>['next']>

/** A day written down with the plan may still be set, or put right, while nothing else has happened. */
function isFirstTime({ conversation, steps }: Life): boolean {
  return conversation.setting === 'chance' || steps.length === 0
}

/** What is yours to do comes before what only runs; then the earlier day. */
function isSooner(one: ShownNext, other: ShownNext): boolean {
  const rank = ({ what, by }: ShownNext) => `${what === 'wait' ? 1 : 0}${by ?? '9'}`
  return rank(one) < rank(other)
}

export async function needLife(ctx: Reading, id: ConversationId): Promise<Life> {
  const [life] = await livesOf(ctx.db, ctx.owner, [id])
  if (life) return life
  throw new Problem('conversation.unknown', 'There is no such conversation in your notebook')
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
  await needFields(ctx, about.fields ?? [])
  const { start, consent, ...rest } = about
  const conversation: Conversation = {
    ...before,
    ...given(rest),
    start: start === undefined ? before.start : start && inZone(start, ctx),
    consent: consent ? { ...before.consent, ...given(consent), on: ctx.today() } : before.consent,
  }
  const kept = {
    ...conversation,
    people: distinct(conversation.people),
    fields: distinct(conversation.fields),
  }
  await ctx.record.keep(conversationKind, kept.id, kept)
  return kept
}

interface TakenStep {
  readonly kind: Step['kind']
  readonly day?: Step['day'] | undefined
  readonly at?: Step['at'] | undefined
  readonly words?: string | null
  readonly start?: (Omit<Start, 'zone'> & { readonly zone?: string | undefined }) | undefined
  readonly step?: Step['id'] | undefined
}

/** Writes a step down, if it can be one now. Throws `step.not-now` with what can be instead. */
export async function takeStep(ctx: Writing, id: ConversationId, taken: TakenStep): Promise<Step> {
  const life = await needLife(ctx, id)
  const fact = {
    id: taken.step ?? ctx.newId('step'),
    conversation: id,
    at: taken.at ?? ctx.now(),
    zone: ctx.zone,
    day: taken.day ?? ctx.today(),
    words: taken.words ?? null,
  }
  const step = stepFrom(taken, fact, ctx)
  checkStep(life, step, nowOf(ctx), await paceIn(ctx))
  await ctx.record.keep(stepKind, step.id, step)
  return step
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

export async function showConversation(
  ctx: Reading,
  id: ConversationId,
): Promise<z.input<typeof conversationShape>> {
  const [drawn] = await draw(ctx, [await needLife(ctx, id)])
  // oxlint-disable-next-line typescript/no-non-null-assertion -- one life gives one drawing
  return drawn!
}

export function nowOf(ctx: Reading): Now {
  return { day: ctx.today(), instant: ctx.now(), zone: ctx.zone }
}

export async function paceIn(ctx: Reading): Promise<Pace> {
  return paceOf(await settingsOf(ctx.db, ctx.owner))
}

/** Lives as doors show them: with names for ids, the state and what comes next. */
async function draw(
  ctx: Reading,
  lives: readonly Life[],
): Promise<z.input<typeof conversationShape>[]> {
  const pace = await paceIn(ctx)
  const now = nowOf(ctx)
  const ids = [...new Set(lives.flatMap(({ conversation }) => conversation.people))]
  const people = new Map((await peopleRows(ctx.db, ctx.owner, ids)).map((row) => [row.id, row]))
  const fieldIds = lives.flatMap(({ conversation }) => conversation.fields)
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, [...new Set(fieldIds)])
  return lives.map((life) => {
    const { conversation, steps } = life
    const { course } = foldOf(life)
    const state = stateOf(life, now, pace)
    const table = conversation.people.flatMap((one) => people.get(one) ?? [])
    return {
      ...conversation,
      people: table.map(({ id, name, line }) => ({ id, name, line })),
      fields: distinctById(
        conversation.fields.flatMap((one) => {
          const field = fields.get(one)
          return field ? [{ id: fieldIdOf(field), name: field.name }] : []
        }),
      ),
      state: state.is,
      next: conversation.binnedOn
        ? null
        : shownNext(nextStep(conversation, state, now, pace), table, now.day),
      mayFollow: [...maySteps(state)],
      start: startOf(life),
      questions: [...conversation.questions],
      read: [...conversation.read],
      steps: steps.map((step) => ({
        id: step.id,
        kind: step.kind,
        day: step.day,
        at: step.at,
        words: step.words,
        ...(step.kind === 'scheduled' ? { start: step.start } : {}),
      })),
      heldOn: course.met?.day ?? null,
    }
  })
}

export function shownNext(
  next: NextStep,
  table: readonly { readonly id: string; readonly name: string }[],
  today: Day,
): ShownNext | null {
  if (next.what === 'nothing') return null
  const name = table.map((one) => one.name).join(', ')
  return {
    what: next.what,
    why: whyInWords(next.why, name, today),
    code: next.why.code,
    values: plainValues(next.why.values, name),
    by: next.by?.instant ?? next.by?.day ?? null,
  }
}

function plainValues(values: object, name: string): Record<string, string | number> {
  const said = Object.entries(values).filter(([, value]) => value !== null)
  return { name, ...Object.fromEntries(said.map(([key, value]) => [key, plain(value)])) }
}

function plain(value: unknown): string | number {
  return typeof value === 'number' ? value : String(value)
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}

function distinctById<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
