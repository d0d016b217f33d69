import type { CardVersion, Parameter, Property } from '../../src/formats/vcard/card.ts'
import { itemsOf, partsOf, textOf } from '../../src/formats/vcard/values.ts'

/**
 * A property as it is written, line for line, with the ways in which programs say one thing made one:
 * a bare word is a TYPE, "BASE64" is "b", a line end in a parameter is a space.
 */
export function wordForWord({ group, written, parameters, value }: Property): string {
  const said = parameters.map(plainParameter).join(';')
  return `${group ?? ''}.${written};${said}:${value.replace(/\r\n?|\n/g, '\\n')}`
}

function plainParameter(parameter: Parameter): string {
  const value = parameter.values.map((one) => one.replace(/\s+/g, ' ')).join(',')
  if (isBase64(parameter)) return 'ENCODING=b'
  return parameter.name === '' ? `TYPE=${value}` : `${parameter.name.toUpperCase()}=${value}`
}

function isBase64({ name, values }: Parameter): boolean {
  return /^(?:|ENCODING)$/i.test(name) && /^(?:b|base64)$/i.test(values[0] ?? '')
}

const structures = new Set(['N', 'ADR', 'ORG'])
const lists = new Set(['NICKNAME', 'CATEGORIES'])
/** Told otherwise here, or, as VALUE, by what stands in the value. */
const carried = new Set(['TYPE', 'PREF', 'X-PREF', 'ENCODING', 'CHARSET', 'VALUE', 'X-VALUE', ''])

/** Under whatever name one version hides what another knows. */
function plainName(name: string): string {
  return name.replace(/^X-(?:VCARD[34]-|ADDRESSBOOKSERVER-|(?=ANNIVERSARY|GENDER))/, '')
}

/** What a property means, however its version writes it: for cards that go from one version to another. */
export function meaningOf(property: Property, version: CardVersion | null): unknown {
  const { group, parameters } = property
  const name = plainName(property.name)
  const types = parameters
    .filter((one) => /^(?:|TYPE)$/i.test(one.name) && !isBase64(one))
    .flatMap((one) => one.values.flatMap((value) => value.toLowerCase().split(',')))
    .map((type) => type.trim().replace(/^x-/, ''))
  const number = parameters.find((one) => /^(?:X-)?PREF$/i.test(one.name))?.values[0]
  const data = dataIn(property)
  return {
    group,
    name,
    types: [...new Set(types)].filter((type) => type !== 'pref' && !data).toSorted(),
    preferred: types.includes('pref') ? '1' : (number ?? null),
    others: parameters
      .filter((one) => !carried.has(one.name.toUpperCase()))
      .filter((one) => !inTheValue.has(name) || !/OMIT-YEAR/i.test(one.name))
      .map((one) => plainParameter(one).replace(/^X-/, ''))
      .toSorted(),
    value: data ?? valueOf({ ...property, name }, version),
  }
}

/** Written with dashes and colons or without. */
const moments = new Set(['BDAY', 'ANNIVERSARY', 'REV', 'DEATHDATE'])

/** Of these the way of writing tells what kind of value it is. */
const inTheValue = new Set(['TEL', 'TZ', 'BDAY', 'ANNIVERSARY'])

const pictures = [
  ['/9j/', 'jpeg'],
  ['iVBORw', 'png'],
  ['TU0AK', 'tiff'],
] as const

/** A picture or a key that stands in the card itself: what kind it is, and its bytes. */
function dataIn({ parameters, value }: Property): string | null {
  const address = /^data:[\w.+-]+\/([\w.+-]+);base64\\?,/i.exec(value.slice(0, 200))
  if (address) return `${address[1]?.toLowerCase()} ${value.slice(address[0].length)}`
  if (!parameters.some(isBase64)) return null
  const type = parameters.find((one) => /^(?:|TYPE)$/i.test(one.name) && !isBase64(one))
  const kind = type?.values[0] ?? pictures.find(([begin]) => value.startsWith(begin))?.[1]
  return `${(kind ?? 'octet-stream').toLowerCase().replace(/^.*\//, '')} ${value}`
}

function valueOf(property: Property, version: CardVersion | null): unknown {
  const { name, value } = property
  if (structures.has(name)) return partsOf(value, version)
  if (lists.has(name)) return itemsOf(value, version)
  const text = textOf(value, version).replace(/\r\n?/g, '\n')
  if (name === 'GEO') return text.replace(/^geo:/i, '').split(/[;,]/)
  if (name === 'TEL') return text.replace(/^tel:/i, '')
  return moments.has(name) ? momentOf(text, property) : text
}

function momentOf(text: string, { parameters }: Property): string {
  const omitted = parameters.find((one) => /OMIT-YEAR/i.test(one.name))?.values[0]
  const yearless = /^(?:--|\d{4}-)(\d{2})-?(\d{2})$/.exec(text)
  const isYearless = text.startsWith('--') || (omitted !== undefined && text.startsWith(omitted))
  if (isYearless && yearless) return `--${yearless[1]}${yearless[2]}`
  return /^\d{4}/.test(text) ? text.replace(/(?<=\d)[-:](?=\d\d)/g, '') : text
}
