import type { z } from 'zod'
import { id, type LineId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { needNoun } from '../nouns/nouns.operations.ts'
import { fieldKind } from '../nouns/nouns.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { peopleRows } from '../people/people.store.ts'
import { align } from './align.ts'
import { linesById, type LineRow } from './lines.store.ts'
import { linesOf } from './lines.ts'
import { merge, type MergedLine } from './merge.ts'
import {
  closedLine,
  type KeptLine,
  type Note,
  type OpenLine,
  type Subject,
  withClosedLines,
} from './note.ts'
import type { noteLineShape, notesContract, noteShape, understoodShape } from './notes.contract.ts'
import {
  decisionKind,
  frameOf,
  noteAt,
  noteKind,
  noteOn,
  openLines,
  readLine,
  revisionOfNote,
} from './notes.store.ts'
import { understand, type UnderstoodLine } from './understand.ts'

/** A note is for reading; beyond this many lines it is a book, and every save would weigh on the phone. */
const mostLines = 20_000

export const notesHandlers: Handlers<typeof notesContract> = {
  async understand({ text, day, zone, lang }) {
    const lines = understand(text, { day: day ?? null, zone: zone ?? null, lang: lang ?? null })
    return { lines: lines.map(shownLine) }
  },

  async show({ kind, id: which, offRecord }, ctx) {
    if (offRecord) needOffRecord(ctx)
    const subject = await needSubject(ctx, { kind, id: which })
    return showNote(ctx, subject, offRecord)
  },

  async save({ kind, id: which, text, since, note: given }, ctx) {
    const subject = await needSubject(ctx, { kind, id: which })
    const note = (await noteOn(ctx.db, ctx.owner, subject)) ?? newNote(ctx, subject, given)
    const current = await openLines(ctx.db, ctx.owner, note.lines)
    const typed = textsOf(text)
    if (typed.length > mostLines) {
      throw new Problem(
        'note.too-large',
        `A note holds ${mostLines} lines; this has ${typed.length}`,
        {
          safe: 'What was kept before is kept.',
          mend: 'Put the rest into the note of another conversation.',
        },
      )
    }
    const sealed = current
      .filter((_, at) => 'sealed' in (note.lines[at] ?? {}))
      .map((line) => line.text)
    const texts = mayOpen(ctx) ? typed : withClosedLines(typed, sealed)
    const base = await baseOf(ctx, note, current, since)
    const mine = align(base, texts, () => ctx.newId('line'))
    const { lines, beside } = sideBySide(merge(base, mine, current), () => ctx.newId('line'))
    await keepLines(ctx, note, lines)
    const shown = await showNote(ctx, subject, mayOpen(ctx))
    return { ...shown, revision: ctx.record.revision, beside: mayOpen(ctx) ? beside : [] }
  },
}

/** Where both changed a line, theirs keeps its place and its id, and yours stands under it as a line of its own. */
function sideBySide(
  merged: readonly MergedLine<LineId>[],
  newId: () => LineId,
): { lines: OpenLine[]; beside: { line: string; yours: string; theirs: string }[] } {
  const beside: { line: string; yours: string; theirs: string }[] = []
  const lines = merged.flatMap((line): OpenLine[] => {
    if ('text' in line) return [line]
    const yours = { id: newId(), text: line.mine }
    beside.push({ line: yours.id, yours: line.mine, theirs: line.theirs })
    return [{ id: line.id, text: line.theirs }, yours]
  })
  return { lines, beside }
}

/** Lines off the record are for the owner's own eyes; a program that speaks for the owner is not given the right. */
export function needOffRecord(ctx: Reading): void {
  if (mayOpen(ctx)) return
  throw new Problem('rights.missing', 'What was said off the record is shown only to you yourself')
}

function mayOpen(ctx: Reading): boolean {
  return ctx.caller.rights.has('notebook:off-record')
}

export function newNote(ctx: Reading, subject: Subject, given?: Note['id']): Note {
  return { id: given ?? ctx.newId('note'), subject, day: ctx.today(), lines: [], binnedOn: null }
}

async function needSubject(ctx: Reading, { kind, id: which }: Subject): Promise<Subject> {
  if (kind === 'owner') return { kind, id: 'me' }
  if (kind === 'conversation') {
    return { kind, id: (await needLife(ctx, id('conversation', which))).conversation.id }
  }
  if (kind === 'person') return { kind, id: (await needPerson(ctx, id('person', which))).id }
  return { kind, id: (await needNoun(ctx, fieldKind, which)).id }
}

/** The text the writer started from: by its revision, or what there is now. */
async function baseOf(
  ctx: Reading,
  note: Note,
  current: readonly OpenLine[],
  since: number | undefined,
): Promise<readonly OpenLine[]> {
  if (since === undefined) return current
  const then = await noteAt(ctx.db, ctx.owner, note.id, since)
  return openLines(ctx.db, ctx.owner, then?.lines ?? [])
}

function textsOf(text: string): string[] {
  return linesOf(text).map(({ start, end }) => text.slice(start, end))
}

/** Keeps a note with these lines; the words of those off the record are sealed away from it. */
export async function keepLines(
  ctx: Writing,
  note: Note,
  lines: readonly OpenLine[],
): Promise<void> {
  const frame = await frameOf(ctx.db, ctx.owner, note.subject)
  const sealed = new Map<string, Uint8Array>()
  const kept = lines.map((line): KeptLine => {
    if (!readLine(line.text, note, frame).offRecord) return { id: line.id, text: line.text }
    const bytes = new TextEncoder().encode(line.text)
    const digest = digestOf(bytes)
    sealed.set(digest, bytes)
    return { id: line.id, sealed: digest }
  })
  if (sealed.size) await putContents(ctx.db, ctx.owner, sealed)
  await ctx.record.keep(noteKind, note.id, { ...note, lines: kept })
}

export async function showNote(
  ctx: Reading,
  subject: Subject,
  opened: boolean,
): Promise<z.input<typeof noteShape>> {
  const note = await noteOn(ctx.db, ctx.owner, subject)
  if (!note) return { id: null, subject, text: '', lines: [], revision: 0 }
  const open = await openLines(ctx.db, ctx.owner, note.lines)
  const lines = await drawLines(ctx, note, open, opened)
  return {
    id: note.id,
    subject,
    text: lines.map((line) => line.text).join('\n'),
    lines,
    revision: await revisionOfNote(ctx.db, ctx.owner, note.id),
  }
}

type ShownLine = z.input<typeof noteLineShape>

async function drawLines(
  ctx: Reading,
  note: Note,
  open: readonly OpenLine[],
  opened: boolean,
): Promise<ShownLine[]> {
  const frame = await frameOf(ctx.db, ctx.owner, note.subject)
  const ids = open.map((line) => line.id)
  const rows = new Map((await linesById(ctx.db, ctx.owner, ids)).map((row) => [row.id, row]))
  const decided = await loadAll(ctx.db, ctx.owner, decisionKind, ids)
  const speakers = [...new Set([...rows.values()].flatMap((row) => row.speaker ?? []))]
  const names = new Map(
    (await peopleRows(ctx.db, ctx.owner, speakers)).map((row) => [row.id, row.name]),
  )
  return open.map((line) => {
    const read = readLine(line.text, note, frame)
    const decision = decided.get(line.id)
    const doneOn = decision?.doneOn ?? decision?.restedOn ?? null
    if (read.offRecord && !opened) return closed(line)
    return {
      id: line.id,
      text: line.text,
      mark: read.mark,
      said: read.said,
      offRecord: read.offRecord,
      ...speakerOf(rows.get(line.id), names),
      people: [...read.people],
      fields: [...read.fields],
      topics: [...read.topics],
      due: read.day,
      doneOn,
    }
  })
}

/** That there is a line off the record may be known; nothing of what it says. */
function closed({ id: line }: OpenLine): ShownLine {
  return {
    id: line,
    text: closedLine,
    mark: null,
    said: '',
    offRecord: true,
    speaker: null,
    speakerUnknown: false,
    people: [],
    fields: [],
    topics: [],
    due: null,
    doneOn: null,
  }
}

const marksOfSpeakers = new Set(['"', '!', '=', '<', '+', '$'])

function speakerOf(
  row: LineRow | undefined,
  names: ReadonlyMap<string, string>,
): Pick<ShownLine, 'speaker' | 'speakerUnknown'> {
  if (!row || !marksOfSpeakers.has(row.mark)) return { speaker: null, speakerUnknown: false }
  const name = row.speaker === null ? undefined : names.get(row.speaker)
  if (row.speaker === null || name === undefined) return { speaker: null, speakerUnknown: true }
  return { speaker: { id: row.speaker, name }, speakerUnknown: false }
}

/** A reading as plain data, which a door may add to and take from. */
export function shownLine(line: UnderstoodLine): z.input<typeof understoodShape> {
  return {
    ...line,
    people: [...line.people],
    fields: [...line.fields],
    topics: [...line.topics],
    tags: [...line.tags],
  }
}
