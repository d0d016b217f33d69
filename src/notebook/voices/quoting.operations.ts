import type { z } from 'zod'
import type { LineId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { needFreeId } from '../../platform/transactions.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import type { OpenLine, Subject } from '../notes/note.ts'
import { keepLines, newNote } from '../notes/notes.operations.ts'
import { notesOn, openLines } from '../notes/notes.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { isOnlyOne, needTranscript } from './drawn-transcripts.operations.ts'
import { voicesKeptBack } from './kept-back.operations.ts'
import { lineOf, renamedLine, saysWho, tagOf, wordsAt } from './quoted-line.ts'
import type { KeptTurn, Quotation, Transcript, Voice } from './transcript.ts'
import type { transcriptsContract } from './transcripts.contract.ts'
import { quotationKind, quotationsFrom, turnsOf } from './transcripts.store.ts'

type Asked = z.output<typeof transcriptsContract.quote.input>

/** Words of a transcript become a line of the note, which keeps where they stand. */
export async function quote(ctx: Writing, asked: Asked): Promise<{ line: string; text: string }> {
  const transcript = await needTranscript(ctx, asked.id)
  const turns = await turnsOf(ctx.db, ctx.owner, transcript.turns)
  const place = placeOf(asked, turns)
  const words = wordsAt(turns, place)
  if (words === '') throw withoutWords()
  const { conversation } = await needLife(ctx, transcript.conversation)
  refuseClosed(transcript, place)
  await refuseKeptBack(ctx, { transcript, conversation, turns }, place)
  const voice = transcript.voices[place.voice]
  if (voice?.who.is === 'me' && saysWho(asked.mark)) throw ownWords()
  await needFreeId(ctx, quotationKind, asked.line)
  const tag = voice ? await tagFor(ctx, voice, conversation) : ''
  const line: OpenLine = {
    id: asked.line ?? ctx.newId('line'),
    text: lineOf(asked.mark, tag, words),
  }
  await addLine(ctx, { kind: 'conversation', id: conversation.id }, line)
  const { turn, start, lastTurn, end } = place
  const quotation: Quotation = {
    id: line.id,
    transcript: transcript.id,
    voice: place.voice,
    turn,
    start,
    lastTurn,
    end,
  }
  await ctx.record.keep(quotationKind, line.id, quotation)
  return { line: line.id, text: line.text }
}

function placeOf(asked: Asked, turns: readonly KeptTurn[]): Omit<Quotation, 'id' | 'transcript'> {
  const first = turns[asked.turn]
  const lastTurn = asked.lastTurn ?? asked.turn
  const last = turns[lastTurn]
  if (!first || !last || lastTurn < asked.turn) throw withoutWords()
  const end = Math.min(asked.end ?? last.text.length, last.text.length)
  return { voice: first.voice, turn: asked.turn, start: asked.start, lastTurn, end }
}

function refuseClosed(
  { closed }: Transcript,
  { turn, lastTurn }: Pick<Quotation, 'turn' | 'lastTurn'>,
) {
  if (!closed.some((one) => one >= turn && one <= lastTurn)) return
  throw new Problem('quotation.off-record', 'These words were said off the record', {
    safe: 'Nothing was changed.',
    mend: 'Open the turn first, if it may be noted after all.',
  })
}

/** A program is not told by a line it takes what it may not read. */
async function refuseKeptBack(
  ctx: Reading,
  from: {
    readonly transcript: Transcript
    readonly conversation: Conversation
    readonly turns: readonly KeptTurn[]
  },
  { turn, lastTurn }: Pick<Quotation, 'turn' | 'lastTurn'>,
): Promise<void> {
  const kept = await voicesKeptBack(ctx, from.transcript, from.conversation)
  if (!from.turns.slice(turn, lastTurn + 1).some(({ voice }) => kept.has(voice))) return
  throw new Problem('quotation.off-record', 'What they agreed to keeps these words back', {
    safe: 'Nothing was changed.',
  })
}

function withoutWords(): Problem {
  return new Problem('quotation.without-words', 'There are no words at this place', {
    safe: 'Nothing was changed.',
  })
}

function ownWords(): Problem {
  return new Problem('quotation.own-words', 'These are your own words', {
    safe: 'Nothing was changed.',
    mend: 'Take them as a promise of yours (>), a question (?), or without a mark.',
  })
}

async function addLine(ctx: Writing, subject: Subject, line: OpenLine): Promise<void> {
  const notes = await notesOn(ctx.db, ctx.owner, subject)
  const note = notes.at(-1) ?? newNote(ctx, subject)
  const before = await openLines(ctx.db, ctx.owner, note.lines)
  if (before.some(({ id }) => id === line.id)) {
    throw new Problem('line.already-there', 'There is a line under this id already')
  }
  // An empty note is one empty line; the quoted line takes its place.
  const isEmpty = before.every(({ text }) => text.trim() === '')
  await keepLines(ctx, note, isEmpty ? [line] : [...before, line])
}

async function tagFor(
  ctx: Reading,
  voice: Pick<Voice, 'name' | 'who'>,
  conversation: Conversation,
): Promise<string> {
  if (voice.who.is !== 'person') return tagOf({ voice, name: null, isAlone: false })
  const rows = await rowsByRecord(ctx.db, ctx.owner, [voice.who.person])
  const isAlone = await isOnlyOne(ctx, voice.who.person, conversation)
  return tagOf({ voice, name: rows.get(voice.who.person)?.name ?? null, isAlone })
}

/** Lines that were taken from this voice say who it is by its new name; how many do. */
export async function renameLines(
  ctx: Writing,
  transcript: Transcript,
  change: { readonly voice: number; readonly before: Voice; readonly after: Voice },
): Promise<number> {
  const { conversation } = await needLife(ctx, transcript.conversation)
  const before = await tagFor(ctx, change.before, conversation)
  const after = await tagFor(ctx, change.after, conversation)
  if (before === after) return 0
  const taken = await quotationsFrom(ctx.db, ctx.owner, transcript.id)
  const own = new Set(taken.filter(({ voice }) => voice === change.voice).map(({ id }) => id))
  return rewriteLines(ctx, transcript, own, (text) => renamedLine(text, before, after))
}

/** What is off the record in the transcript is so in the lines that were taken from it. */
export async function closeLines(
  ctx: Writing,
  transcript: Transcript,
  turns: ReadonlySet<number>,
): Promise<number> {
  const taken = await quotationsFrom(ctx.db, ctx.owner, transcript.id)
  const own = taken.filter(({ turn, lastTurn }) =>
    [...turns].some((one) => one >= turn && one <= lastTurn),
  )
  const ids = new Set(own.map(({ id }) => id))
  return rewriteLines(ctx, transcript, ids, (text) => (text.startsWith('%') ? text : `% ${text}`))
}

async function rewriteLines(
  ctx: Writing,
  { conversation }: Transcript,
  ids: ReadonlySet<LineId>,
  anew: (text: string) => string,
): Promise<number> {
  if (ids.size === 0) return 0
  let changed = 0
  for (const note of await notesOn(ctx.db, ctx.owner, { kind: 'conversation', id: conversation })) {
    const lines = await openLines(ctx.db, ctx.owner, note.lines)
    const written = lines.map((line) =>
      ids.has(line.id) ? { ...line, text: anew(line.text) } : line,
    )
    const differing = written.filter((line, at) => line.text !== lines[at]?.text).length
    if (differing > 0) await keepLines(ctx, note, written)
    changed += differing
  }
  return changed
}
