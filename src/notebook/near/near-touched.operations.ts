import { type ConversationId, id, type PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { headsOf, shownPeople, withTheirGroups } from '../people/groups.store.ts'
import { peopleRows } from '../people/people.store.ts'
import { transcriptsWith } from '../voices/transcripts.store.ts'
import {
  listedAmong,
  peopleByNearness,
  peopleOf,
  talksOfLines,
  talksThatName,
  talksWith,
} from './near.store.ts'
import { mostPeople, type Touched } from './near.ts'

/** In which conversations something changed, or somebody who is named there. */
export async function talksTouched(
  ctx: Reading,
  touched: Touched,
  near: readonly ConversationId[],
): Promise<ConversationId[]> {
  const touchedPeople = [...touched.people].map((one) => id('person', one))
  const people = await withTheirGroups(ctx.db, ctx.owner, touchedPeople)
  const lines = [...touched.lines].map((one) => id('line', one))
  return [
    ...new Set([
      ...[...touched.talks].map((one) => id('conversation', one)),
      ...(await talksOfLines(ctx.db, ctx.owner, lines)),
      ...(await transcriptsWith(ctx.db, ctx.owner, people)).map(({ conversation }) => conversation),
      ...(await talksWith(ctx.db, ctx.owner, people)),
      ...(await talksThatName(ctx.db, ctx.owner, { near, words: touched.names })),
    ]),
  ]
}

export type NearLine = Awaited<ReturnType<typeof linesOf>>[number]

/** The lines of all people, as far as a device keeps them. */
export async function everybodyNear(ctx: Reading) {
  const listed = await peopleByNearness(ctx.db, ctx.owner, mostPeople)
  return { listed, people: await linesOf(ctx, listed), peopleGone: [] }
}

interface Around {
  readonly near: readonly ConversationId[]
  /** In which something changed. */
  readonly about: readonly ConversationId[]
  /** Who sits there, as it is shown. */
  readonly seated: readonly PersonId[]
}

/** The lines of those of whom something changed. */
export async function linesTouched(
  ctx: Reading,
  touched: Touched,
  { near, about, seated }: Around,
) {
  const others = [
    ...(await peopleOf(ctx.db, ctx.owner, about)),
    ...(await metThrough(ctx, touched, near)),
  ]
  const changed = await peopleTouched(ctx, touched, [...seated, ...others])
  const there = new Set(await listedAmong(ctx.db, ctx.owner, changed))
  const listed = changed.filter((one) => there.has(one))
  return {
    listed,
    people: await linesOf(ctx, listed),
    peopleGone: goneFrom(touched, there),
  }
}

/** Whoever sits near and was met through somebody who is called otherwise now. */
async function metThrough(
  ctx: Reading,
  { people, names }: Touched,
  near: readonly ConversationId[],
): Promise<PersonId[]> {
  if (names.size === 0) return []
  const seated = await peopleOf(ctx.db, ctx.owner, near)
  const known = await shownPeople(ctx.db, ctx.owner, [...new Set(seated)])
  return [...known.values()]
    .filter(({ meeting }) => meeting.through !== null && people.has(meeting.through))
    .map((person) => person.id)
}

/** Who changed, and who sits where something changed: when you last spoke stands in their line. */
async function peopleTouched(
  ctx: Reading,
  touched: Touched,
  seated: readonly PersonId[],
): Promise<PersonId[]> {
  const changed = [...touched.people, ...touched.seats].map((one) => id('person', one))
  const heads = await headsOf(ctx.db, ctx.owner, changed)
  return [...new Set([...heads.values(), ...seated])]
}

/** Whoever has no line of their own now, because they went or became one with another. */
function goneFrom(touched: Touched, listed: ReadonlySet<string>): string[] {
  return [...touched.people].filter((one) => !listed.has(one))
}

async function linesOf(ctx: Reading, ids: readonly PersonId[]) {
  const rows = await peopleRows(ctx.db, ctx.owner, ids)
  const people = await shownPeople(ctx.db, ctx.owner, ids)
  return rows.map((row) => {
    const { day = null, place = null, words = null } = people.get(row.id)?.meeting ?? {}
    return { ...row, met: { day, place, words } }
  })
}
