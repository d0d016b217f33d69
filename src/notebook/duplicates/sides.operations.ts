import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { importKind } from '../contacts/contacts.store.ts'
import { viewsOf } from '../people/groups.store.ts'
import { toldBy } from '../people/merged.ts'
import { peopleRows, type PersonRow } from '../people/people.store.ts'
import { type Evidence, evidenceOf } from './evidence.ts'

/** One of two, as lists show people, with what can be compared. */
type Side = PersonRow & {
  readonly has: { kind: Evidence['kind']; value: string; sources: ShownSource[] }[]
}

interface Pairing {
  readonly a: PersonId
  readonly b: PersonId
}

interface ShownSource {
  readonly by: string
  readonly file: string | null
  readonly on: Evidence['sources'][number]['on']
}

/** The people of some pairs, by id. */
export async function sidesOf(
  ctx: Reading,
  pairs: readonly Pairing[],
): Promise<Map<PersonId, Side>> {
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const rows = await peopleRows(ctx.db, ctx.owner, people)
  const views = await viewsOf(ctx.db, ctx.owner, people)
  const told = new Map(
    rows.map((row) => [row.id, evidenceOf(toldBy(views.get(row.id)?.records ?? []))]),
  )
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
