import type { z } from 'zod'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import type { Choices, Distinct, Parted, Undecided } from '../people/bond.ts'
import { groupsAround, headsOf, recordsOf, sameBondsOf } from '../people/groups.store.ts'
import { needPerson, showPerson } from '../people/people.operations.ts'
import { loadPeople } from '../people/people.store.ts'
import { nameOf, roleLineOf } from '../people/person.ts'
import { heldBy } from './belongings.operations.ts'
import { answersInWords, consentFrom, type Held, withDecided } from './belongings.ts'
import type { bondsContract } from './bonds.contract.ts'
import { bondKind, distinctBondsBetween, partedBonds } from './bonds.store.ts'
import { choose } from './choosing.operations.ts'
import { giveAway } from './giving.operations.ts'
import { mergeThese, needThem } from './merging.operations.ts'
import { closeIn, nothingToGive, part, partingOf } from './parting.operations.ts'

export const bondsHandlers: Handlers<typeof bondsContract> = {
  async merge({ people, choices }, ctx) {
    const chosen = withoutUnsaid(choices)
    const bond = await mergeThese(ctx, people, chosen)
    if (!bond) await choose(ctx, people, chosen)
    const shown = await showPerson(ctx, people[0]!)
    const records = shown.records ?? []
    return {
      ...shown,
      merged: records.map(({ id }) => id).filter((id) => id !== shown.id),
      bond: bond?.id ?? null,
      already: bond === null,
    }
  },

  async unmerge({ id, only, give }, ctx) {
    const person = await needPerson(ctx, id)
    const parting = await partingOf(ctx, id, { only })
    if (!parting) {
      throw new Problem('bond.unknown', `${nameOf(person)} is one record alone`, {
        safe: 'Nothing was changed.',
      })
    }
    const open = await part(ctx, parting, give)
    const people = []
    for (const [head] of parting.parts) if (head) people.push(await showPerson(ctx, head))
    return { people, undecided: open.map(shownThing) }
  },

  async parting({ id, only }, ctx) {
    await needPerson(ctx, id)
    const parting = await partingOf(ctx, id, { only })
    if (!parting) {
      return { certain: [], ...(await openSince(ctx, id)) }
    }
    const open = new Set(parting.undecided)
    const said = await recordsOf(ctx.db, ctx.owner, parting.records)
    const staying = parting.parts.find((one) => one.length > 1)
    return {
      members: parting.records.map((record, at) => ({
        ...said[at]!,
        line: roleLineOf(record),
        leaves: !(staying ?? [parting.group.head]).includes(record.id),
      })),
      certain: parting.held
        .filter((held) => !isUnasked.has(held.kind) && !open.has(held))
        .map(shownThing),
      undecided: parting.undecided.map(shownThing),
    }
  },

  async assign({ to, things }, ctx) {
    await needPerson(ctx, to)
    const partings = await partedBonds(ctx.db, ctx.owner, [to])
    const wanted = new Set(things)
    for (const thing of wanted) {
      if (!partings.some((one) => one.undecided.some(({ id }) => id === thing))) {
        throw nothingToGive(ctx)
      }
    }
    await settle(ctx, partings, { to, wanted })
    return { changed: wanted.size }
  },

  async distinct({ people, undo }, ctx) {
    const [one, other] = twoOf(ctx, people)
    await needThem(ctx, [one, other])
    const known = await distinctBondsBetween(ctx.db, ctx.owner, one, other)
    const before = ctx.record.changed
    if (undo) {
      await ctx.record.keepAll(bondKind, new Map(known.map(({ id }) => [id, null])))
    } else if (known.length === 0) {
      await keepDistinct(ctx, one, other)
    }
    return { distinct: !undo, changed: ctx.record.changed - before }
  },
}

/** It is said of two people at a time, and of two records. */
function twoOf({ caller }: Reading, people: readonly PersonId[]): readonly [PersonId, PersonId] {
  const [one, other, ...more] = new Set(people)
  if (one === undefined || other === undefined) {
    throw new Problem('bond.alone', 'Not the same as whom? Name two people', {
      safe: 'Nothing was changed.',
      mend: inWordsOf(caller, {
        command: 'By their ids: sobremesa people distinct ID ID.',
        web: 'Choose two of them.',
        program: 'Give the ids of two in "people".',
      }),
    })
  }
  if (more.length === 0) return [one, other]
  throw new Problem('bond.alone', 'That they are not the same is said of two people at a time', {
    safe: 'Nothing was changed.',
    mend: 'Say it of each two of them.',
  })
}

/** What goes without saying among what is certain. */
const isUnasked: ReadonlySet<string> = new Set(['value', 'consent'])

type Given = z.output<typeof bondsContract.merge.input>['choices']

function withoutUnsaid(choices: Given): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([, chosen]) => chosen !== undefined))
}

/** All records of the one are not any of the other, whoever is parted later. */
async function keepDistinct(ctx: Writing, one: PersonId, other: PersonId): Promise<void> {
  const heads = await headsOf(ctx.db, ctx.owner, [one, other])
  if (heads.get(one) === heads.get(other)) {
    throw new Problem('bond.already-same', 'These two are one person in your notebook', {
      safe: 'Nothing was changed.',
      mend: 'Part them first: sobremesa people unmerge.',
    })
  }
  const groups = await groupsAround(ctx.db, ctx.owner, [one, other])
  const bond: Distinct = {
    id: ctx.newId('bond'),
    kind: 'distinct',
    people: groups.get(one)?.members ?? [one],
    others: groups.get(other)?.members ?? [other],
    on: ctx.today(),
  }
  await ctx.record.keep(bondKind, bond.id, bond)
}

async function settle(
  ctx: Writing,
  partings: readonly Parted[],
  { to, wanted }: { readonly to: PersonId; readonly wanted: ReadonlySet<string> },
): Promise<void> {
  const open = new Map(
    partings
      .flatMap(({ undecided }) => undecided)
      .flatMap((held) => (wanted.has(held.id) ? [[`${held.with} ${held.id}`, held] as const] : [])),
  )
  const decided = [...open.values()].map((held) => ({ held, to }))
  await giveAway(ctx, decided)
  const bonds = await sameBondsOf(ctx.db, ctx.owner, [to])
  const after = bonds.map((bond) => [bond.id, withDecided(bond, decided)] as const)
  await ctx.record.keepAll(bondKind, new Map(after))
  const people = partings.flatMap((parting) => parting.people)
  await closeIn(ctx, [...new Set(people)], wanted)
}

/** What was left open when somebody was parted before, as far as it is still there. */
async function openSince(
  ctx: Reading,
  id: PersonId,
): Promise<Pick<z.input<typeof bondsContract.parting.output>, 'members' | 'undecided'>> {
  const partings = await partedBonds(ctx.db, ctx.owner, [id])
  const open = partings.flatMap(({ undecided }) => undecided)
  const keepers = await loadPeople(ctx.db, ctx.owner, [...new Set(open.map((one) => one.with))])
  const held = await heldBy(ctx, [...keepers.values()])
  const byKey = new Map(held.map((one) => [`${one.with} ${one.id}`, one]))
  const distinctThings = new Map(open.map((one) => [`${one.with} ${one.id}`, one]))
  const undecided = [...distinctThings.values()].flatMap((one) => {
    const still = one.kind === 'consent' ? answers(one) : byKey.get(`${one.with} ${one.id}`)
    return still ? [shownThing(still)] : []
  })
  return { members: undecided.length ? await whoWereOne(ctx, partings) : [], undecided }
}

/** Those to whom something open may belong. */
async function whoWereOne(ctx: Reading, partings: readonly Parted[]) {
  const ids = partings.filter((one) => one.undecided.length).flatMap(({ people }) => people)
  const records = [...(await loadPeople(ctx.db, ctx.owner, [...new Set(ids)])).values()]
  const said = await recordsOf(ctx.db, ctx.owner, records)
  return records.map((record, at) => ({ ...said[at]!, line: roleLineOf(record), leaves: true }))
}

function answers(one: Undecided): Held {
  return { ...one, words: answersInWords(one.id), day: consentFrom(one.id)?.on ?? null }
}

function shownThing({ kind, id, words, day, with: keeper }: Held) {
  return { kind, id, words, day, with: keeper }
}
