import { decodeText, encodeUtf8 } from '../encoding/decode.ts'
import { joinBytes } from '../encoding/text-bytes.ts'
import {
  type CardRead,
  cardVersions,
  type LostLine,
  type LostProperty,
  type Property,
  type ReadCard,
} from './card.ts'
import { largestCard, longestLogicalLine, mostFolds, mostProperties } from './limits.ts'
import { parseProperty } from './property.ts'
import type { LogicalLine } from './unfold.ts'

export interface CardCollector {
  push(line: LogicalLine): CardRead[]
  end(): CardRead[]
}

interface OpenCard {
  readonly line: number
  readonly raw: Uint8Array[]
  readonly properties: Property[]
  readonly lost: LostProperty[]
  size: number
  /** What came after the card had become too large. */
  overflow: LostProperty | null
  /** The card of an assistant inside AGENT, 2.1: its lines, and how deep we stand in it. */
  agent: { readonly lines: string[]; depth: number } | null
}

/**
 * Gathers lines into cards. A card that begins inside another may be nested, or the other may lack
 * its end; which, is known only later. So the outer one waits (never more than one): a property
 * after the inner card belongs to it, and if none comes it is given as cut short.
 */
export function cardCollector(): CardCollector {
  let open: OpenCard | null = null
  let outer: OpenCard | null = null
  let outside: { line: number; count: number; what: string } | null = null
  let cardsSeen = 0

  function strayLines(): CardRead[] {
    if (!outside) return []
    const { line, count, what } = outside
    outside = null
    const reason =
      count === 1 ? 'stands outside any card' : `and ${count - 1} more lines stand outside any card`
    return [lostLine(line, what, reason)]
  }

  function beginCard(line: LogicalLine): CardRead[] {
    const read = strayLines()
    if (open && outer) read.push(...cutShort(outer))
    outer = open ?? outer
    open = {
      line: line.number,
      raw: [...line.raw],
      properties: [],
      lost: [],
      size: 0,
      overflow: null,
      agent: null,
    }
    cardsSeen += 1
    return read
  }

  function endCard(card: OpenCard, line: LogicalLine): CardRead[] {
    keepRaw(card, line)
    if (open === null) outer = null
    open = null
    return [finished(card, true)]
  }

  function strayLine(line: LogicalLine): CardRead[] {
    const text = line.bytes ? firstWords(line.bytes) : 'A line'
    if (outside) outside.count += 1
    else outside = { line: line.number, count: 1, what: text }
    return []
  }

  return {
    push(line) {
      const mark = markOf(line)
      const card = open ?? (mark === 'begin' ? null : outer)
      if (card && continuesAgent(card, line, mark)) return []
      if (mark === 'begin') return beginCard(line)
      if (!card) return strayLine(line)
      if (mark === 'end') return endCard(card, line)
      addLine(card, line)
      return []
    },
    end() {
      const read = strayLines()
      for (const card of [outer, open]) if (card) read.push(...cutShort(card))
      open = outer = null
      if (cardsSeen === 0)
        read.push(lostLine(1, 'The file', 'holds no contact card: no line says BEGIN:VCARD'))
      return read
    },
  }
}

function markOf(line: LogicalLine): 'begin' | 'end' | null {
  const bytes = line.bytes && withoutMark(line.bytes)
  const first = (bytes?.[0] ?? 0) | 0x20
  if (!bytes || bytes.length > 64 || (first !== 0x62 && first !== 0x65)) return null
  const match = /^(begin|end)\s*:\s*vcard\W*$/i.exec(decodeText(bytes))
  return match?.[1] ? (match[1].toLowerCase() === 'begin' ? 'begin' : 'end') : null
}

/** Files put together from several carry a byte order mark in their middle. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** True if the line went into the card of an AGENT. */
function continuesAgent(card: OpenCard, line: LogicalLine, mark: 'begin' | 'end' | null): boolean {
  if (mark === 'begin' && awaitsAgent(card)) card.agent = { lines: [], depth: 0 }
  const { agent } = card
  if (!agent) return false
  keepRaw(card, line)
  card.size += sizeOf(line)
  agent.lines.push(line.bytes ? decodeText(line.bytes) : '')
  if (mark === 'begin') agent.depth += 1
  if (mark === 'end') agent.depth -= 1
  const isTooLarge = card.size > largestCard || agent.lines.length >= mostProperties
  if (agent.depth === 0 || isTooLarge) closeAgent(card)
  return true
}

function awaitsAgent(card: OpenCard): boolean {
  const last = card.properties.at(-1)
  return card.agent === null && last?.name === 'AGENT' && last.value.trim() === ''
}

function closeAgent(card: OpenCard): void {
  const last = card.properties.at(-1)
  if (!card.agent || !last) return
  card.properties[card.properties.length - 1] = { ...last, value: card.agent.lines.join('\n') }
  card.agent = null
}

function addLine(card: OpenCard, line: LogicalLine): void {
  if (!line.bytes) return lose(card, line, { what: line.name || 'A property', reason: tooLongSays })
  card.size += sizeOf(line)
  const property = parseProperty(line.bytes, line.number)
  const what = property?.written ?? firstWords(line.bytes)
  if (isFull(card)) return overflow(card, line, what)
  keepRaw(card, line)
  if (property && property.name !== 'BEGIN' && property.name !== 'END')
    card.properties.push(property)
  else lose(card, line, { what, reason: notAPropertySays })
}

/** One by one: a large photo has more lines than a call may have arguments. */
function keepRaw(card: OpenCard, line: LogicalLine): void {
  for (const piece of line.raw) card.raw.push(piece)
}

function isFull(card: OpenCard): boolean {
  return card.size > largestCard || card.properties.length + card.lost.length >= mostProperties
}

function lose(card: OpenCard, line: LogicalLine, loss: { what: string; reason: string }): void {
  if (isFull(card)) overflow(card, line, loss.what)
  else card.lost.push({ line: line.number, ...loss, count: 1 })
}

function overflow(card: OpenCard, line: LogicalLine, what: string): void {
  const count = (card.overflow?.count ?? 0) + 1
  const first = card.overflow ?? { line: line.number, what }
  const others = count === 1 ? 'belongs' : `and ${count - 1} more properties belong`
  card.overflow = {
    ...first,
    reason: `${others} to a card that is too large to be a contact`,
    count,
  }
}

const notAPropertySays = 'is not a property: no name with a colon begins the line'
const tooLongSays = `is longer than ${longestLogicalLine / 1024 / 1024} MiB or ${mostFolds} lines`

function cutShort(card: OpenCard): CardRead[] {
  const remark = lostLine(
    card.line,
    'The card',
    'that begins here has no END:VCARD; what it holds was read',
  )
  return [remark, finished(card, false)]
}

function finished(card: OpenCard, wellFormed: boolean): ReadCard {
  closeAgent(card)
  const said = card.properties.find((one) => one.name === 'VERSION')?.value.trim()
  const version = cardVersions.find((one) => one === said) ?? null
  return {
    kind: 'card',
    card: { version, properties: card.properties },
    raw: joinBytes(wellFormed ? card.raw : withEnd(card.raw)),
    line: card.line,
    wellFormed,
    lost: card.overflow ? [...card.lost, card.overflow] : card.lost,
  }
}

/** So that what is given back is a card; the line before may have had no line end. */
function withEnd(raw: readonly Uint8Array[]): Uint8Array[] {
  const last = raw.at(-1)?.at(-1)
  const endsInLineEnd = last === 10 || last === 13
  return [...raw, encodeUtf8(`${endsInLineEnd ? '' : '\r\n'}END:VCARD\r\n`)]
}

function sizeOf(line: LogicalLine): number {
  return line.raw.reduce((sum, piece) => sum + piece.length, 0)
}

function firstWords(bytes: Uint8Array): string {
  const text = decodeText(bytes.subarray(0, 200)).trim()
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function lostLine(line: number, what: string, reason: string): LostLine {
  return { kind: 'lost', line, what, reason }
}
