import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import type { Writing } from '../../platform/context.ts'
import type { Captured } from '../notes/capture.ts'
import type { CapturedPerson } from '../notes/head/head.ts'
import type { Referral } from '../notes/referral.ts'
import type { UnderstoodLine } from '../notes/understand.ts'
import { edited, newPerson } from '../people/edit.ts'
import { groupsAround, viewsOf } from '../people/groups.store.ts'
import { namesOfRecords } from '../people/merged.ts'
import { peopleCalled } from '../people/names.store.ts'
import { keepPeople, needPerson } from '../people/people.operations.ts'
import { type PersonRow, peopleRows } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'

interface AtTable {
  readonly ids: readonly PersonId[]
  readonly made: readonly Person[]
  /** Whom the owner is asked to choose: every name of the line, with who may be meant by it. */
  readonly unsure: readonly { readonly name: string; readonly people: readonly PersonRow[] }[]
}

/**
 * Whom a captured line is about: somebody known, or somebody new, written down with what the line says. Where several
 * bear a name nobody sits down, so that no word is given to the wrong one; nor is another of that name made.
 */
export async function peopleAt(
  ctx: Writing,
  captured: Captured,
  {
    about,
    on,
    who = 'as-read',
  }: {
    readonly about: PersonId | undefined
    readonly on: Day
    /** Somebody new, whoever else is called so. */
    readonly who?: 'as-read' | 'new' | 'nobody'
  },
): Promise<AtTable> {
  if (about) {
    await needPerson(ctx, about)
    return { ids: [about], made: [], unsure: [] }
  }
  const made: Person[] = []
  const named: { name: string; ids: PersonId[] }[] = []
  for (const one of captured.people) {
    const bearers = one.name && who !== 'new' ? await bearersOf(ctx, one.name) : []
    if (one.name && bearers.length) {
      named.push({ name: one.name, ids: await idsOf(ctx, one.name, bearers) })
      continue
    }
    const person = newAtTable(ctx, captured, { one, on })
    made.push(person)
    named.push({ name: nameOf(person), ids: [person.id] })
  }
  const kept = made.length ? await keepPeople(ctx, made) : []
  if (named.some(({ ids }) => ids.length > 1)) {
    return { ids: [], made: kept, unsure: await choicesFor(ctx, named) }
  }
  return { ids: [...new Set(named.flatMap(({ ids }) => ids))], made: kept, unsure: [] }
}

async function idsOf(ctx: Writing, name: string, bearers: readonly PersonRow[]) {
  const [only] = bearers
  const isSure = only !== undefined && bearers.length === 1
  return isSure ? [await recordCalled(ctx, only.id, name)] : bearers.map(({ id }) => id)
}

/** What was said off the record stands in the note alone, also how they met. */
function newAtTable(
  ctx: Writing,
  captured: Captured,
  { one, on }: { readonly one: CapturedPerson; readonly on: Day },
): Person {
  const person = personFrom(ctx.newId('person'), one, { on, metOn: on })
  const isClosed = captured.segments.some((line) => line.offRecord)
  const { place, words } = isClosed ? { place: null, words: null } : captured.meeting
  return { ...person, meeting: { ...person.meeting, place, words } }
}

const choicesAtMost = 20

async function choicesFor(
  ctx: Writing,
  named: readonly { readonly name: string; readonly ids: readonly PersonId[] }[],
): Promise<AtTable['unsure']> {
  const rows = await peopleRows(
    ctx.db,
    ctx.owner,
    named.flatMap(({ ids }) => ids),
  )
  const spokeLast = rows.toSorted((one, other) => compare(other.spokeOn, one.spokeOn))
  return named.map(({ name, ids }) => ({
    name,
    people: spokeLast.filter(({ id }) => ids.includes(id)).slice(0, choicesAtMost),
  }))
}

function compare(one: Day | null, other: Day | null): number {
  return (one ?? '') < (other ?? '') ? -1 : Number((one ?? '') > (other ?? ''))
}

/** Far beyond the namesakes of any notebook; whoever bears the very name is among them. */
const namesakesAtMost = 10_000

/** Who may be meant by a name: those called exactly so, else all in whose names its words stand. */
export async function bearersOf(ctx: Writing, name: string): Promise<readonly PersonRow[]> {
  const called = await peopleCalled(ctx.db, ctx.owner, wordsOf(name), namesakesAtMost)
  const rows = await peopleRows(ctx.db, ctx.owner, called)
  const ids = rows.length > 1 ? rows.map(({ id }) => id) : []
  const merged = [...(await groupsAround(ctx.db, ctx.owner, ids)).keys()]
  const views = await viewsOf(ctx.db, ctx.owner, merged)
  const same = rows.filter((row) =>
    [row.name, ...(views.get(row.id)?.records.map(nameOf) ?? [])].some(
      (one) => fold(one) === fold(name),
    ),
  )
  return same.length ? same : rows
}

/** Of somebody who stands in several records the one that goes by this name; the head where it is none, or several. */
async function recordCalled(ctx: Writing, head: PersonId, name: string): Promise<PersonId> {
  const view = (await viewsOf(ctx.db, ctx.owner, [head])).get(head)
  if (!view?.group) return head
  const exactly = view.records.filter((record) => fold(nameOf(record)) === fold(name))
  const called = exactly.length ? exactly : view.records.filter((record) => bears(record, name))
  return (called.length === 1 ? called[0]?.id : null) ?? head
}

function bears(record: Person, name: string): boolean {
  const own = new Set(namesOfRecords([record]).flatMap(wordsOf))
  return wordsOf(name).every((word) => own.has(word))
}

export function severalCalled(name: string): Problem {
  return new Problem('name.already-several', `Several people are called ${name}`, {
    safe: 'Nobody was added.',
    mend: 'If it is none of them, say that it is somebody new (--fresh).',
  })
}

type Described = Pick<
  CapturedPerson | Referral,
  'name' | 'described' | 'role' | 'organisation' | 'mail' | 'phone'
>

export function personFrom(
  fresh: PersonId,
  one: Described,
  days: { readonly on: Day; readonly metOn: Day | null },
): Person {
  const { role, organisation } = one
  const blank = { department: null, from: null, to: null, organisationId: null }
  const channels = [
    ...(one.mail
      ? [{ kind: 'mail' as const, value: one.mail, label: null, preferred: false }]
      : []),
    ...(one.phone
      ? [{ kind: 'phone' as const, value: one.phone, label: null, preferred: false }]
      : []),
  ]
  return edited(
    newPerson(fresh),
    {
      name: one.name ?? one.described ?? 'Somebody',
      roles: role || organisation ? [{ title: role, organisation, ...blank }] : [],
      channels,
      meeting: { day: days.metOn },
    },
    { by: 'capture', on: days.on },
  )
}

/** The people of `+` lines who are not in the notebook yet, met through whoever named them. */
export async function peopleToMeet(
  ctx: Writing,
  lines: readonly UnderstoodLine[],
  { through, on }: { readonly through: PersonId | null; readonly on: Day },
): Promise<Person[]> {
  const made: Person[] = []
  for (const { referral, offRecord } of lines) {
    if (!referral?.name || offRecord) continue
    if ((await bearersOf(ctx, referral.name)).length > 0) continue
    const person = personFrom(ctx.newId('person'), referral, { on, metOn: null })
    made.push({ ...person, meeting: { ...person.meeting, through, words: referral.words } })
  }
  return made.length ? keepPeople(ctx, made) : []
}
