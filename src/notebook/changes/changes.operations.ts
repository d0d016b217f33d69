import type { z } from 'zod'
import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import { addDays, type Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import { bondsAbout } from '../bonds/bonds.store.ts'
import { shownInBin, withRecordsBinnedAlike } from '../bonds/leaving.operations.ts'
import type { Noun } from '../nouns/noun.ts'
import { withFreeNames } from '../nouns/nouns.operations.ts'
import { fieldKind, type NounWord, organisationKind, topicKind } from '../nouns/nouns.store.ts'
import { personIdOf, withTheirGroups } from '../people/groups.store.ts'
import { keepPeople } from '../people/people.operations.ts'
import { loadPeople, personKind } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import type { binContract, changesContract, notebookContract } from './changes.contract.ts'
import {
  binnedOf,
  clearIndexes,
  kindNamed,
  kinds,
  markUndone,
  revisionsUndoneBy,
  thingsTouched,
  touchedAmong,
  type Write,
  writeIds,
  writePage,
  writesUnder,
} from './changes.store.ts'
import { describe, withoutBin } from './describe.ts'
import { removeForGood } from './erasing.operations.ts'
import { anyKind, takeBack } from './undoing.operations.ts'
import { letGo } from './upkeep.operations.ts'

const binDays = 30

export const changesHandlers: Handlers<typeof changesContract> = {
  async list({ after, limit, thing }, ctx) {
    const before = Number(fromCursor(after)?.[0] ?? Number.NaN)
    const records = thing === undefined ? [] : await recordsOf(ctx, thing)
    const things =
      thing === undefined
        ? undefined
        : [...records, ...(await bondsAbout(ctx.db, ctx.owner, records))]
    const writes = await writePage(ctx.db, ctx.owner, things, {
      before: Number.isNaN(before) ? null : before,
      limit: limit + 1,
    })
    const page = writes.slice(0, limit)
    const touched = await thingsTouched(
      ctx.db,
      ctx.owner,
      page.map((write) => write.revision),
    )
    const undone = await writeIds(
      ctx.db,
      ctx.owner,
      page.flatMap((write) => write.undoes ?? []),
    )
    const whose = await whoseWere(ctx, page, records)
    const last = page.at(-1)
    return {
      changes: page.map(({ revision, undoes, undoneBy, ...write }) => ({
        ...write,
        whose: whose.get(revision) ?? [],
        things: touched.get(revision) ?? 0,
        undone: undoneBy !== null,
        undoes: undoes === null ? null : (undone.get(undoes) ?? null),
      })),
      next: writes.length > limit && last ? cursorOf(String(last.revision)) : null,
    }
  },

  async undo({ id }, ctx) {
    const writes = await writesUnder(ctx.db, ctx.owner, id)
    if (writes.length === 0) {
      throw new Problem('change.unknown', 'There is no such change in your notebook')
    }
    const open = writes.filter((write) => write.undoneBy === null)
    if (open.length === 0) throw new Problem('change.already-undone', 'This was taken back before')
    ctx.record.undoes = open[0]?.revision ?? null
    const undone = await takeBack(ctx, open)
    // Undoing an undoing brings the first change back, so that it can be undone again.
    for (const write of open) {
      const brought = await revisionsUndoneBy(ctx.db, ctx.owner, write.revision)
      await markUndone(ctx.db, ctx.owner, brought, null)
    }
    await markUndone(
      ctx.db,
      ctx.owner,
      open.map((write) => write.revision),
      ctx.record.revision,
    )
    return { undone }
  },
}

/** Somebody's changes are those of all their records, and of what was said of whom they are one with. */
async function recordsOf(ctx: Reading, thing: string): Promise<PersonId[]> {
  return withTheirGroups(ctx.db, ctx.owner, [personIdOf(thing)])
}

/** Of somebody in several records, which of these each write changed. */
async function whoseWere(
  ctx: Reading,
  writes: readonly Write[],
  records: readonly PersonId[],
): Promise<Map<number, { id: PersonId; name: string }[]>> {
  if (records.length < 2) return new Map()
  const revisions = writes.map(({ revision }) => revision)
  const touched = await touchedAmong(ctx.db, ctx.owner, revisions, records)
  const people = await loadPeople(ctx.db, ctx.owner, records)
  return new Map(
    [...touched].map(([revision, ids]) => [
      revision,
      ids.flatMap((one) => {
        const record = people.get(one)
        return record ? [{ id: record.id, name: nameOf(record) }] : []
      }),
    ]),
  )
}

export const binHandlers: Handlers<typeof binContract> = {
  async list(_input, ctx) {
    const things = []
    for (const kind of kinds.map(anyKind)) {
      const lying = await binnedOf(ctx.db, ctx.owner, kindNamed(kind.name))
      const binned = kind.name === personKind.name ? await shownInBin(ctx, lying) : lying
      for (const [id, doc] of await loadAll(ctx.db, ctx.owner, kind, binned)) {
        const binnedOn = kind.binnedOn(doc)
        if (!binnedOn) continue
        const until = addDays(binnedOn, binDays)
        things.push({ kind: kind.name, id, name: describe(kind.name, doc), binnedOn, until })
      }
    }
    return { things: things.toSorted(latestFirst) }
  },

  async restore({ ids }, ctx) {
    const before = ctx.record.changed
    const renamed: Renamed[] = []
    await eachBinned(ctx, await withRecordsBinnedAlike(ctx, ids), async (kind, found) => {
      const restored = new Map([...found].map(([id, doc]) => [id, withoutBin(doc)]))
      const noun = nounKinds.find(({ name }) => name === kind.name)
      if (noun) renamed.push(...(await restoreNouns(ctx, noun, restored)))
      else if (kind.name === personKind.name) await restorePeople(ctx, [...restored.keys()])
      else await ctx.record.keepAll(kind, restored)
    })
    return { changed: ctx.record.changed - before, renamed }
  },

  async empty({ ids }, ctx) {
    let changed = 0
    const wanted = ids.length ? await withRecordsBinnedAlike(ctx, ids) : await oldInBin(ctx)
    await eachBinned(ctx, wanted, async (kind, found) => {
      await removeForGood(ctx, kind, [...found.keys()])
      changed += found.size
    })
    return { changed }
  },
}

type Renamed = z.input<typeof binContract.restore.output>['renamed'][number]

const nounKinds = [fieldKind, organisationKind, topicKind]

/** An organisation that went meanwhile, as with the file that brought it, is there again with them. */
async function restorePeople(ctx: Writing, ids: readonly string[]): Promise<void> {
  const people = await loadAll(ctx.db, ctx.owner, personKind, ids)
  await keepPeople(
    ctx,
    [...people.values()].map((person) => withoutBin(person)),
  )
}

/** One after the other: two that bore one name may come back together. */
async function restoreNouns<N extends Noun>(
  ctx: Writing,
  kind: Kind<N> & { readonly name: NounWord },
  restored: ReadonlyMap<string, N>,
): Promise<Renamed[]> {
  const renamed: Renamed[] = []
  for (const [id, noun] of restored) {
    const free = await withFreeNames(ctx, kind, noun)
    await ctx.record.keep(kind, id, free)
    if (free.name !== noun.name) {
      renamed.push({ kind: kind.name, id, was: noun.name, name: free.name })
    }
  }
  return renamed
}

function latestFirst(one: Lying, other: Lying): number {
  const [here, there] = [one.binnedOn + one.id, other.binnedOn + other.id]
  if (here === there) return 0
  return here > there ? -1 : 1
}

type Lying = { readonly binnedOn: Day; readonly id: string }

async function oldInBin(ctx: Reading): Promise<string[]> {
  const until = addDays(ctx.today(), -binDays)
  const found: string[] = []
  for (const kind of kinds) found.push(...(await binnedOf(ctx.db, ctx.owner, kind, until)))
  return found
}

async function eachBinned(
  ctx: Writing,
  ids: readonly string[],
  work: (kind: Kind<never>, found: Map<string, never>) => Promise<void>,
): Promise<void> {
  const left = new Set(ids)
  for (const kind of kinds) {
    const binned = new Set(await binnedOf(ctx.db, ctx.owner, kind))
    const own = [...left].filter((id) => binned.has(id))
    const found = await loadAll(ctx.db, ctx.owner, kind, own)
    if (found.size) await work(kind, found)
    for (const id of own) left.delete(id)
  }
  if (left.size) {
    throw new Problem('thing.unknown', 'There is no such thing in the bin', {
      safe: 'Nothing was changed.',
    })
  }
}

export const notebookHandlers: Handlers<typeof notebookContract> = {
  async rebuild(_input, ctx) {
    await ctx.write((inside) => clearIndexes(inside.db, inside.owner))
    let things = 0
    for (const kind of kinds) {
      for (let after = ''; ;) {
        const page = await ctx.write((inside) => rebuildPage(inside, kind, after))
        things += page.count
        await ctx.progress({ done: things, total: null, words: 'Making indexes anew' })
        if (page.last === null) break
        after = page.last
      }
    }
    await letGo(ctx)
    return { things }
  },
}

async function rebuildPage(
  ctx: Writing,
  kind: Kind<never>,
  after: string,
): Promise<{ count: number; last: string | null }> {
  const ids = await pageOfIds(ctx.db, ctx.owner, kind, { after, limit: 200 })
  await ctx.record.refresh(kind, ids)
  return { count: ids.length, last: ids.length < 200 ? null : (ids.at(-1) ?? null) }
}
