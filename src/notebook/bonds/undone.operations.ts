import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { type Kept, loadAll } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { type Bond, groupsFrom, peopleOfBond, type Undecided } from '../people/bond.ts'
import { headsOf, sameBondsOf, withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { consentHeld, heldBy } from './belongings.operations.ts'
import { knownAcross, type Parts, withDecided } from './belongings.ts'
import { bondKind, distinctBonds, partedBonds } from './bonds.store.ts'
import { partedInto, restoreConsents } from './parting.operations.ts'

/**
 * A merge that is taken back parts people as un-merging does: what came while they were one, and nobody can know whose
 * it is, stays where it is and is remembered as open. A parting that is taken back joins them again, and what came to
 * each meanwhile stays known as theirs; what goes back with it (`back`: ids of things, and of people whose values stand as
 * they stood) is as open as it was. The bonds as they are to be kept.
 */
export async function beforeBondsChange(
  ctx: Writing,
  going: Kept<Bond>,
  back: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Bond | null>> {
  await refuseIfGone(ctx, going)
  const kept = new Map(going)
  const now = await loadAll(ctx.db, ctx.owner, bondKind, [...going.keys()])
  const touched = [...now.values(), ...going.values()].filter((bond) => bond?.kind === 'same')
  const members = await withTheirGroups(ctx.db, ctx.owner, touched.flatMap(peopleOfBond))
  if (members.length === 0) return kept
  const bonds = await sameBondsOf(ctx.db, ctx.owner, members)
  const partings = await partedBonds(ctx.db, ctx.owner, members)
  const before = { bonds, partings }
  const after = {
    bonds: putBack(bonds, going).filter((bond) => bond.kind === 'same'),
    partings: putBack(partings, going).filter((bond) => bond.kind === 'parted'),
  }
  const records = await loadPeople(ctx.db, ctx.owner, members)
  const held = await heldBy(ctx, [...records.values()])
  for (const group of groupsFrom(bonds)) {
    const left = groupsFrom(after.bonds).map((one) => one.members)
    if (partsOf(group.members, left).length < 2) continue
    const own = group.members.flatMap((one) => records.get(one) ?? [])
    const ofGroup = bonds.filter((bond) => bond.people.some((one) => group.members.includes(one)))
    held.push(...consentHeld(own, ofGroup))
    await restoreConsents(ctx, { records: own, bonds: ofGroup })
  }
  const { decided, open } = knownAcross(held, { before, after })
  const since = decided.filter((one) => !isBack(one.held, back))
  for (const bond of after.bonds) {
    const changed = withDecided(bond, since)
    if (JSON.stringify(changed) !== JSON.stringify(bond)) kept.set(bond.id, changed)
  }
  for (const group of groupsFrom([...bonds, ...after.bonds])) {
    const own = open.filter((one) => group.members.includes(one.with) && !isBack(one, back))
    if (own.length === 0) continue
    const parted = partedInto(ctx, [group.members], own)
    kept.set(parted.id, parted)
  }
  return kept
}

/** Nobody is one with somebody who was removed for good. */
async function refuseIfGone(ctx: Reading, going: Kept<Bond>): Promise<void> {
  const people = [...going.values()].flatMap((bond) => (bond === null ? [] : peopleOfBond(bond)))
  const there = await loadPeople(ctx.db, ctx.owner, people)
  if (people.every((one) => there.has(one))) return
  throw new Problem(
    'change.already-erased',
    'One of the people this was about was removed for good since',
    { safe: 'Nothing was changed.' },
  )
}

function isBack(held: Undecided, back: ReadonlySet<string>): boolean {
  return back.has(held.id) || (held.kind === 'value' && back.has(held.with))
}

/** These bonds as they are when others come back or go. */
function putBack(some: readonly Bond[], going: Kept<Bond>): Bond[] {
  const stays = some.filter(({ id }) => !going.has(id))
  const back = [...going.values()].filter((bond) => bond !== null)
  return [...stays, ...back].toSorted((a, b) => (a.id < b.id ? -1 : 1))
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
        mend: inWordsOf(ctx.caller, {
          command: 'Take that back first: sobremesa people distinct --undo.',
          web: 'Take that back first, under “What was changed”.',
          program: 'Take that back first: people.distinct with "undo": true.',
        }),
      },
    )
  }
}
