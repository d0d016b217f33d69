import type { Day } from '../../kit/days.ts'
import type { BondId, PersonId } from '../../kit/ids.ts'
import type { Consent } from './person.ts'

/** What of two records competes, so that the owner may choose between them. */
export const choosable = [
  'name',
  'names',
  'roles',
  'channels',
  'places',
  'dates',
  'labels',
  'fields',
  'meeting',
  'words',
] as const
export type Choosable = (typeof choosable)[number]

/** The record whose value is shown, or that those of all are; what is not chosen is hidden, not gone. */
export type Choices = Readonly<Partial<Record<Choosable, PersonId | 'both'>>>

/** Kinds of things that a record holds and that can be given to the other of two. */
export const belongingKinds = [
  'conversation',
  'introduction',
  'line',
  'voice',
  'value',
  'through',
  'consent',
] as const

/** Something that was given to one record and may be meant for another. */
export interface Belonging {
  readonly kind: (typeof belongingKinds)[number]
  readonly id: string
}

/** What a record held at the moment of a merge: what came later was given to all who were one by then. */
export interface Stood {
  /** Ids of conversations, of introductions, of lines in notes about the person, of voices and of people met through them. */
  readonly things: readonly string[]
  /** A short digest of each value: see `markOf`. */
  readonly values: readonly string[]
  readonly consent: Consent
}

/** These records are one person. The first is the one that the owner kept. */
export interface Same {
  readonly id: BondId
  readonly kind: 'same'
  readonly people: readonly PersonId[]
  readonly choices: Choices
  readonly stood: Readonly<Record<PersonId, Stood>>
  readonly on: Day
}

/** Nobody of the one side is anybody of the other, whatever a program thinks. */
export interface Distinct {
  readonly id: BondId
  readonly kind: 'distinct'
  readonly people: readonly PersonId[]
  readonly others: readonly PersonId[]
  readonly on: Day
}

/** They were one and were parted again; what nobody could know is still to be said. */
export interface Parted {
  readonly id: BondId
  readonly kind: 'parted'
  readonly people: readonly PersonId[]
  readonly undecided: readonly Undecided[]
  readonly on: Day
}

/** It stays with this record until the owner says whose it is. */
export interface Undecided extends Belonging {
  readonly with: PersonId
  /** Whose it may be, as far as not all of the parting come into question. */
  readonly among?: readonly PersonId[]
}

export type Bond = Same | Distinct | Parted

/** Records that are one person: the head first, the others in the order of their ids. */
export interface Group {
  readonly head: PersonId
  readonly members: readonly PersonId[]
  readonly choices: Choices
}

/** Everybody whom a bond speaks of. */
export function peopleOfBond(bond: Bond): PersonId[] {
  return bond.kind === 'distinct' ? [...bond.people, ...bond.others] : [...bond.people]
}

/**
 * The groups that these bonds make, directly or through others. The head is who was kept in the oldest merge and was
 * never merged into anybody; where bonds run in a circle, who was kept in the oldest.
 */
export function groupsFrom(bonds: readonly Same[]): Group[] {
  const oldestFirst = bonds.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const groups = new Map<PersonId, Set<PersonId>>()
  for (const { people } of oldestFirst) {
    const joined = new Set(people.flatMap((one) => [...(groups.get(one) ?? [one])]))
    for (const one of joined) groups.set(one, joined)
  }
  const merged = new Set(oldestFirst.flatMap(({ people }) => people.slice(1)))
  const bondsOf = Map.groupBy(oldestFirst, ({ people }) => people[0] && groups.get(people[0]))
  return [...bondsOf].flatMap(([group, own]) => {
    const kept = own.flatMap(({ people }) => people[0] ?? [])
    const head = kept.find((one) => !merged.has(one)) ?? kept[0]
    if (group === undefined || head === undefined || group.size < 2) return []
    return [{ head, members: headFirst(head, group), choices: choicesOf(own) }]
  })
}

export function headFirst(head: PersonId, members: Iterable<PersonId>): PersonId[] {
  return [head, ...[...members].filter((one) => one !== head).toSorted()]
}

/** What was chosen last holds. */
function choicesOf(bonds: readonly Same[]): Choices {
  return Object.assign({}, ...bonds.map(({ choices }) => choices))
}

/** Two people in either order, as one text. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
