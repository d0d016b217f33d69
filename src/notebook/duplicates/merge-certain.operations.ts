import type { OwnerId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Working } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { partedBonds } from '../bonds/bonds.store.ts'
import { mergeAll } from '../bonds/merging.operations.ts'
import { pairKey } from '../people/bond.ts'
import { membersOf } from '../people/groups.store.ts'
import { peopleRows } from '../people/people.store.ts'
import { certainGroups } from './certain.ts'
import { allPairings } from './duplicates.store.ts'
import { lookAtEverybody } from './look.operations.ts'
import { countUnlooked, lastLook } from './looks.store.ts'

/** So few that others who write wait no longer than for a slice of an import. */
const groupsAtOnce = 10

/** Makes one of all who certainly are one; several writes under one job, so that one undoing takes all of them back. */
export async function mergeCertain({ dryRun }: { readonly dryRun: boolean }, ctx: Working) {
  if (!(await wasLooked(ctx))) await lookAtEverybody(ctx)
  const pairs = await ctx.read(({ db, owner }) => openPairings(db, owner))
  const groups = certainGroups(pairs)
  const grouped = new Set(groups.flat())
  const made = dryRun ? groups : await merge(ctx, groups)
  const heads = made.flatMap((people) => people[0] ?? [])
  const rows = await ctx.read(({ db, owner }) => peopleRows(db, owner, heads))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return {
    merged: made.reduce((sum, people) => sum + people.length, 0),
    into: made.length,
    groups: made.flatMap((people) => {
      const [head] = people
      return head ? [{ id: head, name: names.get(head) ?? '', people: [...people] }] : []
    }),
    left: pairs.filter(({ a, certain }) => certain && !grouped.has(a)).length,
    dryRun,
  }
}

/** Who was merged and parted again is joined by their owner alone, so they are not beyond doubt. */
async function openPairings(db: Database, owner: OwnerId) {
  const pairs = await allPairings(db, owner)
  const heads = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const members = await membersOf(db, owner, heads)
  const partings = await partedBonds(db, owner, [...members.values()].flat())
  const parted = new Set(partings.flatMap(({ people }) => pairsAmong(people)))
  const isParted = (a: PersonId, b: PersonId) =>
    (members.get(a) ?? [a]).some((one) =>
      (members.get(b) ?? [b]).some((other) => parted.has(pairKey(one, other))),
    )
  return pairs.filter(({ a, b }) => !isParted(a, b))
}

function pairsAmong(people: readonly PersonId[]): string[] {
  return people.flatMap((one, at) => people.slice(at + 1).map((other) => pairKey(one, other)))
}

/** Whether the pairs that are kept tell of everybody as they are now. */
async function wasLooked(ctx: Working): Promise<boolean> {
  return ctx.read(async ({ db, owner }) => {
    const last = await lastLook(db, owner)
    return last !== null && (await countUnlooked(db, owner)) === 0
  })
}

async function merge(
  ctx: Working,
  groups: readonly (readonly PersonId[])[],
): Promise<(readonly PersonId[])[]> {
  const made: (readonly PersonId[])[] = []
  for (const some of inSlices(groups, groupsAtOnce)) {
    const bonds = await ctx.write((inside) => mergeAll(inside, some))
    made.push(...bonds.map((bond) => bond.people))
    await ctx.progress({ done: made.length, total: groups.length, words: 'Merging' })
    if (ctx.stopped.aborted) throw stopped(ctx, made.length)
  }
  return made
}

function stopped({ caller, job }: Working, groups: number): Problem {
  return new Problem('job.cancelled', `Stopped. ${groups} people were made one until then.`, {
    safe: 'They are kept so.',
    ...(job
      ? {
          mend: inWordsOf(caller, {
            command: `To part them again: sobremesa changes undo ${job}`,
            web: 'To part them again, undo it under “What was changed”.',
            program: `To part them again: changes.undo with "id": "${job}".`,
          }),
        }
      : {}),
  })
}
