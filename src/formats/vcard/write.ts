import { foldedLine } from '../encoding/folded.ts'
import type { CardVersion, Parameter, Property } from './card.ts'

export type WrittenVersion = Exclude<CardVersion, '2.1'>

/** A property of our own making; `value` already has its backslashes. */
export function newProperty(
  written: string,
  value: string,
  more: { group?: string | null; parameters?: readonly Parameter[] } = {},
): Property {
  const { group = null, parameters = [] } = more
  return { group, name: written.toUpperCase(), written, parameters, value, line: 0, damage: null }
}

/**
 * A whole card: VERSION first, then N and FN if they are missing (other programs refuse a card
 * without), then the properties in their order. They must be of that version: see convert.ts.
 */
export function writeCard(properties: readonly Property[], version: WrittenVersion): string {
  const others = properties.filter((property) => property.name !== 'VERSION')
  const all = [...missingNames(others), ...others]
  const lines = all.map((property) => foldedLine(lineOf(property)))
  return ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
}

function missingNames(properties: readonly Property[]): Property[] {
  const find = (name: string) => properties.find((property) => property.name === name)
  const full = find('FN')?.value
  const parts = find('N')?.value
  const made = full ?? parts?.split(';').filter(Boolean).toReversed().join(' ') ?? ''
  return [
    ...(parts === undefined ? [newProperty('N', `;${made};;;`)] : []),
    ...(full === undefined ? [newProperty('FN', made)] : []),
  ]
}

function lineOf({ group, written, parameters, value }: Property): string {
  const head = group === null ? written : `${group}.${written}`
  const tail = value.replace(/\r\n?|\n/g, '\\n')
  return `${head}${parameters.map(writeParameter).join('')}:${tail}`
}

function writeParameter({ name, values }: Parameter): string {
  const written = values.map(writeParameterValue).join(',')
  return name === '' ? `;TYPE=${written}` : `;${name}=${written}`
}

function writeParameterValue(value: string): string {
  const plain = value.replace(/\s+/g, ' ')
  const safe = plain.replaceAll('"', "'")
  return /[;:,]/.test(safe) ? `"${safe}"` : safe
}
