import type { z } from 'zod'
import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import type { Day } from '../../kit/days.ts'
import type { ImportId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Working, Writing } from '../../platform/context.ts'
import { load, loadAll } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import {
  cardsWithin,
  type Import,
  importKind,
  importPage,
  importsTakenOut,
  type Made,
} from '../contacts/contacts.store.ts'
import { takeOutExchanges } from '../contacts/keep-exchanges.operations.ts'
import type { importsContract } from './imports.contract.ts'
import { takeBackNouns } from './taking-back-nouns.operations.ts'
import { noCounts, type TakenOutCounts, takeOutCards } from './taking-out.operations.ts'

export const importsHandlers: Handlers<typeof importsContract> = {
  async imports({ ids, after, limit }, ctx) {
    if (ids) {
      const found = await loadAll(ctx.db, ctx.owner, importKind, ids)
      return { imports: [...found.values()].map(shownImport), next: null }
    }
    const before = fromCursor(after)?.[0] ?? null
    const found = await importPage(ctx.db, ctx.owner, { before, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      imports: page.map(shownImport),
      next: found.length > limit && last ? cursorOf(last.id) : null,
    }
  },

  async 'undo-import'({ id }, ctx) {
    const begun = await ctx.write((inside) => begin(inside, id))
    const counts = noCounts()
    for (let after = ''; ;) {
      const last = await ctx.write((inside) => takeOutPage(inside, { begun, after, counts }))
      await tellProgress(ctx, begun, counts)
      if (last === null) break
      after = last
    }
    const exchanges = begun.exchanges !== undefined ? await takeOutContact(ctx, begun) : 0
    const left = await takeBackNounsOf(ctx, counts)
    const done = await ctx.write((inside) => end(inside, begun, left))
    return {
      import: shownImport(done),
      people: counts.people.size,
      changed: counts.changed.size,
      kept: counts.kept.size,
      conversations: counts.conversations,
      exchanges,
    }
  },
}

const cardsAtOnce = 100

/** From here on its records count as new if they come again, whether or not all are out yet. */
async function begin(ctx: Writing, id: ImportId): Promise<Import> {
  const found = await load(ctx.db, ctx.owner, importKind, id)
  if (!found) {
    throw new Problem('import.unknown', 'There is no such import in your notebook', {
      safe: 'Nothing was changed.',
      mend: inWordsOf(ctx.caller, {
        command: 'sobremesa contacts imports shows what was brought in.',
        web: 'What was brought in is listed in the settings.',
        program: 'contacts.imports shows what was brought in.',
      }),
    })
  }
  if (found.takenOut?.whole) {
    throw new Problem(
      'import.already-taken-out',
      `What ${found.file} brought was taken out on ${found.takenOut.on}`,
      { safe: 'Nothing was changed.' },
    )
  }
  const on: Day = found.takenOut?.on ?? ctx.today()
  const begun: Import = { ...found, takenOut: { on, whole: false } }
  await ctx.record.keep(importKind, id, begun)
  return begun
}

const nounsAtOnce = 100

/** Those of this file, and those that an earlier one left because something still spoke of them. */
async function takeBackNounsOf(ctx: Working, { nouns }: TakenOutCounts): Promise<Made[]> {
  const earlier = await ctx.read((inside) => importsTakenOut(inside.db, inside.owner))
  const all = [...nouns, ...[...earlier.values()].flatMap(({ left = [] }) => left)]
  const left: Made[] = []
  for (let at = 0; at < all.length; at += nounsAtOnce) {
    const some = all.slice(at, at + nounsAtOnce)
    left.push(...(await ctx.write((inside) => takeBackNouns(inside, some))))
  }
  return left.filter((one) => nouns.includes(one))
}

async function end(ctx: Writing, begun: Import, left: readonly Made[]): Promise<Import> {
  const on = begun.takenOut?.on ?? ctx.today()
  const takenOut = { on, whole: true, ...(left.length ? { left } : {}) }
  const done: Import = { ...begun, takenOut }
  await ctx.record.keep(importKind, begun.id, done)
  return done
}

interface Page {
  readonly begun: Import
  readonly after: string
  readonly counts: TakenOutCounts
}

/** The last card looked at; null where there are no more. */
async function takeOutPage(ctx: Writing, { begun, after, counts }: Page): Promise<string | null> {
  const span = begun.cards ?? { first: '', last: '\u{10ffff}' }
  const cards = await cardsWithin(ctx.db, ctx.owner, span, { after, limit: cardsAtOnce })
  const own = cards.filter((card) => card.import === begun.id)
  await takeOutCards(ctx, begun, { cards: own, counts })
  return cards.length < cardsAtOnce ? null : (cards.at(-1)?.id ?? null)
}

async function takeOutContact(ctx: Working, begun: Import): Promise<number> {
  let removed = 0
  for (let after = ''; ;) {
    const page = await ctx.write((inside) => takeOutExchanges(inside, begun.id, after))
    removed += page.removed
    if (page.last === null) return removed
    after = page.last
  }
}

async function tellProgress(ctx: Working, begun: Import, counts: TakenOutCounts): Promise<void> {
  const done = counts.people.size + counts.changed.size + counts.kept.size
  const total = (begun.created ?? 0) + (begun.changed ?? 0) || null
  await ctx.progress({ done, total, words: `Taking out ${begun.file}` })
  if (!ctx.stopped.aborted) return
  throw new Problem(
    'job.cancelled',
    `Stopped. ${done} people of ${begun.file} were done until then.`,
    {
      safe: 'Nothing is lost.',
      mend: inWordsOf(ctx.caller, {
        command: `To go on: sobremesa contacts undo-import ${begun.id}`,
        web: 'To go on, take it out once more.',
        program: `To go on: contacts.undo-import with "id": "${begun.id}".`,
      }),
    },
  )
}

function shownImport(
  one: Import,
): z.input<typeof importsContract.imports.output>['imports'][number] {
  return {
    id: one.id,
    file: one.file,
    on: one.on,
    format: one.format ?? null,
    created: one.created ?? null,
    changed: one.changed ?? null,
    conversations: one.conversations ?? 0,
    exchanges: one.exchanges ?? 0,
    takenOutOn: one.takenOut?.on ?? null,
    unfinished: one.takenOut?.whole === false,
  }
}
