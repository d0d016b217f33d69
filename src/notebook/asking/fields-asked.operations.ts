import type { Day } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { freeAmong } from '../conversations/free.store.ts'
import { heardOf } from '../fields/fields.operations.ts'
import type { Field, Organisation } from '../nouns/noun.ts'
import {
  allNouns,
  fieldKind,
  followMerges,
  groupsOf,
  organisationKind,
} from '../nouns/nouns.store.ts'
import { headsOf, shownPeople } from '../people/groups.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { type KindOfPerson, nameOf, type Person, rolesNow } from '../people/person.ts'
import { colleaguesAt, type Colleagues } from '../places/colleagues.operations.ts'
import { wishAmong } from '../places/place.ts'
import { peopleInFields } from './asking.store.ts'
import type { Asked, Candidate, Named } from './whom-next.ts'

/** Every field with what is open, who was heard, and who stands in it and was not. */
export async function askedFields(ctx: Reading, connectors: Resting): Promise<readonly Asked[]> {
  const fields = (await allNouns(ctx.db, ctx.owner, fieldKind)).filter((one) => !one.mergedInto)
  const asked: Asked[] = []
  for (const field of fields) asked.push(await askedField(ctx, field, connectors))
  return asked
}

/** Who is let be, by the day from which one may ask them again. */
type Resting = ReadonlyMap<PersonId, Day>

async function askedField(ctx: Reading, field: Field, connectors: Resting): Promise<Asked> {
  const { db, owner } = ctx
  const { ids, group, said, open } = await heardOf(ctx, field)
  const standing = await peopleInFields(db, owner, ids)
  const speakers = said.flatMap((line) => line.speaker ?? [])
  const heads = await headsOf(db, owner, [...new Set(speakers)])
  const spoke = speakers.map((one) => heads.get(one) ?? one)
  const people = await shownPeople(db, owner, [...new Set([...standing, ...spoke])])
  const kindOf = (person: Person) =>
    person.fields.find((one) => ids.includes(one.field))?.kind ?? null
  const heard = [...new Set(spoke)].flatMap((one) => people.get(one) ?? [])
  const kinds = new Map<KindOfPerson | null, number>()
  for (const one of heard) kinds.set(kindOf(one), (kinds.get(kindOf(one)) ?? 0) + 1)
  const free = await freeAmong(db, owner, [...people.keys()])
  const lastHeard = said
    .toSorted((one, other) => (one.day < other.day ? 1 : -1))
    .flatMap(({ speaker }) => (speaker && people.get(heads.get(speaker) ?? speaker)) || [])
    .find((one) => free.includes(one.id) && !connectors.has(one.id))
  return {
    id: field.id,
    name: field.name,
    questions: open.map((one) => ({ id: one.id, text: one.text })),
    heard: kinds,
    candidates: await candidatesFrom(
      ctx,
      free.flatMap((one) => (spoke.includes(one) ? [] : (people.get(one) ?? []))),
      { kindOf, connectors },
    ),
    lastHeard: lastHeard ? namedOf(lastHeard) : null,
    rests: await restsOf(ctx, group),
  }
}

function namedOf(person: Person): Named {
  return { id: person.id, name: nameOf(person) }
}

/** Of two records that became one, what was let rest holds for both. */
async function restsOf(ctx: Reading, group: readonly Field[]): Promise<Asked['rests']> {
  const rests = group.flatMap((one) => one.rests ?? [])
  const heads = await headsOf(
    ctx.db,
    ctx.owner,
    rests.map(({ person }) => id('person', person)),
  )
  return rests.map((rest) => ({
    ...rest,
    person: heads.get(id('person', rest.person)) ?? rest.person,
  }))
}

interface Found {
  readonly kindOf: (person: Person) => KindOfPerson | null
  readonly connectors: Resting
}

async function candidatesFrom(
  ctx: Reading,
  people: readonly Person[],
  { kindOf, connectors }: Found,
): Promise<Candidate[]> {
  const { db, owner } = ctx
  const rows = await rowsByRecord(
    db,
    owner,
    people.flatMap(({ id: one, meeting }) => [one, ...(meeting.through ? [meeting.through] : [])]),
  )
  const houses = await housesOf(ctx, people)
  return people.map((person) => {
    const { through } = person.meeting
    const brought = through === null ? undefined : rows.get(through)
    const own = houses.get(person.id) ?? []
    return {
      ...namedOf(person),
      kind: kindOf(person),
      spoke: Boolean(rows.get(person.id)?.spokeOn),
      through: brought ? { id: brought.id, name: brought.name } : null,
      colleague: colleagueIn(own, person.id, connectors),
      want: Math.max(0, ...own.map(({ want }) => want)),
    }
  })
}

interface House {
  readonly name: string
  readonly want: number
  readonly people: Colleagues
}

/** Somebody there with whom one has spoken, and whom one may ask; who is there now comes first in a house. */
function colleagueIn(
  houses: readonly House[],
  except: PersonId,
  connectors: Resting,
): Candidate['colleague'] {
  const known = houses.flatMap(({ name, people }) =>
    people
      .filter(({ person }) => person.id !== except && person.spokeOn !== null)
      .map(({ person }) => ({ id: person.id, name: person.name, house: name })),
  )
  return known.find(({ id: one }) => !connectors.has(one)) ?? known[0] ?? null
}

async function housesOf(
  ctx: Reading,
  people: readonly Person[],
): Promise<ReadonlyMap<PersonId, readonly House[]>> {
  const { db, owner } = ctx
  const ids = people.flatMap((one) => rolesNow(one).flatMap((role) => role.organisationId ?? []))
  const nouns = await followMerges<Organisation>(db, owner, organisationKind, [...new Set(ids)])
  const houses = [...new Map([...nouns.values()].map((one) => [one.id, one])).values()]
  const colleagues = await colleaguesAt(ctx, houses)
  const groups = await groupsOf(
    db,
    owner,
    houses.map((one) => one.id),
  )
  const members = await loadAll(db, owner, organisationKind, [...groups.values()].flat())
  const drawn = new Map(
    houses.map((one) => {
      const merged = (groups.get(one.id) ?? []).slice(1).flatMap((own) => members.get(own) ?? [])
      const want = wishAmong(one, merged)?.want ?? 0
      return [one.id, { name: one.name, want, people: colleagues.get(one.id) ?? [] }]
    }),
  )
  return new Map(
    people.map((person) => [
      person.id,
      rolesNow(person).flatMap(({ organisationId }) => {
        const noun = organisationId && nouns.get(organisationId)
        return (noun && drawn.get(noun.id)) || []
      }),
    ]),
  )
}
