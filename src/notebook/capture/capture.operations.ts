import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import { wordsOf } from '../../kit/text.ts'
import type { Handlers, Writing } from '../../platform/context.ts'
import { needFreeId } from '../../platform/transactions.ts'
import type { StepKind } from '../conversations/conversation.ts'
import {
  keepConversation,
  newConversation,
  takeStep,
} from '../conversations/conversations.operations.ts'
import { conversationKind, conversationPage } from '../conversations/conversations.store.ts'
import { foldOf, mayFollow } from '../conversations/course.ts'
import { needLife, paceIn, nowOf, showConversation } from '../conversations/drawn.operations.ts'
import { stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import { twinsOf } from '../duplicates/twins.operations.ts'
import { capture, type Captured } from '../notes/capture.ts'
import { shownLine, showNote } from '../notes/drawn-notes.operations.ts'
import { linesById } from '../notes/lines.store.ts'
import { knownNames } from '../notes/names.ts'
import type { OpenLine, Subject } from '../notes/note.ts'
import { keepLines, newNote } from '../notes/notes.operations.ts'
import { noteOn, openLines, readLine } from '../notes/notes.store.ts'
import { type Referral, readReferral } from '../notes/referral.ts'
import { toldLines } from '../notes/told.operations.ts'
import type { UnderstoodLine } from '../notes/understand.ts'
import { type Field, nameFromTag } from '../nouns/noun.ts'
import { nounsFor } from '../nouns/nouns.operations.ts'
import { fieldIdOf, fieldKind } from '../nouns/nouns.store.ts'
import { namesAmong } from '../people/names.store.ts'
import { keepPeople } from '../people/people.operations.ts'
import { peopleRows, personKind } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import {
  bearersOf,
  peopleAt,
  peopleToMeet,
  personFrom,
  severalCalled,
} from './called.operations.ts'
import type { captureContract } from './capture.contract.ts'

export const captureHandlers: Handlers<typeof captureContract> = {
  async capture({ text, day, lang, person: about, id: given, who, place, on: meant }, ctx) {
    await needFreeId(ctx, conversationKind, given)
    const known = await namesAmong(ctx.db, ctx.owner, wordsOf(text))
    const read = capture(text, {
      day: day ?? ctx.today(),
      zone: ctx.zone,
      lang: lang ?? null,
      names: knownNames(known),
    })
    const captured = place === undefined ? read : metAt(read, place)
    const on = meant ?? captured.meeting.day ?? day ?? ctx.today()
    const table = await tableOf(ctx, captured, { about, on, who })
    const met = await peopleToMeet(ctx, captured.segments, { through: table.ids[0] ?? null, on })
    const fields = await fieldsNamed(
      ctx,
      captured.segments.flatMap((line) => (line.offRecord ? [] : line.fields)),
    )
    const conversation = await conversationOn(ctx, {
      given,
      on,
      people: table.ids,
      place: captured.segments.some((line) => line.offRecord) ? null : captured.meeting.place,
      fields: fields.ids,
    })
    await addLines(
      ctx,
      { kind: 'conversation', id: conversation },
      textsOf(text, captured.segments),
    )
    const [person] = await peopleRows(ctx.db, ctx.owner, table.ids.slice(0, 1))
    return {
      conversation: await showConversation(ctx, conversation),
      person: person ?? null,
      understood: captured.segments.map(shownLine),
      unsure: table.unsure.map(({ name, people }) => ({ name, people: [...people] })),
      made: {
        people: await withTwins(ctx, [...table.made, ...met]),
        fields: fields.made.map(({ id: field, name }) => ({ id: field, name })),
      },
    }
  },

  async finish({ id: conversation, fields }, ctx) {
    const subject: Subject = { kind: 'conversation', id: conversation }
    await moveOn(ctx, conversation)
    const note = await noteOn(ctx.db, ctx.owner, subject)
    // Its day may be known only now.
    if (note) await keepLines(ctx, note, await openLines(ctx.db, ctx.owner, note.lines))
    const made = fields && note ? (await fieldsNamed(ctx, await tagsOf(ctx, note))).made : []
    const mayOpen = ctx.caller.rights.has('notebook:off-record')
    return {
      conversation: await showConversation(ctx, conversation),
      note: await showNote(ctx, subject, mayOpen),
      made: { fields: made.map(({ id: field, name }) => ({ id: field, name })) },
    }
  },

  async meet({ line, fresh, id: given }, ctx) {
    const { referral, through } = await referralOf(ctx, line)
    const bearers = referral.name && !fresh ? await bearersOf(ctx, referral.name) : []
    const [known] = bearers
    if (known && bearers.length === 1) return known
    if (known) throw severalCalled(referral.name ?? known.name)
    await needFreeId(ctx, personKind, given)
    const made = personFrom(given ?? ctx.newId('person'), referral, {
      on: ctx.today(),
      metOn: null,
    })
    const meeting = { ...made.meeting, through, words: referral.words }
    await keepPeople(ctx, [{ ...made, meeting }])
    return rowOf(ctx, made.id)
  },
}

async function tableOf(ctx: Writing, captured: Captured, asked: Parameters<typeof peopleAt>[2]) {
  const isNobody = asked.who === 'nobody' && !asked.about
  return isNobody ? { ids: [], made: [], unsure: [] } : peopleAt(ctx, captured, asked)
}

/** The place put right by whoever wrote the line; their words stay as they are. */
function metAt(captured: Captured, place: string | null): Captured {
  return { ...captured, meeting: { ...captured.meeting, place: place || null } }
}

async function withTwins(ctx: Writing, made: readonly Person[]) {
  const people = []
  for (const one of made) {
    people.push({ id: one.id, name: nameOf(one), twins: await twinsOf(ctx, one.id) })
  }
  return people
}

async function rowOf(ctx: Writing, person: PersonId) {
  const [row] = await peopleRows(ctx.db, ctx.owner, [person])
  if (row) return row
  throw new Problem('person.unknown', 'There is no such person in your notebook')
}

async function fieldsNamed(ctx: Writing, tags: readonly string[]) {
  const { byKey, made } = await nounsFor(ctx, fieldKind, tags.map(nameFromTag), (noun): Field => ({
    ...noun,
    why: '',
  }))
  return { ids: [...new Set([...byKey.values()].map(fieldIdOf))], made }
}

/** A second line about the same person on the same day belongs to the same conversation. */
async function conversationOn(
  ctx: Writing,
  line: {
    readonly given: ConversationId | undefined
    readonly on: Day
    readonly people: readonly PersonId[]
    readonly place: string | null
    readonly fields: readonly ReturnType<typeof fieldIdOf>[]
  },
): Promise<ConversationId> {
  const same = line.given ? null : await spokenOn(ctx, line.people[0], line.on)
  if (same) {
    const { conversation } = await needLife(ctx, same)
    await keepConversation(ctx, conversation, {
      people: [...conversation.people, ...line.people],
      fields: [...conversation.fields, ...line.fields],
    })
    await keptMore(ctx, same)
    return same
  }
  const fresh = newConversation(line.given ?? ctx.newId('conversation'))
  await keepConversation(ctx, fresh, {
    people: [...line.people],
    fields: [...line.fields],
    setting: 'chance',
    place: line.place,
    start: { day: line.on, clock: null },
  })
  await takeStep(ctx, fresh.id, { kind: 'captured' })
  return fresh.id
}

async function spokenOn(
  ctx: Writing,
  person: PersonId | undefined,
  day: Day,
): Promise<ConversationId | null> {
  if (!person) return null
  const rows = await conversationPage(ctx.db, ctx.owner, { person }, { after: null, limit: 20 })
  for (const row of rows) {
    const life = await needLife(ctx, row.id)
    // Of somebody in several records each keeps what was said under its own name, in case they part again.
    const isTheirs = life.conversation.people.includes(person)
    if (isTheirs && foldOf(life).course.met?.day === day) return row.id
  }
  return null
}

/**
 * One more line says that notes were kept, not that a meeting by chance became a talk, nor that the talk which was
 * asked for took place: only one that had begun is over with it.
 */
async function keptMore(ctx: Writing, conversation: ConversationId): Promise<void> {
  const { stage } = foldOf(await needLife(ctx, conversation)).course
  if (stage === 'started') await moveOn(ctx, conversation)
  else if (mayFollow('captured', stage)) await takeStep(ctx, conversation, { kind: 'captured' })
}

/** From "the notes are open" to "they are down": the steps between, as far as they may be taken. */
async function moveOn(ctx: Writing, conversation: ConversationId): Promise<void> {
  const order: readonly StepKind[] = ['held', 'captured']
  for (const kind of order) {
    const life = await needLife(ctx, conversation)
    const possible = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
    if (possible.includes(kind)) await takeStep(ctx, conversation, { kind })
  }
}

async function addLines(ctx: Writing, subject: Subject, texts: readonly string[]): Promise<void> {
  const note = (await noteOn(ctx.db, ctx.owner, subject)) ?? newNote(ctx, subject)
  const before = await openLines(ctx.db, ctx.owner, note.lines)
  const added = texts.map((text): OpenLine => ({ id: ctx.newId('line'), text }))
  await keepLines(ctx, note, [...before, ...added])
}

/** Each thought becomes a line of its own; a lock in front of the whole goes with every part. */
function textsOf(text: string, segments: readonly UnderstoodLine[]): string[] {
  return segments
    .map((segment) => {
      const words = text.slice(segment.start, segment.end).trim()
      return segment.offRecord && !/^[%％﹪٪]/.test(words) ? `% ${words}` : words
    })
    .filter((words) => words !== '')
}

async function tagsOf(
  ctx: Writing,
  note: NonNullable<Awaited<ReturnType<typeof noteOn>>>,
): Promise<string[]> {
  const open = await openLines(ctx.db, ctx.owner, note.lines)
  const read = open.map((line) => readLine(line.text, note))
  return read.filter((line) => !line.offRecord).flatMap((line) => line.fields)
}

async function referralOf(
  ctx: Writing,
  line: string,
): Promise<{ referral: Referral; through: PersonId | null }> {
  const [row] = await toldLines(ctx, await linesById(ctx.db, ctx.owner, [line]))
  if (!row || row.offRecord)
    throw new Problem('line.unknown', 'There is no such line in your notes')
  const referral = readReferral(row.said)
  if (row.mark !== '+' || (!referral.name && !referral.described)) {
    throw new Problem('line.no-name', 'This line names nobody to meet: it begins with + and a name')
  }
  return { referral, through: row.speaker }
}
