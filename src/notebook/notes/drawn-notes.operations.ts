import type { z } from 'zod'
import { id } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { type PersonRow, peopleRows } from '../people/people.store.ts'
import { closedLine, type Note, type OpenLine, type Subject } from './note.ts'
import type { noteLineShape, noteShape, understoodShape } from './notes.contract.ts'
import { decisionKind, notesOn, openLines, readLine, revisionOfNote } from './notes.store.ts'
import { speakersOf, tablesOf, type Voice } from './speakers.store.ts'
import type { UnderstoodLine } from './understand.ts'

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
  return open.map((line, at) => {
    const read = readings[at]!
    const decision = decided.get(line.id)
    const doneOn = decision?.doneOn ?? decision?.restedOn ?? null
    if (read.offRecord && !opened) return closed(line)
    return {
      id: line.id,
      text: line.text,
      mark: read.mark,
      said: read.said,
      offRecord: read.offRecord,
      ...speakerOf(read.mark, names.get(speakers[at]!)),
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
  mark: string | null,
  speaker: PersonRow | undefined,
): Pick<ShownLine, 'speaker' | 'speakerUnknown'> {
  if (mark === null || !marksOfSpeakers.has(mark)) return { speaker: null, speakerUnknown: false }
  if (!speaker) return { speaker: null, speakerUnknown: true }
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
