import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { followMerges, groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { peopleAt } from '../organisations/organisations.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { nameOf, type Person, rolesNow } from '../people/person.ts'
import type { Life } from './conversation.ts'
import { livesOf, withHeads } from './conversations.store.ts'
import { freeAmong } from './free.store.ts'
import {
  type AtTable,
  looksAround,
  nextAmongOthers,
  type OpenAsk,
  type SecondPerson,
} from './held-back.ts'
import { type Pace, type State, stateOf } from './life.ts'
import type { Now } from './moment.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { nextWithAnswer } from './unheard.ts'
import { wakingWith } from './waking.store.ts'

export interface Standing {
  readonly state: State
  readonly next: NextStep
}

/** Of a large house at most so many are looked at for a second person. */
const mostAtAHouse = 200

/** Where each of these stands, and what comes next as far as the letters of other conversations leave room. */
export async function standingsOf(
  ctx: Reading,
  lives: readonly Life[],
  now: Now,
  pace: Pace,
): Promise<ReadonlyMap<ConversationId, Standing>> {
  const alone = lives.map((life) => {
    const state = stateOf(life, now, pace)
    const next = nextStep(life.conversation, state, now, pace)
    return { life, state, next: nextWithAnswer(life.conversation, state, next, now) }
  })
  const found = new Map<ConversationId, Standing>(
    alone.map(({ life, state, next }) => [life.conversation.id, { state, next }]),
  )
  const looking = alone.filter(({ life, next }) => !life.conversation.binnedOn && looksAround(next))
  if (looking.length === 0) return found
  const around = await neighbourhoodOf(
    ctx,
    looking.map(({ life }) => life),
  )
  const asks = around.asks(now, pace)
  for (const { life, state, next } of looking) {
    const mine = around.table(life)
    const second = next.what === 'widen' ? await secondAt(ctx, around, mine) : null
    found.set(life.conversation.id, {
      state,
      next: nextAmongOthers(next, { mine, asks: near(mine, asks), second }, now, pace),
    })
  }
  return found
}

/** The letters of others that wait, as one conversation sees them: with the same people, or in the same house. */
export async function asksAround(
  ctx: Reading,
  life: Life,
  now: Now,
  pace: Pace,
): Promise<{ readonly mine: AtTable; readonly asks: readonly OpenAsk[] }> {
  const around = await neighbourhoodOf(ctx, [life])
  const mine = around.table(life)
  return { mine, asks: near(mine, around.asks(now, pace)) }
}

function near(mine: AtTable, asks: readonly OpenAsk[]): readonly OpenAsk[] {
  return asks.filter(
    ({ people, houses }) =>
      people.some((one) => mine.people.includes(one)) ||
      [...mine.houses.keys()].some((house) => houses.has(house)),
  )
}

interface Neighbourhood {
  table(life: Life): AtTable
  asks(now: Now, pace: Pace): readonly OpenAsk[]
  /** Everybody who is or was at a house, by any of its names. */
  at(house: string): readonly PersonId[]
}

/** All that is underway with these people, and with those who work where they do: however many they are, by index. */
async function neighbourhoodOf(ctx: Reading, lives: readonly Life[]): Promise<Neighbourhood> {
  const { db, owner } = ctx
  const own = [...new Set(lives.flatMap(({ conversation }) => conversation.people))]
  const tables = await shownPeople(db, owner, own)
  const there = await peopleOfTheirHouses(ctx, [...tables.values()])
  const waking = await wakingWith(db, owner, [...new Set([...own, ...[...there.values()].flat()])])
  const ids = [...new Set(waking.map(({ conversation }) => conversation))]
  const underway = await withHeads(db, owner, await livesOf(db, owner, ids))
  const others = underway.flatMap(({ conversation }) => conversation.people)
  const away = [...new Set(others)].filter((one) => !tables.has(one))
  const people = new Map([...tables, ...(await shownPeople(db, owner, away))])
  const houses = await housesOf(ctx, [...people.values()])
  const table = ({ conversation }: Life): AtTable => ({
    conversation: conversation.id,
    people: conversation.people,
    houses: new Map(conversation.people.flatMap((one) => [...(houses.get(one) ?? [])])),
  })
  return {
    table,
    asks: (now, pace) =>
      underway.map((life) => ({ ...table(life), state: stateOf(life, now, pace) })),
    at: (house) => there.get(house) ?? [],
  }
}

/** The house of the silent with the first by name who works there now and to whom one may turn. */
async function secondAt(
  ctx: Reading,
  around: Neighbourhood,
  { houses }: AtTable,
): Promise<SecondPerson | null> {
  const [key, house] = [...houses][0] ?? []
  if (key === undefined || house === undefined) return null
  const { db, owner } = ctx
  const rows = await rowsByRecord(db, owner, around.at(key))
  const byName = [...rows]
    .toSorted(([, one], [, other]) => byFolded(one.name, other.name))
    .map(([person]) => person)
    .slice(0, mostAtAHouse)
  const free = await freeAmong(db, owner, byName)
  const people = await shownPeople(db, owner, free)
  const worksAt = await housesOf(ctx, [...people.values()])
  const second = free
    .flatMap((one) => people.get(one) ?? [])
    .find(({ id, binnedOn }) => binnedOn === null && worksAt.get(id)?.has(key))
  return { house, name: second ? nameOf(second) : null }
}

function byFolded(one: string, other: string): number {
  const [here, there] = [fold(one), fold(other)]
  if (here === there) return 0
  return here < there ? -1 : 1
}

/** By each house where these people work now. */
async function peopleOfTheirHouses(
  ctx: Reading,
  people: readonly Person[],
): Promise<ReadonlyMap<string, readonly PersonId[]>> {
  const nouns = await followMerges(ctx.db, ctx.owner, organisationKind, housesNow(people))
  const ends = [...new Set([...nouns.values()].map(({ id }) => id))]
  const groups = await groupsOf(ctx.db, ctx.owner, ends)
  const there = await peopleAt(ctx.db, ctx.owner, [...groups.values()].flat())
  return new Map(
    [...groups].map(([house, group]) => [
      house,
      [...new Set(group.flatMap((one) => there.get(one) ?? []))],
    ]),
  )
}

/** Where each of these works now, by the house that its names lead to. */
async function housesOf(
  ctx: Reading,
  people: readonly Person[],
): Promise<ReadonlyMap<PersonId, ReadonlyMap<string, string>>> {
  const nouns = await followMerges(ctx.db, ctx.owner, organisationKind, housesNow(people))
  return new Map(
    people.map((person) => [
      person.id,
      new Map(
        rolesNow(person).flatMap(({ organisationId }) => {
          const noun = organisationId && nouns.get(organisationId)
          return noun ? [[noun.id, noun.name] as const] : []
        }),
      ),
    ]),
  )
}

function housesNow(people: readonly Person[]): string[] {
  const ids = people.flatMap((person) => rolesNow(person).map((role) => role.organisationId))
  return [...new Set(ids.filter((one) => one !== null))]
}
