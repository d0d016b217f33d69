import type { Day } from '../../kit/days.ts'
import type { LineId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { agreedIn, voiceOf } from '../notes/drawn-notes.operations.ts'
import type { LineInTheme, Note, OpenLine } from '../notes/note.ts'
import { decisionKind, openLines, readLine } from '../notes/notes.store.ts'
import { speakersOf, tablesOf } from '../notes/speakers.store.ts'
import { seesAll } from '../notes/told.operations.ts'
import { isForOwnerAlone, isNamed, type LineLevel } from '../people/consent.ts'

/** A line as it was typed, with what is read in it. */
export interface WrittenLine {
  readonly id: LineId
  readonly text: string
  readonly mark: string | null
  readonly said: string
  readonly offRecord: boolean
  /** How far it was closed beyond what was agreed. */
  readonly level: LineLevel
  /** Who says it, where it is known. */
  readonly speaker: PersonId | null
  readonly people: readonly string[]
  readonly fields: readonly string[]
  readonly topics: readonly string[]
  /** Of a promise: until when, and when it was settled. */
  readonly due: Day | null
  readonly doneOn: Day | null
  /** The themes it makes, and on which side. */
  readonly themes: readonly LineInTheme[]
}

/**
 * The lines of a note; those off the record only where they are wanted. A program that speaks for the owner is given
 * what the pages give it: no line for the owner alone, and no speaker who does not want to be named.
 */
export async function writtenLines(
  ctx: Reading,
  note: Note,
  { offRecord }: { readonly offRecord: boolean },
): Promise<WrittenLine[]> {
  const wanted = offRecord ? note.lines : note.lines.filter((line) => 'text' in line)
  const open = await openLines(ctx.db, ctx.owner, wanted)
  const lines = await written(ctx, note, open)
  if (seesAll(ctx)) return lines
  const agreed = await agreedIn(ctx, note, open)
  return lines.flatMap((line) => {
    const holds = agreed.get(line.id)
    if (!holds || isForOwnerAlone(holds, line.mark)) return []
    return [isNamed(holds) ? line : { ...line, speaker: null }]
  })
}

async function written(
  ctx: Reading,
  note: Note,
  open: readonly OpenLine[],
): Promise<WrittenLine[]> {
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
    level: decided.get(line.id)?.level ?? 'as-agreed',
    speaker: line.mark === null || line.mark === '>' ? null : (speakers[at] ?? null),
    people: line.people,
    fields: line.fields,
    topics: line.topics,
    due: line.day,
    doneOn: decided.get(line.id)?.doneOn ?? decided.get(line.id)?.restedOn ?? null,
    themes: decided.get(line.id)?.themes ?? [],
  }))
}
