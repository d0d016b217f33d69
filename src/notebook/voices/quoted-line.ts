import type { Mark } from '../notes/marks.ts'
import type { KeptTurn, Quotation, Voice } from './transcript.ts'

export type Place = Pick<Quotation, 'turn' | 'start' | 'lastTurn' | 'end'>

const longestQuote = 4000

/** The words at a place, on one line; empty where the place holds none. */
export function wordsAt(turns: readonly KeptTurn[], place: Place): string {
  const pieces: string[] = []
  for (let at = place.turn; at <= place.lastTurn; at++) {
    const text = turns[at]?.text ?? ''
    const from = at === place.turn ? place.start : 0
    pieces.push(text.slice(from, at === place.lastTurn ? place.end : undefined))
  }
  const words = pieces.join(' ').replace(/\s+/gu, ' ').trim()
  return words.length > longestQuote ? `${words.slice(0, longestQuote - 1)}…` : words
}

/** Marks that say that somebody else said it. */
const ofOthers: ReadonlySet<string> = new Set<Mark>(['"', '!', '=', '<', '+', '$'])

export function saysWho(mark: Mark | null): boolean {
  return mark !== null && ofOthers.has(mark)
}

export interface Speaking {
  readonly voice: Pick<Voice, 'name' | 'who'>
  /** What the notebook calls them, where the voice is a person of it. */
  readonly name: string | null
  /** Nobody else sat at the table: then a line needs no name. */
  readonly isAlone: boolean
}

/** The name after the mark, with a space behind; none where the line says it without. */
export function tagOf({ voice, name, isAlone }: Speaking): string {
  if (voice.who.is === 'person') return isAlone || name === null ? '' : `@[${inBrackets(name)}] `
  if (voice.who.is === 'me') return ''
  const label = inBrackets(voice.name)
  return label === '' ? '' : `@[${label}] `
}

function inBrackets(name: string): string {
  return name
    .replace(/[[\]\s]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim()
}

export function lineOf(mark: Mark | null, tag: string, words: string): string {
  if (mark === null) return words
  return `${mark} ${saysWho(mark) ? tag : ''}${words}`
}

/** The same line with another name after its mark; as it was where somebody wrote it otherwise since. */
export function renamedLine(text: string, before: string, after: string): string {
  const mark = /^(\S) /u.exec(text)?.[1]
  if (mark === undefined || !ofOthers.has(mark)) return text
  const head = `${mark} ${before}`
  if (!text.startsWith(head) || (before === '' && text.startsWith(`${mark} @`))) return text
  return `${mark} ${after}${text.slice(head.length)}`
}
