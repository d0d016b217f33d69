import { id, isId, type LineId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { load } from '../../platform/database/things.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { needNoun } from '../nouns/nouns.operations.ts'
import { fieldKind } from '../nouns/nouns.store.ts'
import { headsOf } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { align } from './align.ts'
import { closedIn, shownCapture, shownLine, showNote } from './drawn-notes.operations.ts'
import { linesById } from './lines.store.ts'
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
import type { notesContract } from './notes.contract.ts'
import {
  decisionKind,
  frameOf,
  noteAt,
  noteKind,
  notesOn,
  openLines,
  readLine,
  subjectsWithNotes,
  undecided,
} from './notes.store.ts'
import { toldLines } from './told.operations.ts'
import { understand } from './understand.ts'

/** A note is for reading; beyond this many lines it is a book, and every save would weigh on the phone. */
const mostLines = 20_000

export const notesHandlers: Handlers<typeof notesContract> = {
  async understand({ text, day, zone, lang }) {
    const options = { day: day ?? null, zone: zone ?? null, lang: lang ?? null }
    const lines = understand(text, options)
    // A file ends with a line break; what comes behind it is no line of its own.
    const ended = /[\n\r\u2028\u2029]$/.test(text) ? lines.slice(0, -1) : lines
    return { lines: ended.map(shownLine), captured: shownCapture(text, ended, options) }
  },

  async show({ kind, id: which, offRecord }, ctx) {
    if (offRecord) needOffRecord(ctx)
    const subject = await needSubject(ctx, { kind, id: which })
    return showNote(ctx, subject, offRecord)
  },

  async save({ kind, id: which, text, since, note: given, brief }, ctx) {
    const subject = await needSubject(ctx, { kind, id: which })
    const there = await notesOn(ctx.db, ctx.owner, subject)
    if (there.length === 0) await needFreeId(ctx, noteKind, given)
    const notes = there.length ? there : [newNote(ctx, subject, given)]
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
    const current = await sheetOf(ctx, notes)
    const base =
      since === undefined ? current : await sheetOf(ctx, await notesAt(ctx, notes, since))
    // What the writer saw as closed is what was closed to them in the text they started from.
    const closed = base.lines.filter((line) => base.closed.has(line.id)).map((line) => line.text)
    needKnownLines(typed, closed)
    const texts = mayOpen(ctx) ? typed : withClosedLines(typed, closed)
    const mine = align(base.lines, texts, () => ctx.newId('line'))
    const merged = merge(base.lines, mine, current.lines)
    const { lines, beside } = sideBySide(merged, () => ctx.newId('line'))
    for (const [note, own] of inTheirNotes(
      notes,
      lines,
      new Map([...base.places, ...current.places]),
    )) {
      await keepLines(ctx, note, own)
    }
    for (const { line, other } of beside) {
      await ctx.record.keep(decisionKind, line, { ...undecided(line), beside: other })
    }
    const shown = await showNote(ctx, subject, mayOpen(ctx))
    return {
      ...shown,
      ...(brief ? { lines: [] } : {}),
      beside: mayOpen(ctx) ? [...beside] : [],
    }
  },

  async choose({ line, keep }, ctx) {
    const { note, other } = await needPair(ctx, line)
    if (keep === 'both') {
      const before = (await load(ctx.db, ctx.owner, decisionKind, line)) ?? undecided(line)
      await ctx.record.keep(decisionKind, line, { ...before, beside: null })
    } else {
      const goes = keep === 'yours' ? other : line
      const open = await openLines(ctx.db, ctx.owner, note.lines)
      await keepLines(
        ctx,
        note,
        open.filter((one) => one.id !== goes),
      )
    }
    return showNote(ctx, note.subject, mayOpen(ctx))
  },
}

interface Pair {
  readonly note: Note
  readonly line: LineId
  readonly other: LineId
}

async function needPair(ctx: Reading, line: LineId): Promise<Pair> {
  const found = await linesById(ctx.db, ctx.owner, [line])
  const [row] = mayOpen(ctx) ? found : await toldLines(ctx, found)
  const note = row && (await load(ctx.db, ctx.owner, noteKind, id('note', row.note)))
  if (!note || (row.offRecord && !mayOpen(ctx))) {
    throw new Problem('line.unknown', 'There is no such line in your notes')
  }
  const other = (await load(ctx.db, ctx.owner, decisionKind, line))?.beside
  if (other && note.lines.some((one) => one.id === other)) return { note, line, other }
  throw new Problem('line.already-chosen', 'This line stands beside no other', {
    safe: 'Nothing was changed.',
  })
}

/** The notes of one subject as they are read: one text, the lines of one note behind those of the other. */
interface Sheet {
  readonly lines: readonly OpenLine[]
  /** Those whose words the writer does not see. */
  readonly closed: ReadonlySet<LineId>
  /** In which note each line stands. */
  readonly places: ReadonlyMap<LineId, Note['id']>
}

async function sheetOf(ctx: Reading, notes: readonly Note[]): Promise<Sheet> {
  const lines: OpenLine[] = []
  const closed = new Set<LineId>()
  for (const note of notes) {
    const open = await openLines(ctx.db, ctx.owner, note.lines)
    lines.push(...open)
    for (const line of mayOpen(ctx) ? [] : await closedIn(ctx, note, open)) closed.add(line)
  }
  const places = notes.flatMap((note) => note.lines.map((line) => [line.id, note.id] as const))
  return { lines, closed, places: new Map(places) }
}

/** A line was closed when the writer read it and is open now: what stands for it would take its place. */
function needKnownLines(typed: readonly string[], closed: readonly string[]): void {
  const standIns = typed.filter((text) => text.trim() === closedLine).length
  if (closed.length === 0 || standIns <= closed.length) return
  throw new Problem('note.conflict', 'Lines that were closed when you read the note are open now', {
    safe: 'What was kept before is kept.',
    mend: 'Read the note again, and write into what it says now.',
  })
}

async function notesAt(ctx: Reading, notes: readonly Note[], since: number): Promise<Note[]> {
  const then: Note[] = []
  for (const { id: one } of notes) {
    const note = await noteAt(ctx.db, ctx.owner, one, since)
    if (note) then.push(note)
  }
  return then
}

/** Each line in the note it stands in; a new one in that of the line above it. */
function inTheirNotes(
  notes: readonly Note[],
  lines: readonly OpenLine[],
  places: ReadonlyMap<LineId, Note['id']>,
): Map<Note, OpenLine[]> {
  const sheets = new Map(notes.map((note) => [note, [] as OpenLine[]]))
  let [at] = notes
  for (const line of lines) {
    const place = places.get(line.id)
    at = notes.find(({ id: one }) => one === place) ?? at
    if (at) sheets.get(at)?.push(line)
  }
  return sheets
}

interface Beside {
  /** Yours, which stands under theirs. */
  readonly line: LineId
  readonly other: LineId
  readonly yours: string
  readonly theirs: string
}

/** Where both changed a line, theirs keeps its place and its id, and yours stands under it as a line of its own. */
function sideBySide(
  merged: readonly MergedLine<LineId>[],
  newId: () => LineId,
): { lines: OpenLine[]; beside: readonly Beside[] } {
  const beside: Beside[] = []
  const lines = merged.flatMap((line): OpenLine[] => {
    if ('text' in line) return [line]
    const yours = { id: newId(), text: line.mine }
    beside.push({ line: yours.id, other: line.id, yours: line.mine, theirs: line.theirs })
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
  const fresh = given ?? ctx.newId('note')
  return { id: fresh, subject, day: ctx.today(), names: [], lines: [], binnedOn: null }
}

async function needSubject(ctx: Reading, { kind, id: which }: Subject): Promise<Subject> {
  if (kind === 'owner') return { kind, id: 'me' }
  if (kind === 'conversation') {
    return { kind, id: (await needLife(ctx, id('conversation', which))).conversation.id }
  }
  if (kind === 'person') {
    const { id: record } = await needPerson(ctx, id('person', which))
    return { kind, id: (await headsOf(ctx.db, ctx.owner, [record])).get(record) ?? record }
  }
  return { kind, id: await fieldWithNote(ctx, which) }
}

/** A field that was merged keeps the note it had, which is opened by its id; by its name, that of the field it is now. */
async function fieldWithNote(ctx: Reading, which: string): Promise<string> {
  const field = (await needNoun(ctx, fieldKind, which)).id
  if (!isId(which)) return field
  const [own] = await subjectsWithNotes(ctx.db, ctx.owner, 'field', [which])
  return own ?? field
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
  const { day, names } = await frameOf(ctx.db, ctx.owner, note.subject)
  const framed = { ...note, day: day ?? note.day, names }
  const sealed = new Map<string, Uint8Array>()
  const kept = lines.map((line): KeptLine => {
    if (!readLine(line.text, framed).offRecord) return { id: line.id, text: line.text }
    const bytes = new TextEncoder().encode(line.text)
    const digest = digestOf(bytes)
    sealed.set(digest, bytes)
    return { id: line.id, sealed: digest }
  })
  if (sealed.size) await putContents(ctx.db, ctx.owner, sealed)
  await ctx.record.keep(noteKind, note.id, { ...framed, lines: kept })
}
