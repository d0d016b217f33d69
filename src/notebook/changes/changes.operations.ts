import { addDays } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import { cursorOf, fromCursor } from '../../kit/shapes.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import type { Change } from '../../platform/database/recorder.ts'
import { inSlices, type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import type { binContract, changesContract, notebookContract } from './changes.contract.ts'
import {
  binnedOf,
  changesOf,
  clearIndexes,
  eraseFromLog,
  kindNamed,
  kinds,
  markUndone,
  revisionsUndoneBy,
  thingsTouched,
  type Write,
  writeIds,
  writePage,
  writesUnder,
} from './changes.store.ts'
import { describe, heldFromLog, withoutBin } from './describe.ts'

const binDays = 30

export const changesHandlers: Handlers<typeof changesContract> = {
  async list({ after, limit, thing }, ctx) {
    const before = Number(fromCursor(after)?.[0] ?? Number.NaN)
    const writes = await writePage(ctx.db, ctx.owner, thing, {
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
    const last = page.at(-1)
    return {
      changes: page.map(({ revision, undoes, undoneBy, ...write }) => ({
        ...write,
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
    let undone = 0
    for (const write of open) undone += await takeBack(ctx, write)
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

/** Puts back what stood before, unless later work stands on it. */
async function takeBack(ctx: Writing, write: Write): Promise<number> {
  const changes = await changesOf(ctx.db, ctx.owner, write.revision)
  const inTheWay: string[] = []
  for (const some of inSlices(changes)) inTheWay.push(...(await changedSince(ctx, some)))
  if (inTheWay.length) {
    const named = inTheWay.slice(0, 3).join(', ')
    const more = inTheWay.length > 3 ? ` and ${inTheWay.length - 3} more` : ''
    throw new Problem(
      'change.in-the-way',
      `Changed since, so it cannot be taken back: ${named}${more}`,
      {
        safe: 'Nothing was changed.',
        mend: 'Take the later change back first: sobremesa changes list shows it.',
      },
    )
  }
  for (const [kind, own] of byKind(changes)) {
    // Within one write a thing may have changed twice; the first `before` is where it stood.
    const stood = new Map(own.map((change) => [change.id, parsed(change.before)]))
    await ctx.record.keepAll(kind, stood)
  }
  return changes.length
}

async function changedSince(ctx: Reading, changes: readonly Change[]): Promise<string[]> {
  const found: string[] = []
  for (const [kind, own] of byKind(changes)) {
    const latest = new Map(own.toReversed().map((change) => [change.id, change]))
    const now = await loadAll<unknown>(ctx.db, ctx.owner, anyKind(kind), [...latest.keys()])
    for (const [id, change] of latest) {
      const is = now.has(id) ? JSON.stringify(now.get(id)) : null
      if (is !== change.after) found.push(describe(kind.name, now.get(id) ?? parsed(change.before)))
    }
  }
  return found
}

function byKind(changes: readonly Change[]): Map<Kind<never>, Change[]> {
  const found = new Map<Kind<never>, Change[]>()
  for (const change of changes) {
    const kind = kindNamed(change.kind)
    found.set(kind, [...(found.get(kind) ?? []), change])
  }
  return found
}

function parsed(text: string | null): never | null {
  return text === null ? null : heldFromLog(text)
}

/** Documents that are only compared and carried may be of any kind. */
function anyKind(kind: Kind<never>): Kind<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return kind as unknown as Kind<unknown>
}

export const binHandlers: Handlers<typeof binContract> = {
  async list(_input, ctx) {
    const things = []
    for (const kind of kinds.map(anyKind)) {
      const binned = await binnedOf(ctx.db, ctx.owner, kindNamed(kind.name))
      for (const [id, doc] of await loadAll(ctx.db, ctx.owner, kind, binned)) {
        const binnedOn = kind.binnedOn(doc)
        if (!binnedOn) continue
        const until = addDays(binnedOn, binDays)
        things.push({ kind: kind.name, id, name: describe(kind.name, doc), binnedOn, until })
      }
    }
    return { things: things.toSorted((a, b) => (a.binnedOn > b.binnedOn ? -1 : 1)) }
  },

  async restore({ ids }, ctx) {
    const before = ctx.record.changed
    await eachBinned(ctx, ids, async (kind, found) => {
      const restored = new Map([...found].map(([id, doc]) => [id, withoutBin(doc)]))
      await ctx.record.keepAll(kind, restored)
    })
    return { changed: ctx.record.changed - before }
  },

  async empty({ ids }, ctx) {
    const before = ctx.record.changed
    const gone: string[] = []
    await eachBinned(ctx, ids.length ? ids : await oldInBin(ctx), async (kind, found) => {
      gone.push(...found.keys())
      await ctx.record.keepAll(kind, new Map([...found.keys()].map((id) => [id, null])))
    })
    const changed = ctx.record.changed - before
    ctx.record.forget(gone)
    await eraseFromLog(ctx.db, ctx.owner, gone)
    return { changed }
  },
}

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
