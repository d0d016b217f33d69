import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { type Kept, loadAll } from '../../platform/database/things.ts'
import { type Bond, groupsFrom, peopleOfBond, type Same } from '../people/bond.ts'
import { headsOf, sameBondsOf, withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { heldBy } from './belongings.operations.ts'
import type { Parts } from './belongings.ts'
import { bondKind, distinctBonds } from './bonds.store.ts'
import { openAmong, partedInto, restoreConsents } from './parting.operations.ts'

/**
 * A merge that is taken back parts people as un-merging does: what came while they were one, and nobody can know whose
 * it is, stays where it is and is remembered as open.
 */
export async function beforeBondsGo(ctx: Writing, after: Kept<Bond>): Promise<void> {
  const now = await loadAll(ctx.db, ctx.owner, bondKind, [...after.keys()])
  const going = [...now.values()].filter(
    (bond): bond is Same => bond.kind === 'same' && after.get(bond.id) === null,
  )
  if (going.length === 0) return
  const people = going.flatMap((bond) => bond.people)
  const members = await withTheirGroups(ctx.db, ctx.owner, people)
  const bonds = await sameBondsOf(ctx.db, ctx.owner, members)
  const records = await loadPeople(ctx.db, ctx.owner, members)
  const gone = new Set<string>(going.map(({ id }) => id))
  const left = groupsFrom(bonds.filter(({ id }) => !gone.has(id))).map((group) => group.members)
  const held = Map.groupBy(await heldBy(ctx, [...records.values()]), (thing) => thing.with)
  for (const group of groupsFrom(bonds)) {
    const parts = partsOf(group.members, left)
    if (parts.length < 2) continue
    const own = group.members.flatMap((one) => records.get(one) ?? [])
    const ofGroup = bonds.filter((bond) => bond.people.some((one) => group.members.includes(one)))
    const things = group.members.flatMap((one) => held.get(one) ?? [])
    const open = openAmong(things, { records: own, bonds: ofGroup, parts })
    await restoreConsents(ctx, { records: own, bonds: ofGroup })
    if (open.length === 0) continue
    const parted = partedInto(ctx, parts, open)
    await ctx.record.keep(bondKind, parted.id, parted)
  }
}

function partsOf(members: Parts[number], left: Parts): Parts {
  const together = left.filter(([head]) => head !== undefined && members.includes(head))
  const grouped = new Set(together.flat())
  return [...together, ...members.filter((one) => !grouped.has(one)).map((one) => [one])]
}

/** What comes back may not make one of two that are known to be two by now. */
export async function refuseIfDistinct(ctx: Reading, ids: readonly string[]): Promise<void> {
  const bonds = await loadAll(ctx.db, ctx.owner, bondKind, ids)
  const people = [...bonds.values()].flatMap(peopleOfBond)
  if (people.length === 0) return
  const known = await distinctBonds(ctx.db, ctx.owner, people)
  const heads = await headsOf(ctx.db, ctx.owner, known.flatMap(peopleOfBond))
  for (const { people: one, others } of known) {
    const here = new Set(one.map((person) => heads.get(person)))
    if (!others.some((person) => here.has(heads.get(person)))) continue
    throw new Problem(
      'change.in-the-way',
      'You have said since that two of these people are not the same',
      {
        safe: 'Nothing was changed.',
        mend: 'Take that back first: sobremesa people distinct --undo.',
      },
    )
  }
}
