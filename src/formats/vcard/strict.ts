import { type Parameter, parameterOf, type Property, typesOf } from './card.ts'
import { hiddenType, nameIn30, nameIn40, parameterIn30 } from './differences.ts'
import { groupsBesides } from './groups.ts'
import { asBase64, asDataAddress } from './pictures.ts'
import { newProperty, type WrittenVersion } from './write.ts'
import { valueIn30, valueIn40 } from './written-values.ts'

/**
 * The properties of a card of that version, to the letter of it: for programs that refuse, or warn of,
 * what most others read without a word. What came in with faults, or is of another version, is said as
 * this one says it, or goes along under a name that begins with X-. Left out is only what says nothing.
 * A card that keeps to its version comes back as it was, but for mail "at work" in 3.0 (RFC 2426,
 * 3.3.2 leaves it to a registry that never had it), which then is said by a label as Apple writes it.
 */
export function strictly(properties: readonly Property[], version: WrittenVersion): Property[] {
  const isGroup = properties.some(({ name, value }) => name === 'KIND' && /^group$/i.test(value))
  const nextGroup = groupsBesides(properties, 'item')
  return properties.filter(saysSomething).flatMap((property) => {
    const written = inVersion(withCleanName(property), version)
    const strayMember = written.name === 'MEMBER' && !isGroup
    const placed = strayMember || !fits(written, version) ? hidden(written) : written
    return labelled(withCleanParameters(placed), version, nextGroup)
  })
}

const mayBeEmpty = new Set(['N', 'FN', 'VERSION'])

function saysSomething({ name, value }: Property): boolean {
  return mayBeEmpty.has(name) || /[^\s;,]/.test(value)
}

/** Letters, digits and dashes (RFC 6350, 3.3); KDE writes `X-messaging/xmpp-All`. */
function withCleanName(property: Property): Property {
  if (/^[A-Za-z\d-]+$/.test(property.written)) return property
  return renamed(property, property.written.replaceAll(/[^A-Za-z\d-]/g, '-'))
}

function inVersion(property: Property, version: WrittenVersion): Property {
  if (version === '4.0') {
    const name = nameIn40(property.name, property.value)
    return valueIn40(asDataAddress(named(withoutFalseAddress(property), name)))
  }
  const name = of2739.has(property.name) ? `X-${property.name}` : nameIn30(property.name)
  const plain = valueIn30(asBase64(named(withoutFalseAddress(property), name)))
  return { ...plain, parameters: plain.parameters.map(in30) }
}

/** Of RFC 2739, which is older than 4.0, and which not every program has read. */
const of2739 = new Set(['FBURL', 'CALURI', 'CALADRURI', 'CAPURI'])

function in30(parameter: Parameter): Parameter {
  return { ...parameter, name: parameterIn30(parameter.name) }
}

/** A number said to be an address that is none is a text, which it may be in both. */
function withoutFalseAddress(property: Property): Property {
  if (property.name !== 'TEL' || /^tel:/i.test(property.value)) return property
  return {
    ...property,
    parameters: property.parameters.filter(
      ({ name, values }) => name.toUpperCase() !== 'VALUE' || !/^uri$/i.test(values[0] ?? ''),
    ),
  }
}

const dayIn30 = /^\d{4}-?\d{2}-?\d{2}(?:T\d{2}:?\d{2}:?\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
/** Also parts of a day, as `--0412` and `1985` (RFC 6350, 4.3.1). */
const dayIn40 =
  /^(?:\d{4}(?:-?\d{2}-?\d{2}|-\d{2})?|--\d{2}-?\d{2}|--\d{2}|---\d{2})(?:T\d{2}(?::?\d{2}){0,2}(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/
const stamp = /^\d{8}T\d{6}(?:Z|[+-]\d{2}(?:\d{2})?)?$/
const lengthAndBreadth = /^-?[\d.]+;-?[\d.]+$/
const geoAddress = /^geo:-?[\d.]+,-?[\d.]+/i

/** How the values must look that readers of that version take apart. */
const shapes: Readonly<Record<WrittenVersion, Readonly<Record<string, RegExp>>>> = {
  '3.0': { REV: dayIn30, GEO: lengthAndBreadth, BDAY: dayIn30 },
  '4.0': { REV: stamp, GEO: geoAddress, BDAY: dayIn40, ANNIVERSARY: dayIn40 },
}
/** In 4.0 they may be in words, if the card says so. */
const maybeInWords = new Set(['BDAY', 'ANNIVERSARY'])

function fits(property: Property, version: WrittenVersion): boolean {
  const { name, value } = property
  const kind = parameterOf(property, 'VALUE')?.toLowerCase()
  if (name === 'AGENT') return kind === 'uri'
  if (kind === 'text' && version === '4.0' && maybeInWords.has(name)) return true
  return shapes[version][name]?.test(value.trim()) ?? true
}

function hidden(property: Property): Property {
  return renamed(property, property.name === 'MEMBER' ? nameIn30('MEMBER') : `X-${property.name}`)
}

function withCleanParameters(property: Property): Property {
  return {
    ...property,
    parameters: property.parameters.map((one) => ({ ...one, values: one.values.map(inOneLine) })),
  }
}

/** Without quotation marks and line ends, also where they stand as ^' and ^n (RFC 6868). */
function inOneLine(value: string): string {
  return value
    .replaceAll(/\^'|"/g, "'")
    .replaceAll(/\^n|\\n|[\r\n]+/gi, ' ')
    .trim()
}

/** Words of TYPE that this property does not have there go behind an x-, where readers find them again. */
function labelled(
  property: Property,
  version: WrittenVersion,
  nextGroup: () => string,
): Property[] {
  const place = version === '3.0' && property.name === 'EMAIL' ? placeOf(property) : null
  const parameters = property.parameters.map((one) =>
    one.name === '' || one.name.toUpperCase() === 'TYPE'
      ? { ...one, values: one.values.map((value) => hiddenTypes(property.name, value, version)) }
      : one,
  )
  if (place === null || property.group !== null) return [{ ...property, parameters }]
  const group = nextGroup()
  return [{ ...property, group, parameters }, newProperty('X-ABLabel', place, { group })]
}

function hiddenTypes(property: string, value: string, version: WrittenVersion): string {
  return value
    .split(',')
    .map((type) => hiddenType(property, type, version))
    .join(',')
}

/** Apple's own words for the two places, which programs that read labels all know. */
function placeOf(property: Property): string | null {
  const types = typesOf(property)
  if (types.includes('work')) return '_$!<Work>!$_'
  return types.includes('home') ? '_$!<Home>!$_' : null
}

function named(property: Property, name: string): Property {
  return name === property.name ? property : renamed(property, name)
}

function renamed(property: Property, written: string): Property {
  return { ...property, name: written.toUpperCase(), written }
}
