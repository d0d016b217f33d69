import { addDays } from '../../kit/days.ts'
import { type ConversationId, id, type PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { headsOf, shownPeople, withTheirGroups } from '../people/groups.store.ts'
import { countPeople, peopleRows } from '../people/people.store.ts'
import { transcriptsWith } from '../voices/transcripts.store.ts'
import { filesOfTalks } from './near-files.operations.ts'
import {
  briefOfTalk,
  hearingOnce,
  type Page,
  pagesAround,
  pagesBeside,
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
  notHeldAmong,
  peopleByNearness,
  peopleOf,
  talksOfLines,
  talksSince,
  talksThatName,
  talksWith,
  writesMissing,
} from './near.store.ts'
import {
  daysNear,
  type Mark,
  markFrom,
  markInText,
  mostChanges,
  mostPeople,
  mostTalks,
  type Touched,
  touchedBy,
} from './near.ts'

export const nearHandlers: Handlers<typeof nearContract> = {
  async near({ since, landed = [] }, ctx) {
    const last = await lastWrite(ctx.db, ctx.owner)
    const day = ctx.today()
    const mark = markFrom(since)
    const isKnown = mark !== null && (await hasWrite(ctx.db, ctx.owner, mark))
    const told = {
      account: ctx.caller.account,
      mark: markInText({ ...last, day }),
      revision: last.revision,
      day,
      count: await countPeople(ctx.db, ctx.owner),
      // Before the first write there is nothing to part from.
      lost: await writesMissing(ctx.db, ctx.owner, landed),
      parted: mark !== null && mark.revision > 0 && !isKnown,
    }
    const touched = mark && isKnown ? await touchedSince(ctx, mark) : 'everything'
    if (touched === 'nothing') return { ...told, ...nothingNew }
    const talks = await talksSince(ctx.db, ctx.owner, addDays(day, -daysNear), mostTalks)
    const files = await filesOfTalks(ctx, talks)
    return { ...told, ...(await drawn(ctx, talks, touched)), files }
  },
}

const nothingNew = {
  whole: false,
  people: [],
  peopleGone: [],
  allPages: false,
  pages: [],
  talksGone: [],
  files: null,
}

/** What happened since a device last asked; everything, where the log cannot tell. */
async function touchedSince(ctx: Reading, mark: Mark): Promise<Touched | 'everything' | 'nothing'> {
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
  const among = new Set(near)
  const about = await talksTouched(ctx, touched, near)
  const redrawn = allPages ? near : about.filter((talk) => among.has(talk))
  const talks = await pagesOfTalks(ctx, redrawn)
  const seated = peopleIn(talks)
  const others = [
    ...(await peopleOf(ctx.db, ctx.owner, about)),
    ...(await metThrough(ctx, touched, near)),
  ]
  const changed = await peopleTouched(ctx, touched, [...seated, ...others])
  const listed = new Set(await listedAmong(ctx.db, ctx.owner, changed))
  const still = changed.filter((one) => listed.has(one))
  // Who is in the bin has no line in the list, and a page as long as they sit in a talk that is near.
  const shown = [...new Set([...still, ...seated])]
  const everybody = await peopleByNearness(ctx.db, ctx.owner, mostPeople)
  return {
    ...nothingNew,
    people: await linesOf(ctx, still),
    peopleGone: goneFrom(touched, listed),
    allPages,
    pages: [
      ...talks,
      ...(await briefsOfOthers(ctx, near, redrawn)),
      ...(await pagesOfPeople(ctx, allPages ? seated : shown)),
      ...(await pagesAround(ctx, everybody)),
    ],
    talksGone: allPages ? [] : about.filter((talk) => !among.has(talk)),
  }
}

async function pagesOfTalks(ctx: Reading, talks: readonly ConversationId[]): Promise<Page[]> {
  const pages: Page[] = []
  const hear = hearingOnce(ctx)
  for (const talk of talks) pages.push(...(await pagesOfTalk(ctx, talk, hear)))
  pages.push(...(await pagesBeside(ctx, talks)))
  return pages
}

/** What is asked in a talk to come follows from all that was said of its fields and by its people, wherever that was. */
async function briefsOfOthers(
  ctx: Reading,
  near: readonly ConversationId[],
  redrawn: readonly ConversationId[],
): Promise<Page[]> {
  const already = new Set(redrawn)
  const others = near.filter((talk) => !already.has(talk))
  const pages: Page[] = []
  const hear = hearingOnce(ctx)
  for (const talk of await notHeldAmong(ctx.db, ctx.owner, others)) {
    pages.push(await briefOfTalk(ctx, talk, hear))
  }
  return pages
}

async function pagesOfPeople(ctx: Reading, people: readonly PersonId[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const person of people) pages.push(...(await pagesOfPerson(ctx, person)))
  return pages
}

async function talksTouched(
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
