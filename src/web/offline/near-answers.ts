import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import { wordsOf } from '../../kit/text.ts'
import { alike } from '../../notebook/people/name-search.ts'
import { type Entry, standingOf } from './entry.ts'
import type { AnswerOf, NearConversation, NearPerson, NearTranscript, Row } from './near-shapes.ts'
import {
  conversationWith,
  noteWith,
  personAdded,
  personWith,
  plannedConversation,
  plannedRow,
  promisesSettled,
} from './on-top.ts'
import { asInput } from './page-names.ts'
import { nextWith, pageOfTalks, type TalkList } from './talk-list.ts'
import { picturesWith, transcriptsWith, turnsFrom } from './voices-near.ts'

export type { NearPerson } from './near-shapes.ts'

/** The copy as the rules read it. */
export interface Near {
  /** What the server last answered to exactly this; null where it is not near. */
  readonly page: (operation: string, input: unknown) => Promise<unknown>
  readonly people: readonly NearPerson[]
  /** The list of conversations; null before the server was ever asked. */
  readonly talks: () => Promise<TalkList | null>
  /** How many people the notebook holds, near or not. */
  readonly count: number
  /** False before the server was ever asked. */
  readonly isFilled: boolean
}

interface Asked {
  readonly operation: string
  readonly input: unknown
}

type Input = Readonly<Record<string, unknown>>

/** What this device can answer by itself; null where what is asked for is not near. */
export async function answerWith(
  near: Near,
  asked: Asked,
  entries: readonly Entry[],
): Promise<unknown> {
  const waiting = entries.filter((entry) => standingOf(entry) !== 'refused')
  const input = asInput(asked.input)
  const special = specially[asked.operation]
  if (special) return special(near, input, waiting)
  return near.page(asked.operation, input)
}

const mostFound = 100
/** Behind every name: a server that is asked to go on from there gives nothing twice. */
const behindAll = '\uFFFF'

type Special = (near: Near, input: Input, waiting: readonly Entry[]) => Promise<unknown>

const specially: Readonly<Record<string, Special>> = {
  async 'today.show'(near, _input, waiting) {
    const today = await pageOf<AnswerOf<'today', 'show'>>(near, 'today.show', {})
    return today && promisesSettled(today, waiting)
  },

  async 'people.find'(near, { text, after }, waiting) {
    // Beyond that nobody is near: whoever asks on without a network hears so.
    if (!near.isFilled || after) return null
    const typed = wordsOf(typeof text === 'string' ? text : '')
    const found = everybody(near, waiting).filter(({ name }) => isCalled(name, typed))
    const isAll = found.length <= mostFound && near.people.length >= near.count
    return { people: found.slice(0, mostFound).map(inList), next: isAll ? null : String(mostFound) }
  },

  async 'people.list'(near, input, waiting) {
    if (!near.isFilled || isFiltered(input)) return null
    const all = everybody(near, waiting)
    const kept = all.filter(({ spokeOn }) => isSpoken(spokeOn, input['spoken']))
    const from = Number(fromCursor(textIn(input, 'after'))?.[1] ?? 0)
    const limit = Number(input['limit'] ?? 50)
    const isAll = near.people.length >= near.count
    if (from >= kept.length && from > 0 && !isAll) return null
    const to = from + limit
    const next = kept.length > to || !isAll ? cursorOf(behindAll, String(to)) : null
    return { people: kept.slice(from, to).map(inList), next, count: near.count }
  },

  async 'people.show'(near, { id }, waiting) {
    const added = waiting.find((one) => isAbout(one, 'people.add', id))
    const talks = await talksWith(near, id, waiting)
    if (added) return personWith(personAdded(asInput(added.input)), waiting, talks)
    const page = await pageOf<AnswerOf<'people', 'show'>>(near, 'people.show', { id })
    const row = page ? null : near.people.find((one) => one.id === id)
    const known = row ? personAdded(row) : page
    return known && personWith(known, waiting, talks)
  },

  async 'people.between'(near, { id }, waiting) {
    const isKnown = everybody(near, waiting).some((one) => one.id === id)
    const nothing = { next: null, happenings: [], more: true }
    return (await near.page('people.between', { id })) ?? (isKnown ? nothing : null)
  },

  async 'conversations.next'(near, { people }) {
    const list = await near.talks()
    return list && { next: nextWith(list, new Set(Array.isArray(people) ? people : [])) }
  },

  async 'conversations.list'(near, input, waiting) {
    const list = await near.talks()
    const page = list && pageOfTalks(list, listAsked(input), (row) => isWanted(row, input))
    if (!page || input['after'] !== undefined || input['open'] === false) return page
    const known = new Set(list.rows.map((row) => row.id))
    const planned = waiting
      .filter(({ operation }) => operation === 'conversations.plan')
      .map((entry) => plannedRow(asInput(entry.input), near.people, entry))
      .filter((row) => !known.has(row.id) && isWanted(row, input))
    return { ...page, conversations: [...planned, ...page.conversations] }
  },

  async 'conversations.show'(near, { id }, waiting) {
    const planned = waiting.find((one) => isAbout(one, 'conversations.plan', id))
    const page = await pageOf<NearConversation>(near, 'conversations.show', { id })
    const base = page ?? (planned ? plannedConversation(planned, near.people) : null)
    return base && conversationWith(base, waiting, near.people)
  },

  async 'notes.show'(near, input, waiting) {
    const page = await pageOf<AnswerOf<'notes', 'show'>>(near, 'notes.show', input)
    const isNew = waiting.some((one) => isAbout(one, 'conversations.plan', input['id']))
    const empty = { id: null, subject: subjectOf(input), text: '', lines: [], revision: 0 }
    const base = page ?? (isNew ? empty : null)
    return base && noteWith(base, waiting)
  },

  async 'transcripts.list'(near, { conversation }, waiting) {
    const page = await pageOf<AnswerOf<'transcripts', 'list'>>(near, 'transcripts.list', {
      conversation,
    })
    const isNew = waiting.some((one) => isAbout(one, 'conversations.plan', conversation))
    const base = page ?? (isNew ? { transcripts: [], places: [] } : null)
    return base && transcriptsWith(base, landedIn(waiting, 'transcripts.import', conversation))
  },

  async 'attachments.list'(near, { conversation }, waiting) {
    const page = await pageOf<AnswerOf<'attachments', 'list'>>(near, 'attachments.list', {
      conversation,
    })
    const isNew = waiting.some((one) => isAbout(one, 'conversations.plan', conversation))
    const base = page ?? (isNew ? { attachments: [] } : null)
    return base && picturesWith(base, landedIn(waiting, 'conversations.attach', conversation))
  },

  async 'transcripts.show'(near, { id, from, limit, offRecord }) {
    // What was said off the record is not on this device.
    if (offRecord === true) return null
    const whole = await pageOf<NearTranscript>(near, 'transcripts.show', { id })
    return whole && turnsFrom(whole, Number(from ?? 0), Number(limit ?? 200))
  },

  async 'conversations.brief'(near, { id }, waiting) {
    const page = await near.page('conversations.brief', { id })
    const planned = waiting.find((one) => isAbout(one, 'conversations.plan', id))
    if (page || !planned) return page
    const { people, start, medium, place, link, purpose, gift, read, consent } =
      plannedConversation(planned, near.people)
    const who = people.map((one) => ({ ...one, words: '', met: metOf(near, one.id), ...noChannel }))
    const what = { who, start, medium, place, link, purpose, gift, read, consent }
    return { ...what, open: [], minutes: [], spares: [], reminders: [], chosen: false }
  },
}

/** What the server has of a conversation, and the copy not yet. */
function landedIn(waiting: readonly Entry[], operation: string, conversation: unknown): Entry[] {
  return waiting.filter(
    (entry) =>
      entry.operation === operation &&
      entry.landed !== null &&
      asInput(entry.input)['conversation'] === conversation,
  )
}

const noChannel = { mail: null, phone: null }

async function pageOf<Answer>(near: Near, operation: string, input: unknown) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the server answered to this operation was kept under its name
  return (await near.page(operation, input)) as Answer | null
}

/** The conversations of waiting answers at which somebody sits. */
async function talksWith(
  near: Near,
  person: unknown,
  waiting: readonly Entry[],
): Promise<Set<unknown>> {
  const found = new Set<unknown>()
  for (const { operation, input } of waiting) {
    const { conversation } = asInput(input)
    if (operation !== 'consent.answer' || conversation === undefined) continue
    const planned = waiting.find((one) => isAbout(one, 'conversations.plan', conversation))
    const page = await pageOf<NearConversation>(near, 'conversations.show', { id: conversation })
    const talk = page ?? (planned ? plannedConversation(planned, near.people) : null)
    if (talk?.people.some(({ id }) => id === person)) found.add(conversation)
  }
  return found
}

function everybody(near: Near, waiting: readonly Entry[]): NearPerson[] {
  const added = waiting
    .filter(({ operation }) => operation === 'people.add')
    .map(({ input }) => personAdded(asInput(input)))
    .map(({ id, name, line, meeting }) => ({ id, name, line, spokeOn: null, met: meeting }))
    .filter(({ id }) => !near.people.some((one) => one.id === id))
  return [...added, ...near.people].toSorted((one, other) => one.name.localeCompare(other.name))
}

function inList({ id, name, line, spokeOn }: NearPerson) {
  return { id, name, line, spokeOn, contactOn: spokeOn }
}

function isCalled(name: string, typed: readonly string[]): boolean {
  const words = wordsOf(name)
  return typed.every((one) => words.some((word) => alike(one, word)))
}

function isSpoken(spokeOn: string | null, spoken: unknown): boolean {
  if (spoken === 'yes') return spokeOn !== null
  return spoken !== 'not-yet' || spokeOn === null
}

function listAsked(input: Input): Parameters<typeof pageOfTalks>[1] {
  const open = input['open']
  return {
    open: typeof open === 'boolean' ? open : undefined,
    after: textIn(input, 'after'),
    limit: Number(input['limit'] ?? 50),
  }
}

function textIn(input: Input, name: string): string | undefined {
  const text = input[name]
  return typeof text === 'string' ? text : undefined
}

/** What only the server knows: labels, fields and organisations of everybody. */
function isFiltered(input: Input): boolean {
  return ['field', 'label', 'organisation'].some((name) => input[name] !== undefined)
}

function isWanted(row: Pick<Row, 'people' | 'fields'>, { person, field }: Input): boolean {
  const isTheirs = person === undefined || row.people.some(({ id }) => id === person)
  return isTheirs && (field === undefined || row.fields.some(({ id }) => id === field))
}

function isAbout(entry: Entry, operation: string, id: unknown): boolean {
  return entry.operation === operation && asInput(entry.input)['id'] === id
}

function metOf(near: Near, person: string): string {
  const met = near.people.find(({ id }) => id === person)?.met
  return [met?.place, met?.words].filter(Boolean).join('. ')
}

function subjectOf({ kind, id }: Input): AnswerOf<'notes', 'show'>['subject'] {
  const known = kind === 'person' || kind === 'field' || kind === 'owner' ? kind : 'conversation'
  return { kind: known, id: String(id) }
}
