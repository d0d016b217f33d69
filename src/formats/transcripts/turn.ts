export const transcriptFormats = [
  'webvtt',
  'srt',
  'sbv',
  'text',
  'whisper-json',
  'whatsapp',
  'telegram',
  'slack',
] as const
export type TranscriptFormat = (typeof transcriptFormats)[number]

/** What one voice said at a stretch, as the file has it. */
export interface Turn {
  /** As the file calls them: "Ana Ruiz", "Speaker 2", "SPEAKER_00"; null where it does not say. */
  readonly speaker: string | null
  /** Milliseconds from the beginning of the recording. */
  readonly from: number | null
  readonly to: number | null
  /** Of a message in a chat: when it was written, by the wall clock, `2026-03-12 09:31`. */
  readonly wrote: string | null
  readonly text: string
}

/**
 * - `no-time`, `bad-time`: the words are there, without their time.
 * - `mended`: read although it was written otherwise than the format says.
 * - `aside`: a line of the program that wrote the file, or of a stylesheet; nobody said it.
 * - `empty`: a time at which nothing is said.
 */
export type LossKind = 'no-time' | 'bad-time' | 'mended' | 'aside' | 'empty' | 'unreadable'

/** What did not come over whole, by its line; in JSON by the number of the entry. */
export interface Loss {
  readonly line: number
  readonly kind: LossKind
  readonly says: string
}

export interface TranscriptRead {
  readonly format: TranscriptFormat
  readonly turns: readonly Turn[]
  readonly losses: readonly Loss[]
}

export const noTurn: Turn = { speaker: null, from: null, to: null, wrote: null, text: '' }
