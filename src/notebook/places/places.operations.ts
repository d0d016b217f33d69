import type { z } from 'zod'
import { cursorOf, fromCursor } from '../../kit/cursor.ts'
import { isId, type PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import { drawRows, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { awaitsAnswer } from '../conversations/held-back.ts'
import { stateOf } from '../conversations/life.ts'
import { wakingWith } from '../conversations/waking.store.ts'
import { isName, keyOf, type Organisation, type Wish } from '../nouns/noun.ts'
import { needNoun, nounsFor } from '../nouns/nouns.operations.ts'
import { followMerges, groupOf, groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { rolesNow } from '../people/person.ts'
import { colleaguesAt, type Colleagues } from './colleagues.operations.ts'
import { heardAt } from './heard.operations.ts'
import { inTurn } from './in-turn.operations.ts'
import { changedWish, wishAmong } from './place.ts'
import type { placesContract } from './places.contract.ts'
import { talksWith, wishedIds } from './places.store.ts'

export const placesHandlers: Handlers<typeof placesContract> = {
  async list({ person, after, limit }, ctx) {
    const houses = person === undefined ? await wishedHouses(ctx) : await housesNowOf(ctx, person)
    const [last] = fromCursor(after) ?? []
    const all = await inTurn(ctx, houses)
    const rest = last === undefined ? all : all.filter(({ turn }) => compare(turn, last) > 0)
    const page = rest.slice(0, limit)
    const end = page.at(-1)
    return {
      places: await drawn(
        ctx,
        page.map(({ house }) => house),
      ),
      next: rest.length > limit && end ? cursorOf(end.turn) : null,
    }
  },

  async show({ which }, ctx) {
    const house = await needPlace(ctx, which)
    const place = await drawnOne(ctx, house)
    const there = (await colleaguesAt(ctx, [house])).get(house.id) ?? []
    const people = there.map(({ person }) => person.id)
    const waking = await wakingWith(ctx.db, ctx.owner, people)
    const last = new Map(waking.map(({ conversation, lastDay }) => [conversation, lastDay]))
    const underway = [...last].map(([id, lastDay]) => ({ id, lastDay }))
    // The latest come first, and are to stay.
    const latest = new Map(waking.toReversed().map(({ person, lastDay }) => [person, lastDay]))
    return {
      ...place,
      people: there.map(({ person, ...tie }) => ({
        ...person,
        ...tie,
        lastOn: latest.get(person.id) ?? null,
      })),
      underway: await drawRows(ctx, underway),
      heard: await heardAt(ctx, people),
    }
  },

  async add({ name, want, moving }, ctx) {
    if (!isName(name)) throw new Problem('name.empty', 'A name needs at least one letter or digit')
    const house = await houseCalled(ctx, name)
    const before = await wishFor(ctx, house)
    return keepWish(ctx, house, changedWish(before, { want, moving }, ctx.today()))
  },

  async change({ which, want, moving }, ctx) {
    const house = await needPlace(ctx, which)
    const before = await wishFor(ctx, house)
    return keepWish(ctx, house, changedWish(before, { want, moving }, ctx.today()))
  },

  async leave({ which }, ctx) {
    const house = await needPlace(ctx, which)
    const wished = (await groupOf(ctx.db, ctx.owner, organisationKind, house)).filter(
      ({ wish }) => wish,
    )
    await ctx.record.keepAll(
      organisationKind,
      new Map(wished.map((one) => [one.id, { ...one, wish: null }])),
    )
    return { id: house.id, name: house.name }
  },
}

async function wishedHouses(ctx: Reading): Promise<Organisation[]> {
  return endsOf(ctx, await wishedIds(ctx.db, ctx.owner))
}

/** Where somebody is now, whether one would like to be there or not. */
async function housesNowOf(ctx: Reading, person: PersonId): Promise<Organisation[]> {
  await needPerson(ctx, person)
  const [found] = (await shownPeople(ctx.db, ctx.owner, [person])).values()
  return endsOf(ctx, found ? rolesNow(found).flatMap((role) => role.organisationId ?? []) : [])
}

async function endsOf(ctx: Reading, ids: readonly string[]): Promise<Organisation[]> {
  const ends = await followMerges<Organisation>(ctx.db, ctx.owner, organisationKind, [
    ...new Set(ids),
  ])
  return [...new Map([...ends.values()].map((one) => [one.id, one])).values()]
}

/** By its id one that is known; by its name one that is made if nobody spoke of it before. */
async function houseCalled(ctx: Writing, name: string): Promise<Organisation> {
  if (isId(name)) return needNoun(ctx, organisationKind, name)
  const { byKey } = await nounsFor(ctx, organisationKind, [name], (noun) => noun)
  return byKey.get(keyOf(name))!
}

async function needPlace(ctx: Reading, which: string): Promise<Organisation> {
  const house = await needNoun(ctx, organisationKind, which)
  if (await wishFor(ctx, house)) return house
  throw new Problem(
    'place.unknown',
    `${house.name} is not among the places you would like to be at`,
  )
}

async function wishFor(ctx: Reading, house: Organisation): Promise<Wish | null> {
  const [, ...merged] = await groupOf(ctx.db, ctx.owner, organisationKind, house)
  return wishAmong(house, merged)
}

async function keepWish(ctx: Writing, house: Organisation, wish: Wish): Promise<DrawnPlace> {
  const wished = { ...house, wish }
  await ctx.record.keep(organisationKind, house.id, wished)
  return drawnOne(ctx, wished)
}

type DrawnPlace = z.input<typeof placesContract.add.output>

async function drawnOne(ctx: Reading, house: Organisation): Promise<DrawnPlace> {
  const [place] = await drawn(ctx, [house])
  return place!
}

async function drawn(ctx: Reading, houses: readonly Organisation[]): Promise<DrawnPlace[]> {
  const groups = await groupsOf(
    ctx.db,
    ctx.owner,
    houses.map(({ id }) => id),
  )
  const members = await loadAll(ctx.db, ctx.owner, organisationKind, [...groups.values()].flat())
  const colleagues = await colleaguesAt(ctx, houses)
  const everybody = [...colleagues.values()].flat().map(({ person }) => person.id)
  const waiting = await waitingWith(ctx, everybody)
  const talks = await talksWith(ctx.db, ctx.owner, [...new Set(everybody)])
  return houses.flatMap((house) => {
    const merged = (groups.get(house.id) ?? []).slice(1).flatMap((one) => members.get(one) ?? [])
    const wish = wishAmong(house, merged)
    if (wish === null) return []
    const there = colleagues.get(house.id) ?? []
    const here = new Set(there.map(({ person }) => person.id))
    const talked = talks.filter(({ person }) => here.has(person))
    return [
      {
        id: house.id,
        name: house.name,
        houses: groups.get(house.id) ?? [house.id],
        ...wish,
        ...countsOf(there),
        waiting: new Set(waiting.flatMap((one) => (isAt(one, there) ? one.conversation : []))).size,
        talks: new Set(talked.map(({ conversation }) => conversation)).size,
      },
    ]
  })
}

function countsOf(there: Colleagues): { now: number; before: number } {
  const now = there.filter((one) => one.now).length
  return { now, before: there.length - now }
}

/** A letter to somebody who left the house long ago is no letter into it. */
function isAt({ person }: { readonly person: PersonId }, there: Colleagues): boolean {
  return there.some((one) => one.now && one.person.id === person)
}

async function waitingWith(ctx: Reading, people: readonly PersonId[]) {
  if (people.length === 0) return []
  const waking = await wakingWith(ctx.db, ctx.owner, people)
  const ids = [...new Set(waking.map(({ conversation }) => conversation))]
  const [now, pace] = [nowOf(ctx), await paceIn(ctx)]
  const waits = new Set(
    (await livesOf(ctx.db, ctx.owner, ids))
      .filter((life) => awaitsAnswer(stateOf(life, now, pace)))
      .map(({ conversation }) => conversation.id),
  )
  return waking.filter(({ conversation }) => waits.has(conversation))
}
