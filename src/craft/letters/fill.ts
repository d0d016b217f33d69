import type { LineId } from '../../kit/ids.ts'
import { compose, type Composed, type Piece, textOf } from './pieces.ts'
import { fillingText, gapFor, type SlotName } from './slots.ts'

/** What fills a slot: words, and the line of the notes they came from where they did. */
export interface Filling {
  readonly text: string
  readonly line?: LineId
  readonly family?: 'said' | 'promise'
}

export type Fillings = { readonly [Name in SlotName]?: Filling }

/** A subject of one line and a body of paragraphs, with `{slot}` and `[only if known {slot}]` in both. */
export interface TemplateText {
  readonly subject: string
  readonly body: string
}

export interface Filled extends Composed {
  readonly subject: string
  /** Slots that nobody filled; they stand in the text in braces. */
  readonly gaps: readonly string[]
}

/**
 * Puts words into the slots of a template. A stretch in square brackets goes when any slot in it is not known; a slot
 * outside of brackets that is not known stays as a gap. Braces in the fillings are words, never slots.
 */
export function fillTemplate(template: TemplateText, fillings: Fillings): Filled {
  const paragraphs = template.body
    .split(/\n{2,}/u)
    .map((paragraph) => trimmed(piecesOf(withoutUnknown(paragraph, fillings), fillings)))
  const composed = compose(paragraphs)
  const subject = piecesOf(withoutUnknown(template.subject, fillings), fillings)
  const gaps = [...slotsIn(template.subject, fillings), ...slotsIn(template.body, fillings)]
  return { subject: oneLine(subject.map(textOf).join('')), ...composed, gaps: [...new Set(gaps)] }
}

const slot = /\{([\p{L}\p{N}-]+)\}/gu
const stretch = /\[([^[\]]*)\]/gu

/** The slots a text asks for, in their order; also those that nobody knows. */
export function slotNamesIn(text: string): readonly string[] {
  return [...text.matchAll(slot)].map(([, name = '']) => name)
}

function fillingOf(name: string, fillings: Fillings): Filling | null {
  const known: Readonly<Record<string, Filling | undefined>> = fillings
  const filling = Object.hasOwn(known, name) ? known[name] : undefined
  return filling && filling.text.trim() !== '' ? filling : null
}

function withoutUnknown(text: string, fillings: Fillings): string {
  return text.replace(stretch, (_, words: string) => {
    const isKnown = slotNamesIn(words).every((name) => fillingOf(name, fillings) !== null)
    return isKnown ? words : ''
  })
}

function piecesOf(text: string, fillings: Fillings): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(slot)) {
    const [whole, name = ''] = found
    pieces.push(text.slice(from, found.index), pieceOf(name, fillingOf(name, fillings)))
    from = found.index + whole.length
  }
  return [...pieces, text.slice(from)].map(evenly)
}

function pieceOf(name: string, filling: Filling | null): Piece {
  if (!filling) return gapFor(name)
  const { line, family = 'said' } = filling
  const text = fillingText(name, filling.text)
  return line === undefined ? text : { text, line, family }
}

/** What a stretch that went leaves behind is one space, and none where a line begins or ends. */
function evenly(piece: Piece): Piece {
  return typeof piece === 'string' ? piece.replace(/ {2,}/gu, ' ').replace(/ +\n/gu, '\n') : piece
}

function trimmed(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.filter((piece) => piece !== '')
  return kept.map((piece, index) => {
    if (typeof piece !== 'string') return piece
    const begun = index === 0 ? piece.trimStart() : piece
    return index === kept.length - 1 ? begun.trimEnd() : begun
  })
}

function slotsIn(text: string, fillings: Fillings): string[] {
  return slotNamesIn(withoutUnknown(text, fillings)).filter(
    (name) => fillingOf(name, fillings) === null,
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
