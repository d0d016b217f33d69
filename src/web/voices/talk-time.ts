import type { Words } from '../words/words.ts'

/** `0:02`, `1:02:33`: where in a recording something was said. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ]
  const small = String(rest).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${small}` : `${minutes}:${small}`
}

/** When a turn was said or written, as it stands beside it; empty where nothing tells. */
export function timeOf(turn: {
  readonly from: number | null
  readonly wrote: string | null
}): string {
  return turn.wrote ?? (turn.from === null ? '' : clockOf(turn.from))
}

export function lengthInWords(t: Words, milliseconds: number | null): string | null {
  if (milliseconds === null) return null
  return t('voices.minutes', { count: Math.max(1, Math.round(milliseconds / 60_000)) })
}
