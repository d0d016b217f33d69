import type { PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import type { Bond, Choices, Same } from '../people/bond.ts'
import { sameBondsOf, withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { heldBy } from './belongings.operations.ts'
import { knownAcross, withDecided } from './belongings.ts'
import { bondKind, partedBonds } from './bonds.store.ts'
import { partedInto } from './parting.operations.ts'

/** They are one already; what is chosen now holds from now on. */
export async function choose(
  ctx: Writing,
  people: readonly PersonId[],
  choices: Choices,
): Promise<void> {
  if (Object.keys(choices).length === 0) return
  const members = await withTheirGroups(ctx.db, ctx.owner, people)
  const bonds = await sameBondsOf(ctx.db, ctx.owner, members)
  const latest = bonds.at(-1)
  if (!latest) return
  const changed = { ...latest, choices: { ...latest.choices, ...choices } }
  const after = bonds.map((bond) => (bond === latest ? changed : bond))
  await ctx.record.keepAll(bondKind, await withKnown(ctx, members, { before: bonds, after }))
}

/**
 * The bonds that are kept when a choice goes or comes: what was written while one record alone was shown stays as open
 * as it was when all are shown again, and what was that record's before stays known as its own.
 */
export async function withKnown(
  ctx: Writing,
  members: readonly PersonId[],
  { before, after }: { readonly before: readonly Same[]; readonly after: readonly Same[] },
): Promise<Map<string, Bond>> {
  const kept = new Map<string, Bond>(after.map((bond) => [bond.id, bond]))
  const isChosen = [...before, ...after].some(({ choices }) => Object.keys(choices).length > 0)
  if (!isChosen) return kept
  const partings = await partedBonds(ctx.db, ctx.owner, members)
  const records = [...(await loadPeople(ctx.db, ctx.owner, members)).values()]
  const values = (await heldBy(ctx, records)).filter(({ kind }) => kind === 'value')
  const { decided, open } = knownAcross(values, {
    before: { bonds: before, partings },
    after: { bonds: after, partings },
  })
  for (const bond of after) kept.set(bond.id, withDecided(bond, decided))
  if (open.length === 0) return kept
  const parted = partedInto(ctx, [members], open)
  return kept.set(parted.id, parted)
}
