import type { z } from 'zod'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { fieldIdOf, fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { peopleRows } from '../people/people.store.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { paceOf } from '../settings/settings.ts'
import type { Life } from './conversation.ts'
import type { conversationRowShape, conversationShape } from './conversations.contract.ts'
import { livesOf, withHeads } from './conversations.store.ts'
import { isAboutOne } from './held-back.ts'
import { type Pace, metOn, startOf } from './life.ts'
import type { Now } from './moment.ts'
import { standingsOf } from './next-among.operations.ts'
import type { NextStep } from './next-step.ts'
import { maySteps } from './possible-steps.ts'
import { isSooner } from './soonest.ts'
import { wakingWith } from './waking.store.ts'
import { whyInWords } from './why-words.ts'

export async function needLife(ctx: Reading, id: ConversationId): Promise<Life> {
  const [life] = await livesOf(ctx.db, ctx.owner, [id])
  if (life) return life
  throw new Problem('conversation.unknown', 'There is no such conversation in your notebook')
}

export async function showConversation(
  ctx: Reading,
  id: ConversationId,
): Promise<z.input<typeof conversationShape>> {
  const [drawn] = await draw(ctx, [await needLife(ctx, id)])
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
  kept: readonly Life[],
): Promise<z.input<typeof conversationShape>[]> {
  const lives = await withHeads(ctx.db, ctx.owner, kept)
  const pace = await paceIn(ctx)
  const now = nowOf(ctx)
  const ids = [...new Set(lives.flatMap(({ conversation }) => conversation.people))]
  const people = new Map((await peopleRows(ctx.db, ctx.owner, ids)).map((row) => [row.id, row]))
  const fieldIds = lives.flatMap(({ conversation }) => conversation.fields)
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, [...new Set(fieldIds)])
  const standings = await standingsOf(ctx, lives, now, pace)
  return lives.map((life) => {
    const { conversation, steps } = life
    const { state, next } = standings.get(conversation.id)!
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
      next: conversation.binnedOn ? null : shownNext(next, table, now.day),
      mayFollow: [...maySteps(state)],
      start: startOf(life),
      questions: [...conversation.questions],
      read: [...conversation.read],
      offer: conversation.offer
        ? { ...conversation.offer, times: [...conversation.offer.times] }
        : null,
      fromThem: (conversation.fromThem ?? []).map((one) => {
        if (one.what === 'another-time') return { ...one, times: [...one.times] }
        if (one.what !== 'wrote') return one
        const { box: _box, uid: _uid, ...mail } = one.mail
        return { ...one, mail }
      }),
      steps: steps.map((step) => ({
        id: step.id,
        kind: step.kind,
        day: step.day,
        at: step.at,
        words: step.words,
        ...(step.kind === 'scheduled' ? { start: step.start } : {}),
      })),
      heldOn: metOn(life),
    }
  })
}

/** Lines of the list, in the order of these. */
export async function drawRows(
  ctx: Reading,
  rows: readonly { readonly id: ConversationId; readonly lastDay: Day }[],
): Promise<z.input<typeof conversationRowShape>[]> {
  const lives = await livesOf(
    ctx.db,
    ctx.owner,
    rows.map((row) => row.id),
  )
  const lastDays = new Map<string, Day>(rows.map((row) => [row.id, row.lastDay]))
  return (await draw(ctx, lives)).map((one) => ({
    id: one.id,
    people: one.people.map(({ id, name }) => ({ id, name })),
    fields: one.fields,
    setting: one.setting,
    state: one.state,
    next: one.next,
    start: one.start,
    heldOn: one.heldOn,
    lastDay: lastDays.get(one.id)!,
  }))
}

function shownNext(
  next: NextStep,
  table: readonly { readonly id: string; readonly name: string }[],
  today: Day,
): ShownNext | null {
  if (next.what === 'nothing') return null
  const told = isAboutOne(next) ? table.filter(({ id }) => id === next.who) : table
  const name = told.map((one) => one.name).join(', ')
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

function distinctById<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
