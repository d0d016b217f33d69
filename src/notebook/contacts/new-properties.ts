import type { Parameter, Property } from '../../formats/vcard/card.ts'
import { typeIn30, typeIn40 } from '../../formats/vcard/differences.ts'
import { escapeText, joinItems, joinParts } from '../../formats/vcard/values.ts'
import { newProperty, type WrittenVersion } from '../../formats/vcard/write.ts'
import type { Name, Role } from '../people/person.ts'
import { understand } from './card-property.ts'
import type { RoleChanges } from './role-changes.ts'
import type { Bare, BareChannel, BareDate, BareName, BarePlace } from './said.ts'

/** A group name that nothing in the card has yet, for a property and its label. */
export type NextGroup = () => string

export interface Writing {
  readonly version: WrittenVersion
  readonly nextGroup: NextGroup
  /** The same for what is said of one role. */
  readonly nextRole: NextGroup
}

const typeWords: Readonly<Record<string, string>> = { mobile: 'cell' }
const properties = { mail: 'EMAIL', phone: 'TEL', link: 'URL', message: 'IMPP' } as const

/**
 * A channel as a property, its label as TYPE where the reading of that gives the same label, and
 * else, word for word, as X-ABLabel in a group.
 */
export function channelProperties(channel: BareChannel, writing: Writing): Property[] {
  const { kind, label, value } = channel
  const name = properties[kind]
  const text =
    kind === 'message' ? `x-apple:${encodeURIComponent(value.toWellFormed())}` : escapeText(value)
  const preferred = channel.preferred ? preference(writing.version) : []
  if (label === null) {
    const address = kind === 'message' ? `im:${encodeURIComponent(value.toWellFormed())}` : text
    return [newProperty(name, address, { parameters: preferred })]
  }
  const typeOf = writing.version === '4.0' ? typeIn40 : typeIn30
  const types = label.split(' ').map((word) => typeOf(name, typeWords[word] ?? word))
  const said: Parameter =
    kind === 'message'
      ? { name: 'X-SERVICE-TYPE', values: [label] }
      : { name: 'TYPE', values: types }
  const typed = newProperty(name, text, { parameters: [said, ...preferred] })
  if (isSimple(label) && reads(typed, channel)) return [typed]
  const group = writing.nextGroup()
  return [newProperty(name, text, { group, parameters: preferred }), labelProperty(group, label)]
}

/** In a parameter several spaces would become one. */
function isSimple(label: string): boolean {
  return !label.includes('  ') && /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(label)
}

function reads(property: Property, channel: BareChannel): boolean {
  const said = understand({ version: '3.0', properties: [property] })[0]?.said?.[0]
  const read = said?.of === 'channels' ? said.channels[0] : undefined
  return read?.label === channel.label && read.value === channel.value
}

function preference(version: WrittenVersion): Parameter[] {
  return version === '4.0'
    ? [{ name: 'PREF', values: ['1'] }]
    : [{ name: 'TYPE', values: ['pref'] }]
}

function labelProperty(group: string, label: string): Property {
  return newProperty('X-ABLabel', escapeText(label), { group })
}

export function placeProperties(place: BarePlace, writing: Writing): Property[] {
  const { label, street, locality, region, postcode, country } = place
  const parts = ['', '', street, locality, region, postcode, country].map((part) => part ?? '')
  const value = joinParts(parts)
  if (label === null) return [newProperty('ADR', value)]
  if (label === 'home' || label === 'work') {
    return [newProperty('ADR', value, { parameters: [{ name: 'TYPE', values: [label] }] })]
  }
  const group = writing.nextGroup()
  return [newProperty('ADR', value, { group }), labelProperty(group, label)]
}

/** 3.0 knows only birthdays; other dates go the way that Apple and Google take, which most programs read. */
export function dateProperties({ what, date }: BareDate, writing: Writing): Property[] {
  if (what === 'birthday') return [datedProperty('BDAY', date, writing.version)]
  if (what === 'anniversary' && writing.version === '4.0') {
    return [datedProperty('ANNIVERSARY', date, '4.0')]
  }
  const dated = datedProperty('X-ABDATE', date, '3.0')
  if (what === 'date') return [dated]
  const group = writing.nextGroup()
  return [{ ...dated, group }, labelProperty(group, what)]
}

/** Apple's leap year without meaning, 1604, stands for a year that is not known; 4.0 can leave it out. */
function datedProperty(name: string, date: string, version: WrittenVersion): Property {
  const yearless = /^--(\d{2})-(\d{2})$/.exec(date)
  const isFull = /^\d{4}-\d{2}-\d{2}$/.test(date)
  if (version === '4.0' && (yearless || isFull)) {
    return newProperty(name, yearless ? `--${yearless[1]}${yearless[2]}` : date.replaceAll('-', ''))
  }
  if (yearless) {
    const parameters = [{ name: 'X-APPLE-OMIT-YEAR', values: ['1604'] }]
    return newProperty(name, `1604-${yearless[1]}-${yearless[2]}`, { parameters })
  }
  const parameters = isFull ? [] : [{ name: 'VALUE', values: ['text'] }]
  return newProperty(name, isFull ? date : escapeText(date), { parameters })
}

const partsOfN = ['family', 'given', 'additional', 'prefix', 'suffix'] as const

export function textsOf(names: readonly BareName[], part: Name['part']): string[] {
  return names.filter((name) => name.part === part).map((name) => name.text)
}

/** The whole name: as somebody gave it, or made from what there is, and then said to be. */
export function fullNameProperty(
  names: readonly BareName[],
  made: string,
  writing: Writing,
): Property {
  const [full] = textsOf(names, 'full')
  return newProperty('FN', escapeText(full ?? made), full === undefined ? derived(writing) : {})
}

/** N must be there, so where no part of a name is known, the whole stands for it. */
export function partsProperty(
  names: readonly BareName[],
  full: string,
  writing: Writing,
): Property {
  // Two imports may give two forms of one part; what N has no room for goes out in a property of our own.
  const parts = partsOfN.map((part) => textsOf(names, part).slice(0, 1))
  if (parts.every((texts) => texts.length === 0)) {
    return newProperty('N', `;${escapeText(full)};;;`, derived(writing))
  }
  return newProperty('N', joinParts(parts.map(([text = '']) => text)))
}

function derived({ version }: Writing): { parameters: Parameter[] } {
  return { parameters: [{ name: version === '4.0' ? 'DERIVED' : 'X-DERIVED', values: ['true'] }] }
}

export function nicknameProperties(nicknames: readonly string[]): Property[] {
  return nicknames.length === 0 ? [] : [newProperty('NICKNAME', joinItems(nicknames))]
}

export function maidenProperties(names: readonly string[]): Property[] {
  return names.map((name) => newProperty('X-MAIDENNAME', escapeText(name)))
}

export function pronunciationProperties(spoken: readonly string[]): Property[] {
  return spoken.slice(0, 1).map((text) => newProperty('X-PHONETIC-FIRST-NAME', escapeText(text)))
}

export function labelsProperties(words: readonly string[]): Property[] {
  return words.length === 0 ? [] : [newProperty('CATEGORIES', joinItems(words))]
}

export function wordsProperties(words: string): Property[] {
  return words.trim() === '' ? [] : [newProperty('NOTE', escapeText(words.trim()))]
}

/** Each of several roles gets a group of its own, so that each title keeps its organisation. */
export function roleProperties({ kept, added }: RoleChanges, { nextRole }: Writing): Property[] {
  const isOnly = kept.size === 0 && added.length === 1
  return added.flatMap((role) => {
    const group = isOnly ? null : nextRole()
    const organisation = organisationValue(role)
    return [
      ...(organisation === null ? [] : [newProperty('ORG', organisation, { group })]),
      ...(role.title === null ? [] : [newProperty('TITLE', escapeText(role.title), { group })]),
    ]
  })
}

function organisationValue({ organisation, department }: Bare<Role>): string | null {
  if (organisation === null && department === null) return null
  return joinParts(department === null ? [organisation ?? ''] : [organisation ?? '', department])
}
