import type { Parameter, Property, VCard } from '../vcard/card.ts'
import { convertProperty } from '../vcard/convert.ts'
import { cutAt, textOf } from '../vcard/values.ts'
import { dateInJson, offsetInJson } from './dates.ts'
import { defaultTypeOf, listed, listsInParts, structured } from './types.ts'

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }

/**
 * A card as jCard (RFC 7095), one line of JSON: `["vcard",[["version",{},"text","4.0"],…]]`. jCard is
 * the form of 4.0 alone, so what an older card says is said in the way of 4.0 first.
 */
export function writeJcard(card: VCard): string {
  const properties = card.properties
    .filter(({ name }) => name !== 'VERSION')
    .map((property) => convertProperty(property, card.version, '4.0'))
  return JSON.stringify(['vcard', [['version', {}, 'text', '4.0'], ...properties.map(propertyIn)]])
}

function propertyIn(property: Property): Json {
  const { name, group, parameters } = property
  const said = parameters.find((one) => one.name.toUpperCase() === 'VALUE')?.values[0]
  const type = said?.toLowerCase() ?? defaultTypeOf(name)
  const own = group === null ? {} : { group }
  return [
    name.toLowerCase(),
    { ...own, ...parametersIn(parameters) },
    type,
    ...valuesIn(property, type),
  ]
}

function parametersIn(parameters: readonly Parameter[]): Record<string, Json> {
  const all = new Map<string, string[]>()
  for (const { name, values } of parameters) {
    const key = name === '' ? 'type' : name.toLowerCase()
    const each = key === 'type' ? values.flatMap(typesIn) : values
    if (key !== 'value') all.set(key, [...(all.get(key) ?? []), ...each])
  }
  return Object.fromEntries([...all].map(([name, values]) => [name, oneOrList(values)]))
}

/** In quotation marks several words are one value; a phone's own label in brackets is one word. */
function typesIn(value: string): string[] {
  return value.includes('(') ? [value] : value.split(',')
}

function oneOrList(values: readonly Json[]): Json {
  return values.length === 1 ? (values[0] ?? '') : values
}

function valuesIn({ name, value }: Property, type: string): Json[] {
  if (type === 'unknown') return [value]
  if (type.startsWith('date') || type.startsWith('time')) return [dateInJson(value)]
  if (type === 'utc-offset') return [offsetInJson(value)]
  if (type !== 'text') return [value]
  if (structured.has(name)) return [partsIn(name, value)]
  return listed.has(name) ? itemsIn(value) : [textOf(value, '4.0')]
}

function partsIn(name: string, value: string): Json {
  const parts = cutAt(';', value)
  if (!listsInParts.has(name)) return oneOrList(parts.map((part) => textOf(part, '4.0')))
  return oneOrList(parts.map((part) => oneOrList(itemsIn(part))))
}

/** With the spaces around them, which are of no use and still were there. */
function itemsIn(value: string): string[] {
  return cutAt(',', value).map((item) => textOf(item, '4.0'))
}
