import { link, type Linked, type Pair } from '../../craft/linkage/link.ts'
import type { LinkRecord, Progress as Step } from '../../craft/linkage/records.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Working } from '../../platform/context.ts'
import { inSlices } from '../../platform/database/things.ts'
import { distinctPairs } from '../bonds/bonds.store.ts'
import { bondDocs, personDocs, viewsOf } from '../people/groups.store.ts'
import { follow } from './arrival.operations.ts'
import { changedBonds, changedRecords } from './changed.ts'
import { dropOtherLooks, foundPair, keepPairs, worthAsking } from './duplicates.store.ts'
import { isThere, recordOf } from './linkable.ts'
import { changedAfter, dropUnlooked, keepModel, pageOfPeople, revisionOf } from './looks.store.ts'
import { planIn } from './plan.operations.ts'

export interface Look {
  /** Those somebody is asked about, the likeliest first; there may be very many. */
  readonly pairs: readonly Pair[]
  readonly clusters: Linked['clusters']
  readonly skipped: Linked['skipped']
  readonly people: number
}

/** So many people are read, and so many pairs kept, before others have their turn. */
const peopleAtOnce = 500
const pairsAtOnce = 1000

/** Compares everybody with everybody, as far as blocks bring them together, and keeps what was found and learnt. */
export async function lookAtEverybody(ctx: Working): Promise<Look> {
  const { since, plan } = await ctx.read(atTheStart)
  const records = await readEverybody(ctx)
  const linked = await inSteps(ctx, link(records, plan))
  const pairs = linked.pairs.filter(({ p }) => p >= worthAsking)
  await keep(ctx, { since, linked, pairs })
  return { pairs, clusters: linked.clusters, skipped: linked.skipped, people: records.length }
}

async function atTheStart(ctx: Reading) {
  const distinct = await distinctPairs(ctx.db, ctx.owner)
  return {
    since: await revisionOf(ctx.db, ctx.owner),
    plan: { ...(await planIn(ctx)), distinct },
  }
}

/** What is compared of everybody; their documents go as soon as that is known. */
async function readEverybody(ctx: Working): Promise<LinkRecord[]> {
  const records: LinkRecord[] = []
  for (let after: PersonId | null = id('person', ''); after !== null;) {
    const page: { records: LinkRecord[]; last: PersonId | null } = await ctx.read((inside) =>
      readPage(inside, after ?? id('person', '')),
    )
    records.push(...page.records)
    after = page.last
    await tell(ctx, { done: records.length, total: null, words: 'Reading' })
  }
  return records
}

async function readPage(ctx: Reading, after: PersonId) {
  const ids = await pageOfPeople(ctx.db, ctx.owner, { after, limit: peopleAtOnce })
  const views = await viewsOf(ctx.db, ctx.owner, ids)
  return {
    records: [...views.values()].filter(isThere).map(recordOf),
    last: ids.length < peopleAtOnce ? null : (ids.at(-1) ?? null),
  }
}

/** How far each step brings the whole, in hundredths. */
const begins: Readonly<Record<Step['step'], number>> = {
  read: 10,
  block: 20,
  sample: 30,
  compare: 35,
  learn: 70,
  score: 75,
  cluster: 90,
}
const stepEnds = [...Object.values(begins), 95]

async function inSteps(ctx: Working, work: Generator<Step, Linked>): Promise<Linked> {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
    await tell(ctx, { done: hundredths(next.value), total: 100, words: 'Comparing people' })
  }
}

function hundredths({ step, done, of }: Step): number {
  const from = begins[step]
  const to = stepEnds.find((end) => end > from) ?? from
  return Math.round(from + ((to - from) * done) / Math.max(of, 1))
}

async function tell(ctx: Working, at: Parameters<Working['progress']>[0]): Promise<void> {
  await ctx.progress(at)
  if (!ctx.stopped.aborted) return
  throw new Problem(
    'job.cancelled',
    'Stopped. Who may be one person was not looked for to the end.',
    {
      safe: 'What earlier looks found is kept.',
    },
  )
}

interface Found {
  /** The revision from which on somebody may have changed while this went on. */
  readonly since: number
  readonly linked: Linked
  readonly pairs: readonly Pair[]
}

async function keep(ctx: Working, { since, linked, pairs }: Found): Promise<void> {
  const look = ctx.newId('look')
  for (const some of inSlices(pairs, pairsAtOnce)) {
    await ctx.write((inside) => keepPairs(inside.db, inside.owner, look, some.map(foundPair)))
    await ctx.progress({ done: 95, total: 100, words: 'Writing down' })
  }
  await ctx.write(async (inside) => {
    const { db, owner } = inside
    await dropOtherLooks(db, owner, look)
    await keepModel(db, owner, { look, at: inside.now(), model: linked.model })
    await dropUnlooked(db, owner, 'all')
    await follow(inside, {
      records: changedRecords(await changedAfter(db, owner, since, personDocs.name)),
      bonds: changedBonds(await changedAfter(db, owner, since, bondDocs.name)),
    })
  })
}
