import { nameOf, type Person, rolesNow } from '../people/person.ts'
import type { Understood } from './card-property.ts'
import { textsOf } from './new-properties.ts'
import { personOf } from './person-of.ts'
import { type RoleChanges, roleChanges } from './role-changes.ts'
import type { BareChannel, BareDate, BarePlace } from './said.ts'

export type PersonInCard = Omit<Person, 'id'>

/** What there is of one kind in the person now, beside what the card said of it. */
export interface Values<Value> {
  /** Whether the person still has a value that the card said. */
  has(value: Value): boolean
  /** Whether the card said it, as a whole. */
  knew(value: Value): boolean
  /** Takes a value that the card does not say, so that it is written once; null if none fits. */
  take(fits: (value: Value) => boolean): Value | null
  /** Those that the card does not say and nobody took. */
  left(): Value[]
}

/** How a person differs from what a card says of them. */
export interface Changes {
  readonly person: PersonInCard
  readonly channels: Values<BareChannel>
  readonly places: Values<BarePlace>
  readonly dates: Values<BareDate>
  readonly labels: Values<string>
  readonly nicknames: Values<string>
  readonly maiden: Values<string>
  readonly roles: RoleChanges
  /** One thing in a person and several properties in a card: is it still what they say together? */
  readonly same: {
    readonly words: boolean
    readonly spoken: boolean
    readonly names: boolean
  }
}

export function changesBetween(understood: readonly Understood[], person: PersonInCard): Changes {
  const said = understood.flatMap((one) => one.said ?? [])
  const before = personOf(said, { by: 'import', on: '1970-01-01' })
  const today = { ...person, roles: rolesNow(person) }
  return {
    person,
    channels: valuesOf(before.channels.map(bareChannel), person.channels.map(bareChannel)),
    places: valuesOf(before.places.map(barePlace), person.places.map(barePlace)),
    dates: valuesOf(before.dates.map(bareDate), person.dates.map(bareDate)),
    labels: valuesOf(wordsOfLabels(before), wordsOfLabels(person)),
    nicknames: valuesOf(textsOf(before.names, 'nickname'), textsOf(person.names, 'nickname')),
    maiden: valuesOf(textsOf(before.names, 'maiden'), textsOf(person.names, 'maiden')),
    roles: roleChanges(said, today.roles),
    same: {
      words: before.words === person.words.trim(),
      spoken: spokenAsText(before) === spokenAsText(person),
      names: namesAsText(before) === namesAsText(today),
    },
  }
}

function valuesOf<Value>(before: readonly Value[], now: readonly Value[]): Values<Value> {
  const keysNow = new Set(now.map((value) => JSON.stringify(value)))
  const keysBefore = new Set(before.map((value) => JSON.stringify(value)))
  let fresh = now.filter((value) => !keysBefore.has(JSON.stringify(value)))
  return {
    has: (value) => keysNow.has(JSON.stringify(value)),
    knew: (value) => keysBefore.has(JSON.stringify(value)),
    take(fits) {
      const found = fresh.find(fits) ?? null
      fresh = fresh.filter((value) => value !== found)
      return found
    },
    left: () => fresh,
  }
}

/** The fields that a card knows, always in the same order, since values are compared as text. */
export function bareChannel({ kind, value, label, preferred }: BareChannel): BareChannel {
  return { kind, value, label, preferred }
}

export function barePlace(place: BarePlace): BarePlace {
  const { label, street, locality, region, postcode, country } = place
  return { label, street, locality, region, postcode, country }
}

export function bareDate({ what, date }: BareDate): BareDate {
  return { what, date }
}

function wordsOfLabels(person: PersonInCard): string[] {
  return person.labels.map((label) => label.word)
}

/** All that makes up FN and N, and the address or organisation that stands for a name where there is none. */
function namesAsText({ names, channels, roles }: PersonInCard): string {
  const own = names.map(({ part, text }) => `${part} ${text}`).toSorted()
  return JSON.stringify([own, nameOf({ names, channels, roles })])
}

function spokenAsText({ names }: PersonInCard): string {
  return textsOf(names, 'pronunciation').join('\n')
}
