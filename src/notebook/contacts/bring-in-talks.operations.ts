import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import type { Writing } from '../../platform/context.ts'
import { load, loadAll } from '../../platform/database/things.ts'
import { type Conversation, defaultMinutes, type Step } from '../conversations/conversation.ts'
import { newConversation } from '../conversations/conversations.operations.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { peopleUnderMail } from '../exchanges/reached.store.ts'
import { type Field, keyOf } from '../nouns/noun.ts'
import { nounsFor } from '../nouns/nouns.operations.ts'
import { fieldIdOf, fieldKind } from '../nouns/nouns.store.ts'
import { peopleCalled } from '../people/names.store.ts'
import { peopleRows } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import { reachKeysOf } from '../people/reach-keys.ts'
import {
  addCard,
  type Draft,
  keysFor,
  personBefore,
  type PlannedTalk,
  type Slice,
} from './bringing.operations.ts'
import { type Card, cardKind, type Made } from './contacts.store.ts'
import type { PersonDraft, Talk } from './draft.ts'
import { noteLoss } from './import.ts'
import { addLines, madeOf } from './imported-note.operations.ts'
import { updated } from './update.ts'

type TalkDraft = PersonDraft & { readonly talk: Talk }

/** A row that tells of a conversation: with somebody the notebook knows by mail or name, or with somebody new. */
export async function planTalk(slice: Slice, drafted: Draft, draft: TalkDraft): Promise<void> {
  const { way, known } = slice
  const { content, same } = keysFor(drafted)
  if (known.here.has(content) || way.seen.has(content)) {
    way.report.unchanged += 1
    return
  }
  const found = await whoIsMeant(slice, draft)
  if (found === 'several') {
    const what = nameOf(draft.person)
    noteLoss(way.report, { line: drafted.line, what, reason: manyOfThatName })
    return
  }
  const person = await planWho(slice, draft, found)
  way.seen.set(content, person)
  const before = await madeBefore(slice, same)
  way.report[before ? 'changed' : 'conversations'] += 1
  const what = { person, group: null, rest: draft.rest, table: draft.identity.table }
  const card = addCard(slice, drafted, what)
  slice.talks.push({ card, person, talk: draft.talk, before })
}

const manyOfThatName =
  'is the name of several people in your notebook: a column with their mail addresses tells them apart'

/** By an address, which is surer, then by the whole name. */
async function whoIsMeant(
  { ctx, way }: Slice,
  { person }: TalkDraft,
): Promise<PersonId | 'several' | null> {
  const name = nameOf(person)
  const mails = person.channels.filter(({ kind }) => kind === 'mail').flatMap(reachKeysOf)
  const keys = [...mails.map(([, key]) => whoKey('mail', key)), whoKey('name', name)]
  const seen = keys.flatMap((key) => way.seen.get(key) ?? [])[0]
  if (seen) return seen
  const reached = await peopleUnderMail(
    ctx.db,
    ctx.owner,
    mails.map(([, key]) => key),
  )
  const [first] = [...reached.values()].flat()
  if (first) return first
  const called = await peopleCalled(ctx.db, ctx.owner, wordsOf(name), 200)
  const rows = await peopleRows(ctx.db, ctx.owner, called)
  const [one, another] = rows.filter((row) => fold(row.name) === fold(name))
  if (another) return 'several'
  return one?.id ?? null
}

function whoKey(kind: 'mail' | 'name', key: string): string {
  return `who:${kind}:${fold(key)}`
}

async function planWho(slice: Slice, draft: TalkDraft, found: PersonId | null): Promise<PersonId> {
  const { ctx, way } = slice
  const before = found ? await personBefore(slice, found) : null
  const person = before?.id ?? found ?? ctx.newId('person')
  if (before) {
    const nothing = { earlier: new Set<never>(), takenOut: new Set<never>() }
    slice.people.set(person, updated(before, draft.person, nothing).person)
  } else if (!found) {
    slice.people.set(person, { id: person, ...draft.person })
    way.report.created += 1
  }
  const mails = draft.person.channels.filter(({ kind }) => kind === 'mail').flatMap(reachKeysOf)
  for (const [, key] of mails) way.seen.set(whoKey('mail', key), person)
  way.seen.set(whoKey('name', nameOf(draft.person)), person)
  return person
}

/** The conversation that the same row brought, said otherwise, the last time. */
async function madeBefore(
  { ctx, known }: Slice,
  same: readonly string[],
): Promise<ConversationId | null> {
  const ids = same.flatMap((key) => known.here.get(key)?.map(({ card }) => card) ?? [])
  if (ids.length === 0) return null
  const cards = [...(await loadAll(ctx.db, ctx.owner, cardKind, ids)).values()]
  const made = cards
    .flatMap((card) => card.made ?? [])
    .filter(({ kind }) => kind === 'conversation')
  const last = made.at(-1)
  const there = last ? await load(ctx.db, ctx.owner, conversationKind, last.id) : null
  return there?.binnedOn === null ? there.id : null
}

/** Keeps the conversations with their steps and notes; gives what each card brought. */
export async function keepTalks(
  ctx: Writing,
  { talks, way }: Slice,
): Promise<Map<string, Pick<Card, 'made'>>> {
  if (talks.length === 0) return new Map()
  const fields = await fieldsNamed(ctx, talks)
  const fresh = talks.filter(({ before }) => before === null)
  const lives = fresh.map((planned) => lifeOf(ctx, planned, { fields, file: way.file }))
  const conversations = lives.map(({ conversation }) => [conversation.id, conversation] as const)
  await ctx.record.keepAll(conversationKind, new Map(conversations))
  const steps = lives.flatMap((life) => life.steps)
  await ctx.record.keepAll(stepKind, new Map(steps.map((step) => [step.id, step])))
  const made = new Map<string, Pick<Card, 'made'>>()
  for (const life of lives) {
    const note = await addLines(ctx, aboutTalk(life.conversation.id), life.planned.talk.lines)
    made.set(life.planned.card, {
      made: [
        madeOf('conversation', life.conversation),
        ...life.steps.map((step): Made => ({ kind: 'step', id: step.id, digest: null })),
        ...note,
      ],
    })
  }
  for (const { before, talk } of talks) {
    if (before) await addLines(ctx, aboutTalk(before), talk.lines)
  }
  return made
}

function aboutTalk(id: ConversationId) {
  return { kind: 'conversation' as const, id }
}

interface PlannedLife {
  readonly planned: PlannedTalk
  readonly conversation: Conversation
  readonly steps: readonly Step[]
}

/** It was held and thought over long ago: nothing of it is ever due. */
const stepsOfThePast = ['held', 'captured', 'debriefed', 'kept'] as const

function lifeOf(
  ctx: Writing,
  planned: PlannedTalk,
  around: { readonly fields: Fields; readonly file: string },
): PlannedLife {
  const { talk, person } = planned
  const conversation: Conversation = {
    ...newConversation(ctx.newId('conversation')),
    people: [person],
    fields: [...new Set(talk.fields.flatMap((name) => around.fields.get(keyOf(name)) ?? []))],
    medium: talk.medium,
    minutes: talk.minutes ?? defaultMinutes,
    place: talk.place,
  }
  const steps = stepsOfThePast.map((kind): Step => {
    return {
      id: ctx.newId('step'),
      conversation: conversation.id,
      at: ctx.now(),
      zone: ctx.zone,
      day: talk.day,
      words: kind === 'kept' ? `Brought in with ${around.file}` : null,
      kind,
    }
  })
  return { planned, conversation, steps }
}

type Fields = ReadonlyMap<string, ReturnType<typeof fieldIdOf>>

async function fieldsNamed(ctx: Writing, talks: readonly PlannedTalk[]): Promise<Fields> {
  const names = talks.flatMap(({ talk }) => talk.fields)
  const { byKey } = await nounsFor(ctx, fieldKind, names, (noun): Field => ({ ...noun, why: '' }))
  return new Map([...byKey].map(([key, field]) => [key, fieldIdOf(field)]))
}
