import type { Reading, Writing } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { type Kind, loadAll } from '../../platform/database/things.ts'
import { nounsInUse } from '../changes/erasing.store.ts'
import type { Made } from '../contacts/contacts.store.ts'
import { keyOf, type Noun, namesOf } from '../nouns/noun.ts'
import { fieldKind, groupsOf, type NounWord, organisationKind } from '../nouns/nouns.store.ts'
import { fieldTagsInUse } from './field-tags.store.ts'

const nounWords: ReadonlySet<string> = new Set([organisationKind.name, fieldKind.name])

export function isNoun({ kind }: Made): boolean {
  return nounWords.has(kind)
}

/**
 * Organisations and fields that came with a file go with it, unless they were touched since or something speaks of
 * them. Gives those that stay because something does: they go with the last file that does.
 */
export async function takeBackNouns(ctx: Writing, made: readonly Made[]): Promise<Made[]> {
  return [
    ...(await takeBack(ctx, organisationKind, made)),
    ...(await takeBack(ctx, fieldKind, made)),
  ]
}

async function takeBack<N extends Noun>(
  ctx: Writing,
  kind: Kind<N> & { readonly name: NounWord },
  made: readonly Made[],
): Promise<Made[]> {
  const own = new Map(made.filter((one) => one.kind === kind.name).map((one) => [one.id, one]))
  const there = await loadAll(ctx.db, ctx.owner, kind, [...own.keys()])
  const untouched = [...there.values()].filter(
    (noun) => digestOf(JSON.stringify(noun)) === own.get(noun.id)?.digest,
  )
  const used = await inUse(ctx, kind.name, untouched)
  const unused = untouched.filter(({ id }) => !used.has(id))
  await ctx.record.keepAll(kind, new Map(unused.map(({ id }) => [id, null])))
  return untouched.flatMap(({ id }) => (used.has(id) ? (own.get(id) ?? []) : []))
}

/** Also by another that was merged into it, and a field by lines that bear its name. */
async function inUse(ctx: Reading, kind: NounWord, nouns: readonly Noun[]): Promise<Set<string>> {
  const ids = nouns.map(({ id }) => id)
  const used = await nounsInUse(ctx.db, ctx.owner, kind, ids)
  const groups = await groupsOf(ctx.db, ctx.owner, ids)
  for (const [one, group] of groups) if (group.length > 1) used.add(one)
  if (kind !== 'field') return used
  const keys = nouns.flatMap((noun) => namesOf(noun).map(keyOf))
  const tagged = await fieldTagsInUse(ctx.db, ctx.owner, keys)
  for (const noun of nouns) {
    if (namesOf(noun).some((name) => tagged.has(keyOf(name)))) used.add(noun.id)
  }
  return used
}
