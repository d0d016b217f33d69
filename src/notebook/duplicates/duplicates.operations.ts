import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { headsOf } from '../people/groups.store.ts'
import { peopleRows } from '../people/people.store.ts'
import type { duplicatesContract } from './duplicates.contract.ts'
import {
  countPairs,
  type FoundPair,
  foundPair,
  pairsPage,
  type PlaceInQueue,
} from './duplicates.store.ts'
import { lookAtEverybody } from './look.operations.ts'
import { countUnlooked, lastLook } from './looks.store.ts'
import { mergeCertain } from './merge-certain.operations.ts'
import { reasonsFor } from './reasons.ts'
import { sidesOf } from './sides.operations.ts'

export const duplicatesHandlers: Handlers<typeof duplicatesContract> = {
  async duplicates({ limit }, ctx) {
    const look = await lookAtEverybody(ctx)
    const shown = look.pairs.slice(0, limit).map(foundPair)
    const names = await ctx.read((inside) => namesIn(inside, shown))
    return {
      pairs: shown.map((pair) => ({
        a: pair.a,
        b: pair.b,
        p: pair.p,
        certain: pair.certain,
        reasons: reasonsFor(pair, names).map(({ words }) => words),
        aName: names.get(pair.a) ?? '',
        bName: names.get(pair.b) ?? '',
      })),
      clusters: look.clusters.map((cluster) => [...cluster]),
      more: look.pairs.length - shown.length,
      people: look.people,
      skipped: look.skipped.map(({ rule, size }) => ({ by: rule, records: size })),
    }
  },

  async review({ certain, person, after, limit }, ctx) {
    const { db, owner } = ctx
    const head = person && (await headsOf(db, owner, [person])).get(person)
    const filter = { certain, person: head }
    const found = await pairsPage(db, owner, filter, { after: placeIn(after), limit: limit + 1 })
    const page = found.slice(0, limit)
    const sides = await sidesOf(ctx, page)
    const names = await namesIn(ctx, page)
    const last = page.at(-1)
    return {
      pairs: page.flatMap((pair) => {
        const [a, b] = [sides.get(pair.a), sides.get(pair.b)]
        if (!a || !b) return []
        const { p, certain: isCertain } = pair
        return [{ a, b, p, certain: isCertain, reasons: reasonsFor(pair, names) }]
      }),
      next: found.length > limit && last ? cursorTo(last.place) : null,
      counts: await counts(ctx),
    }
  },

  'merge-certain': mergeCertain,
}

/** What the people of these pairs are called, and those through whom they are one. */
async function namesIn(ctx: Reading, pairs: readonly FoundPair[]): Promise<Map<PersonId, string>> {
  const people = pairs.flatMap(({ a, b, through }) => [a, b, ...(through ? [through] : [])])
  const rows = await peopleRows(ctx.db, ctx.owner, [...new Set(people)])
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function counts(ctx: Reading) {
  const { certain, likely } = await countPairs(ctx.db, ctx.owner)
  const last = await lastLook(ctx.db, ctx.owner)
  return {
    certain,
    likely,
    total: certain + likely,
    looked: last?.at ?? null,
    peopleSince: await countUnlooked(ctx.db, ctx.owner),
  }
}

function cursorTo({ certain, likelihood, a, b }: PlaceInQueue): string {
  return cursorOf(String(certain), String(likelihood), a, b)
}

function placeIn(cursor: string | undefined): PlaceInQueue | null {
  const [certain = '', likelihood = '', a, b] = fromCursor(cursor) ?? []
  if (a === undefined || b === undefined) return null
  if (!/^[01]$/.test(certain) || !/^\d{1,7}$/.test(likelihood)) return null
  return { certain: Number(certain), likelihood: Number(likelihood), a, b }
}
