import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import { fold } from '../../kit/text.ts'
import type { Handlers } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { mergeNouns, needNoun, renameNoun, shownNoun } from '../nouns/nouns.operations.ts'
import { groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { type PersonRow, peopleRows } from '../people/people.store.ts'
import type { organisationsContract } from './organisations.contract.ts'
import { organisationPage, peopleAt } from './organisations.store.ts'

export const organisationsHandlers: Handlers<typeof organisationsContract> = {
  async list({ text, after, limit }, ctx) {
    const rows = await organisationPage(ctx.db, ctx.owner, keyOf(text), {
      after: fromCursor(after),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const nouns = await loadAll(
      ctx.db,
      ctx.owner,
      organisationKind,
      page.map((row) => row.id),
    )
    const groups = await groupsOf(ctx.db, ctx.owner, [...nouns.keys()])
    const people = await peopleAt(ctx.db, ctx.owner, [...groups.values()].flat())
    const shown = page.flatMap((row) => {
      const noun = nouns.get(row.id)
      if (!noun || noun.mergedInto || keyOf(noun.name) !== row.key) return []
      return [{ ...shownNoun(noun), people: countOf(people, groups.get(row.id) ?? []) }]
    })
    const last = page.at(-1)
    return {
      organisations: shown,
      next: rows.length > limit && last ? cursorOf(last.key, last.id) : null,
    }
  },

  async show({ which }, ctx) {
    const noun = await needNoun(ctx, organisationKind, which)
    const groups = await groupsOf(ctx.db, ctx.owner, [noun.id])
    const people = await peopleAt(ctx.db, ctx.owner, groups.get(noun.id) ?? [])
    const rows = await peopleRows(ctx.db, ctx.owner, [...new Set([...people.values()].flat())])
    return { ...shownNoun(noun), people: rows.toSorted(byName) }
  },

  async rename(input, ctx) {
    return shownNoun(await renameNoun(ctx, organisationKind, input))
  },

  async merge(input, ctx) {
    return shownNoun(await mergeNouns(ctx, organisationKind, input))
  },
}

function countOf(people: ReadonlyMap<string, readonly string[]>, group: readonly string[]): number {
  return new Set(group.flatMap((one) => people.get(one) ?? [])).size
}

function byName(one: PersonRow, other: PersonRow): number {
  const [here, there] = [fold(one.name) + one.id, fold(other.name) + other.id]
  if (here === there) return 0
  return here < there ? -1 : 1
}
