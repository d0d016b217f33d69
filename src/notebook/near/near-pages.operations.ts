import type { TemplateCode } from '../../craft/letters/codes.ts'
import { type ConversationId, id, type PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { betweenHandlers } from '../between/between.operations.ts'
import { drawBrief, heardIn, type Hearing } from '../brief/brief.operations.ts'
import { conversationsHandlers } from '../conversations/conversations.operations.ts'
import { drawRows } from '../conversations/drawn.operations.ts'
import { fieldsHandlers } from '../fields/fields.operations.ts'
import { letterOfStep } from '../letters/letter-of-step.ts'
import { lettersHandlers } from '../letters/letters.operations.ts'
import { notesHandlers } from '../notes/notes.operations.ts'
import { peopleHandlers } from '../people/people.operations.ts'
import { settingsHandlers } from '../settings/settings.operations.ts'
import { themesHandlers } from '../themes/themes.operations.ts'
import { todayHandlers } from '../today/today.operations.ts'
import { topicsHandlers } from '../topics/topics.operations.ts'
import { attachmentsHandlers } from '../voices/attachments.operations.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import { transcriptsHandlers } from '../voices/transcripts.operations.ts'
import { transcriptsOf } from '../voices/transcripts.store.ts'
import type { Leaf, Page } from './near-leaf.ts'
import type { NearTalk } from './near-talks.store.ts'
import { leavesOfWishes } from './near-wishes.operations.ts'

/** What changes with almost anything: the day, the lists, every page of a field, and what one would like to come to. */
export async function leavesAround(ctx: Reading): Promise<Leaf[]> {
  const { fields } = await fieldsHandlers.list({}, ctx)
  const pages = [
    page('today.show', {}, await todayHandlers.show({}, ctx)),
    page('settings.show', {}, await settingsHandlers.show({}, ctx)),
    page('topics.list', {}, await topicsHandlers.list({}, ctx)),
    page('people.labels', {}, await peopleHandlers.labels({}, ctx)),
    page('fields.list', {}, { fields }),
  ]
  const leaves: Leaf[] = pages.map((one) => ({ name: one.operation, pages: [one] }))
  for (const { id: field } of fields) {
    leaves.push({ name: `field ${field}`, pages: await pagesOfField(ctx, field) })
  }
  return [...leaves, ...(await leavesOfWishes(ctx))]
}

async function pagesOfField(ctx: Reading, field: string): Promise<Page[]> {
  const shown = await fieldsHandlers.show({ name: field }, ctx)
  const notes = []
  for (const { field: of } of shown.notes) {
    const kind = 'field' as const
    const note = await notesHandlers.show({ kind, id: of, offRecord: false }, ctx)
    notes.push(page('notes.show', { kind, id: of }, note))
  }
  const themes = await themesHandlers.list({ field }, ctx)
  return [
    page('fields.show', { name: field }, shown),
    page('themes.list', { field }, themes),
    ...notes,
  ]
}

/** Listens to each field once, for however many briefs. */
export function hearingOnce(ctx: Reading): Hearing {
  const heard = new Map<string, ReturnType<Hearing>>()
  return (field) => {
    const known = heard.get(field.id) ?? heardIn(ctx, field)
    heard.set(field.id, known)
    return known
  }
}

/** Conversations before, during and after, each a leaf; its brief is another, for it hangs on all that was said. */
export async function leavesOfTalks(ctx: Reading, talks: readonly NearTalk[]): Promise<Leaf[]> {
  const ids = talks.map((talk) => talk.id)
  const beside = await pagesBeside(ctx, ids)
  const rows = new Map((await drawRows(ctx, talks)).map((row) => [row.id, row]))
  const hear = hearingOnce(ctx)
  const leaves: Leaf[] = []
  for (const { id: talk, open, recent } of talks) {
    const row = rows.get(talk)
    const pages = [...(await pagesOfTalk(ctx, talk)), ...(beside.get(talk) ?? [])]
    leaves.push({ name: talkLeaf(talk), pages, ...(row ? { row: { ...row, open, recent } } : {}) })
    if (row?.heldOn === null) leaves.push(await leafOfBrief(ctx, talk, hear))
  }
  return leaves
}

export const talkLeaf = (talk: string): string => `talk ${talk}`
export const briefLeaf = (talk: string): string => `brief ${talk}`
export const personLeaf = (person: string): string => `person ${person}`

/** Off the record only for whoever may open that. */
async function pagesOfTalk(ctx: Reading, talk: ConversationId): Promise<Page[]> {
  const offRecord = ctx.caller.rights.has('notebook:off-record')
  const letter = { conversation: talk, template: 'thanks', afresh: false } as const
  const shown = await conversationsHandlers.show({ id: talk }, ctx)
  const template = shown.next && letterOfStep(shown.next.what)
  return [
    page('conversations.show', { id: talk }, shown),
    page(
      'notes.show',
      { kind: 'conversation', id: talk, offRecord: true },
      await notesHandlers.show({ kind: 'conversation', id: talk, offRecord }, ctx),
    ),
    ...(await orNone(async () =>
      page('letters.draft', { conversation: talk }, await lettersHandlers.draft(letter, ctx)),
    )),
    ...(template ? [await pageOfLetter(ctx, talk, template)] : []),
  ]
}

/** The letter that comes next is written on a train too. */
async function pageOfLetter(
  ctx: Reading,
  conversation: ConversationId,
  template: TemplateCode,
): Promise<Page> {
  const asked = { conversation, template }
  return page('letters.draft', asked, await lettersHandlers.draft({ ...asked, afresh: false }, ctx))
}

/** What stands beside these talks: for most of them nothing, which is told without looking at each. */
async function pagesBeside(
  ctx: Reading,
  talks: readonly ConversationId[],
): Promise<Map<ConversationId, Page[]>> {
  const transcripts = await transcriptsOf(ctx.db, ctx.owner, talks)
  const pictures = await attachmentsOf(ctx.db, ctx.owner, talks)
  const spoken = new Set(transcripts.map((one) => one.conversation))
  const shown = new Set(pictures.map((one) => one.conversation))
  const found = new Map<ConversationId, Page[]>()
  for (const conversation of talks) {
    const asked = { conversation }
    const listed = spoken.has(conversation)
      ? await transcriptsHandlers.list(asked, ctx)
      : { transcripts: [], places: [] }
    const seen = shown.has(conversation)
      ? await attachmentsHandlers.list(asked, ctx)
      : { attachments: [] }
    found.set(conversation, [
      page('transcripts.list', asked, listed),
      page('attachments.list', asked, seen),
    ])
  }
  return found
}

/** What one wants to see before going in; afterwards nobody asks for it. */
export async function leafOfBrief(
  ctx: Reading,
  talk: ConversationId,
  hear: Hearing,
): Promise<Leaf> {
  const drawn = await drawBrief(ctx, talk, hear)
  return { name: briefLeaf(talk), pages: [page('conversations.brief', { id: talk }, drawn)] }
}

export async function leavesOfPeople(ctx: Reading, people: readonly PersonId[]): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  for (const person of people) {
    const pages = [
      page('people.show', { id: person }, await peopleHandlers.show({ id: person }, ctx)),
      page('people.between', { id: person }, await betweenHandlers.between({ id: person }, ctx)),
    ]
    leaves.push({ name: personLeaf(person), pages })
  }
  return leaves
}

/** Who sits in these conversations, as they are shown. */
export function peopleIn(leaves: readonly Leaf[]): PersonId[] {
  const rows = leaves.flatMap(({ row }) => row?.people ?? [])
  return [...new Set(rows.map((row) => id('person', row.id)))]
}

function page(operation: string, input: Record<string, unknown>, answer: unknown): Page {
  return { operation, input, answer }
}

/** A page that there is not yet, like the letter of a talk to come, is not near. */
async function orNone(make: () => Promise<Page>): Promise<Page[]> {
  try {
    return [await make()]
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}
