import type { Day } from '../../kit/days.ts'
import type { ConversationId, FieldId, OwnerId, PersonId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, load, loadAll } from '../../platform/database/things.ts'
import { headsOf, withTheirGroups } from '../people/groups.store.ts'
import { refreshSpokeOn } from '../people/person-index.store.ts'
import type { Conversation, Life, Step } from './conversation.ts'
import { foldOf, inOrder } from './course.ts'

export const conversationKind: Kind<Conversation> = {
  name: 'conversation',
  table: 'conversations',
  binnedOn: (conversation) => conversation.binnedOn,
  index: indexConversations,
}

export const stepKind: Kind<Step> = {
  name: 'step',
  table: 'steps',
  binnedOn: () => null,
  index: indexSteps,
}

async function indexConversations(
  db: Database,
  owner: OwnerId,
  things: Kept<Conversation>,
): Promise<void> {
  const ids = [...things.keys()]
  const before = await peopleOf(db, owner, ids)
  for (const table of ['conversation_people', 'conversation_fields'] as const) {
    await removeRows(db, owner, { table, column: 'conversation_id' }, ids)
  }
  const kept = [...things.values()].flatMap((one) => (one === null || one.binnedOn ? [] : [one]))
  await addRows(
    db,
    'conversation_people',
    kept.flatMap((one) =>
      one.people.map((person_id) => ({ owner_id: owner, conversation_id: one.id, person_id })),
    ),
  )
  await addRows(
    db,
    'conversation_fields',
    kept.flatMap((one) =>
      one.fields.map((field_id) => ({ owner_id: owner, conversation_id: one.id, field_id })),
    ),
  )
  await indexLives(
    db,
    owner,
    ids.map((one) => id('conversation', one)),
  )
  await refreshSpokeOn(db, owner, before)
}

async function indexSteps(db: Database, owner: OwnerId, steps: Kept<Step>): Promise<void> {
  const ids = [...steps.keys()]
  const touched = new Set<ConversationId>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('conversation_steps')
      .select('conversation_id')
      .where('owner_id', '=', owner)
      .where('step_id', 'in', some)
      .execute()
    for (const row of rows) touched.add(row.conversation_id)
  }
  await removeRows(db, owner, { table: 'conversation_steps', column: 'step_id' }, ids)
  const kept = [...steps.values()].filter((step) => step !== null)
  for (const step of kept) touched.add(step.conversation)
  await addRows(
    db,
    'conversation_steps',
    kept.map((step) => ({ owner_id: owner, conversation_id: step.conversation, step_id: step.id })),
  )
  await indexLives(db, owner, [...touched])
}

/** What lists ask of a life without folding it: whether anything can still be due, when it last moved, when you spoke. */
async function indexLives(
  db: Database,
  owner: OwnerId,
  ids: readonly ConversationId[],
): Promise<void> {
  await removeRows(db, owner, { table: 'conversation_life', column: 'conversation_id' }, ids)
  const lives = (await livesOf(db, owner, ids)).filter(({ conversation }) => !conversation.binnedOn)
  await addRows(
    db,
    'conversation_life',
    lives.map((life) => ({
      owner_id: owner,
      conversation_id: life.conversation.id,
      ...outlineOf(life),
    })),
  )
  await refreshSpokeOn(db, owner, [
    ...new Set(lives.flatMap(({ conversation }) => conversation.people)),
  ])
}

const asleep: ReadonlySet<string> = new Set(['kept', 'thanked-no', 'set-aside'])

function outlineOf(life: Life): { waking: number; last_day: Day; held_day: Day | null } {
  const { course } = foldOf(life)
  const last = inOrder(life.steps).at(-1)?.day
  return {
    waking: asleep.has(course.stage) && !isUnseen(life) ? 0 : 1,
    last_day: last ?? life.conversation.start?.day ?? dayOfId(life.conversation.id),
    held_day: course.met?.day ?? null,
  }
}

/** What they did on their page waits to be seen, wherever the conversation stands. */
function isUnseen({ conversation }: Life): boolean {
  return conversation.fromThem?.some((one) => !one.isSeen) ?? false
}

/** Ids hold the moment they were made in; an id of another make gives the earliest day there is. */
function dayOfId(text: string): Day {
  const milliseconds = Number.parseInt(text.replaceAll('-', '').slice(0, 12), 16)
  const plausible = text[14] === '7' && milliseconds < 4_102_444_800_000
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the first ten letters of an ISO instant are a Day
  return new Date(plausible ? milliseconds : 0).toISOString().slice(0, 10) as Day
}

/** Conversations with all their steps, in the order of the ids given; unknown ids are left out. */
export async function livesOf(
  db: Database,
  owner: OwnerId,
  ids: readonly ConversationId[],
): Promise<Life[]> {
  const conversations = await loadAll(db, owner, conversationKind, ids)
  const steps = new Map<string, Step[]>()
  for (const some of inSlices([...conversations.keys()])) {
    const rows = await db
      .selectFrom('conversation_steps')
      .select('step_id')
      .where('owner_id', '=', owner)
      .where(
        'conversation_id',
        'in',
        some.map((one) => id('conversation', one)),
      )
      .execute()
    const found = await loadAll(
      db,
      owner,
      stepKind,
      rows.map((row) => row.step_id),
    )
    for (const step of found.values()) {
      steps.set(step.conversation, [...(steps.get(step.conversation) ?? []), step])
    }
  }
  return ids.flatMap((one) => {
    const conversation = conversations.get(one)
    return conversation ? [{ conversation, steps: inOrder(steps.get(one) ?? []) }] : []
  })
}

export async function findStep(db: Database, owner: OwnerId, step: string): Promise<Step | null> {
  return load(db, owner, stepKind, step)
}

async function peopleOf(
  db: Database,
  owner: OwnerId,
  conversations: readonly string[],
): Promise<PersonId[]> {
  const found = new Set<PersonId>()
  for (const some of inSlices(conversations)) {
    const rows = await db
      .selectFrom('conversation_people')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where(
        'conversation_id',
        'in',
        some.map((one) => id('conversation', one)),
      )
      .execute()
    for (const row of rows) found.add(row.person_id)
  }
  return [...found]
}

export interface ConversationFilter {
  readonly person?: PersonId | undefined
  readonly field?: FieldId | undefined
  readonly open?: boolean | undefined
}

/** The latest first; `after` is the last row's day and id. */
export async function conversationPage(
  db: Database,
  owner: OwnerId,
  filter: ConversationFilter,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<{ id: ConversationId; lastDay: Day }[]> {
  let query = db
    .selectFrom('conversation_life')
    .select(['conversation_id', 'last_day'])
    .where('owner_id', '=', owner)
  const [day, last] = page.after ?? []
  if (day !== undefined && last !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('last_day', '<', dayFrom(day)),
        eb.and([
          eb('last_day', '=', dayFrom(day)),
          eb('conversation_id', '<', id('conversation', last)),
        ]),
      ]),
    )
  }
  if (filter.open !== undefined) query = query.where('waking', '=', filter.open ? 1 : 0)
  if (filter.person) {
    const records = await withTheirGroups(db, owner, [filter.person])
    query = query.where('conversation_id', 'in', (eb) =>
      eb
        .selectFrom('conversation_people')
        .select('conversation_id')
        .where('owner_id', '=', owner)
        .where('person_id', 'in', records),
    )
  }
  if (filter.field) {
    const { field } = filter
    query = query.where('conversation_id', 'in', (eb) =>
      eb
        .selectFrom('conversation_fields')
        .select('conversation_id')
        .where('owner_id', '=', owner)
        .where('field_id', '=', field),
    )
  }
  const rows = await query
    .orderBy('last_day', 'desc')
    .orderBy('conversation_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ id: row.conversation_id, lastDay: row.last_day }))
}

function dayFrom(text: string): Day {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a cursor that we wrote ourselves; any text compares
  return text as Day
}

/** Lives with the people as they are shown: whoever stands in several records sits at the table once. */
export async function withHeads(
  db: Database,
  owner: OwnerId,
  lives: readonly Life[],
): Promise<Life[]> {
  const people = lives.flatMap(({ conversation: { people: table, fromThem = [] } }) => [
    ...table,
    ...fromThem.map(({ person }) => person),
  ])
  const heads = await headsOf(db, owner, people)
  return lives.map(({ conversation, steps }) => {
    const table = conversation.people.map((one) => heads.get(one) ?? one)
    const fromThem = conversation.fromThem?.map((one) => ({
      ...one,
      person: heads.get(one.person) ?? one.person,
    }))
    const seated = { ...conversation, people: [...new Set(table)] }
    return { conversation: fromThem ? { ...seated, fromThem } : seated, steps }
  })
}
