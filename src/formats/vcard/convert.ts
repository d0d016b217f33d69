import type { CardVersion, Parameter, Property } from './card.ts'
import { cutAt, escapeText, joinItems, joinParts, partsOf, textOf } from './values.ts'
import type { WrittenVersion } from './write.ts'

/**
 * A property of one version said in another; meant to be the same when it is read again. From 2.1,
 * bare words become TYPE, and text gets the backslashes that 2.1 does not know. Between 3.0 and 4.0,
 * pictures change between base64 and data addresses, "preferred" between TYPE and PREF, and groups
 * between Apple's names and the standard ones. Everything else stays as it is.
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
  return to === '4.0' ? to40(plain) : from === '4.0' ? to30(plain) : plain
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

const namesIn40: Readonly<Record<string, string>> = {
  'X-ADDRESSBOOKSERVER-KIND': 'KIND',
  'X-ADDRESSBOOKSERVER-MEMBER': 'MEMBER',
}
const namesIn30: Readonly<Record<string, string>> = {
  KIND: 'X-ADDRESSBOOKSERVER-KIND',
  MEMBER: 'X-ADDRESSBOOKSERVER-MEMBER',
}

function renamed(property: Property, names: Readonly<Record<string, string>>): Property {
  const name = names[property.name]
  return name === undefined ? property : { ...property, name, written: name }
}

function to40(property: Property): Property {
  const named = renamed(property, namesIn40)
  const isEncoded = named.parameters.some((one) => one.name.toUpperCase() === 'ENCODING')
  const direct = isEncoded ? asDataAddress(named) : withPlainComma(named)
  return { ...direct, parameters: direct.parameters.flatMap(preferredIn40) }
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

const mediaOf: Readonly<Record<string, string>> = {
  PHOTO: 'image',
  LOGO: 'image',
  SOUND: 'audio',
  KEY: 'application',
}

function asDataAddress(property: Property): Property {
  const type = property.parameters.find((one) => one.name.toUpperCase() === 'TYPE')?.values[0]
  const media = mediaOf[property.name] ?? 'application'
  const kind = type?.includes('/')
    ? type.toLowerCase()
    : `${media}/${(type ?? pictureIn(property.value) ?? 'octet-stream').toLowerCase()}`
  const parameters = property.parameters.filter(
    (one) => one.name.toUpperCase() !== 'ENCODING' && one.name.toUpperCase() !== 'TYPE',
  )
  // Some say that they are base64 and write the whole address all the same.
  if (dataPattern.test(property.value.slice(0, 200)))
    return withPlainComma({ ...property, parameters })
  return { ...property, parameters, value: `data:${kind};base64,${property.value}` }
}

const pictures = { '/9j/': 'jpeg', iVBORw: 'png', R0lGOD: 'gif', TU0AK: 'tiff' }

/** Apple does not say what kind of picture it is; the first letters of its base64 do. */
function pictureIn(base64: string): string | null {
  return Object.entries(pictures).find(([begin]) => base64.startsWith(begin))?.[1] ?? null
}

function withPlainComma(property: Property): Property {
  const head = dataPattern.exec(property.value.slice(0, 200))?.[0]
  if (!head?.endsWith('\\,')) return property
  return { ...property, value: `${head.slice(0, -2)},${property.value.slice(head.length)}` }
}

/** The comma with the backslash that some cards of 3.0 give it. */
const dataPattern = /^data:([\w.+-]+)\/([\w.+-]+);base64\\?,/i

function to30(property: Property): Property {
  const named = renamed(property, namesIn30)
  const parameters = named.parameters.flatMap(preferredIn30)
  const data = dataPattern.exec(named.value.slice(0, 200))
  if (!data?.[2]) return { ...named, parameters }
  const encoded = [
    { name: 'ENCODING', values: ['b'] },
    { name: 'TYPE', values: [data[2].toUpperCase()] },
  ]
  return {
    ...named,
    parameters: [...parameters, ...encoded],
    value: named.value.slice(data[0].length),
  }
}
