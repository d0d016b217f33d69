import type { Property, VCard } from '../../formats/vcard/card.ts'
import { convertProperty } from '../../formats/vcard/convert.ts'
import { groupsBesides } from '../../formats/vcard/groups.ts'
import { strictly } from '../../formats/vcard/strict.ts'
import { cutAt, escapeText, textOf } from '../../formats/vcard/values.ts'
import { newProperty, writeCard, type WrittenVersion } from '../../formats/vcard/write.ts'
import { changesBetween, type PersonInCard } from './card-changes.ts'
import { type Understood, understand } from './card-property.ts'
import { addedProperties, mergeProperty, nameInCard } from './merge-property.ts'
import { fullNameProperty, partsProperty, type Writing } from './new-properties.ts'
import {
  isOwn,
  ownMeetingProperties,
  ownNameProperties,
  ownRoleProperties,
} from './own-properties.ts'
import { personOf } from './person-of.ts'

export interface CardOptions {
  readonly version: WrittenVersion
  /** Written as `urn:uuid:` where the originals have no UID. */
  readonly uid: string
  /** The cards that other programs gave for this person; the first is the one that is changed. */
  readonly originals?: readonly VCard[]
  /** Names that other records of the same person are listed by. */
  readonly alsoCalled?: readonly string[]
  /** The UID that the card of whoever introduced them goes out with. */
  readonly metThrough?: string | null
  /** To the letter of the version, also where an original was not: see strict.ts. */
  readonly strict?: boolean
}

/**
 * A person as the text of a card. Into the original only what differs is written: properties,
 * parameters, groups and order that we know nothing of stay as they were, also those of further
 * originals. What 2.1 wrote in quoted-printable or an old charset goes out in UTF-8. What the words of
 * cards cannot say goes out in our own (own-properties.ts). Consent and fields stay at home: they are
 * the owner's, and a file may not answer for somebody.
 */
export function cardOfPerson(person: PersonInCard, options: CardOptions): string {
  const { version, originals = [], alsoCalled = [], metThrough = null, strict } = options
  const [base, ...others] = originals.map((card) => converted(card, version))
  const properties = mergedWith(base ?? { version, properties: [] }, person, version)
  const known = new Set(properties.map(keyOf))
  const names = otherNames(alsoCalled, properties, version)
  const further = others
    .flatMap((card, at) => keptOf(card, at + 2))
    .filter((property) => !known.has(keyOf(property)))
    .filter(({ name }, at, all) => !oneEach.has(name) || isFirst(name, at, [properties, all]))
  const uid = properties.some((property) => property.name === 'UID' && property.value !== '')
    ? []
    : [newProperty('UID', `urn:uuid:${options.uid}`)]
  const all = [...uid, ...properties, ...names, ...further]
  const own = ownProperties(person, { version, properties: all }, metThrough)
  const whole = [...all, ...own]
  return writeCard(strict ? strictly(whole, version) : whole, version)
}

function converted(card: VCard, version: WrittenVersion): VCard {
  return {
    version,
    properties: card.properties.map((property) => convertProperty(property, card.version, version)),
  }
}

function mergedWith(card: VCard, person: PersonInCard, version: WrittenVersion): Property[] {
  const understood = understand(card)
  const changes = changesBetween(understood, person)
  const writing: Writing = {
    version,
    nextGroup: groupsBesides(card.properties, 'item'),
    nextRole: groupsBesides(
      card.properties.filter(({ group }) => changes.roles.kept.has(group?.toLowerCase() ?? '')),
      'role',
    ),
  }
  const merged = understood
    .filter(({ property }) => !isOwn(property))
    .flatMap((one) => mergeProperty(one, changes, writing))
  const all = [...withNamesOf(merged, person, writing), ...addedProperties(changes, writing)]
  return all.filter((one) => !isLabel(one) || labelsSomething(one, all) || isStray(one, card))
}

/** What the properties of others have no room for: roles with years, how they were met, further names. */
function ownProperties(person: PersonInCard, card: VCard, metThrough: string | null): Property[] {
  const said = understand(card).flatMap((one) => one.said ?? [])
  const { names } = personOf(said, { by: 'import', on: '1970-01-01' })
  const unsaid = person.names.filter(
    ({ part, text }) => !names.some((one) => one.part === part && one.text === text),
  )
  return [
    ...ownNameProperties(unsaid),
    ...ownRoleProperties(person.roles),
    ...ownMeetingProperties(person.meeting, metThrough),
  ]
}

function isLabel({ name }: Property): boolean {
  return name === 'X-ABLABEL'
}

/** FN and N are always there, and say what the person is called now. */
function withNamesOf(
  properties: readonly Property[],
  person: PersonInCard,
  writing: Writing,
): Property[] {
  const full = nameInCard(person)
  const has = (name: string) => properties.some((property) => property.name === name)
  return [
    ...(has('FN') ? [] : [fullNameProperty(person.names, full, writing)]),
    ...(has('N') ? [] : [partsProperty(person.names, full, writing)]),
    ...properties,
  ]
}

function labelsSomething(label: Property, properties: readonly Property[]): boolean {
  return properties.some((one) => one.group === label.group && !isLabel(one))
}

/** What labelled nothing when it came goes out as it came. */
function isStray(label: Property, { properties }: VCard): boolean {
  return properties.includes(label) && !labelsSomething(label, properties)
}

/** They are about the card and not the person, or were said by what stands in the first already. */
const ofTheCard = new Set([
  'VERSION',
  'UID',
  'REV',
  'PRODID',
  'KIND',
  'N',
  'FN',
  'CLASS',
  'X-ABSHOWAS',
  'X-ABUID',
])

/** There is one of each in a card: the first that says it. */
const oneEach = new Set(['GENDER', 'SORT-STRING'])

function isFirst(
  name: string,
  at: number,
  [before, among]: readonly [readonly Property[], readonly Property[]],
): boolean {
  return (
    !before.some((one) => one.name === name) && among.findIndex((one) => one.name === name) === at
  )
}

/** Only a card of 4.0 has room for more than one full name; in others it is a name they also go by. */
function otherNames(
  names: readonly string[],
  properties: readonly Property[],
  version: WrittenVersion,
): Property[] {
  const said = properties.filter(({ name }) => name === 'FN' || name === 'NICKNAME')
  const there = new Set(said.map(({ value }) => textOf(value, version)))
  return names
    .filter((name) => !there.has(name))
    .map((name) =>
      version === '4.0'
        ? newProperty('FN', escapeText(name))
        : newProperty('NICKNAME', escapeText(name), {
            parameters: [{ name: 'X-DERIVED', values: ['true'] }],
          }),
    )
}

function keptOf(card: VCard, number: number): Property[] {
  const kept = understand(card).filter(
    ({ property, said }: Understood) =>
      said === null && property.value.trim() !== '' && !ofTheCard.has(property.name),
  )
  return kept.map(({ property }) =>
    newProperty(property.written, property.value, {
      group: property.group === null ? null : `${property.group}-${number}`,
      parameters: property.parameters,
    }),
  )
}

function keyOf({ name, value }: Property): string {
  return `${name}:${cutAt(';', value)
    .map((part) => textOf(part, '3.0'))
    .join(';')}`
}
