import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { linesOfConversation, type LineRow } from '../notes/lines.store.ts'
import { toldByName } from '../notes/told.operations.ts'
import { headsOf } from '../people/groups.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { talksWith } from './places.store.ts'

/** Quotes, advice and facts: what somebody said. */
const said: ReadonlySet<string> = new Set(['"', '!', '='])

const mostTalks = 12
const mostLines = 24

/** What these people said in the last conversations with them, the latest first; what was said off the record is not among it. */
export async function heardAt(ctx: Reading, people: readonly PersonId[]) {
  const { db, owner } = ctx
  const talks = await talksWith(db, owner, people)
  const latest = [...new Set(talks.map(({ conversation }) => conversation))].slice(0, mostTalks)
  const lines: LineRow[] = []
  for (const conversation of latest) {
    const rows = await toldByName(ctx, await linesOfConversation(db, owner, conversation))
    lines.push(...rows.filter((row) => said.has(row.mark) && !row.offRecord))
  }
  const speakers = [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))]
  const heads = await headsOf(db, owner, speakers)
  const names = await rowsByRecord(db, owner, speakers)
  const there = new Set(people)
  return lines
    .filter(({ speaker }) => speaker !== null && there.has(heads.get(speaker) ?? speaker))
    .slice(0, mostLines)
    .map(({ id, mark, said: text, speaker, day, conversation }) => ({
      line: id,
      mark,
      text,
      person: speaker && (names.get(speaker)?.name ?? null),
      day,
      conversation,
    }))
}
