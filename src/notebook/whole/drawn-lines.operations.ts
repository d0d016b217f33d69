import type { Day } from '../../kit/days.ts'
import type { LineId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { voiceOf } from '../notes/drawn-notes.operations.ts'
import type { Note } from '../notes/note.ts'
import { decisionKind, openLines, readLine } from '../notes/notes.store.ts'
import { speakersOf, tablesOf } from '../notes/speakers.store.ts'

/** A line as it was typed, with what is read in it. */
export interface WrittenLine {
  readonly id: LineId
  readonly text: string
  readonly mark: string | null
  readonly said: string
  readonly offRecord: boolean
  /** Who says it, where it is known. */
  readonly speaker: PersonId | null
  readonly people: readonly string[]
  readonly fields: readonly string[]
  readonly topics: readonly string[]
  /** Of a promise: until when, and when it was settled. */
  readonly due: Day | null
  readonly doneOn: Day | null
}

/** The lines of a note; those off the record only where they are wanted. */
export async function writtenLines(
  ctx: Reading,
  note: Note,
  { offRecord }: { readonly offRecord: boolean },
): Promise<WrittenLine[]> {
  const wanted = offRecord ? note.lines : note.lines.filter((line) => 'text' in line)
  const open = await openLines(ctx.db, ctx.owner, wanted)
  const read = open.map((line) => ({ ...readLine(line.text, note), id: line.id, typed: line.text }))
  const voices = read.map((line) => voiceOf(note, line))
  const talks = [...new Set(voices.flatMap(({ conversation }) => conversation ?? []))]
  const tables = await tablesOf(ctx.db, ctx.owner, talks)
  const speakers = await speakersOf(ctx.db, ctx.owner, voices, tables)
  const ids = read.map((line) => line.id)
  const decided = await loadAll(ctx.db, ctx.owner, decisionKind, ids)
  return read.map((line, at) => ({
    id: line.id,
    text: line.typed,
    mark: line.mark,
    said: line.said,
    offRecord: line.offRecord,
    speaker: line.mark === null || line.mark === '>' ? null : (speakers[at] ?? null),
    people: line.people,
    fields: line.fields,
    topics: line.topics,
    due: line.day,
    doneOn: decided.get(line.id)?.doneOn ?? decided.get(line.id)?.restedOn ?? null,
  }))
}
