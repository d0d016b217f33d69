import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import { compare } from '../../kit/order.ts'
import { isSooner } from '../../notebook/conversations/soonest.ts'
import type { Leaves } from './leaves.ts'
import type { AnswerOf, Beyond, NearTalk, Row } from './near-shapes.ts'

/** The lines of the list of conversations, as far as they are near. */
export interface TalkList {
  /** The latest first. */
  readonly rows: readonly NearTalk[]
  readonly beyond: Beyond
}

interface Heard {
  readonly talks: readonly NearTalk[]
  readonly beyond: Beyond | null
}

const nothingBeyond: Beyond = { recent: null, open: null }

/** The list once this was heard: a line stays as long as the leaf of its conversation does. */
export function talksAfter(before: TalkList | null, heard: Heard, leaves: Leaves): TalkList {
  const rows = new Map(before?.rows.map((row) => [row.id, row]))
  for (const row of heard.talks) rows.set(row.id, row)
  const there = [...rows.values()].filter(({ id }) => `talk ${id}` in leaves)
  return {
    rows: there.toSorted((one, other) => byDay(one, other) || compare(other.id, one.id)),
    beyond: heard.beyond ?? before?.beyond ?? nothingBeyond,
  }
}

interface Asked {
  readonly open: boolean | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** A page of the list, as the server would give it; null where it begins beyond what is near. */
export function pageOfTalks(
  { rows, beyond }: TalkList,
  { open, after, limit }: Asked,
  isWanted: (row: NearTalk) => boolean,
): AnswerOf<'conversations', 'list'> | null {
  const end = open === true ? beyond.open : beyond.recent
  const listed = rows.filter((row) => isListed(row, open) && isWanted(row))
  const [day, id] = fromCursor(after) ?? []
  const left = listed.filter(
    (row) => day === undefined || row.lastDay < day || (row.lastDay === day && row.id < (id ?? '')),
  )
  if (after !== undefined && left.length === 0 && end !== null) return null
  const page = left.slice(0, limit)
  const last = page.at(-1)
  const next = last && left.length > limit ? cursorOf(last.lastDay, last.id) : end
  return { conversations: page.map(plainly), next }
}

/** The next step with each of these people: of several conversations, the one whose turn comes first. */
export function nextWith(
  { rows }: TalkList,
  people: ReadonlySet<unknown>,
): AnswerOf<'conversations', 'next'>['next'] {
  const found = new Map<string, AnswerOf<'conversations', 'next'>['next'][number]>()
  const waking = rows
    .filter(({ open }) => open)
    .toSorted((one, other) => byDay(one, other) || compare(one.id, other.id))
  for (const { id: conversation, people: table, next } of waking) {
    if (!next) continue
    const asked = table.filter(({ id }) => people.has(id))
    for (const { id: person } of asked.toSorted((one, other) => compare(one.id, other.id))) {
      const before = found.get(person)
      if (before && !isSooner(next, before.next)) continue
      found.set(person, { person, conversation, next })
    }
  }
  return [...found.values()]
}

function isListed(row: NearTalk, open: boolean | undefined): boolean {
  if (open === true) return row.open
  return row.recent && (open === undefined || !row.open)
}

function plainly({ open: _open, recent: _recent, ...row }: NearTalk): Row {
  return row
}

function byDay(one: NearTalk, other: NearTalk): number {
  return compare(other.lastDay, one.lastDay)
}
