import { reasonsInEnglish } from '../../craft/linkage/reasons.ts'
import type { PersonId } from '../../kit/ids.ts'
import { cursorOf, fromCursor } from '../../kit/shapes.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { importKind } from '../contacts/contacts.store.ts'
import { headsOf, viewsOf } from '../people/groups.store.ts'
import { peopleRows, type PersonRow } from '../people/people.store.ts'
import type { duplicatesContract } from './duplicates.contract.ts'
import {
  countPairs,
  countUnlooked,
  type FoundPair,
  lastLook,
  pairsPage,
  type PlaceInQueue,
} from './duplicates.store.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { lookAtEverybody } from './look.operations.ts'
import { mergeCertain } from './merge-certain.operations.ts'

export const duplicatesHandlers: Handlers<typeof duplicatesContract> = {
  async duplicates({ limit }, ctx) {
    const look = await lookAtEverybody(ctx)
    const pairs = look.pairs.toSorted(likeliestFirst)
    const shown = pairs.slice(0, limit)
    const people = [...new Set(shown.flatMap(({ a, b }) => [a, b]))]
    const rows = await ctx.read((inside) => peopleRows(inside.db, inside.owner, people))
    const names = new Map(rows.map((row) => [row.id, row.name]))
    return {
      pairs: shown.map(({ a, b, p, certain, agreements }) => ({
        a,
        b,
        p,
        certain,
        reasons: reasonsInEnglish(agreements),
        aName: names.get(a) ?? '',
        bName: names.get(b) ?? '',
      })),
      clusters: look.clusters.map((cluster) => [...cluster]),
      more: pairs.length - shown.length,
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
    const last = page.at(-1)
    return {
      pairs: page.flatMap((pair) => {
        const [a, b] = [sides.get(pair.a), sides.get(pair.b)]
        if (!a || !b) return []
        return [{ a, b, p: pair.p, certain: pair.certain, reasons: reasonsFor(pair) }]
      }),
      next: found.length > limit && last ? cursorTo(last.place) : null,
      counts: await counts(ctx),
    }
  },

  'merge-certain': mergeCertain,
}

function likeliestFirst(one: FoundPair, other: FoundPair): number {
  return other.p - one.p || (one.a + one.b < other.a + other.b ? -1 : 1)
}

/** The most telling first: all that speaks for it, then what speaks against. */
function reasonsFor({ agreements }: FoundPair) {
  return agreements
    .toSorted((a, b) => b.weight - a.weight)
    .map((agreement) => ({
      field: agreement.field,
      level: agreement.level,
      speaks: agreement.weight < 0 ? ('against' as const) : ('for' as const),
      values: [...agreement.values],
      words: reasonsInEnglish([agreement]).join('; '),
    }))
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

type Side = PersonRow & {
  readonly has: { kind: Evidence['kind']; value: string; sources: ShownSource[] }[]
}

interface ShownSource {
  readonly by: string
  readonly file: string | null
  readonly on: Evidence['sources'][number]['on']
}

/** The people of some pairs as lists show them, with what they can be compared by. */
async function sidesOf(ctx: Reading, pairs: readonly FoundPair[]): Promise<Map<PersonId, Side>> {
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const rows = await peopleRows(ctx.db, ctx.owner, people)
  const views = await viewsOf(ctx.db, ctx.owner, people)
  const told = new Map(rows.map((row) => [row.id, evidenceOf(views.get(row.id)?.records ?? [])]))
  const files = await filesBehind(ctx, [...told.values()].flat())
  const source = ({ by, id: from, on }: Evidence['sources'][number]): ShownSource => ({
    by,
    file: files.get(from ?? '') ?? null,
    on,
  })
  return new Map(
    rows.map((row) => {
      const has = (told.get(row.id) ?? []).map((one) => ({
        ...one,
        sources: one.sources.map(source),
      }))
      return [row.id, { ...row, has }]
    }),
  )
}

async function filesBehind(ctx: Reading, all: readonly Evidence[]): Promise<Map<string, string>> {
  const ids = all.flatMap(({ sources }) => sources.flatMap((source) => source.id ?? []))
  const imports = await loadAll(ctx.db, ctx.owner, importKind, [...new Set(ids)])
  return new Map([...imports].map(([one, { file }]) => [one, file]))
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
