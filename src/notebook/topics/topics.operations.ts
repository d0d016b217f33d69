import { topicsOfCraft } from '../../craft/topics.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { topicCounts } from '../notes/lines.store.ts'
import { besideTopics, isTopicId } from '../notes/topics.ts'
import { keyOf, mergeInto, nameFromTag, type Noun, rename } from '../nouns/noun.ts'
import { needFreeName, nounCalled, shownNoun } from '../nouns/nouns.operations.ts'
import { allNouns, followMerges, topicKind } from '../nouns/nouns.store.ts'
import { topicNames } from './topic-names.ts'
import type { topicsContract } from './topics.contract.ts'

export const topicsHandlers: Handlers<typeof topicsContract> = {
  async list(_input, ctx) {
    const reader = await topicReader(ctx)
    const counts = await topicCounts(ctx.db, ctx.owner)
    const lines = new Map<string, number>()
    const topics = new Map<string, { name: string; order: number }>()
    for (const key of new Set([
      ...topicsOfCraft,
      ...besideTopics,
      ...reader.kept,
      ...counts.keys(),
    ])) {
      const { id, name, order } = reader.topicOf(key)
      topics.set(id, { name, order })
      lines.set(id, (lines.get(id) ?? 0) + (counts.get(key) ?? 0))
    }
    return {
      topics: [...topics]
        .toSorted(([, a], [, b]) => a.order - b.order || (a.name < b.name ? -1 : 1))
        .map(([id, { name }]) => ({
          id,
          name,
          otherNames: reader.otherNames(id),
          own: !isTopicId(id),
          lines: lines.get(id) ?? 0,
        })),
    }
  },

  async rename(input, ctx) {
    const topic = await needTopic(ctx, input.which)
    await needFreeName(ctx, topicKind, { name: input.name, except: topic.id })
    const renamed = rename(topic, input.name)
    await ctx.record.keep(topicKind, topic.id, renamed)
    return shownNoun(renamed)
  },

  async merge(input, ctx) {
    const gone = await needTopic(ctx, input.which)
    const same = keyOf(input.which) === keyOf(input.into)
    const kept = same ? gone : await needTopic(ctx, input.into)
    await ctx.record.keep(topicKind, kept.id, kept)
    await ctx.record.keep(topicKind, gone.id, mergeInto(gone, kept))
    return shownNoun(kept)
  },
}

/** A topic that was never renamed is only a word; it becomes a thing of its own when it is. */
async function needTopic(ctx: Writing, which: string): Promise<Noun> {
  const found = await nounCalled(ctx, topicKind, which)
  if (found) return found
  const key = keyOf(which)
  const counts = await topicCounts(ctx.db, ctx.owner)
  if (!isTopicId(key) && !counts.has(key)) {
    throw new Problem('topic.unknown', `There is no topic called “${which}” in your notes`)
  }
  return {
    id: ctx.newId('topic'),
    name: isTopicId(key) ? topicNames[key] : nameFromTag(which),
    otherNames: [key],
    mergedInto: null,
    addedOn: ctx.today(),
    binnedOn: null,
  }
}

/** How the words after `/` are read in this notebook: renamed and merged ones lead where they were led. */
export async function topicReader(ctx: Reading): Promise<{
  readonly topicOf: (key: string) => { id: string; name: string; order: number }
  readonly otherNames: (id: string) => string[]
  readonly kept: readonly string[]
}> {
  const nouns = await allNouns(ctx.db, ctx.owner, topicKind)
  const ends = await followMerges(
    ctx.db,
    ctx.owner,
    topicKind,
    nouns.map(({ id }) => id),
  )
  const byKey = new Map<string, Noun>()
  for (const noun of nouns) {
    const end = ends.get(noun.id) ?? noun
    for (const name of [noun.name, ...noun.otherNames]) byKey.set(keyOf(name), end)
  }
  const byId = new Map([...byKey.values()].map((noun) => [idOf(noun), noun]))
  return {
    topicOf(key) {
      const noun = byKey.get(keyOf(key))
      const id = noun ? idOf(noun) : keyOf(key)
      if (noun) return { id, name: noun.name, order: orderOf(id) }
      return { id, name: isTopicId(id) ? topicNames[id] : nameFromTag(key), order: orderOf(id) }
    },
    otherNames: (id) => (byId.get(id)?.otherNames ?? []).filter((name) => name !== id),
    kept: nouns.flatMap((noun) => [noun.name, ...noun.otherNames].map(keyOf)),
  }
}

/** One of the fifteen keeps its own word as its id, however it is called now. */
function idOf(noun: Noun): string {
  return noun.otherNames.find((name) => isTopicId(name)) ?? keyOf(noun.name)
}

function orderOf(id: string): number {
  const known: readonly string[] = [...topicsOfCraft, ...besideTopics]
  const at = known.indexOf(id)
  return at < 0 ? known.length : at
}
