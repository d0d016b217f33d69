import { addDays } from '../../kit/days.ts'
import { type ConversationId, id } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { standingOfPost } from '../letters/outgoing.store.ts'
import { countPeople } from '../people/people.store.ts'
import { filesOfTalks } from './near-files.operations.ts'
import type { Leaf } from './near-leaf.ts'
import {
  briefLeaf,
  hearingOnce,
  leafOfBrief,
  leavesAround,
  leavesOfPeople,
  leavesOfTalks,
  peopleIn,
  personLeaf,
  talkLeaf,
} from './near-pages.operations.ts'
import { type NearTalk, talksNear } from './near-talks.store.ts'
import {
  everybodyNear,
  linesTouched,
  type NearLine,
  talksTouched,
} from './near-touched.operations.ts'
import type { nearContract } from './near.contract.ts'
import { changesAfter, hasWrite, lastWrite, notHeldAmong, writesMissing } from './near.store.ts'
import {
  daysNear,
  everything,
  type Mark,
  markFrom,
  markInText,
  mostChanges,
  mostTalks,
  type Touched,
  touchedBy,
} from './near.ts'

export const nearHandlers: Handlers<typeof nearContract> = {
  async mark(_input, ctx) {
    const last = await lastWrite(ctx.db, ctx.owner)
    return {
      mark: markInText({ ...last, day: ctx.today() }),
      post: digestOf(await standingOfPost(ctx.db, ctx.owner)).slice(0, 10),
    }
  },

  async near({ since, landed = [], has }, ctx) {
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
    const touched = mark && isKnown ? await touchedSince(ctx, mark) : everything
    if (touched === 'nothing') return { ...told, ...nothingNew }
    const within = { from: addDays(day, -daysNear), limit: mostTalks }
    const { talks, beyond } = await talksNear(ctx.db, ctx.owner, within)
    const ids = talks.map((talk) => talk.id)
    const files = await filesOfTalks(ctx, ids)
    const drawn = await drawnAnew(ctx, talks, touched)
    const kept = isKnown && has ? new Set(has) : null
    return { ...told, ...nothingNew, ...whatCame(drawn, touched, kept), beyond, files }
  },
}

const nothingNew = {
  whole: false,
  people: [],
  allPeople: false,
  peopleGone: [],
  talks: [],
  beyond: null,
  allPages: false,
  pages: [],
  leaves: [],
  leavesGone: [],
  stale: [],
  talksGone: [],
  files: null,
}

/** What happened since a device last asked; everything, where the log cannot tell. */
async function touchedSince(ctx: Reading, mark: Mark): Promise<Touched | 'nothing'> {
  const changes = await changesAfter(ctx.db, ctx.owner, mark.revision, mostChanges)
  // On another day states and next steps are others, though nothing was written.
  const isAnotherDay = mark.day !== ctx.today()
  if (changes.length === 0 && !isAnotherDay) return 'nothing'
  const touched = touchedBy(changes)
  if (touched.everything || changes.length === mostChanges) return everything
  return isAnotherDay ? { ...touched, allPages: true } : touched
}

/** What was drawn, with what goes in its place. */
interface Drawn {
  readonly people: readonly NearLine[]
  readonly peopleGone: readonly string[]
  readonly leaves: readonly Leaf[]
  readonly leavesGone: readonly string[]
  readonly talksGone: readonly string[]
}

/** Of what was drawn, what a device does not have; all of it where it does not say what it has. */
function whatCame(
  { people, peopleGone, leaves, leavesGone, talksGone }: Drawn,
  touched: Touched,
  has: ReadonlySet<string> | null,
) {
  const isAll = touched.everything || touched.allPages
  const versions = new Map(leaves.map((leaf) => [leaf, versionOf(leaf)]))
  const now = new Set(versions.values())
  const came = [...versions].filter(([, version]) => !has?.has(version))
  return {
    whole: touched.everything && !has,
    people: [...people],
    allPeople: touched.everything,
    peopleGone: [...peopleGone],
    allPages: isAll && !has,
    talks: came.flatMap(([{ row }]) => row ?? []),
    pages: came.flatMap(([leaf]) => leaf.pages.map((page) => ({ ...page, leaf: leaf.name }))),
    leaves: came.map(([{ name }, version]) => ({ name, version })),
    leavesGone: [...leavesGone],
    stale: isAll ? [...(has ?? [])].filter((version) => !now.has(version)) : [],
    talksGone: [...talksGone],
  }
}

/** 60 bits of a digest: that a page was changed into one of the same version happens to nobody. */
function versionOf(leaf: Leaf): string {
  return digestOf(JSON.stringify(leaf)).slice(0, 10)
}

async function drawnAnew(
  ctx: Reading,
  near: readonly NearTalk[],
  touched: Touched,
): Promise<Drawn> {
  const ids = near.map((talk) => talk.id)
  const among = new Set(ids)
  const isAll = touched.everything || touched.allPages
  const about = new Set(await talksTouched(ctx, touched, ids))
  const redrawn = isAll ? near : near.filter((talk) => about.has(talk.id))
  const talks = await leavesOfTalks(ctx, redrawn)
  const seated = peopleIn(talks)
  const changed = peopleIn(talks.filter(({ row }) => row && about.has(id('conversation', row.id))))
  const lines = touched.everything
    ? everybodyNear(ctx)
    : linesTouched(ctx, touched, { near: ids, about: [...about], seated: changed })
  const { listed, people, peopleGone } = await lines
  // Who is in the bin has no line in the list, and a page as long as they sit in a talk that is near.
  const shown = isAll ? seated : [...new Set([...listed, ...seated])]
  const briefs = isAll ? [] : await briefsOfOthers(ctx, ids, about)
  const leaves = [
    ...talks,
    ...briefs,
    ...(await leavesOfPeople(ctx, shown)),
    ...(await leavesAround(ctx)),
  ]
  const talksGone = isAll ? [] : [...about].filter((talk) => !among.has(talk))
  const there = new Set(leaves.map(({ name }) => name))
  const gone = [
    ...talksGone.flatMap((talk) => [talkLeaf(talk), briefLeaf(talk)]),
    ...heldAmong(talks).map(briefLeaf),
    ...peopleGone.map(personLeaf),
  ]
  const leavesGone = gone.filter((name) => !there.has(name))
  return { people, peopleGone, leaves, leavesGone, talksGone }
}

/** What one wants to see before going in, nobody asks for afterwards. */
function heldAmong(talks: readonly Leaf[]): string[] {
  return talks.flatMap(({ row }) => (row && row.heldOn !== null ? row.id : []))
}

/** What is asked in a talk to come follows from all that was said of its fields and by its people, wherever that was. */
async function briefsOfOthers(
  ctx: Reading,
  near: readonly ConversationId[],
  redrawn: ReadonlySet<ConversationId>,
): Promise<Leaf[]> {
  const others = near.filter((talk) => !redrawn.has(talk))
  const leaves: Leaf[] = []
  const hear = hearingOnce(ctx)
  for (const talk of await notHeldAmong(ctx.db, ctx.owner, others)) {
    leaves.push(await leafOfBrief(ctx, talk, hear))
  }
  return leaves
}
