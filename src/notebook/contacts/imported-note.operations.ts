import type { Writing } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { load } from '../../platform/database/things.ts'
import type { OpenLine, Subject } from '../notes/note.ts'
import { keepLines, newNote } from '../notes/notes.operations.ts'
import { noteKind, noteOn, openLines } from '../notes/notes.store.ts'
import type { Made } from './contacts.store.ts'

/** What came with a record, as it is now: whether it was touched later is seen by this. */
export function madeOf(kind: Made['kind'], doc: { readonly id: string }): Made {
  return { kind, id: doc.id, digest: digestOf(JSON.stringify(doc)) }
}

/** Adds lines to a note; those that it holds already are not added a second time. Empty where a hand wrote it first. */
export async function addLines(
  ctx: Writing,
  subject: Subject,
  lines: readonly string[],
): Promise<Made[]> {
  if (lines.length === 0) return []
  const there = await noteOn(ctx.db, ctx.owner, subject)
  const note = there ?? newNote(ctx, subject)
  const before = await openLines(ctx.db, ctx.owner, note.lines)
  const known = new Set(before.map(({ text }) => text))
  const added = lines
    .filter((text) => !known.has(text))
    .map((text): OpenLine => ({ id: ctx.newId('line'), text }))
  if (added.length === 0) return []
  await keepLines(ctx, note, [...before, ...added])
  const kept = there ? null : await load(ctx.db, ctx.owner, noteKind, note.id)
  return kept ? [madeOf('note', kept)] : []
}
