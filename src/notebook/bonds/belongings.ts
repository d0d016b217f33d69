import { type Day, isDay } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import {
  type Belonging,
  choosable,
  type Group,
  groupsFrom,
  type Parted,
  type Same,
  type Stood,
  type Undecided,
} from '../people/bond.ts'
import { narrowest } from '../people/consent.ts'
import {
  type Consent,
  namingAnswers,
  notesAnswers,
  type Person,
  sharingAnswers,
} from '../people/person.ts'
import { valuesOf } from './values.ts'

/** A thing of a record, and what it is called where the owner is asked whose it is. */
export interface Held extends Undecided {
  readonly words: string
  readonly day: Day | null
}

/** What a record holds now, to tell later what came since. */
export function stoodNow(person: Person, things: readonly string[]): Stood {
  return { things, values: valuesOf(person).map((value) => value.id), consent: person.consent }
}

/**
 * The records that a thing may be meant for: its own, and all who were one with it when it came. Lines of notes are
 * written among those of everybody; other things are given to whom one names, and mean all only under the head, or
 * where a choice shows the values of that record alone.
 */
function candidatesOf(held: Undecided, bonds: readonly Same[]): Set<PersonId> {
  const since = bonds.filter(({ stood }) => {
    const then = stood[held.with]
    return then !== undefined && !isAmong(held, then)
  })
  // A bond may still speak of somebody who has left.
  const group = groupsFrom(bonds).find(({ members }) => members.includes(held.with))
  const isOfAll =
    everybodys.has(held.kind) ||
    since.every(({ people }) => people[0] === held.with) ||
    (group !== undefined && isShownAlone(held, group))
  const candidates = isOfAll ? since.flatMap(({ stood }) => Object.keys(stood)) : []
  const there = new Set(group?.members)
  return new Set([
    held.with,
    ...candidates.map((one) => id('person', one)).filter((one) => there.has(one)),
  ])
}

/** Whatever is written of this part goes to the record whose values are chosen, whomever it is meant for. */
function isShownAlone({ kind, id: value, with: keeper }: Undecided, { choices }: Group): boolean {
  if (kind !== 'value') return false
  const part = choosable.find((one) => value.split(':')[0] === one)
  if (part === undefined) return false
  return choices[part] === keeper || (part === 'names' && choices.name === keeper)
}

const everybodys: ReadonlySet<string> = new Set(['line', 'consent'])

function isAmong(held: Belonging, then: Stood): boolean {
  return (held.kind === 'value' ? then.values : then.things).includes(held.id)
}

/** What the owner gave to a record is that record's from then on, also where it is still one with others. */
export function withDecided(
  bond: Same,
  gifts: readonly { readonly held: Belonging; readonly to: PersonId }[],
): Same {
  const stood = Object.entries(bond.stood).map(([one, then]): [string, Stood] => {
    const own = gifts.flatMap(({ held, to }) => (to === one && !isAmong(held, then) ? [held] : []))
    const idsOf = (values: boolean) =>
      own.flatMap((held) => ((held.kind === 'value') === values ? [held.id] : []))
    const things = [...then.things, ...idsOf(false)]
    return [one, own.length ? { ...then, things, values: [...then.values, ...idsOf(true)] } : then]
  })
  return { ...bond, stood: Object.fromEntries(stood) }
}

/** How a group falls apart: each of these parts is one person afterwards, its head first. */
export type Parts = readonly (readonly PersonId[])[]

/** What tells whose things are: who is one now, and what earlier partings left open. */
export interface Told {
  readonly bonds: readonly Same[]
  readonly partings: readonly Parted[]
}

function candidatesIn(held: Undecided, { bonds, partings }: Told): Set<PersonId> {
  const open = partings.flatMap(({ people, undecided }) =>
    undecided
      .filter((one) => one.id === held.id && one.with === held.with)
      .flatMap(({ among }) => among ?? people),
  )
  return new Set([...candidatesOf(held, bonds), ...open])
}

/** Things that could belong to more than one of the parts. */
export function undecidedAmong<Thing extends Undecided>(
  things: readonly Thing[],
  told: Told,
  parts: Parts,
): Thing[] {
  return things.filter((thing) => {
    const candidates = candidatesIn(thing, told)
    return parts.filter((part) => part.some((one) => candidates.has(one))).length > 1
  })
}

/**
 * What is known of things and would be lost as bonds change: `decided` are those that the new bonds would ask about
 * although it is known whose they are, `open` those that may still be of several, with all of these but who is `gone`.
 */
export function knownAcross(
  things: readonly Undecided[],
  {
    before,
    after,
    gone,
  }: { readonly before: Told; readonly after: Told; readonly gone?: PersonId },
): {
  readonly decided: readonly { readonly held: Undecided; readonly to: PersonId }[]
  readonly open: readonly Undecided[]
} {
  const decided: { held: Undecided; to: PersonId }[] = []
  const open: Undecided[] = []
  for (const { kind, id: thing, with: keeper } of things) {
    const held = { kind, id: thing, with: keeper }
    const was = candidatesIn(held, before)
    if (gone !== undefined) was.delete(gone)
    const is = candidatesIn(held, after)
    const isMore = [...is].some((one) => !was.has(one))
    if (isMore) decided.push({ held, to: keeper })
    if (was.size > 1 && (isMore || is.size < was.size)) open.push({ ...held, among: [...was] })
  }
  return { decided, open }
}

/**
 * The bonds that are left when one record leaves its group. Who was merged into it stays with the others: with whom it
 * was merged into, or under the first of them, in a bond for which `fresh` is asked.
 */
export function withoutRecord(
  bonds: readonly Same[],
  gone: PersonId,
): {
  readonly kept: readonly Same[]
  readonly removed: readonly Same[]
  readonly orphans: PersonId[]
} {
  const removed = bonds.filter(({ people }) => people[0] === gone)
  const orphans = [...new Set(removed.flatMap(({ people }) => people.slice(1)))]
  const parent = bonds.find(({ people }) => people.indexOf(gone) > 0)
  const changed = bonds
    .filter(({ people }) => people.indexOf(gone) > 0)
    .map((bond) => {
      const more = bond === parent ? orphans.filter((one) => !bond.people.includes(one)) : []
      const people = [...bond.people.filter((one) => one !== gone), ...more]
      const stood = Object.fromEntries(Object.entries(bond.stood).filter(([one]) => one !== gone))
      return { ...bond, people, stood }
    })
  return {
    kept: changed.filter(({ people }) => people.length > 1),
    removed: [...removed, ...bonds.filter((bond) => isGone(bond, changed))],
    orphans: parent ? [] : orphans,
  }
}

function isGone(bond: Same, changed: readonly Same[]): boolean {
  return changed.some(({ id: one, people }) => one === bond.id && people.length < 2)
}

function answersOf({ notes, naming, sharing }: Consent): string {
  return `${notes} ${naming} ${sharing}`
}

/** An answer that was given while they were one holds for each as far as it allows no more than theirs did before. */
export function consentApart(now: Consent, before: readonly Consent[]): Consent {
  if (before.every((one) => answersOf(one) === answersOf(now))) return now
  return { ...narrowest([now, ...before]), on: now.on }
}

/** An answer as the id of a thing that can be given; it is kept nowhere else once they are parted. */
export function consentId({ notes, naming, sharing, on }: Consent): string {
  return ['consent', notes, naming, sharing, on ?? ''].join(':')
}

export function consentFrom(text: string): Consent | null {
  const [, notes, naming, sharing, on = ''] = text.split(':')
  const said = {
    notes: notesAnswers.find((one) => one === notes),
    naming: namingAnswers.find((one) => one === naming),
    sharing: sharingAnswers.find((one) => one === sharing),
  }
  if (!said.notes || !said.naming || !said.sharing) return null
  return {
    notes: said.notes,
    naming: said.naming,
    sharing: said.sharing,
    on: isDay(on) ? on : null,
  }
}

export function answersInWords(text: string): string {
  const consent = consentFrom(text)
  if (!consent) return 'their answers'
  const { notes, naming, sharing } = consent
  return `their answers: notes ${notes}, naming ${naming}, sharing ${sharing}`
}
