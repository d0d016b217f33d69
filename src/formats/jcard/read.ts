import { Problem } from '../../kit/problem.ts'
import { encodeUtf8 } from '../encoding/decode.ts'
import { wholeJson } from '../encoding/whole-json.ts'
import type { CardRead, LostLine, LostProperty, Parameter, Property } from '../vcard/card.ts'
import { mostProperties } from '../vcard/limits.ts'
import { escapeText, joinItems } from '../vcard/values.ts'
import { newProperty, writeCard } from '../vcard/write.ts'
import { dateInCard, offsetInCard } from './dates.ts'
import { defaultTypeOf, listed, structured } from './types.ts'

/** In bytes. JSON is read as a whole; larger address books come as vCard. */
const largestJson = 64 * 1024 * 1024

/**
 * The cards of a file of jCard (RFC 7095): one, or an array of them. They come as cards of 4.0, and
 * `raw` is the card written so, since that is how it is kept. JSON has no lines that say anything,
 * so a loss names the card and the property; its line is always 1.
 * Throws `file.unreadable` for a file that is no text, no whole JSON or no jCard, and nothing else.
 */
export async function* readJcards(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CardRead> {
  const cards = cardsIn(await wholeJson(chunks, largestJson))
  if (cards === null) {
    throw new Problem('file.unreadable', 'It holds no jCard: it is not ["vcard", […]]', {
      safe: 'Nothing was changed',
      mend: 'Export the people again, as jCard or as vCard (.vcf)',
    })
  }
  for (const [at, card] of cards.entries()) yield cardOf(card, at + 1)
}

/** Null where it is none at all. */
function cardsIn(json: unknown): unknown[] | null {
  if (!Array.isArray(json)) return null
  if (isCard(json)) return [json]
  return json.some(isCard) ? json : null
}

function isCard(json: unknown): json is readonly ['vcard', readonly unknown[]] {
  return Array.isArray(json) && json[0] === 'vcard' && Array.isArray(json[1])
}

function cardOf(json: unknown, number: number): CardRead {
  if (!isCard(json)) return lostLine(`Card ${number}`, 'is no jCard: it is not ["vcard", […]]')
  const properties: Property[] = []
  const lost: LostProperty[] = []
  for (const [at, one] of json[1].slice(0, mostProperties).entries()) {
    const property = propertyOf(one)
    if (typeof property !== 'string') properties.push(property)
    else
      lost.push({
        line: 1,
        what: `Card ${number}, property ${at + 1},`,
        reason: property,
        count: 1,
      })
  }
  const more = json[1].length - mostProperties
  if (more > 0)
    lost.push({
      line: 1,
      what: `Card ${number}`,
      reason: 'is too large for a contact',
      count: more,
    })
  const card = { version: '4.0' as const, properties }
  const raw = encodeUtf8(writeCard(properties, '4.0'))
  return { kind: 'card', card, raw, line: 1, wellFormed: true, lost }
}

/** The property, or why it is none, as the rest of a sentence. */
function propertyOf(json: unknown): Property | string {
  if (!Array.isArray(json) || json.length < 4) return 'is not [name, parameters, type, value]'
  const [written, parameters, type, ...values] = json as readonly unknown[]
  if (typeof written !== 'string' || !/^[\w/-]{1,200}$/.test(written)) return 'has no name'
  if (typeof type !== 'string') return 'has no type'
  const name = written.toUpperCase()
  const value = valueOf(name, type.toLowerCase(), values)
  if (value === null) return 'holds something other than text, numbers and lists of them'
  const { group, all } = parametersOf(parameters)
  const isDefault = type === 'unknown' || type === defaultTypeOf(name)
  const said = isDefault ? [] : [{ name: 'VALUE', values: [type] }]
  return newProperty(name, value, { group, parameters: [...said, ...all] })
}

function parametersOf(json: unknown): { group: string | null; all: Parameter[] } {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { group: null, all: [] }
  const entries = Object.entries(json).filter(([name]) => /^[\w-]{1,200}$/.test(name))
  const group = entries.find(([name]) => name.toLowerCase() === 'group')?.[1]
  const all = entries
    .filter(([name]) => name.toLowerCase() !== 'group')
    .map(([name, values]) => ({ name: name.toUpperCase(), values: listOf(values) }))
  return { group: typeof group === 'string' && /^[\w-]{1,200}$/.test(group) ? group : null, all }
}

function listOf(json: unknown): string[] {
  return (Array.isArray(json) ? json : [json]).flatMap((one: unknown) => textIn(one) ?? [])
}

/** Null where it is neither text nor something that has one plain way of being written. */
function textIn(json: unknown): string | null {
  if (typeof json === 'string') return json
  return typeof json === 'number' || typeof json === 'boolean' ? String(json) : null
}

function valueOf(name: string, type: string, values: readonly unknown[]): string | null {
  const isText = type === 'text'
  if (isText && structured.has(name) && Array.isArray(values[0])) return joinedParts(values[0])
  const texts = values.map(textIn)
  const all = texts.filter((text) => text !== null)
  if (all.length < texts.length) return null
  if (isText && listed.has(name)) return joinItems(all)
  return all.map((text) => writtenAs(type, text)).join(',')
}

function writtenAs(type: string, text: string): string {
  if (type === 'text') return escapeText(text)
  if (type.startsWith('date') || type.startsWith('time')) return dateInCard(text)
  return type === 'utc-offset' ? offsetInCard(text) : text
}

function joinedParts(parts: readonly unknown[]): string | null {
  const joined = parts.map((part: unknown) => {
    const items = (Array.isArray(part) ? part : [part]).map((item: unknown) => textIn(item))
    return items.includes(null) ? null : joinItems(items.map((item) => item ?? ''))
  })
  return joined.includes(null) ? null : joined.join(';')
}

function lostLine(what: string, reason: string): LostLine {
  return { kind: 'lost', line: 1, what, reason }
}
