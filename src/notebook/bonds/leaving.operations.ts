import { id, type PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Bond, Distinct, Parted } from '../people/bond.ts'
import {
  bondIdsOf,
  groupsAround,
  headsOf,
  sameBondsOf,
  withTheirGroups,
} from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { bondKind } from './bonds.store.ts'
import { bondsAfter } from './parting.operations.ts'

/**
 * Records that are removed for good leave every bond; the others of their group stay one person. The ids of the bonds
 * that spoke of them.
 */
export async function leaveBonds(ctx: Writing, gone: readonly string[]): Promise<string[]> {
  const people = gone.map((one) => id('person', one))
  const touched = new Set<string>()
  for (const one of people) {
    const group = (await groupsAround(ctx.db, ctx.owner, [one])).get(one)
    if (!group) continue
    const bonds = await sameBondsOf(ctx.db, ctx.owner, group.members)
    const rest = group.members.filter((other) => other !== one)
    const after = await bondsAfter(ctx, { group, bonds, parts: [[one], rest] })
    await ctx.record.keepAll(bondKind, after)
    for (const bond of after.keys()) touched.add(bond)
  }
  for (const kind of ['distinct', 'parted'] as const) {
    const ids = await bondIdsOf(ctx.db, ctx.owner, kind, people)
    const found = await loadAll(ctx.db, ctx.owner, bondKind, ids)
    const after = [...found].map(([bond, doc]) => [bond, without(doc, new Set(people))] as const)
    await ctx.record.keepAll(bondKind, new Map(after))
    for (const bond of ids) touched.add(bond)
  }
  return [...touched]
}

function without(bond: Bond, gone: ReadonlySet<PersonId>): Bond | null {
  if (bond.kind === 'distinct') return withoutSides(bond, gone)
  if (bond.kind === 'parted') return withoutParted(bond, gone)
  return bond
}

function withoutSides(bond: Distinct, gone: ReadonlySet<PersonId>): Distinct | null {
  const people = bond.people.filter((one) => !gone.has(one))
  const others = bond.others.filter((one) => !gone.has(one))
  return people.length && others.length ? { ...bond, people, others } : null
}

function withoutParted(bond: Parted, gone: ReadonlySet<PersonId>): Parted | null {
  const people = bond.people.filter((one) => !gone.has(one))
  const undecided = bond.undecided.flatMap((one) => {
    if (gone.has(one.with)) return []
    const among = one.among?.filter((other) => !gone.has(other))
    return among === undefined ? [one] : among.length > 1 ? [{ ...one, among }] : []
  })
  return people.length > 1 ? { ...bond, people, undecided } : null
}

/**
 * With each record the others of the same person that went into the bin on the same day: they went together, and come
 * back or go together.
 */
export async function withRecordsBinnedAlike(
  ctx: Reading,
  ids: readonly string[],
): Promise<string[]> {
  const asked = ids.map((one) => id('person', one))
  const all = await withTheirGroups(ctx.db, ctx.owner, asked)
  if (all.length === new Set(ids).size) return [...ids]
  const groups = await groupsAround(ctx.db, ctx.owner, asked)
  const records = await loadPeople(ctx.db, ctx.owner, all)
  const binnedOn = (one: PersonId) => records.get(one)?.binnedOn ?? null
  const alike = asked.flatMap((one) =>
    (groups.get(one)?.members ?? []).filter(
      (other) => binnedOn(other) !== null && binnedOn(other) === binnedOn(one),
    ),
  )
  return [...new Set([...ids, ...alike])]
}

/** Of the records of one person that went into the bin together only the head is shown there. */
export async function shownInBin(ctx: Reading, ids: readonly string[]): Promise<string[]> {
  const people = ids.map((one) => id('person', one))
  const heads = await headsOf(ctx.db, ctx.owner, people)
  const records = await loadPeople(ctx.db, ctx.owner, [...new Set([...people, ...heads.values()])])
  return people.filter((one) => {
    const head = heads.get(one) ?? one
    return one === head || records.get(head)?.binnedOn !== records.get(one)?.binnedOn
  })
}
