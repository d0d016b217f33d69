import type { PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { distinctPairs } from '../bonds/bonds.store.ts'
import { bondDocs, headsOf, personDocs } from '../people/groups.store.ts'
import { type ChangedBonds, changedBonds, type ChangedRecords, changedRecords } from './changed.ts'
import { pairsFor } from './compare.operations.ts'
import { dropPairsOf, keepPairs, pairsOf } from './duplicates.store.ts'
import { addUnlooked, dropUnlooked, lookId } from './looks.store.ts'
import { pairsOfHeads } from './pairs-of-heads.ts'

/** So many are compared when they come; of a crowd, as an import brings, the next look takes care. */
const mostOnArrival = 50

/**
 * What a write means for who may be one person with whom: pairs of a record that changed, went, was merged or parted
 * go, and who is there is compared anew with those whom the indexes name.
 */
export async function compareChanged(ctx: Writing): Promise<void> {
  await follow(ctx, {
    records: changedRecords(ctx.record.changesOf(personDocs)),
    bonds: changedBonds(ctx.record.changesOf(bondDocs)),
  })
}

export interface Changed {
  readonly records: ChangedRecords
  readonly bonds: ChangedBonds
}

export async function follow(ctx: Writing, { records, bonds }: Changed): Promise<void> {
  const { came, differ, went } = records
  const all = [...new Set([...came, ...differ, ...went, ...bonds.people])]
  if (all.length === 0) return
  const heads = await headsOf(ctx.db, ctx.owner, all)
  const people = [...new Set([...all, ...heads.values()])]
  if (new Set(heads.values()).size <= mostOnArrival) await compareAnew(ctx, people)
  else await leaveToNextLook(ctx, { records, bonds, heads })
}

async function compareAnew(ctx: Writing, people: readonly PersonId[]): Promise<void> {
  await dropPairsOf(ctx.db, ctx.owner, people)
  await dropUnlooked(ctx.db, ctx.owner, people)
  const look = await lookId(ctx.db, ctx.owner)
  for (const person of people) {
    await keepPairs(ctx.db, ctx.owner, look, await pairsFor(ctx, person))
  }
}

interface Crowd extends Changed {
  readonly heads: ReadonlyMap<PersonId, PersonId>
}

async function leaveToNextLook(ctx: Writing, { records, bonds, heads }: Crowd): Promise<void> {
  const { came, differ, went } = records
  await dropPairsOf(ctx.db, ctx.owner, [...differ, ...went])
  await dropUnlooked(ctx.db, ctx.owner, went)
  const fresh = [...came, ...differ, ...bonds.parted].map((one) => heads.get(one) ?? one)
  await addUnlooked(ctx.db, ctx.owner, [...new Set(fresh)])
  await leadToHeads(ctx, bonds.people, heads)
}

/** What was found about records that are one by now is found about the one. */
async function leadToHeads(
  ctx: Writing,
  bonded: readonly PersonId[],
  heads: ReadonlyMap<PersonId, PersonId>,
): Promise<void> {
  const { db, owner } = ctx
  const pairs = await pairsOf(db, owner, bonded)
  if (pairs.length === 0) return
  const shown = await headsOf(db, owner, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  const distinct = await distinctPairs(db, owner, bonded)
  await dropPairsOf(db, owner, [...new Set([...bonded, ...heads.values()])])
  await keepPairs(db, owner, await lookId(db, owner), pairsOfHeads(pairs, shown, distinct))
}
