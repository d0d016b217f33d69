import { isId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import type { Kind } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { isName, keyOf, mergeInto, type Noun, numbered, rename } from './noun.ts'
import { followMerges, type NounWord, nounsByKey } from './nouns.store.ts'

type NounKind<N extends Noun> = Kind<N> & { readonly name: NounWord }

/** By its id, its name or another name; a merged one is the one it was merged into. */
export async function nounCalled<N extends Noun>(
  ctx: Reading,
  kind: NounKind<N>,
  which: string,
): Promise<N | null> {
  const found = isId(which)
    ? (await followMerges(ctx.db, ctx.owner, kind, [which])).get(which)
    : (await nounsByKey(ctx.db, ctx.owner, kind, [keyOf(which)])).get(keyOf(which))
  return found && found.binnedOn === null ? found : null
}

export async function needNoun<N extends Noun>(
  ctx: Reading,
  kind: NounKind<N>,
  which: string,
): Promise<N> {
  const found = await nounCalled(ctx, kind, which)
  if (found) return found
  throw new Problem(
    `${kind.name}.unknown`,
    `There is no ${kind.name} called “${which}” in your notebook`,
  )
}

/** Renaming to a name that another one has is a merge, and a merge is said as one. */
export async function renameNoun<N extends Noun>(
  ctx: Writing,
  kind: NounKind<N>,
  input: { readonly which: string; readonly name: string },
): Promise<N> {
  const noun = await needNoun(ctx, kind, input.which)
  await needFreeName(ctx, kind, { name: input.name, except: noun.id })
  const renamed = rename(noun, input.name)
  await ctx.record.keep(kind, noun.id, renamed)
  return renamed
}

export async function needFreeName<N extends Noun>(
  ctx: Reading,
  kind: NounKind<N>,
  wanted: { readonly name: string; readonly except: string | null },
): Promise<void> {
  if (!isName(wanted.name)) {
    throw new Problem('name.empty', 'A name needs at least one letter or digit')
  }
  const taken = await nounCalled(ctx, kind, wanted.name)
  if (!taken || taken.id === wanted.except) return
  throw new Problem(
    'name.already-taken',
    `There is a ${kind.name} called “${taken.name}” already`,
    {
      safe: 'Nothing was changed.',
      mend: inWordsOf(ctx.caller, {
        command: `If the two are one, merge them: sobremesa ${kind.table} merge.`,
        web: 'If the two are one, merge them in the settings, under “Names”.',
        program: `If the two are one, merge them: ${kind.table}.merge.`,
      }),
    },
  )
}

/** As it comes back from the bin, when what it was called means another by now: it takes no name from anybody. */
export async function withFreeNames<N extends Noun>(
  ctx: Reading,
  kind: NounKind<N>,
  noun: N,
): Promise<N> {
  // Its names lead to the one it was merged into.
  if (noun.mergedInto) return noun
  const isFree = async (name: string) => {
    const bearer = await nounCalled(ctx, kind, name)
    return bearer === null || bearer.id === noun.id
  }
  const otherNames: string[] = []
  for (const name of noun.otherNames) if (await isFree(name)) otherNames.push(name)
  let { name } = noun
  for (let count = 2; !(await isFree(name)); count++) name = numbered(noun.name, count)
  return { ...noun, name, otherNames }
}

export async function mergeNouns<N extends Noun>(
  ctx: Writing,
  kind: NounKind<N>,
  input: { readonly which: string; readonly into: string },
): Promise<N> {
  const gone = await needNoun(ctx, kind, input.which)
  const kept = await needNoun(ctx, kind, input.into)
  await ctx.record.keep(kind, gone.id, mergeInto(gone, kept))
  return kept
}

export function shownNoun(noun: Noun): { id: string; name: string; otherNames: string[] } {
  return { id: noun.id, name: noun.name, otherNames: [...noun.otherNames] }
}

/** Those of these names that the notebook holds, and new ones for the rest; `make` gives what a new one needs besides. */
export async function nounsFor<N extends Noun>(
  ctx: Writing,
  kind: NounKind<N>,
  names: readonly string[],
  make: (noun: Noun) => N,
): Promise<{ readonly byKey: ReadonlyMap<string, N>; readonly made: readonly N[] }> {
  const wanted = new Map(
    names.flatMap((name) => (keyOf(name) === '' ? [] : [[keyOf(name), name.trim()]])),
  )
  const known = await nounsByKey(ctx.db, ctx.owner, kind, [...wanted.keys()])
  const made = [...wanted]
    .filter(([key]) => !known.has(key))
    .map(([, name]) =>
      make({
        id: ctx.newId(kind.name),
        name,
        otherNames: [],
        mergedInto: null,
        addedOn: ctx.today(),
        binnedOn: null,
      }),
    )
  await ctx.record.keepAll(kind, new Map(made.map((noun) => [noun.id, noun])))
  return {
    byKey: new Map([...known, ...made.map((noun) => [keyOf(noun.name), noun] as const)]),
    made,
  }
}
