import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import type { Bond, Group, Parted, Same, Undecided } from '../people/bond.ts'
import { groupsAround, sameBondsOf } from '../people/groups.store.ts'
import { loadPeople, personKind } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { consentHeld, consentsBefore, heldBy, thingsHeldBy } from './belongings.operations.ts'
import {
  consentApart,
  consentId,
  type Held,
  knownAcross,
  type Parts,
  stoodNow,
  undecidedAmong,
  withDecided,
  withoutRecord,
} from './belongings.ts'
import { bondKind, partedBonds } from './bonds.store.ts'
import { type Gift, giveAway } from './giving.operations.ts'

/** A group on the point of falling apart. */
export interface Parting {
  readonly group: Group
  readonly records: readonly Person[]
  readonly bonds: readonly Same[]
  /** Earlier partings of any of them, with what these left open. */
  readonly partings: readonly Parted[]
  /** Who is one person afterwards, those who go first. */
  readonly parts: Parts
  readonly held: readonly Held[]
  readonly undecided: readonly Held[]
}

/** What parting would do, or null for who is one record alone. By the record that was kept all are parted. */
export async function partingOf(
  ctx: Reading,
  id: PersonId,
  { only }: { readonly only: boolean },
): Promise<Parting | null> {
  const group = (await groupsAround(ctx.db, ctx.owner, [id])).get(id)
  if (!group) return null
  const found = await loadPeople(ctx.db, ctx.owner, group.members)
  const records = group.members.flatMap((one) => found.get(one) ?? [])
  const bonds = await sameBondsOf(ctx.db, ctx.owner, group.members)
  const partings = await partedBonds(ctx.db, ctx.owner, group.members)
  const held = [...(await heldBy(ctx, records)), ...consentHeld(records, bonds)]
  const parts = partsOf(group, id, only)
  const undecided = undecidedAmong(held, { bonds, partings }, parts)
  return { group, records, bonds, partings, parts, held, undecided }
}

function partsOf({ head, members }: Group, id: PersonId, only: boolean): Parts {
  if (members.length === 2 || (id === head && !only)) return members.map((one) => [one])
  return [[id], members.filter((one) => one !== id)]
}

/** Parts them, moves what is given, and keeps what is still open. What is still open. */
export async function part(
  ctx: Writing,
  parting: Parting,
  gifts: readonly Gift[],
): Promise<readonly Held[]> {
  const { group, bonds, partings, parts, held, undecided } = parting
  const open = new Map(undecided.map((thing) => [thing.id, thing]))
  for (const { thing } of gifts) if (!open.has(thing)) throw nothingToGive(ctx)
  for (const { to } of gifts) if (!group.members.includes(to)) throw notOneOfThem()
  await restoreConsents(ctx, parting)
  const given = gifts.flatMap(({ thing, to }) => {
    const gift = open.get(thing)
    return gift ? [{ held: gift, to }] : []
  })
  await giveAway(ctx, given)
  for (const { thing } of gifts) open.delete(thing)
  await closeIn(ctx, group.members, new Set(gifts.map(({ thing }) => thing)))
  const after = await bondsAfter(ctx, parting)
  for (const bond of bonds) if (!after.has(bond.id)) after.set(bond.id, bond)
  const kept = [...after.values()].filter((bond) => bond?.kind === 'same')
  const known = knownAcross(
    held.filter(({ id }) => !given.some((gift) => gift.held.id === id)),
    { before: { bonds, partings }, after: { bonds: kept, partings } },
  )
  for (const bond of kept) after.set(bond.id, withDecided(bond, [...given, ...known.decided]))
  await ctx.record.keepAll(bondKind, after)
  const parted = partedInto(ctx, parts, known.open)
  await ctx.record.keep(bondKind, parted.id, parted)
  return [...open.values()]
}

/** What is decided is no longer open, in whichever parting it was. */
export async function closeIn(
  ctx: Writing,
  people: readonly PersonId[],
  decided: ReadonlySet<string>,
): Promise<void> {
  const partings = await partedBonds(ctx.db, ctx.owner, people)
  const closed = partings.map((parting) => {
    const undecided = parting.undecided.filter(({ id }) => !decided.has(id))
    return [parting.id, { ...parting, undecided }] as const
  })
  await ctx.record.keepAll(bondKind, new Map(closed))
}

export function nothingToGive({ caller }: Reading): Problem {
  return new Problem('thing.unknown', 'There is nothing of this id to be decided', {
    safe: 'Nothing was changed.',
    mend: inWordsOf(caller, {
      command: 'What is open is listed by: sobremesa people parting.',
      web: 'What is open stands on their page.',
      program: 'What is open is listed by people.parting.',
    }),
  })
}

function notOneOfThem(): Problem {
  return new Problem('person.unknown', 'It can be given only to one of those who were one', {
    safe: 'Nothing was changed.',
  })
}

export function partedInto(ctx: Writing, parts: Parts, left: readonly Undecided[]): Parted {
  return {
    id: ctx.newId('bond'),
    kind: 'parted',
    people: parts.flat(),
    undecided: left,
    on: ctx.today(),
  }
}

/** What somebody answered while these were one allows none of them more than theirs did before. */
export async function restoreConsents(
  ctx: Writing,
  { records, bonds }: Pick<Parting, 'records' | 'bonds'>,
): Promise<void> {
  const restored = records.map((person) => {
    const consent = consentApart(person.consent, consentsBefore(person.id, bonds))
    const same = consentId(consent) === consentId(person.consent)
    return [person.id, same ? person : { ...person, consent }] as const
  })
  await ctx.record.keepAll(personKind, new Map(restored))
}

/** The bonds there are when the first part has left; null for those that are gone. */
export async function bondsAfter(
  ctx: Writing,
  { group, bonds, parts }: Pick<Parting, 'group' | 'bonds' | 'parts'>,
): Promise<Map<string, Bond | null>> {
  const gone = new Map<string, Bond | null>(bonds.map((bond) => [bond.id, null]))
  const [leaving] = parts[0] ?? []
  if (leaving === undefined || parts.every((one) => one.length === 1)) return gone
  const { kept, removed, orphans } = withoutRecord(bonds, leaving)
  for (const bond of kept) gone.set(bond.id, withChoicesAmong(bond, group, leaving))
  for (const bond of bonds) {
    if (!kept.some(({ id }) => id === bond.id) && !removed.includes(bond)) gone.delete(bond.id)
  }
  const fresh = await bondOfOrphans(ctx, { group, bonds, leaving, orphans })
  if (fresh) gone.set(fresh.id, fresh)
  return gone
}

function withChoicesAmong(bond: Same, group: Group, leaving: PersonId): Same {
  const choices = Object.entries(bond.choices).filter(([, chosen]) => chosen !== leaving)
  return { ...bond, choices: Object.fromEntries(choices) }
}

/** The one who was kept goes, and the others stay one person: the first of them is the head now. */
async function bondOfOrphans(
  ctx: Writing,
  {
    group,
    bonds,
    leaving,
    orphans,
  }: {
    readonly group: Group
    readonly bonds: readonly Same[]
    readonly leaving: PersonId
    readonly orphans: readonly PersonId[]
  },
): Promise<Same | null> {
  if (orphans.length < 2) return null
  const members = group.members.filter((one) => one !== leaving)
  const found = await loadPeople(ctx.db, ctx.owner, members)
  const things = await thingsHeldBy(ctx, members)
  const stood = [...found.values()].map((person) => [
    person.id,
    stoodNow(person, things.get(person.id) ?? []),
  ])
  const choices = Object.entries(group.choices).filter(([, chosen]) => chosen !== leaving)
  return {
    id: ctx.newId('bond'),
    kind: 'same',
    people: orphans,
    choices: Object.fromEntries(choices),
    stood: Object.fromEntries(stood),
    on: bonds[0]?.on ?? ctx.today(),
  }
}
