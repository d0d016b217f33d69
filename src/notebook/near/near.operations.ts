import { addDays } from '../../kit/days.ts'
import { type ConversationId, id, type PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { headsOf, shownPeople } from '../people/groups.store.ts'
import { countPeople, peopleRows } from '../people/people.store.ts'
import {
  type Page,
  pagesAround,
  pagesOfPerson,
  pagesOfTalk,
  peopleIn,
} from './near-pages.operations.ts'
import type { nearContract } from './near.contract.ts'
import {
  changesAfter,
  hasWrite,
  lastWrite,
  listedAmong,
  peopleByNearness,
  talksOfLines,
  talksSince,
  talksWith,
} from './near.store.ts'
import {
  daysNear,
  markFrom,
  markInText,
  mostChanges,
  mostPeople,
  mostTalks,
  type Touched,
  touchedBy,
} from './near.ts'

export const nearHandlers: Handlers<typeof nearContract> = {
  async near({ since }, ctx) {
    const last = await lastWrite(ctx.db, ctx.owner)
    const day = ctx.today()
    const told = {
      account: ctx.caller.account,
      mark: markInText({ ...last, day }),
      revision: last.revision,
      day,
      count: await countPeople(ctx.db, ctx.owner),
    }
    const touched = await touchedSince(ctx, since)
    if (touched === 'nothing') return { ...told, ...nothingNew }
    const talks = await talksSince(ctx.db, ctx.owner, addDays(day, -daysNear), mostTalks)
    return { ...told, ...(await drawn(ctx, talks, touched)) }
  },
}

const nothingNew = {
  whole: false,
  people: [],
  peopleGone: [],
  allPages: false,
  pages: [],
  talksGone: [],
}

/** What happened since a device last asked; everything, where the log cannot tell. */
async function touchedSince(
  ctx: Reading,
  since: string | undefined,
): Promise<Touched | 'everything' | 'nothing'> {
  const mark = markFrom(since)
  if (!mark || !(await hasWrite(ctx.db, ctx.owner, mark))) return 'everything'
  const changes = await changesAfter(ctx.db, ctx.owner, mark.revision, mostChanges)
  // On another day states and next steps are others, though nothing was written.
  const isAnotherDay = mark.day !== ctx.today()
  if (changes.length === 0 && !isAnotherDay) return 'nothing'
  const touched = touchedBy(changes)
  if (touched.everything || changes.length === mostChanges) return 'everything'
  return isAnotherDay ? { ...touched, allPages: true } : touched
}

function drawn(ctx: Reading, near: readonly ConversationId[], touched: Touched | 'everything') {
  return touched === 'everything' ? drawnWhole(ctx, near) : drawnAnew(ctx, near, touched)
}

async function drawnWhole(ctx: Reading, near: readonly ConversationId[]) {
  const talks = await pagesOfTalks(ctx, near)
  const people = await peopleByNearness(ctx.db, ctx.owner, mostPeople)
  return {
    ...nothingNew,
    whole: true,
    allPages: true,
    people: await linesOf(ctx, people),
    pages: [
      ...talks,
      ...(await pagesOfPeople(ctx, peopleIn(talks))),
      ...(await pagesAround(ctx, people)),
    ],
  }
}

async function drawnAnew(ctx: Reading, near: readonly ConversationId[], touched: Touched) {
  const { allPages } = touched
  const about = await talksTouched(ctx, touched)
  const among = new Set(near)
  const talks = await pagesOfTalks(ctx, allPages ? near : about.filter((talk) => among.has(talk)))
  const seated = peopleIn(talks)
  const changed = await peopleTouched(ctx, touched, seated)
  const listed = new Set(await listedAmong(ctx.db, ctx.owner, changed))
  const still = changed.filter((one) => listed.has(one))
  const everybody = await peopleByNearness(ctx.db, ctx.owner, mostPeople)
  return {
    ...nothingNew,
    people: await linesOf(ctx, still),
    peopleGone: goneFrom(touched, listed),
    allPages,
    pages: [
      ...talks,
      ...(await pagesOfPeople(ctx, allPages ? seated : still)),
      ...(await pagesAround(ctx, everybody)),
    ],
    talksGone: allPages ? [] : about.filter((talk) => !among.has(talk)),
  }
}

async function pagesOfTalks(ctx: Reading, talks: readonly ConversationId[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const talk of talks) pages.push(...(await pagesOfTalk(ctx, talk)))
  return pages
}

async function pagesOfPeople(ctx: Reading, people: readonly PersonId[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const person of people) pages.push(...(await pagesOfPerson(ctx, person)))
  return pages
}

async function talksTouched(ctx: Reading, touched: Touched): Promise<ConversationId[]> {
  const people = [...touched.people].map((one) => id('person', one))
  const lines = [...touched.lines].map((one) => id('line', one))
  return [
    ...new Set([
      ...[...touched.talks].map((one) => id('conversation', one)),
      ...(await talksOfLines(ctx.db, ctx.owner, lines)),
      ...(await talksWith(ctx.db, ctx.owner, people)),
    ]),
  ]
}

/** Who changed, and who sits where something changed: when you last spoke stands in their line. */
async function peopleTouched(
  ctx: Reading,
  touched: Touched,
  seated: readonly PersonId[],
): Promise<PersonId[]> {
  const changed = [...touched.people].map((one) => id('person', one))
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
