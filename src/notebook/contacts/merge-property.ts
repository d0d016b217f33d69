import type { Property } from '../../formats/vcard/card.ts'
import { itemsOf } from '../../formats/vcard/values.ts'
import { nameOf } from '../people/person.ts'
import {
  bareChannel,
  bareDate,
  barePlace,
  type Changes,
  type PersonInCard,
} from './card-changes.ts'
import type { Understood } from './card-property.ts'
import {
  channelProperties,
  dateProperties,
  fullNameProperty,
  labelsProperties,
  maidenProperties,
  nicknameProperties,
  partsProperty,
  placeProperties,
  pronunciationProperties,
  roleProperties,
  textsOf,
  wordsProperties,
  type Writing,
} from './new-properties.ts'
import { isOfRole } from './person-of.ts'
import { type BareChannel, type BareName, isEverybody, type Said } from './said.ts'

/** One property of the card and what it said; the change of it that the person asks for. */
interface Merging<Kind extends Said['of'] = Said['of']> {
  readonly property: Property
  readonly said: Extract<Said, { of: Kind }>
  readonly changes: Changes
  readonly writing: Writing
}

/** The property as it is to be written: itself, unless the person says something else by now. */
export function mergeProperty(one: Understood, changes: Changes, writing: Writing): Property[] {
  const { property } = one
  if (property.name === 'FN') return mergeFullName(one, changes, writing)
  if (property.name === 'N') return mergeParts(one, changes, writing)
  const said = one.said?.[0]
  if (!said) return [property]
  return merge({ property, said, changes, writing })
}

function merge(merging: Merging): Property[] {
  const { property, said, changes } = merging
  const keep = (same: boolean) => (same ? [property] : [])
  if (isOfRole(said)) return keep(changes.roles.kept.has(said.group ?? ''))
  if (isMadeAnew(said)) return []
  switch (said.of) {
    case 'names':
      return mergeNames({ ...merging, said })
    case 'spoken':
      return keep(changes.same.spoken)
    case 'channels':
      return mergeChannels({ ...merging, said })
    case 'place':
      return mergePlace({ ...merging, said })
    case 'date':
      return mergeDate({ ...merging, said })
    case 'labels':
      return mergeLabels({ ...merging, said })
    case 'words':
      break
  }
  return keep(changes.same.words)
}

/** What only properties of our own say. */
function isMadeAnew(said: Said): said is Extract<Said, { of: 'meeting' | 'years' | 'wholeRole' }> {
  return said.of === 'meeting' || said.of === 'years' || said.of === 'wholeRole'
}

/** What the person has and the card does not. */
export function addedProperties(changes: Changes, writing: Writing): Property[] {
  const { person, same, roles } = changes
  return [
    ...nicknameProperties(changes.nicknames.left()),
    ...maidenProperties(changes.maiden.left()),
    ...(same.spoken ? [] : pronunciationProperties(textsOf(person.names, 'pronunciation'))),
    ...changes.channels.left().flatMap((channel) => channelProperties(channel, writing)),
    ...changes.places.left().flatMap((place) => placeProperties(place, writing)),
    ...changes.dates.left().flatMap((date) => dateProperties(date, writing)),
    ...roleProperties(roles, writing),
    ...labelsProperties(changes.labels.left()),
    ...(same.words ? [] : wordsProperties(person.words)),
  ]
}

function mergeFullName(one: Understood, { person, same }: Changes, writing: Writing): Property[] {
  if (same.names) return [one.property]
  if (one.said === null) return isEmptyName(one.property) ? [] : [one.property]
  const said = namesIn(one)[0]?.text ?? ''
  if (textsOf(person.names, 'full').includes(said)) return [one.property]
  return [revised(one.property, fullNameProperty(person.names, nameInCard(person), writing))]
}

/** Other programs refuse a card without a name. */
export function nameInCard(person: PersonInCard): string {
  return nameOf(person) || 'No name'
}

/** N stays while the person has all its parts, and none of a kind that it lacks. */
function mergeParts(one: Understood, { person, same }: Changes, writing: Writing): Property[] {
  if (same.names) return [one.property]
  if (one.said === null) return isEmptyName(one.property) ? [] : [one.property]
  const said = namesIn(one)
  const wanted = person.names.filter((name) => inN.has(name.part))
  const isSame =
    said.length > 0 &&
    said.every(({ part, text }) =>
      wanted.some((name) => name.part === part && name.text === text),
    ) &&
    wanted.every((name) => said.some((other) => other.part === name.part))
  if (isSame) return [one.property]
  return [revised(one.property, partsProperty(person.names, nameInCard(person), writing))]
}

const inN = new Set(['family', 'given', 'additional', 'prefix', 'suffix'])

function isEmptyName(property: Property): boolean {
  return /^[;,\s]*$/.test(property.value)
}

function namesIn(one: Understood): readonly BareName[] {
  const said = one.said?.[0]
  return said?.of === 'names' ? said.names : []
}

function mergeNames({ property, said, changes }: Merging<'names'>): Property[] {
  const isPronunciation = said.names.every((name) => name.part === 'pronunciation')
  if (isPronunciation) return changes.same.spoken ? [property] : []
  const remaining = said.names.filter(({ part, text }) =>
    part === 'maiden' ? changes.maiden.has(text) : changes.nicknames.has(text),
  )
  if (remaining.length === said.names.length) return [property]
  if (remaining.length === 0) return []
  return nicknameProperties(remaining.map((name) => name.text)).map((made) =>
    revised(property, made),
  )
}

/** A channel whose label or address was changed stays in its place, with what other programs said about it. */
function mergeChannels({ property, said, changes, writing }: Merging<'channels'>): Property[] {
  const { channels } = changes
  const isSame = (channel: BareChannel) =>
    channels.has(channel) ||
    (!channels.knew(channel) && channels.has({ ...channel, preferred: true }))
  const remaining = said.channels.map(bareChannel).filter(isSame)
  if (remaining.length === said.channels.length) return [property]
  if (remaining.length > 0)
    return remaining.flatMap((channel) => channelProperties(channel, writing))
  const [old] = said.channels
  const now =
    channels.take((one) => one.kind === old?.kind && one.value === old.value) ??
    channels.take((one) => one.kind === old?.kind && one.label === old.label)
  return now ? revisedAll(property, channelProperties(now, writing)) : []
}

function mergePlace({ property, said, changes, writing }: Merging<'place'>): Property[] {
  const old = barePlace(said.place)
  if (changes.places.has(old)) return [property]
  const now = changes.places.take((one) => one.label === old.label)
  return now ? revisedAll(property, placeProperties(now, writing)) : []
}

function mergeDate({ property, said, changes, writing }: Merging<'date'>): Property[] {
  const old = bareDate(said.date)
  if (changes.dates.has(old)) return [property]
  const now = changes.dates.take((one) => one.what === old.what)
  return now ? revisedAll(property, dateProperties(now, writing)) : []
}

function mergeLabels({ property, said, changes }: Merging<'labels'>): Property[] {
  if (said.words.every((word) => changes.labels.has(word))) return [property]
  const remaining = itemsOf(property.value, '3.0').filter(
    (word) => isEverybody(word) || changes.labels.has(word),
  )
  return labelsProperties(remaining).map((made) => revised(property, made))
}

/** Said by what is written anew, so the old word on it goes. */
const replaced = new Set([
  '',
  'TYPE',
  'PREF',
  'VALUE',
  'ENCODING',
  'X-SERVICE-TYPE',
  'X-APPLE-OMIT-YEAR',
  'SORT-AS',
  'DERIVED',
  'X-DERIVED',
])

function revised(old: Property, made: Property): Property {
  const parameters = old.parameters.filter((one) => !replaced.has(one.name.toUpperCase()))
  return { ...made, parameters: [...made.parameters, ...parameters] }
}

function revisedAll(old: Property, made: readonly Property[]): Property[] {
  return made.map((property) => (property.name === 'X-ABLABEL' ? property : revised(old, property)))
}
