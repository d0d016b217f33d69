import { type ConversationId, id, type PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { betweenHandlers } from '../between/between.operations.ts'
import { drawBrief, heardIn, type Hearing } from '../brief/brief.operations.ts'
import { conversationsHandlers } from '../conversations/conversations.operations.ts'
import { soonestWith } from '../conversations/drawn.operations.ts'
import { fieldsHandlers } from '../fields/fields.operations.ts'
import { lettersHandlers } from '../letters/letters.operations.ts'
import { notesHandlers } from '../notes/notes.operations.ts'
import { peopleHandlers } from '../people/people.operations.ts'
import { settingsHandlers } from '../settings/settings.operations.ts'
import { todayHandlers } from '../today/today.operations.ts'
import { topicsHandlers } from '../topics/topics.operations.ts'
import { attachmentsHandlers } from '../voices/attachments.operations.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import { transcriptsHandlers } from '../voices/transcripts.operations.ts'
import { transcriptsOf } from '../voices/transcripts.store.ts'

/** An answer as a page of the app asks for it. */
export interface Page {
  readonly operation: string
  readonly input: Record<string, unknown>
  readonly answer: unknown
}

/** What changes with almost anything, and is not much: the day, the lists, and every page of a field. */
export async function pagesAround(ctx: Reading, people: readonly PersonId[]): Promise<Page[]> {
  const { fields } = await fieldsHandlers.list({}, ctx)
  const listed = { limit: 200, after: undefined }
  const pages: Page[] = [
    page('today.show', {}, await todayHandlers.show({}, ctx)),
    page('settings.show', {}, await settingsHandlers.show({}, ctx)),
    page('topics.list', {}, await topicsHandlers.list({}, ctx)),
    page('people.labels', {}, await peopleHandlers.labels({}, ctx)),
    page('fields.list', {}, { fields }),
    page('conversations.list', {}, await conversationsHandlers.list(listed, ctx)),
    page(
      'conversations.list',
      { open: true },
      await conversationsHandlers.list({ ...listed, open: true }, ctx),
    ),
    page('conversations.next', {}, { next: people.length ? await soonestWith(ctx, people) : [] }),
  ]
  for (const field of fields) pages.push(...(await pagesOfField(ctx, field.id)))
  return pages
}

async function pagesOfField(ctx: Reading, field: string): Promise<Page[]> {
  const shown = await fieldsHandlers.show({ name: field }, ctx)
  const notes = []
  for (const { field: of } of shown.notes) {
    const kind = 'field' as const
    const note = await notesHandlers.show({ kind, id: of, offRecord: false }, ctx)
    notes.push(page('notes.show', { kind, id: of }, note))
  }
  return [page('fields.show', { name: field }, shown), ...notes]
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

/** A conversation before, during and after. Off the record only for whoever may open that. */
export async function pagesOfTalk(
  ctx: Reading,
  talk: ConversationId,
  hear: Hearing,
): Promise<Page[]> {
  const offRecord = ctx.caller.rights.has('notebook:off-record')
  const letter = { conversation: talk, template: 'thanks', afresh: false } as const
  const shown = await conversationsHandlers.show({ id: talk }, ctx)
  return [
    page('conversations.show', { id: talk }, shown),
    ...(shown.heldOn === null ? [await briefOfTalk(ctx, talk, hear)] : []),
    page(
      'notes.show',
      { kind: 'conversation', id: talk, offRecord: true },
      await notesHandlers.show({ kind: 'conversation', id: talk, offRecord }, ctx),
    ),
    ...(await orNone(async () =>
      page('letters.draft', { conversation: talk }, await lettersHandlers.draft(letter, ctx)),
    )),
  ]
}

/** What stands beside these talks: for most of them nothing, which is told without looking at each. */
export async function pagesBeside(ctx: Reading, talks: readonly ConversationId[]): Promise<Page[]> {
  const transcripts = await transcriptsOf(ctx.db, ctx.owner, talks)
  const pictures = await attachmentsOf(ctx.db, ctx.owner, talks)
  const spoken = new Set(transcripts.map((one) => one.conversation))
  const shown = new Set(pictures.map((one) => one.conversation))
  const pages: Page[] = []
  for (const conversation of talks) {
    const asked = { conversation }
    const listed = spoken.has(conversation)
      ? await transcriptsHandlers.list(asked, ctx)
      : { transcripts: [], places: [] }
    const seen = shown.has(conversation)
      ? await attachmentsHandlers.list(asked, ctx)
      : { attachments: [] }
    pages.push(page('transcripts.list', asked, listed), page('attachments.list', asked, seen))
  }
  return pages
}

/** What one wants to see before going in; afterwards nobody asks for it. */
export async function briefOfTalk(
  ctx: Reading,
  talk: ConversationId,
  hear: Hearing,
): Promise<Page> {
  return page('conversations.brief', { id: talk }, await drawBrief(ctx, talk, hear))
}

export async function pagesOfPerson(ctx: Reading, person: PersonId): Promise<Page[]> {
  return [
    page('people.show', { id: person }, await peopleHandlers.show({ id: person }, ctx)),
    page('people.between', { id: person }, await betweenHandlers.between({ id: person }, ctx)),
  ]
}

/** Who sits in these conversations, as they are shown. */
export function peopleIn(pages: readonly Page[]): PersonId[] {
  const rows = pages
    .filter(({ operation }) => operation === 'conversations.show')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by `pagesOfTalk` just above
    .flatMap(({ answer }) => (answer as { people: { id: string }[] }).people)
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
