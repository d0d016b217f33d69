import type { z } from 'zod'
import { id, type LineId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { type Agreed, isForOwnerAlone, isNamed } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type PersonRow, peopleRows } from '../people/people.store.ts'
import { capture } from './capture.ts'
import { closedLine, type Note, type OpenLine, type Subject } from './note.ts'
import type {
  capturedLineShape,
  noteLineShape,
  noteShape,
  understoodShape,
} from './notes.contract.ts'
import {
  type Decision,
  decisionKind,
  notesOn,
  openLines,
  readLine,
  revisionOfNote,
} from './notes.store.ts'
import { speakersOf, tablesOf, type Voice } from './speakers.store.ts'
import { agreedOn, seesAll } from './told.operations.ts'
import type { UnderstandOptions, UnderstoodLine } from './understand.ts'

export async function showNote(
  ctx: Reading,
  subject: Subject,
  opened: boolean,
): Promise<z.input<typeof noteShape>> {
  const notes = await notesOn(ctx.db, ctx.owner, subject)
  const lines: ShownLine[] = []
  let revision = 0
  for (const note of notes) {
    const open = await openLines(ctx.db, ctx.owner, note.lines)
    lines.push(...(await drawLines(ctx, note, open, opened)))
    revision = Math.max(revision, await revisionOfNote(ctx.db, ctx.owner, note.id))
  }
  return {
    id: notes[0]?.id ?? null,
    subject,
    text: lines.map((line) => line.text).join('\n'),
    lines,
    revision,
  }
}

type ShownLine = z.input<typeof noteLineShape>

async function drawLines(
  ctx: Reading,
  note: Note,
  open: readonly OpenLine[],
  opened: boolean,
): Promise<ShownLine[]> {
  const readings = open.map((line) => readLine(line.text, note))
  const ids = open.map((line) => line.id)
  const decided = await loadAll(ctx.db, ctx.owner, decisionKind, ids)
  const voices = readings.map((read) => voiceOf(note, read))
  const tables = await tablesOf(ctx.db, ctx.owner, conversationsIn(voices))
  const speakers = await speakersOf(ctx.db, ctx.owner, voices, tables)
  const known = [...new Set(speakers.filter((one) => one !== null))]
  const names = new Map((await peopleRows(ctx.db, ctx.owner, known)).map((row) => [row.id, row]))
  const closedOnes = opened ? nothingClosed : await closedIn(ctx, note, open)
  const agreed = seesAll(ctx) ? nothingAgreed : await agreedIn(ctx, note, open)
  const standing = new Set<string>(ids)
  return open.map((line, at) => {
    const read = readings[at]!
    if (closedOnes.has(line.id)) return closed(line, read.offRecord)
    return {
      id: line.id,
      text: line.text,
      ...wordsOf(read),
      ...speakerOf(read.mark, names.get(speakers[at]!), agreed.get(line.id)),
      ...decisionOn(decided.get(line.id), standing),
    }
  })
}

function wordsOf(read: UnderstoodLine) {
  const { mark, said, offRecord, day } = read
  const tags = { people: [...read.people], fields: [...read.fields], topics: [...read.topics] }
  return { mark, said, offRecord, ...tags, due: day }
}

function decisionOn(decision: Decision | undefined, standing: ReadonlySet<string>) {
  const { doneOn, restedOn, level, beside } = decision ?? {}
  return {
    doneOn: doneOn ?? restedOn ?? null,
    level: level ?? ('as-agreed' as const),
    beside: beside && standing.has(beside) ? beside : null,
  }
}

const nothingClosed: ReadonlySet<LineId> = new Set()
const nothingAgreed: ReadonlyMap<LineId, Agreed> = new Map()

/** The lines whose words are not shown: those off the record, and to a program those for the owner alone. */
export async function closedIn(
  ctx: Reading,
  note: Note,
  open: readonly OpenLine[],
): Promise<ReadonlySet<LineId>> {
  const readings = open.map((line) => readLine(line.text, note))
  const offRecord = open
    .filter((_, at) => readings[at]?.offRecord === true)
    .map(({ id: one }) => one)
  if (seesAll(ctx)) return new Set(offRecord)
  const told = await toldIn(ctx, note, open)
  return new Set([...offRecord, ...open.map(({ id: one }) => one).filter((one) => !told.has(one))])
}

async function toldIn(ctx: Reading, note: Note, open: readonly OpenLine[]): Promise<Set<LineId>> {
  const agreed = await agreedIn(ctx, note, open)
  const told = open.filter(({ id: one, text }) => {
    const holds = agreed.get(one)
    return holds && !isForOwnerAlone(holds, readLine(text, note).mark)
  })
  return new Set(told.map(({ id: one }) => one))
}

/** What holds for each of these lines of a note today. */
export async function agreedIn(
  ctx: Reading,
  note: Note,
  open: readonly OpenLine[],
): Promise<Map<LineId, Agreed>> {
  const ids = open.map((line) => line.id)
  const decided = await loadAll(ctx.db, ctx.owner, decisionKind, ids)
  const voices = open.map((line) => voiceOf(note, readLine(line.text, note)))
  const tables = await tablesOf(ctx.db, ctx.owner, conversationsIn(voices))
  const speakers = await speakersOf(ctx.db, ctx.owner, voices, tables)
  const known = [...new Set(speakers.flatMap((one) => one ?? []))]
  const people = await shownPeople(ctx.db, ctx.owner, known)
  return new Map(
    open.map((line, at) => {
      const speaker = speakers[at] ? people.get(speakers[at]) : undefined
      const table = voices[at]?.conversation
      const agreed = table ? (tables.get(table)?.agreed ?? null) : null
      const level = decided.get(line.id)?.level ?? 'as-agreed'
      return [line.id, agreedOn({ agreed, level }, speaker)]
    }),
  )
}

/** That there is a line off the record may be known; nothing of what it says. */
function closed({ id: line }: OpenLine, offRecord: boolean): ShownLine {
  return {
    id: line,
    text: closedLine,
    mark: null,
    said: '',
    offRecord,
    level: 'as-agreed',
    speaker: null,
    speakerUnknown: false,
    people: [],
    fields: [],
    topics: [],
    due: null,
    doneOn: null,
    beside: null,
  }
}

const marksOfSpeakers = new Set(['"', '!', '=', '<', '+', '$'])

/** Whose words these are: known to the note, and to a program only where it may be said. */
function speakerOf(
  mark: string | null,
  speaker: PersonRow | undefined,
  agreed: Agreed | undefined,
): Pick<ShownLine, 'speaker' | 'speakerUnknown'> {
  if (mark === null || !marksOfSpeakers.has(mark)) return { speaker: null, speakerUnknown: false }
  if (!speaker) return { speaker: null, speakerUnknown: true }
  if (agreed && !isNamed(agreed)) return { speaker: null, speakerUnknown: false }
  return { speaker: { id: speaker.id, name: speaker.name }, speakerUnknown: false }
}

export function voiceOf(note: Note, { speaker }: Pick<UnderstoodLine, 'speaker'>): Voice {
  const { kind, id: which } = note.subject
  const conversation = kind === 'conversation' ? id('conversation', which) : null
  return { conversation, note: note.id, named: speaker ?? '' }
}

function conversationsIn(voices: readonly Voice[]) {
  return [...new Set(voices.flatMap(({ conversation }) => conversation ?? []))]
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

/** A line longer than one that can be captured is a text. */
const longestCapture = 20_000

/** What a line without a mark in front says as a captured line; null for any other text, and where it says nothing more. */
export function shownCapture(
  text: string,
  lines: readonly UnderstoodLine[],
  options: UnderstandOptions,
): z.input<typeof capturedLineShape> | null {
  const [line] = lines
  const isOneLine = line !== undefined && lines.length === 1 && line.mark === null
  if (!isOneLine || text.length > longestCapture) return null
  const { people, meeting, segments } = capture(text, options)
  if (people.length === 0 && segments.every(({ mark }) => mark === null)) return null
  return {
    people: people.map(({ known: _known, ...person }) => person),
    place: meeting.place,
    day: meeting.day,
    thoughts: segments.map(shownLine),
  }
}
