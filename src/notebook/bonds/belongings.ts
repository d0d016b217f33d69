import { type Day, isDay } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Belonging, Same, Stood, Undecided } from '../people/bond.ts'
import { narrowest } from '../people/merged.ts'
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
 * written among those of everybody; other things are given to whom one names, and mean all only under the head.
 */
function candidatesOf(held: Undecided, bonds: readonly Same[]): Set<PersonId> {
  const since = bonds.filter(({ stood }) => {
    const then = stood[held.with]
    return then !== undefined && !isAmong(held, then)
  })
  const isOfAll = everybodys.has(held.kind) || since.every(({ people }) => people[0] === held.with)
  const candidates = isOfAll ? since.flatMap(({ stood }) => Object.keys(stood)) : []
  return new Set([held.with, ...candidates.map((one) => id('person', one))])
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

/** Things that could belong to more than one of the parts. */
export function undecidedAmong<Thing extends Undecided>(
  things: readonly Thing[],
  bonds: readonly Same[],
  parts: Parts,
): Thing[] {
  return things.filter((thing) => {
    const candidates = candidatesOf(thing, bonds)
    return parts.filter((part) => part.some((one) => candidates.has(one))).length > 1
  })
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
