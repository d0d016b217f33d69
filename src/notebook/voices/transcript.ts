import {
  type Loss,
  type TranscriptFormat,
  transcriptFormats as formats,
  type Turn,
} from '../../formats/transcripts/turn.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, LineId, PersonId, TranscriptId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'

export const transcriptFormats = formats

/** In bytes: a talk of a whole day, or a chat of many years. */
export const largestTranscript = 12_000_000

/** Whose voice it is, as the owner says; `nobody` is somebody who is not to be written down. */
export type Who =
  | { readonly is: 'person'; readonly person: PersonId }
  | { readonly is: 'me' | 'nobody' | 'unknown' }

/** One who speaks in a transcript. The name is the file's; empty where it says none. */
export interface Voice {
  readonly name: string
  readonly turns: number
  readonly who: Who
}

/** A turn as it is kept: `voice` counts the voices of its transcript from 0. */
export interface KeptTurn {
  readonly voice: number
  readonly from: number | null
  readonly to: number | null
  readonly wrote: string | null
  readonly text: string
}

/**
 * What a machine, or a chat, wrote down of a conversation. It stands beside the note and is not changed by it: the
 * words lie under digests, as the file brought them (`original`) and as they were read (`turns`).
 */
export interface Transcript {
  readonly id: TranscriptId
  readonly conversation: ConversationId
  readonly name: string
  readonly format: TranscriptFormat
  readonly on: Day
  /** null once somebody who spoke in it was forgotten. */
  readonly original: string | null
  readonly turns: string
  readonly count: number
  /** In milliseconds, as `lengthOf` its turns says; those brought in before this was kept are without it. */
  readonly length?: number | null
  readonly voices: readonly Voice[]
  /** Turns said off the record, by their numbers, in order. */
  readonly closed: readonly number[]
  readonly losses: readonly Loss[]
  readonly lost: number
  readonly binnedOn: Day | null
}

/** Where in a transcript the words of a line come from; under the line's own id. Offsets are UTF-16, end exclusive. */
export interface Quotation {
  readonly id: LineId
  readonly transcript: TranscriptId
  readonly voice: number
  readonly turn: number
  readonly start: number
  readonly lastTurn: number
  readonly end: number
}

/** A voice by itself, as a thing that is somebody's: its transcript, and which of its voices it is. */
export function voiceId(transcript: TranscriptId, voice: number): string {
  return `${transcript}:${voice}`
}

export function placeOfVoice(text: string): { transcript: string; voice: number } {
  const [transcript = '', voice = ''] = text.split(':')
  return { transcript, voice: Number(voice) }
}

/** The voices that are somebody else's in one of these than in the other. */
export function voicesMoved(one: Transcript, other: Transcript): string[] {
  return one.voices.flatMap(({ who }, at) =>
    JSON.stringify(who) === JSON.stringify(other.voices[at]?.who) ? [] : [voiceId(one.id, at)],
  )
}

export const mostLossesTold = 100

export function voicesIn(turns: readonly Turn[]): { voices: Voice[]; turns: KeptTurn[] } {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const kept = turns.map(({ speaker, from, to, wrote, text }) => {
    const name = speaker ?? ''
    const voice = numbers.get(name) ?? numbers.size
    numbers.set(name, voice)
    counts[voice] = (counts[voice] ?? 0) + 1
    return { voice, from, to, wrote, text }
  })
  const voices = [...numbers].map(([name, at]): Voice => {
    return { name, turns: counts[at] ?? 0, who: { is: 'unknown' } }
  })
  return { voices, turns: kept }
}

const generic =
  /^(?:unknown |unbekannter? )?(?:speaker|spk|sprecher(?:in)?|hablante|locuteur|locutrice|orador|falante|person|you|me|yo|ich|moi|eu)[ _-]?\w{0,12}$/i

/** By what a voice is known again in another transcript; null for "Speaker 2", who is somebody else each time. */
export function voiceKey(name: string): string | null {
  const key = fold(name)
  return key === '' || generic.test(key) ? null : key
}

/** How long it runs, in milliseconds, as far as the turns say. */
export function lengthOf(turns: readonly KeptTurn[]): number | null {
  let longest: number | null = null
  for (const { from, to } of turns) {
    const end = to ?? from
    if (end !== null && (longest === null || end > longest)) longest = end
  }
  return longest
}

export interface Passage {
  readonly turn: number
  readonly text: string
}

const longestPassage = 600

/** Neighbouring turns of one voice, together as long as a search hit is read; what is off the record stands in none. */
export function passagesOf(turns: readonly KeptTurn[], closed: ReadonlySet<number>): Passage[] {
  const passages: { turn: number; voice: number; last: number; text: string }[] = []
  for (const [at, { voice, text }] of turns.entries()) {
    if (closed.has(at)) continue
    const above = passages.at(-1)
    const goesOn =
      above?.voice === voice &&
      above.last === at - 1 &&
      above.text.length + text.length < longestPassage
    if (above && goesOn) {
      above.text += ` ${text}`
      above.last = at
    } else passages.push({ turn: at, voice, last: at, text })
  }
  return passages.map(({ turn, text }) => ({ turn, text }))
}
