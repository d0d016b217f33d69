import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import {
  type Bond,
  type Choices,
  groupsFrom,
  pairKey,
  type Same,
  type Stood,
} from '../people/bond.ts'
import { headsOf, membersOf, sameBondsOf } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import { thingsHeldBy } from './belongings.operations.ts'
import { stoodNow } from './belongings.ts'
import { bondKind, distinctPairs, partedBonds } from './bonds.store.ts'
import { withKnown } from './choosing.operations.ts'

/** What is known of all who are about to be merged, kept up to date while one merge follows the other. */
interface Ground {
  readonly ctx: Writing
  readonly people: ReadonlyMap<string, Person>
  /** Record → the one under whom it is shown. */
  readonly heads: Map<PersonId, PersonId>
  readonly members: Map<PersonId, readonly PersonId[]>
  readonly distinct: ReadonlySet<string>
  readonly parted: ReadonlySet<string>
  readonly stood: ReadonlyMap<PersonId, Stood>
  readonly bonds: Map<string, Same>
}

/**
 * Many merges in one write, each group by itself. Pairs that are known as two people are skipped, and so are those that
 * the owner parted, who alone may join them again; also who is in the bin or not there. What was made, by bond.
 */
export async function mergeAll(
  ctx: Writing,
  groups: readonly (readonly PersonId[])[],
): Promise<readonly Same[]> {
  const ground = await groundOf(ctx, groups.flat())
  for (const group of groups) {
    const there = headsIn(ground, group).filter((head) => isThere(ground, head))
    const fitting: PersonId[] = []
    for (const head of there) {
      if (fitting.every((one) => mayBeOne(ground, one, head))) fitting.push(head)
    }
    join(ground, fitting, {})
  }
  await keepBonds(ground)
  return [...ground.bonds.values()]
}

/** One merge that the owner asks for; null when these are one already. */
export async function mergeThese(
  ctx: Writing,
  people: readonly PersonId[],
  choices: Choices,
): Promise<Same | null> {
  const ground = await groundOf(ctx, people)
  needAll(ground, people)
  const heads = headsIn(ground, people)
  needNoneDistinct(ground, heads)
  const bond = join(ground, heads, choices)
  await keepBonds(ground)
  return bond
}

async function groundOf(ctx: Writing, named: readonly PersonId[]): Promise<Ground> {
  const { db, owner } = ctx
  const heads = await headsOf(db, owner, named)
  const members = await membersOf(db, owner, [...new Set(heads.values())])
  const all = [...members.values()].flat()
  for (const [head, own] of members) for (const one of own) heads.set(one, head)
  const people = await loadPeople(db, owner, all)
  const partings = await partedBonds(db, owner, all)
  const things = await thingsHeldBy(ctx, all)
  const stood = [...people.values()].map(
    (person) => [person.id, stoodNow(person, things.get(person.id) ?? [])] as const,
  )
  return {
    ctx,
    people,
    heads,
    members,
    distinct: await distinctPairs(db, owner, all),
    parted: new Set(partings.flatMap(({ people: some }) => pairsAmong(some))),
    stood: new Map(stood),
    bonds: new Map(),
  }
}

function pairsAmong(people: readonly PersonId[]): string[] {
  return people.flatMap((one, at) => people.slice(at + 1).map((other) => pairKey(one, other)))
}

function headsIn({ heads }: Ground, people: readonly PersonId[]): PersonId[] {
  return [...new Set(people.map((one) => heads.get(one) ?? one))]
}

function isThere({ people, members }: Ground, head: PersonId): boolean {
  return (members.get(head) ?? []).some((one) => people.get(one)?.binnedOn === null)
}

function mayBeOne(ground: Ground, one: PersonId, other: PersonId): boolean {
  const pairs = pairsBetween(ground, one, other)
  return !pairs.some((pair) => ground.distinct.has(pair) || ground.parted.has(pair))
}

function pairsBetween({ members }: Ground, one: PersonId, other: PersonId): string[] {
  return (members.get(one) ?? [one]).flatMap((here) =>
    (members.get(other) ?? [other]).map((there) => pairKey(here, there)),
  )
}

function needAll(ground: Ground, people: readonly PersonId[]): void {
  if (new Set(people).size < 2) {
    throw new Problem('bond.alone', 'To merge takes two: name somebody else too', {
      safe: 'Nothing was changed.',
      mend: inWordsOf(ground.ctx.caller, {
        command: 'By their ids, first who is kept: sobremesa people merge ID ID.',
        web: 'Choose somebody else too.',
        program: 'Give the ids of two or more in "people", first who is kept.',
      }),
    })
  }
  for (const one of people) {
    if (!ground.people.has(one)) throw nobodyCalled(ground.ctx, one)
    if (!isThere(ground, ground.heads.get(one) ?? one)) {
      throw new Problem('bond.in-bin', `${called(ground, one)} lies in the bin`, {
        safe: 'Nothing was changed.',
        mend: inWordsOf(ground.ctx.caller, {
          command: 'Restore them first: sobremesa bin restore.',
          web: 'Restore them first, in the settings, under “Bin”.',
          program: 'Restore them first: bin.restore.',
        }),
      })
    }
  }
}

export async function needThem(ctx: Reading, people: readonly PersonId[]): Promise<void> {
  const there = await loadPeople(ctx.db, ctx.owner, people)
  const missing = people.find((one) => !there.has(one))
  if (missing !== undefined) throw nobodyCalled(ctx, missing)
}

/** Of several ids it is said which one nobody has. */
function nobodyCalled({ caller }: Reading, one: PersonId): Problem {
  return new Problem('person.unknown', `Nobody in your notebook has the id ${one}`, {
    safe: 'Nothing was changed.',
    mend: inWordsOf(caller, {
      command:
        'Who was removed for good or forgotten has no record any more. Who is there: sobremesa people find NAME.',
      web: 'Who was removed for good or forgotten has no record any more. Look for them by name.',
      program:
        'Who was removed for good or forgotten has no record any more. Who is there: people.find.',
    }),
  })
}

function needNoneDistinct(ground: Ground, heads: readonly PersonId[]): void {
  for (const [at, one] of heads.entries()) {
    const other = heads
      .slice(at + 1)
      .find((two) => pairsBetween(ground, one, two).some((pair) => ground.distinct.has(pair)))
    if (other === undefined) continue
    throw new Problem(
      'bond.distinct',
      `You said that ${called(ground, one)} and ${called(ground, other)} are not the same`,
      {
        safe: 'Nothing was changed.',
        mend: inWordsOf(ground.ctx.caller, {
          command: 'If they are after all: sobremesa people distinct --undo, then merge them.',
          web: 'If they are after all, undo that under “What was changed”, then merge them.',
          program: 'If they are after all: people.distinct with "undo": true, then merge them.',
        }),
      },
    )
  }
}

function called({ people }: Ground, one: PersonId): string {
  const person = people.get(one)
  return (person && nameOf(person)) || 'somebody without a name'
}

/** From here on these are one, for the merges that follow in the same write too. */
function join(ground: Ground, heads: readonly PersonId[], choices: Choices): Same | null {
  const [head] = heads
  if (head === undefined || heads.length < 2) return null
  const { ctx, members, stood, bonds } = ground
  const all = heads.flatMap((one) => members.get(one) ?? [one])
  const bond: Same = {
    id: ctx.newId('bond'),
    kind: 'same',
    people: heads,
    choices,
    stood: Object.fromEntries(
      all.flatMap((one) => {
        const then = stood.get(one)
        return then ? [[one, then]] : []
      }),
    ),
    on: ctx.today(),
  }
  bonds.set(bond.id, bond)
  for (const one of all) ground.heads.set(one, head)
  for (const one of heads) members.delete(one)
  members.set(head, all)
  return bond
}

/** A parting of people who are all one again is over, unless it left open what is asked again when they part again. */
async function keepBonds({ ctx, heads, bonds }: Ground): Promise<void> {
  if (bonds.size === 0) return
  const before = await sameBondsOf(ctx.db, ctx.owner, [...heads.keys()])
  const back = returned(before, heads)
  const after = [...before.map((bond) => back.get(bond.id) ?? bond), ...bonds.values()]
  const known = await withKnown(ctx, [...heads.keys()], { before, after })
  const things = new Map<string, Bond | null>(known)
  for (const parted of await partedBonds(ctx.db, ctx.owner, [...heads.keys()])) {
    if (parted.undecided.length) continue
    const now = new Set(parted.people.map((one) => heads.get(one) ?? one))
    if (now.size === 1) things.set(parted.id, null)
  }
  await ctx.record.keepAll(bondKind, things)
}

/** Who left a group and comes back comes anew: what came to them meanwhile is theirs, whatever older bonds saw. */
function returned(bonds: readonly Same[], heads: ReadonlyMap<string, PersonId>): Map<string, Same> {
  const changed = new Map<string, Same>()
  const groups = groupsFrom(bonds)
  for (const bond of bonds) {
    const [kept] = bond.people
    const group = groups.find(({ members }) => kept !== undefined && members.includes(kept))
    if (kept === undefined || !group) continue
    const there = new Set<string>(group.members)
    const stood = Object.entries(bond.stood).filter(
      ([one]) => there.has(one) || heads.get(one) !== heads.get(kept),
    )
    if (stood.length === Object.keys(bond.stood).length) continue
    changed.set(bond.id, { ...bond, stood: Object.fromEntries(stood) })
  }
  return changed
}
