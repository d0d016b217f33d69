import type { FieldId, PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Writing } from '../../platform/context.ts'
import { keyOf } from '../nouns/noun.ts'
import { withLabels } from './edit.ts'
import { viewsOf } from './groups.store.ts'
import { personKind } from './people.store.ts'
import type { Person, Standing } from './person.ts'
import { seenBy, type Spreading, spreadOver } from './spread.ts'

/** Several people, each with the labels put on and taken off; what a choice hides stays as it is. */
export function labelThem(
  ctx: Writing,
  people: readonly PersonId[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<{ changed: number }> {
  const by: Source = { by: 'hand', on: ctx.today() }
  return changeAll(ctx, people, (spreading) => labelled(spreading, change, by))
}

/** Several people, each of whom can speak of a field, or no longer. */
export function placeThem(
  ctx: Writing,
  people: readonly PersonId[],
  standing: Standing & { readonly remove: boolean },
): Promise<{ changed: number }> {
  return changeAll(ctx, people, (spreading) =>
    spreadOver(spreading, 'fields', {
      has: standsIn(standing.field),
      change: (person) => withStanding(person, standing),
    }),
  )
}

/** Into the bin, each with all their records. */
export function removeThem(
  ctx: Writing,
  people: readonly PersonId[],
): Promise<{ changed: number }> {
  return changeAll(ctx, people, ({ records }) =>
    records.map((person) => (person.binnedOn ? person : { ...person, binnedOn: ctx.today() })),
  )
}

/** Each of these people once, with all the records they stand in; how many of them changed. */
async function changeAll(
  ctx: Writing,
  ids: readonly PersonId[],
  change: (spreading: Spreading) => readonly Person[],
): Promise<{ changed: number }> {
  const views = await viewsOf(ctx.db, ctx.owner, ids)
  const kept = new Map<string, Person>()
  let changed = 0
  for (const [to, { shown, group, records }] of views) {
    if (kept.has(shown.id)) continue
    const before = new Set(records)
    const now = change({ group: group ?? { choices: {} }, records, to })
    if (now.some((record) => !before.has(record))) changed += 1
    for (const record of now) kept.set(record.id, record)
  }
  await ctx.record.keepAll(personKind, kept)
  return { changed }
}

function labelled(
  spreading: Spreading,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  by: Source,
): readonly Person[] {
  const seen = new Set(seenBy(spreading, 'labels'))
  const off = spreading.records.map((record) =>
    seen.has(record) ? withLabels(record, { add: [], remove }, by) : record,
  )
  return add.reduce(
    (records, word) =>
      spreadOver({ ...spreading, records }, 'labels', {
        has: ({ labels }) => labels.some((label) => keyOf(label.word) === keyOf(word)),
        change: (record) => withLabels(record, { add: [word], remove: [] }, by),
      }),
    off,
  )
}

function standsIn(field: FieldId): (person: Person) => boolean {
  return ({ fields }) => fields.some((standing) => standing.field === field)
}

function withStanding(
  person: Person,
  { field, kind, remove }: Standing & { readonly remove: boolean },
): Person {
  const others = person.fields.filter((standing) => standing.field !== field)
  const same = person.fields.find((standing) => standing.field === field)
  if (remove ? !same : same?.kind === kind && same) return person
  return { ...person, fields: remove ? others : [...others, { field, kind }] }
}
