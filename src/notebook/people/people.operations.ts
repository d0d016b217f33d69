import type { z } from 'zod'
import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import type { FieldId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import { wordsOf } from '../../kit/text.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { type Kind, load } from '../../platform/database/things.ts'
import { keyOf, type Noun } from '../nouns/noun.ts'
import { nounsFor } from '../nouns/nouns.operations.ts'
import {
  fieldKind,
  followMerges,
  groupsOf,
  organisationIdOf,
  organisationKind,
} from '../nouns/nouns.store.ts'
import { type Answering, narrowest, widened } from './consent.ts'
import { contactElsewhere, withContact } from './contact-elsewhere.operations.ts'
import { type Edit, edited, withOrganisations } from './edit.ts'
import { headsOf, recordsOf, shownPeople, type View, viewsOf } from './groups.store.ts'
import type { Shown } from './merged.ts'
import { findByName } from './names.store.ts'
import type { peopleContract, personShape } from './people.contract.ts'
import {
  countPeople,
  labelsInUse,
  listPeople,
  loadPeople,
  peopleRows,
  personKind,
} from './people.store.ts'
import { type Consent, nameOf, type Person, roleLineOf } from './person.ts'
import { type Spreading, spread } from './spread.ts'
import { labelThem, placeThem, removeThem } from './together.operations.ts'

/** All but `people.add`, which also compares whom it writes down. */
export const peopleHandlers: Handlers<Omit<typeof peopleContract, 'add'>> = {
  async find({ text, after, limit }, ctx) {
    const typed = wordsOf(text)
    if (typed.length === 0) return pageFrom(ctx, {}, { after, limit })
    const skip = Number(fromCursor(after)?.[0] ?? 0)
    const ids = await findByName(ctx.db, ctx.owner, typed, skip + limit + 1)
    const people = await peopleRows(ctx.db, ctx.owner, ids.slice(skip, skip + limit))
    const next = ids.length > skip + limit ? cursorOf(String(skip + limit)) : null
    return { people: await withContact(ctx, people), next }
  },

  async list({ after, limit, ...filter }, ctx) {
    const wanted = {
      ...filter,
      fields: await groupIds(ctx, fieldKind, filter.field),
      organisations: await groupIds(ctx, organisationKind, filter.organisation),
    }
    return {
      ...(await pageFrom(ctx, wanted, { after, limit })),
      count: await countPeople(ctx.db, ctx.owner),
    }
  },

  show({ id }, ctx) {
    return showPerson(ctx, id)
  },

  async change({ id, ...edit }, ctx) {
    await changePerson(ctx, id, edit)
    return showPerson(ctx, id)
  },

  async label({ people, ...change }, ctx) {
    await needPeople(ctx, people)
    return labelThem(ctx, people, change)
  },

  async place({ people, ...standing }, ctx) {
    await needFields(ctx, [standing.field])
    await needPeople(ctx, people)
    return placeThem(ctx, people, standing)
  },

  async remove({ people }, ctx) {
    await needPeople(ctx, people)
    return removeThem(ctx, people)
  },

  async labels(_input, ctx) {
    const labels = await labelsInUse(ctx.db, ctx.owner)
    const bearers = await shownPeople(
      ctx.db,
      ctx.owner,
      labels.map(({ one }) => one),
    )
    return {
      labels: labels.map(({ key, people, one }) => {
        const own = bearers.get(one)?.labels.find(({ word }) => keyOf(word) === key)
        return { label: own?.word ?? key, people }
      }),
    }
  },
}

export async function needPerson(ctx: Reading, id: PersonId): Promise<Person> {
  const found = await load(ctx.db, ctx.owner, personKind, id)
  if (found) return found
  throw new Problem('person.unknown', 'There is no such person in your notebook')
}

export async function needPeople(
  ctx: Reading,
  ids: readonly PersonId[],
): Promise<Map<string, Person>> {
  const found = await loadPeople(ctx.db, ctx.owner, ids)
  if (ids.every((id) => found.has(id))) return found
  throw new Problem('person.unknown', 'There is no such person in your notebook', {
    safe: 'Nothing was changed.',
  })
}

export async function needFields(ctx: Reading, ids: readonly FieldId[]): Promise<void> {
  const found = await followMerges(ctx.db, ctx.owner, fieldKind, ids)
  if (ids.some((id) => !found.has(id))) {
    throw new Problem('field.unknown', 'There is no such field in your notebook')
  }
}

/** An edit of somebody, in whichever of their records it belongs. */
export async function changePerson(ctx: Writing, id: PersonId, edit: Edit): Promise<void> {
  const view = await needView(ctx, id)
  if (view.group) await keepSpread(ctx, { ...view, group: view.group, to: id }, edit)
  else await keepEdited(ctx, view.shown, edit)
}

/** Every person is kept through here: their organisations get a page of their own. */
export async function keepEdited(ctx: Writing, person: Person, edit: Edit): Promise<Person> {
  const by: Source = { by: 'hand', on: ctx.today() }
  const given = await checked(ctx, [person], edit)
  const [kept] = await keepPeople(ctx, [edited(person, given, by)])
  return kept ?? person
}

async function keepSpread(ctx: Writing, spreading: Spreading, edit: Edit): Promise<void> {
  const by: Source = { by: 'hand', on: ctx.today() }
  const given = await checked(ctx, spreading.records, edit)
  await keepPeople(ctx, spread(spreading, given, by))
}

/** Whom and what an edit speaks of is there; somebody they were met through stays the record that was named. */
async function checked(ctx: Reading, records: readonly Person[], edit: Edit): Promise<Edit> {
  if (edit.consent) needYes(narrowest(records.map(({ consent }) => consent)), edit.consent)
  await needFields(ctx, edit.fields?.map(({ field }) => field) ?? [])
  const through = edit.meeting?.through
  if (!through) return edit
  await needPerson(ctx, through)
  const before = records.flatMap(({ meeting }) => meeting.through ?? [])
  const heads = await headsOf(ctx.db, ctx.owner, [through, ...before])
  const same = before.find((one) => heads.get(one) === heads.get(through))
  return { ...edit, meeting: { ...edit.meeting, through: same ?? through } }
}

/** More than was agreed before is a new yes, and says how it was said. */
export function needYes(before: Consent, answer: Answering): void {
  if (answer.said !== undefined || widened(before, answer).length === 0) return
  throw new Problem('consent.no-yes', 'This is more than they agreed to before', {
    safe: 'What they agreed to before still holds.',
    mend: 'Say how they said it now ("aloud, at the end", "by mail"): with the command in consent, as said.',
  })
}

export async function keepPeople(ctx: Writing, people: readonly Person[]): Promise<Person[]> {
  const names = people.flatMap((person) => person.roles.flatMap((role) => role.organisation ?? []))
  const { byKey } = await nounsFor(ctx, organisationKind, names, (noun) => noun)
  const placed = people.map((person) =>
    withOrganisations(person, (name) => {
      const organisation = byKey.get(keyOf(name))
      return organisation ? organisationIdOf(organisation) : null
    }),
  )
  await ctx.record.keepAll(personKind, new Map(placed.map((person) => [person.id, person])))
  return placed
}

async function pageFrom(
  ctx: Reading,
  filter: Parameters<typeof listPeople>[2],
  page: { readonly after: string | undefined; readonly limit: number },
) {
  const rows = await listPeople(ctx.db, ctx.owner, filter, {
    after: fromCursor(page.after),
    limit: page.limit + 1,
  })
  const people = rows.slice(0, page.limit)
  const last = people.at(-1)
  return {
    people: await withContact(
      ctx,
      people.map(({ key: _key, ...row }) => row),
    ),
    next: rows.length > page.limit && last ? cursorOf(last.key, last.id) : null,
  }
}

/** As they are shown, by the id of any of their records. */
export async function showPerson(ctx: Reading, id: PersonId): Promise<z.input<typeof personShape>> {
  const view = await needView(ctx, id)
  const one = await shown(ctx, view.shown)
  if (view.records.length < 2) return one
  return { ...one, records: await recordsOf(ctx.db, ctx.owner, view.records) }
}

async function needView(ctx: Reading, id: PersonId): Promise<View> {
  const view = (await viewsOf(ctx.db, ctx.owner, [id])).get(id)
  if (view) return view
  throw new Problem('person.unknown', 'There is no such person in your notebook')
}

async function shown(ctx: Reading, person: Shown): Promise<z.input<typeof personShape>> {
  const fields = await followMerges(
    ctx.db,
    ctx.owner,
    fieldKind,
    person.fields.map(({ field }) => field),
  )
  const through = person.meeting.through
    ? (await shownPeople(ctx.db, ctx.owner, [person.meeting.through])).get(person.meeting.through)
    : undefined
  return {
    id: person.id,
    name: nameOf(person),
    line: roleLineOf(person),
    names: copies(person.names),
    roles: copies(person.roles),
    channels: copies(person.channels),
    places: copies(person.places),
    dates: copies(person.dates),
    labels: person.labels.map(({ word }) => word),
    fields: person.fields.flatMap(({ field, kind }) => {
      const noun = fields.get(field)
      return noun ? [{ field: noun.id, name: noun.name, kind }] : []
    }),
    meeting: {
      ...person.meeting,
      through: through?.id ?? person.meeting.through,
      throughName: through ? nameOf(through) : null,
    },
    words: person.words,
    consent: person.consent,
    answers: [...(person.answers ?? [])],
    ...(await contactElsewhere(ctx, person.id)),
    binnedOn: person.binnedOn,
  }
}

function copies<T extends { readonly sources: readonly Source[] }>(values: readonly T[]) {
  return values.map((value) => ({ ...value, sources: [...value.sources] }))
}

/** A field or an organisation with all that is one with it by merges; an unknown id finds nobody. */
async function groupIds<N extends Noun>(
  ctx: Reading,
  kind: Kind<N>,
  one: string | undefined,
): Promise<string[] | undefined> {
  if (one === undefined) return undefined
  const noun = (await followMerges(ctx.db, ctx.owner, kind, [one])).get(one)
  if (!noun) return [one]
  return (await groupsOf(ctx.db, ctx.owner, [noun.id])).get(noun.id)
}
