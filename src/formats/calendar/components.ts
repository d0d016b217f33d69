import { decodeText } from '../encoding/decode.ts'
import type { Property } from '../vcard/card.ts'
import { parseProperty } from '../vcard/property.ts'
import type { LogicalLine } from '../vcard/unfold.ts'
import type { LostInCalendar } from './event.ts'
import { longestLine, mostProperties, mostZoneLines } from './limits.ts'

/** What a calendar is cut into. */
export type Component =
  | {
      readonly kind: 'event'
      readonly line: number
      readonly properties: readonly Property[]
      readonly lost: readonly LostInCalendar[]
    }
  | { readonly kind: 'zone'; readonly lines: readonly string[] }
  | { readonly kind: 'other'; readonly name: string }
  | ({ readonly kind: 'lost' } & LostInCalendar)

export interface ComponentCutter {
  push(line: LogicalLine): Component[]
  end(): Component[]
}

interface OpenEvent {
  readonly line: number
  readonly properties: Property[]
  readonly lost: LostInCalendar[]
  readonly depth: number
}

const wanted = new Set([
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'SUMMARY',
  'LOCATION',
  'STATUS',
  'TRANSP',
  'SEQUENCE',
  'ORGANIZER',
  'ATTENDEE',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
])

/**
 * Cuts a calendar into its events, as they come. Of an event only what is read of it is held, so that
 * the descriptions and pictures of a large calendar never stand in memory.
 */
export function componentCutter(): ComponentCutter {
  const stack: string[] = []
  let event: OpenEvent | null = null
  let zone: { readonly lines: string[]; readonly depth: number } | null = null
  let seen = false

  function begin(name: string, line: LogicalLine): Component[] {
    seen = true
    const cut = name === 'VEVENT' ? cutOpenEvent() : []
    if (stack.length < deepest) stack.push(name)
    const depth = stack.length
    if (name === 'VEVENT') event = { line: line.number, properties: [], lost: [], depth }
    else if (name === 'VTIMEZONE' && !event) zone = { lines: [], depth }
    zone?.lines.push(`BEGIN:${name}`)
    return isOther(name) ? [...cut, { kind: 'other', name }] : cut
  }

  /** An event that begins inside another says that the other one lacks its end. */
  function cutOpenEvent(): Component[] {
    if (!event) return []
    stack.length = Math.min(stack.length, event.depth - 1)
    return cutShort(event)
  }

  /** A to-do, a diary: beside the events, and not what is nested in them. */
  function isOther(name: string): boolean {
    return !event && !zone && stack.length < 3 && name !== 'VCALENDAR'
  }

  function end(name: string): Component[] {
    const at = stack.lastIndexOf(name)
    if (at === -1) return []
    stack.length = at
    zone?.lines.push(`END:${name}`)
    const depth = at + 1
    if (event && depth <= event.depth) {
      const { line, properties, lost } = event
      const isClosed = depth === event.depth
      const read: Component[] = isClosed
        ? [{ kind: 'event', line, properties, lost }]
        : cutShort(event)
      event = null
      return read
    }
    if (!zone || depth > zone.depth) return []
    const { lines } = zone
    zone = null
    return lines.length > mostZoneLines ? [] : [{ kind: 'zone', lines }]
  }

  function addTo(open: OpenEvent, line: LogicalLine): void {
    if (stack.length !== open.depth) return
    if (!line.bytes) return lose(open, line.number, line.name || 'A property', tooLong)
    const name = nameOf(line.bytes)
    if (name !== null && !wanted.has(name)) return
    const property = name === null ? null : parseProperty(line.bytes, line.number)
    if (!property) lose(open, line.number, firstWords(line.bytes), noProperty)
    else if (open.properties.length < mostProperties) open.properties.push(property)
    else if (open.properties.length === mostProperties) {
      open.properties.push(property)
      lose(open, line.number, property.written, tooMany)
    }
  }

  return {
    push(line) {
      const mark = line.bytes && markOf(line.bytes)
      if (mark) return mark.kind === 'begin' ? begin(mark.name, line) : end(mark.name)
      if (event) addTo(event, line)
      else if (zone && line.bytes && zone.lines.length <= mostZoneLines)
        zone.lines.push(decodeText(line.bytes))
      else if (!line.bytes)
        return [{ kind: 'lost', line: line.number, what: 'A line', reason: tooLong }]
      return []
    },
    end() {
      if (!seen) return [{ kind: 'lost', line: 1, what: 'The file', reason: noCalendar }]
      return event ? cutShort(event) : []
    },
  }
}

const deepest = 50
const tooLong = `is longer than ${longestLine / 1024 / 1024} MiB`
const tooMany = `and what comes after it belong to an event of more than ${mostProperties} properties`
const noProperty = 'is not a property: no name with a colon begins the line'
const noCalendar = 'holds no calendar: no line says BEGIN:VCALENDAR'

function lose(event: OpenEvent, line: number, what: string, reason: string): void {
  if (event.lost.length < 100) event.lost.push({ line, what, reason })
}

function cutShort({ line, properties, lost }: OpenEvent): Component[] {
  return [
    {
      kind: 'lost',
      line,
      what: 'The event',
      reason: 'that begins here has no END:VEVENT; what it holds was read',
    },
    { kind: 'event', line, properties, lost },
  ]
}

function markOf(bytes: Uint8Array): { kind: 'begin' | 'end'; name: string } | null {
  if (bytes.length > 64) return null
  const first = (bytes[0] ?? 0) | 0x20
  if (first !== 0x62 && first !== 0x65) return null
  const match = /^(begin|end)\s*:\s*([\w-]+)\s*$/i.exec(decodeText(bytes))
  if (!match?.[1] || !match[2]) return null
  return {
    kind: match[1].toLowerCase() === 'begin' ? 'begin' : 'end',
    name: match[2].toUpperCase(),
  }
}

/** In capitals; null if the line begins with none. */
function nameOf(bytes: Uint8Array): string | null {
  const end = bytes.findIndex((byte, at) => byte === 0x3a || byte === 0x3b || at > 64)
  const name = end < 1 ? '' : decodeText(bytes.subarray(0, end)).trim()
  return /^[\w-]+$/.test(name) ? name.toUpperCase() : null
}

function firstWords(bytes: Uint8Array): string {
  const text = decodeText(bytes.subarray(0, 200)).trim()
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
