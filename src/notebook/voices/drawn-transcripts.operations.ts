import type { z } from 'zod'
import { id, type PersonId, type TranscriptId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { linesById } from '../notes/lines.store.ts'
import { headsOf } from '../people/groups.store.ts'
import { type PersonRow, peopleRows, rowsByRecord } from '../people/people.store.ts'
import { settingsOf } from '../settings/settings.store.ts'
import {
  type KeptTurn,
  lengthOf,
  type Transcript,
  type Voice,
  voiceKey,
  type Who,
} from './transcript.ts'
import type { transcriptsContract } from './transcripts.contract.ts'
import { quotationsFrom, rememberedVoices, transcriptKind, turnsOf } from './transcripts.store.ts'

export type ShownVoice = z.input<typeof transcriptsContract.who.output>['voices'][number]
export type ShownTurn = z.input<typeof transcriptsContract.show.output>['turns'][number]
type ShownTranscript = z.input<typeof transcriptsContract.list.output>['transcripts'][number]

export async function needTranscript(ctx: Reading, which: TranscriptId): Promise<Transcript> {
  const found = await load(ctx.db, ctx.owner, transcriptKind, which)
  if (found && found.binnedOn === null) return found
  throw new Problem('transcript.unknown', 'There is no such transcript in your notebook')
}

/** Whoever sits at the table, as the notebook shows them. */
export async function atTable(ctx: Reading, { people }: Conversation): Promise<PersonRow[]> {
  return peopleRows(ctx.db, ctx.owner, [...people])
}

export async function showTranscript(
  ctx: Reading,
  transcript: Transcript,
  known: {
    readonly turns?: readonly KeptTurn[]
    readonly table: readonly PersonRow[]
    readonly unnamed: ReadonlySet<number>
  },
): Promise<ShownTranscript> {
  const voices = await showVoices(ctx, transcript.voices, known.table)
  return {
    id: transcript.id,
    conversation: transcript.conversation,
    name: transcript.name,
    format: transcript.format,
    on: transcript.on,
    count: transcript.count,
    length: await lengthTold(ctx, transcript, known.turns),
    voices: withoutNames(voices, known.unnamed),
    closed: transcript.closed.length,
  }
}

/** All turns are read for it only where it was not written down yet. */
async function lengthTold(
  ctx: Reading,
  { length, turns: digest }: Transcript,
  turns: readonly KeptTurn[] | undefined,
): Promise<number | null> {
  if (length !== undefined) return length
  return lengthOf(turns ?? (await turnsOf(ctx.db, ctx.owner, digest)))
}

export async function showVoices(
  ctx: Reading,
  voices: readonly Voice[],
  table: readonly PersonRow[],
): Promise<ShownVoice[]> {
  const ids = voices.flatMap(({ who }) => (who.is === 'person' ? [who.person] : []))
  const rows = await rowsByRecord(ctx.db, ctx.owner, ids)
  const taken = new Set([...rows.values()].map((row) => row.id))
  return voices.map(({ name, turns, who }) => {
    const row = who.is === 'person' ? rows.get(who.person) : undefined
    const isLost = who.is === 'person' && row === undefined
    const free = who.is === 'unknown' ? calledAt(table, name) : null
    return {
      name,
      turns,
      is: isLost ? 'unknown' : who.is,
      person: row ? { id: row.id, name: row.name } : null,
      suggested: free && !taken.has(free.id) ? { id: free.id, name: free.name } : null,
    }
  })
}

/** Whoever does not want to be named is a voice without a name to a program. */
export function withoutNames(
  voices: readonly ShownVoice[],
  unnamed: ReadonlySet<number>,
): ShownVoice[] {
  return voices.map((voice, at) =>
    unnamed.has(at) ? { ...voice, name: '', person: null, suggested: null } : voice,
  )
}

/** The one at the table who goes by all the words of this name. */
function calledAt(table: readonly PersonRow[], name: string): PersonRow | null {
  const words = wordsOf(name.replace(/\([^()]*\)/g, ' '))
  if (words.length === 0) return null
  const called = table.filter((row) => {
    const own = wordsOf(row.name)
    return words.every((word) => own.includes(word)) || own.every((word) => words.includes(word))
  })
  return called.length === 1 ? (called[0] ?? null) : null
}

/** What was said of these names in earlier transcripts holds for this one; the owner's own name is the owner. */
export async function withRemembered(ctx: Reading, voices: readonly Voice[]): Promise<Voice[]> {
  const keys = voices.flatMap(({ name }) => voiceKey(name) ?? [])
  const known = await rememberedVoices(ctx.db, ctx.owner, keys)
  const { name: own } = await settingsOf(ctx.db, ctx.owner)
  const people = [...known.values()].filter((one) => one !== 'me' && one !== 'nobody')
  const rows = await rowsByRecord(
    ctx.db,
    ctx.owner,
    people.map((one) => id('person', one)),
  )
  return voices.map((voice) => {
    const key = voiceKey(voice.name)
    if (key === null) return voice
    const who = whoFrom(known.get(key), rows)
    if (who) return { ...voice, who }
    return own !== '' && fold(own) === key ? { ...voice, who: { is: 'me' } } : voice
  })
}

function whoFrom(said: string | undefined, rows: ReadonlyMap<PersonId, PersonRow>): Who | null {
  if (said === 'me' || said === 'nobody') return { is: said }
  if (said === undefined) return null
  const person = id('person', said)
  return rows.has(person) ? { is: 'person', person } : null
}

/** Of a turn off the record, or of a voice kept back, only that it is there, unless it may be opened. */
export function showTurn(
  turn: KeptTurn,
  number: number,
  way: {
    readonly closed: ReadonlySet<number>
    readonly opened: boolean
    readonly keptBack?: ReadonlySet<number>
  },
): ShownTurn {
  const offRecord = way.closed.has(number)
  const isShown = (!offRecord || way.opened) && !way.keptBack?.has(turn.voice)
  return { number, ...turn, text: isShown ? turn.text : '·····', offRecord }
}

/** Where lines of the note were taken from, with the marks they have now. */
export async function showQuotations(ctx: Reading, transcript: Transcript) {
  const quotations = await quotationsFrom(ctx.db, ctx.owner, transcript.id)
  const lines = await linesById(
    ctx.db,
    ctx.owner,
    quotations.map((one) => one.id),
    'told',
  )
  const marks = new Map<string, string>(lines.map((line) => [line.id, line.mark]))
  return quotations.map(({ id: line, turn, start, lastTurn, end }) => ({
    line,
    turn,
    start,
    lastTurn,
    end,
    mark: marks.get(id('line', line)) || null,
  }))
}

/** Whether a person is the only one at the table, by whichever of their records. */
export async function isOnlyOne(
  ctx: Reading,
  person: PersonId,
  { people }: Conversation,
): Promise<boolean> {
  const heads = await headsOf(ctx.db, ctx.owner, [person, ...people])
  return (
    new Set(people.map((one) => heads.get(one))).size === 1 &&
    people.some((one) => heads.get(one) === heads.get(person))
  )
}

/** Which record of a person sits at the table; the one that was named, where none does, or several do. */
export async function recordAt(
  ctx: Reading,
  person: PersonId,
  { people }: Conversation,
): Promise<PersonId> {
  if (people.includes(person)) return person
  const heads = await headsOf(ctx.db, ctx.owner, [person, ...people])
  const [only, ...others] = people.filter((one) => heads.get(one) === heads.get(person))
  return only !== undefined && others.length === 0 ? only : person
}
