import type { z } from 'zod'
import { id, type LineId } from '../../kit/ids.ts'
import { wordsOf } from '../../kit/text.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { speakerName } from '../fields/field-page.ts'
import { voiceOf } from '../notes/drawn-notes.operations.ts'
import { linesById, type LineRow } from '../notes/lines.store.ts'
import { needOffRecord } from '../notes/notes.operations.ts'
import { noteKind, openLines, readLine } from '../notes/notes.store.ts'
import { speakersOf, tablesOf, type Voice } from '../notes/speakers.store.ts'
import { agreedOn, seesAll, toldLines } from '../notes/told.operations.ts'
import { isNamed } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import { findByName } from '../people/names.store.ts'
import { peopleRows } from '../people/people.store.ts'
import { introductionHits } from './introduction-hits.operations.ts'
import { matchesIn } from './matches.ts'
import { nounHits } from './noun-hits.operations.ts'
import type { searchContract } from './search.contract.ts'
import { type FoundText, notesWithClosedLines, textsWith } from './search.store.ts'
import { turnHits } from './turn-hits.operations.ts'

type Hit = z.input<typeof searchContract.everything.output>['hits'][number]

export const searchHandlers: Handlers<typeof searchContract> = {
  async everything({ text, limit, offRecord }, ctx) {
    if (offRecord) needOffRecord(ctx)
    const typed = wordsOf(text).slice(0, 12)
    if (typed.length === 0) return { hits: [] }
    const named = await findByName(ctx.db, ctx.owner, typed, Math.ceil(limit / 2))
    const texts = await textsWith(ctx.db, ctx.owner, typed, limit * 2)
    const people = [
      ...new Set([...named, ...idsOf(texts, 'person').map((one) => id('person', one))]),
    ]
    const hits = [
      ...(await peopleHits(ctx, people, typed)),
      ...(await introductionHits(ctx, named, typed)),
      ...(await nounHits(ctx, typed)),
      ...(await lineHits(ctx, idsOf(texts, 'line'), typed)),
      ...(await turnHits(ctx, idsOf(texts, 'turn'), typed)),
    ]
    const closed = offRecord ? await closedHits(ctx, typed) : []
    return { hits: [...closed, ...hits].slice(0, limit) }
  },
}

function idsOf(texts: readonly FoundText[], kind: string): string[] {
  return texts.filter((text) => text.kind === kind).map((text) => text.id)
}

const bare = { mark: null, person: null, conversation: null, day: null }

async function peopleHits(
  ctx: Reading,
  people: Parameters<typeof peopleRows>[2],
  typed: readonly string[],
): Promise<Hit[]> {
  const rows = await peopleRows(ctx.db, ctx.owner, people)
  return rows.map((row) => ({
    ...bare,
    kind: 'person',
    id: row.id,
    text: row.name,
    under: row.line,
    matches: matchesIn(row.name, typed),
    person: row.id,
  }))
}

async function lineHits(
  ctx: Reading,
  ids: readonly string[],
  typed: readonly string[],
): Promise<Hit[]> {
  const order = new Map(ids.map((one, at) => [one, at]))
  const lines = (await toldLines(ctx, await linesById(ctx.db, ctx.owner, ids, 'told')))
    .filter((line) => !line.offRecord)
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const said = new Map<LineId, string>(lines.map((line) => [line.id, line.said]))
  return drawn(ctx, lines, said, typed)
}

/** Lines off the record stand in no index; they are few, and are read through when they are asked for. */
async function closedHits(ctx: Reading, typed: readonly string[]): Promise<Hit[]> {
  const notes = await loadAll(
    ctx.db,
    ctx.owner,
    noteKind,
    await notesWithClosedLines(ctx.db, ctx.owner),
  )
  const said = new Map<LineId, string>()
  const voices = new Map<LineId, Voice>()
  for (const note of notes.values()) {
    const closed = note.lines.filter((line) => 'sealed' in line)
    for (const line of await openLines(ctx.db, ctx.owner, closed)) {
      const read = readLine(line.text, note)
      const words = wordsOf(read.said)
      if (!typed.every((one) => words.some((word) => word.startsWith(one)))) continue
      said.set(line.id, read.said)
      voices.set(line.id, voiceOf(note, read))
    }
  }
  const lines = await linesById(ctx.db, ctx.owner, [...said.keys()], 'told')
  return drawn(ctx, await spoken(ctx, lines, voices), said, typed)
}

/** The index does not know who said a line off the record; the line itself does. */
async function spoken(
  ctx: Reading,
  lines: readonly LineRow[],
  voices: ReadonlyMap<LineId, Voice>,
): Promise<LineRow[]> {
  const asked = lines.map((line) => voices.get(line.id) ?? line)
  const conversations = [...new Set(lines.flatMap((line) => line.conversation ?? []))]
  const tables = await tablesOf(ctx.db, ctx.owner, conversations)
  const speakers = await speakersOf(ctx.db, ctx.owner, asked, tables)
  return lines.map((line, at) => ({
    ...line,
    speaker: speakers[at] ?? null,
    named: asked[at]?.named ?? '',
  }))
}

async function drawn(
  ctx: Reading,
  lines: readonly LineRow[],
  said: ReadonlyMap<LineId, string>,
  typed: readonly string[],
): Promise<Hit[]> {
  const speakers = [...new Set(lines.flatMap((line) => line.speaker ?? []))]
  const people = await shownPeople(ctx.db, ctx.owner, speakers)
  return lines.map((line) => {
    const person = line.speaker === null ? undefined : people.get(line.speaker)
    const text = said.get(line.id) ?? line.said
    // A line without a name leads a program to nobody.
    const leads = seesAll(ctx) || isNamed(agreedOn(line, person))
    return {
      kind: 'line',
      id: line.id,
      text,
      under: person ? speakerName(person, line) : line.named,
      matches: matchesIn(text, typed),
      mark: line.mark || null,
      person: leads ? (person?.id ?? null) : null,
      conversation: leads ? line.conversation : null,
      day: line.day,
    }
  })
}
