import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { followMerges, groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { peopleAt } from '../organisations/organisations.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf, type Person, rolesNow } from '../people/person.ts'
import type { Life } from './conversation.ts'
import { livesOf, withHeads } from './conversations.store.ts'
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
import { wakingWith } from './waking.store.ts'

export interface Standing {
  readonly state: State
  readonly next: NextStep
}

/** At most so many of a large house are looked at: enough to find somebody to write to. */
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
    return { life, state, next: nextStep(life.conversation, state, now, pace) }
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
    const second = next.what === 'widen' ? around.second(mine) : null
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
  second(mine: AtTable): SecondPerson | null
}

/** All that is underway with these people, and with those who work where they do. */
async function neighbourhoodOf(ctx: Reading, lives: readonly Life[]): Promise<Neighbourhood> {
  const { db, owner } = ctx
  const own = [...new Set(lives.flatMap(({ conversation }) => conversation.people))]
  const tables = await shownPeople(db, owner, own)
  const colleagues = await colleaguesOf(ctx, [...tables.values()])
  const people = new Map([...(await shownPeople(db, owner, colleagues)), ...tables])
  const waking = await wakingWith(db, owner, [...people.keys()])
  const ids = [...new Set(waking.map(({ conversation }) => conversation))]
  const underway = await withHeads(db, owner, await livesOf(db, owner, ids))
  const houses = await housesOf(ctx, [...people.values()])
  const table = ({ conversation }: Life): AtTable => ({
    conversation: conversation.id,
    people: conversation.people,
    houses: new Map(conversation.people.flatMap((one) => [...(houses.get(one) ?? [])])),
  })
  const busy = new Set(underway.flatMap(({ conversation }) => conversation.people))
  return {
    table,
    asks: (now, pace) =>
      underway.map((life) => ({ ...table(life), state: stateOf(life, now, pace) })),
    second: (mine) => secondOf(mine, people, houses, busy),
  }
}

/** The house of the silent with the first by name who works there and with whom nothing is underway. */
function secondOf(
  mine: AtTable,
  people: ReadonlyMap<PersonId, Person>,
  houses: ReadonlyMap<PersonId, ReadonlyMap<string, string>>,
  busy: ReadonlySet<PersonId>,
): SecondPerson | null {
  const [key, house] = [...mine.houses][0] ?? []
  if (key === undefined || house === undefined) return null
  const [name = null] = [...people]
    .filter(
      ([one, { binnedOn }]) => binnedOn === null && !busy.has(one) && houses.get(one)?.has(key),
    )
    .map(([, person]) => nameOf(person))
    .toSorted(byFolded)
  return { house, name }
}

function byFolded(one: string, other: string): number {
  const [here, there] = [fold(one), fold(other)]
  if (here === there) return 0
  return here < there ? -1 : 1
}

async function colleaguesOf(ctx: Reading, people: readonly Person[]): Promise<PersonId[]> {
  const nouns = await followMerges(ctx.db, ctx.owner, organisationKind, housesNow(people))
  const ends = [...new Set([...nouns.values()].map(({ id }) => id))]
  const groups = await groupsOf(ctx.db, ctx.owner, ends)
  const there = await peopleAt(ctx.db, ctx.owner, [...groups.values()].flat())
  return [...new Set([...there.values()].flatMap((some) => some.slice(0, mostAtAHouse)))]
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
