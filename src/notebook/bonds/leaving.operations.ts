import { id, type PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Bond, Group, Undecided } from '../people/bond.ts'
import {
  bondIdsOf,
  groupsAround,
  headsOf,
  sameBondsOf,
  withTheirGroups,
} from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { heldBy } from './belongings.operations.ts'
import { knownAcross, withDecided } from './belongings.ts'
import { bondKind, partedBonds } from './bonds.store.ts'
import { giveAway } from './giving.operations.ts'
import { bondsAfter, partedInto } from './parting.operations.ts'
import { bondWithout } from './without.ts'

/**
 * Records that are removed for good leave every bond; the others of their group stay one person, and what is open
 * between them stays open. The ids of the bonds that spoke of them.
 */
export async function leaveBonds(ctx: Writing, gone: readonly string[]): Promise<string[]> {
  const people = gone.map((one) => id('person', one))
  const touched = new Set<string>()
  for (const one of people) {
    const group = (await groupsAround(ctx.db, ctx.owner, [one])).get(one)
    if (!group) continue
    const rest = group.members.filter((other) => other !== one)
    const after = await bondsWithout(ctx, group, { one, rest })
    await ctx.record.keepAll(bondKind, after)
    for (const bond of after.keys()) touched.add(bond)
  }
  for (const kind of ['distinct', 'parted'] as const) {
    const ids = await bondIdsOf(ctx.db, ctx.owner, kind, people)
    const found = await loadAll(ctx.db, ctx.owner, bondKind, ids)
    const after = [...found].map(
      ([bond, doc]) => [bond, bondWithout(doc, new Set(people))] as const,
    )
    await ctx.record.keepAll(bondKind, new Map(after))
    for (const bond of ids) touched.add(bond)
  }
  return [...touched]
}

/**
 * Of a person who stays nothing that was written goes with one of the records: conversations, lines and who was met
 * through them go to the first that stays.
 */
export async function leaveWritten(ctx: Writing, gone: readonly string[]): Promise<void> {
  const people = gone.map((one) => id('person', one))
  const groups = await groupsAround(ctx.db, ctx.owner, people)
  const going = new Set(people)
  for (const record of (await loadPeople(ctx.db, ctx.owner, [...groups.keys()])).values()) {
    const stays = (groups.get(record.id)?.members ?? []).filter((other) => !going.has(other))
    const [heir] = stays
    if (heir === undefined || !going.has(record.id)) continue
    const written = (await heldBy(ctx, [record])).filter(({ kind }) => kind !== 'value')
    await keepOpen(ctx, written, { gone: record.id, heir, stays })
    await giveAway(
      ctx,
      written.map((held) => ({ held, to: heir })),
    )
  }
}

/** What was given to all of them may still be of each who stays. */
async function keepOpen(
  ctx: Writing,
  written: readonly Undecided[],
  {
    gone,
    heir,
    stays,
  }: {
    readonly gone: PersonId
    readonly heir: PersonId
    readonly stays: readonly PersonId[]
  },
): Promise<void> {
  const bonds = await sameBondsOf(ctx.db, ctx.owner, [gone, ...stays])
  const partings = await partedBonds(ctx.db, ctx.owner, [gone, ...stays])
  const nothing = { bonds: [], partings: [] }
  const known = knownAcross(written, { before: { bonds, partings }, after: nothing, gone })
  const open = known.open.flatMap((held) => {
    const among = stays.filter((one) => held.among?.includes(one))
    return among.length > 1 ? [{ ...held, with: heir, among }] : []
  })
  if (open.length === 0) return
  const parted = partedInto(ctx, [stays], open)
  await ctx.record.keep(bondKind, parted.id, parted)
}

async function bondsWithout(
  ctx: Writing,
  group: Group,
  { one, rest }: { readonly one: PersonId; readonly rest: readonly PersonId[] },
): Promise<Map<string, Bond | null>> {
  const bonds = await sameBondsOf(ctx.db, ctx.owner, group.members)
  const partings = await partedBonds(ctx.db, ctx.owner, group.members)
  const after = await bondsAfter(ctx, { group, bonds, parts: [[one], rest] })
  const untouched = bonds.filter(({ id: bond }) => !after.has(bond))
  const kept = [...after.values(), ...untouched].filter((bond) => bond?.kind === 'same')
  const records = [...(await loadPeople(ctx.db, ctx.owner, rest)).values()]
  const known = knownAcross(await heldBy(ctx, records), {
    before: { bonds, partings },
    after: { bonds: kept, partings },
    gone: one,
  })
  for (const bond of kept) after.set(bond.id, withDecided(bond, known.decided))
  if (rest.length < 2 || known.open.length === 0) return after
  const parted = partedInto(ctx, [rest], known.open)
  return after.set(parted.id, parted)
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
