import type { CardVersion, Parameter, Property } from './card.ts'
import {
  nameIn30,
  nameIn40,
  parameterIn30,
  parameterIn40,
  standInFor,
  typeIn30,
  typeIn40,
} from './differences.ts'
import { asBase64, asDataAddress, isData } from './pictures.ts'
import { cutAt, escapeText, joinItems, joinParts, partsOf, textOf } from './values.ts'
import type { WrittenVersion } from './write.ts'
import { valueIn30, valueIn40, yearlessIn30 } from './written-values.ts'

/**
 * A property of one version said in another; meant to be the same when it is read again. From 2.1,
 * bare words become TYPE, and text gets the backslashes that 2.1 does not know. Between 3.0 and 4.0,
 * pictures change between base64 and data addresses, "preferred" between TYPE and PREF, a place, a
 * number and a birthday without a year between their ways of writing, and what one version does not
 * know goes under another name. Everything else stays as it is.
 */
export function convertProperty(
  property: Property,
  from: CardVersion | null,
  to: WrittenVersion,
): Property {
  const parameters = withoutBareWords(property.parameters)
  const value = from === '2.1' ? escapedFrom21(property) : property.value
  const plain = { ...property, parameters, value }
  if (from === to) return plain
  if (to === '4.0') return to40(plain)
  return from === '4.0' ? to30(plain) : yearlessIn30(plain)
}

/** BASE64 without a name says how the value is written; any other bare word says what kind it is. */
function withoutBareWords(parameters: readonly Parameter[]): Parameter[] {
  const types = parameters
    .filter((one) => one.name === '' && !isBase64(one))
    .flatMap((one) => one.values)
  const first = parameters.find((one) => one.name === '' && !isBase64(one))
  return parameters.flatMap((one) => {
    if (isBase64(one)) return [{ name: 'ENCODING', values: ['b'] }]
    if (one.name !== '') return [one]
    return one === first ? [{ name: 'TYPE', values: types }] : []
  })
}

function isBase64({ name, values }: Parameter): boolean {
  const value = (values[0] ?? '').toUpperCase()
  return value === 'BASE64' && (name === '' || name.toUpperCase() === 'ENCODING')
}

const texts = new Set(['FN', 'NOTE', 'TITLE', 'ROLE', 'LABEL', 'MAILER', 'SORT-STRING', 'AGENT'])
const structures = new Set(['N', 'ADR', 'ORG'])
const lists = new Set(['NICKNAME', 'CATEGORIES'])

function escapedFrom21({ name, value }: Property): string {
  if (texts.has(name)) return escapeText(textOf(value, '2.1'))
  if (structures.has(name)) return joinParts(partsOf(value, '2.1'))
  if (lists.has(name)) return joinItems(cutAt(',', value).map((item) => textOf(item, '2.1')))
  return value
}

function to40(property: Property): Property {
  const name = nameIn40(property.name, property.value)
  const named = asDataAddress(renamed(property, name))
  const parameters = named.parameters
    .map((one) => ({ ...one, name: parameterIn40(one.name) }))
    .flatMap((one) => preferredIn40(withTypes(one, (type) => typeIn40(name, type))))
  return valueIn40({ ...named, parameters })
}

function to30(property: Property): Property {
  const isElsewhere = property.name === 'KEY' && !isData(property)
  const name = isElsewhere ? standInFor('KEY') : nameIn30(property.name)
  const named = renamed(property, name)
  const parameters = named.parameters
    .map((one) => ({ ...one, name: parameterIn30(one.name) }))
    .flatMap((one) => preferredIn30(withTypes(one, (type) => typeIn30(name, type))))
  return asBase64(valueIn30({ ...named, parameters }))
}

function renamed(property: Property, name: string): Property {
  return name === property.name ? property : { ...property, name, written: name }
}

function withTypes(parameter: Parameter, change: (type: string) => string): Parameter {
  if (parameter.name.toUpperCase() !== 'TYPE') return parameter
  // In quotation marks, several words are one value: TYPE="text,voice".
  const changed = (value: string) => value.split(',').map(change).join(',')
  return { ...parameter, values: parameter.values.map(changed) }
}

/** 3.0 knows only whether something is preferred; by how much 4.0 said so waits in a name of our own. */
const rank = 'X-PREF'

function preferredIn40(parameter: Parameter): Parameter[] {
  const name = parameter.name.toUpperCase()
  if (name === rank) return [{ ...parameter, name: 'PREF' }]
  if (name !== 'TYPE') return [parameter]
  const all = parameter.values.flatMap((value) => value.split(','))
  const others = all.filter((value) => value.trim().toLowerCase() !== 'pref')
  if (others.length === all.length) return [parameter]
  return [
    ...(others.length > 0 ? [{ ...parameter, values: others }] : []),
    { name: 'PREF', values: ['1'] },
  ]
}

function preferredIn30(parameter: Parameter): Parameter[] {
  if (parameter.name.toUpperCase() !== 'PREF') return [parameter]
  const isFirst = parameter.values[0] === '1'
  return [isFirst ? { name: 'TYPE', values: ['pref'] } : { ...parameter, name: rank }]
}
