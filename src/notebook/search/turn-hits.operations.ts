import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { voicesKeptBack, voicesUnnamed } from '../voices/kept-back.operations.ts'
import { passagesOf, type Transcript } from '../voices/transcript.ts'
import { transcriptKind, turnsOf } from '../voices/transcripts.store.ts'
import { matchesIn } from './matches.ts'

const longestShown = 240
const before = 60

export interface TurnHit {
  readonly kind: 'turn'
  readonly id: string
  readonly text: string
  readonly under: string
  readonly matches: { start: number; end: number }[]
  readonly mark: null
  readonly person: string | null
  readonly conversation: string
  readonly day: Transcript['on']
}

/** Passages of transcripts, each by the number of its first turn; those of conversations in the bin rest with them. */
export async function turnHits(
  ctx: Reading,
  found: readonly string[],
  typed: readonly string[],
): Promise<TurnHit[]> {
  const places = found.map(placeOf)
  const ids = places.map(({ transcript }) => transcript)
  const transcripts = await loadAll(ctx.db, ctx.owner, transcriptKind, ids)
  const talks = await loadAll(
    ctx.db,
    ctx.owner,
    conversationKind,
    [...transcripts.values()].map(({ conversation }) => conversation),
  )
  const hits: TurnHit[] = []
  const passages = new Map<string, Map<number, Passage>>()
  for (const { transcript: id, turn } of places) {
    const transcript = transcripts.get(id)
    const talk = transcript && talks.get(transcript.conversation)
    if (!transcript || transcript.binnedOn || !talk || talk.binnedOn) continue
    if (!passages.has(id)) passages.set(id, await passagesIn(ctx, transcript, talk))
    const passage = passages.get(id)?.get(turn)
    if (passage) hits.push(await drawn(ctx, transcript, { turn, ...passage }, typed))
  }
  return hits
}

function placeOf(text: string): { transcript: string; turn: number } {
  const colon = text.lastIndexOf(':')
  return { transcript: text.slice(0, colon), turn: Number(text.slice(colon + 1)) }
}

interface Passage {
  readonly text: string
  readonly voice: number
  /** Whether it may be said whose words these are. */
  readonly isNamed: boolean
}

async function passagesIn(
  ctx: Reading,
  transcript: Transcript,
  talk: Conversation,
): Promise<Map<number, Passage>> {
  const kept = await voicesKeptBack(ctx, transcript, talk)
  const unnamed = await voicesUnnamed(ctx, transcript, talk)
  const turns = await turnsOf(ctx.db, ctx.owner, transcript.turns)
  const passages = passagesOf(turns, new Set(transcript.closed))
  return new Map(
    passages.flatMap(({ turn, text }) => {
      const voice = turns[turn]?.voice ?? 0
      return kept.has(voice) ? [] : [[turn, { text, voice, isNamed: !unnamed.has(voice) }] as const]
    }),
  )
}

async function drawn(
  ctx: Reading,
  transcript: Transcript,
  passage: Passage & { readonly turn: number },
  typed: readonly string[],
): Promise<TurnHit> {
  const said = passage.isNamed
    ? await speakerOf(ctx, transcript, passage.voice)
    : { name: 'somebody', person: null }
  const text = around(passage.text, typed)
  return {
    kind: 'turn',
    id: `${transcript.id}:${passage.turn}`,
    text,
    under: said.name,
    matches: matchesIn(text, typed),
    mark: null,
    person: said.person,
    conversation: transcript.conversation,
    day: transcript.on,
  }
}

async function speakerOf(
  ctx: Reading,
  { voices }: Transcript,
  at: number,
): Promise<{ name: string; person: string | null }> {
  const voice = voices[at]
  if (voice?.who.is !== 'person') return { name: voice?.name ?? '', person: null }
  const rows = await rowsByRecord(ctx.db, ctx.owner, [voice.who.person])
  const row = rows.get(voice.who.person)
  return { name: row?.name ?? voice.name, person: row?.id ?? null }
}

/** As much as is read at a glance, around the first word that matches. */
function around(text: string, typed: readonly string[]): string {
  const line = text.replace(/\s+/gu, ' ')
  if (line.length <= longestShown) return line
  const first = matchesIn(line, typed)[0]?.start ?? 0
  const from = Math.max(0, line.lastIndexOf(' ', Math.max(0, first - before)) + 1)
  const piece = line.slice(from, from + longestShown)
  return `${from > 0 ? '… ' : ''}${piece}${from + longestShown < line.length ? ' …' : ''}`
}
