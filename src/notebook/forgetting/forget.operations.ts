import { type JobId, type PersonId, type TombstoneId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { oweSweep } from '../../platform/database/sweeping.ts'
import { kindNamed, kinds } from '../changes/changes.store.ts'
import { dropContents, eraseFromLog, nounsInUse } from '../changes/erasing.store.ts'
import { dropLinks } from '../links/links.store.ts'
import { groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { headsOf } from '../people/groups.store.ts'
import { needPeople } from '../people/people.operations.ts'
import { sealedIdentifiers, tombstoneKind } from '../tombstones/tombstones.store.ts'
import { clearAround } from './around.operations.ts'
import { noteKinds, otherKinds, scrubLog } from './log.operations.ts'
import { type Found, joined, lookThrough, type Meant, meantBy } from './looking.operations.ts'
import { looseLookFor, maskOf } from './masking.ts'
import { type Going, lookFurther, reachOf, whoGoes } from './reach.operations.ts'
import type { Gone, Masks, Reach, Scrub } from './scrub.operations.ts'
import { scrubbed } from './scrubbing.operations.ts'
import { noTraces } from './traces.ts'

export interface Forgotten {
  readonly forgotten: number
  readonly records: number
  readonly conversations: number
  readonly shared: number
  readonly lines: number
  readonly letters: number
  readonly exchanges: number
  readonly cards: number
  readonly named: number
}

/** By the name of a kind: what becomes of each document; null where it goes. */
type Outcome = Map<string, Map<string, unknown>>

/**
 * Removes people with all their words: here, in the indexes, the log, kept answers and the rows of long work. One
 * transaction: either nobody is in it any more, or nothing has happened. `job` is the one that does this.
 */
export async function forget(
  ctx: Writing,
  asked: readonly PersonId[],
  job: JobId | null,
): Promise<Forgotten> {
  await needPeople(ctx, asked)
  await oweSweep(ctx.db)
  const going = await whoGoes(ctx, asked)
  const reach = await reachOf(ctx, going)
  const found = await lookFurther(ctx, going, reach)
  const meant = meantBy(going.traces, found, reach)
  const { outcome, gone, sayings } = await passThrough(ctx, { going, reach, found, meant })
  const heads = await headsOf(ctx.db, ctx.owner, going.people)
  const tombstones = await bury(ctx, going, heads)
  await keepOutcome(ctx, outcome, gone)
  const houses = await emptyHouses(ctx, going)
  const ids = [...goneIn(outcome), ...houses]
  const touched = [...outcome.values()].flatMap((own) => [...own.keys()])
  // Nothing of this can be taken back, so the log keeps nothing that could be.
  ctx.record.forget([...touched, ...houses, ...tombstones])
  await eraseFromLog(ctx.db, ctx.owner, ids)
  await clearAround(ctx, {
    people: going.people,
    isHit: looseLook(going, reach, { sayings, ids }),
    mask: maskOf({ ...meant.far, sayings }),
    job,
  })
  await dropLinks(ctx.db, ctx.owner, { things: ids, people: going.people })
  await dropContents(ctx.db, ctx.owner, [...gone.digests])
  return counted(outcome, gone, {
    forgotten: new Set(heads.values()).size,
    shared: reach.shared.size,
  })
}

interface Ground {
  readonly going: Going
  readonly reach: Reach
  readonly found: Found
  readonly meant: Meant
}

/** First the notes, in which it is read what they said; then all else, where that may be repeated. */
async function passThrough(
  ctx: Writing,
  { going, reach, found, meant }: Ground,
): Promise<{ outcome: Outcome; gone: Gone; sayings: string[] }> {
  const gone: Gone = { lines: new Set(), sayings: new Set(), digests: new Set() }
  const outcome: Outcome = new Map()
  const first: Scrub = { ctx, reach, masks: masksFrom(meant, []), gone }
  await scrubAll(first, found, outcome, noteKinds)
  // What the log tells of lines that went before is found there, and takes no line of today with it.
  const past: Gone = { ...gone, lines: new Set(gone.lines) }
  const look = looseLook(going, reach, { sayings: [], ids: [] })
  await scrubLog({ ...first, gone: past }, noteKinds, goneIn(outcome), look)
  const sayings = [...gone.sayings]
  const repeated =
    sayings.length > 0 ? await lookThrough(ctx, { ...noTraces, sayings }, []) : new Map()
  const second: Scrub = { ...first, masks: masksFrom(meant, sayings) }
  await scrubAll(second, joined(repeated, found), outcome, otherKinds)
  const again = looseLook(going, reach, { sayings, ids: [] })
  await scrubLog(second, otherKinds, goneIn(outcome), again)
  return { outcome, gone, sayings }
}

function masksFrom({ near, far }: Meant, sayings: readonly string[]): Masks {
  return { near: maskOf({ ...near, sayings }), far: maskOf({ ...far, sayings }) }
}

function looseLook(
  { traces, people }: Going,
  { alone, shared }: Reach,
  more: { readonly sayings: readonly string[]; readonly ids: readonly string[] },
): (text: string) => boolean {
  const isHit = looseLookFor({ ...traces, sayings: more.sayings })
  const refers = new Set([...people, ...alone, ...shared, ...more.ids])
  return (text) => isHit(text) || idsIn(text).some((one) => refers.has(one))
}

function idsIn(text: string): readonly string[] {
  return text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
}

async function scrubAll(
  scrub: Scrub,
  found: Found,
  outcome: Outcome,
  named: readonly string[],
): Promise<void> {
  for (const kind of named) {
    const own = new Map<string, unknown>()
    for (const [id, doc] of found.get(kind) ?? []) {
      const anew = await scrubbed(scrub, kind, doc)
      if (anew === null || JSON.stringify(anew) !== JSON.stringify(doc)) own.set(id, anew)
    }
    outcome.set(kind, own)
  }
}

function goneIn(outcome: Outcome): Set<string> {
  const ids = [...outcome.values()].flatMap((own) =>
    [...own].flatMap(([id, doc]) => (doc === null ? [id] : [])),
  )
  return new Set(ids)
}

/** One tombstone for each person, whatever the number of their records. */
async function bury(
  ctx: Writing,
  { records, cards }: Going,
  heads: ReadonlyMap<PersonId, PersonId>,
): Promise<TombstoneId[]> {
  const made: TombstoneId[] = []
  for (const group of Map.groupBy(records, ({ id }) => heads.get(id) ?? id).values()) {
    const known = group.map((person) => ({
      person,
      // Under their own id they stand in what this notebook gave out itself.
      cards: [
        `uid:${person.id}`,
        ...cards.filter((card) => card.person === person.id).flatMap(({ keys }) => keys),
      ],
    }))
    const keys = (await sealedIdentifiers(ctx.db, ctx.owner, known, 'forgotten')).flat()
    const id: TombstoneId = ctx.newId('tombstone')
    const tombstone = { id, on: ctx.today(), keys: [...new Set(keys)] }
    await ctx.record.keep(tombstoneKind, id, tombstone)
    made.push(id)
  }
  return made
}

/** What stands on others goes first, as it was read last; with each line goes what was decided about it. */
async function keepOutcome(ctx: Writing, outcome: Outcome, gone: Gone): Promise<void> {
  const decisions = outcome.get('decision') ?? new Map<string, unknown>()
  for (const line of gone.lines) decisions.set(line, null)
  outcome.set('decision', decisions)
  for (const kind of kinds.toReversed()) {
    const own = outcome.get(kind.name)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documents that were found in the table of this kind
    if (own?.size) await ctx.record.keepAll(kindNamed(kind.name), own as Map<string, never>)
  }
}

/** A house that nobody else was at, and that the owner wrote nothing about, tells only of them. */
async function emptyHouses(ctx: Writing, { records }: Going): Promise<string[]> {
  const houses = [
    ...new Set(records.flatMap(({ roles }) => roles.flatMap((role) => role.organisationId ?? []))),
  ]
  const used = await nounsInUse(ctx.db, ctx.owner, organisationKind.name, houses)
  const groups = await groupsOf(ctx.db, ctx.owner, houses)
  const empty = houses.filter((one) => !used.has(one) && groups.get(one)?.length === 1)
  await ctx.record.keepAll(organisationKind, new Map(empty.map((one) => [one, null])))
  return empty
}

function counted(
  outcome: Outcome,
  gone: Gone,
  known: Pick<Forgotten, 'forgotten' | 'shared'>,
): Forgotten {
  const went = (kind: string) =>
    [...(outcome.get(kind)?.values() ?? [])].filter((doc) => doc === null).length
  const named = [...outcome.values()].flatMap((own) => [...own.values()]).filter(Boolean).length
  return {
    ...known,
    records: went('person'),
    conversations: went('conversation'),
    lines: gone.lines.size,
    letters: went('letter'),
    exchanges: went('exchange'),
    cards: went('card'),
    named,
  }
}
