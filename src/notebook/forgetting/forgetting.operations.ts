import { Problem } from '../../kit/problem.ts'
import type { Handlers } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { cardsOf } from '../contacts/contacts.store.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { loadPeople } from '../people/people.store.ts'
import { tombstonesOf } from '../tombstones/passed-by.store.ts'
import { allTombstones, tombstoneKind } from '../tombstones/tombstones.store.ts'
import { forget } from './forget.operations.ts'
import type { forgettingContract } from './forgetting.contract.ts'

export const forgettingHandlers: Handlers<typeof forgettingContract> = {
  async forget({ people }, ctx) {
    await ctx.progress({ done: 0, total: null, words: 'Looking through the notebook' })
    const forgotten = await ctx.write((inside) => forget(inside, people, ctx.job))
    await ctx.progress({ done: 1, total: null, words: 'Writing the file anew' })
    await ctx.sweep()
    return forgotten
  },

  async tombstones({ person }, ctx) {
    if (person === undefined) {
      const all = await allTombstones(ctx.db, ctx.owner)
      return { tombstones: all.map(({ id, on }) => ({ id, on })) }
    }
    await needPerson(ctx, person)
    const people = await withTheirGroups(ctx.db, ctx.owner, [person])
    const cards = await cardsOf(ctx.db, ctx.owner, people)
    const records = [...(await loadPeople(ctx.db, ctx.owner, people)).values()]
    const known = records.map((record) => ({
      person: record,
      cards: (cards.get(record.id) ?? []).flatMap(({ keys }) => keys),
    }))
    const met = await tombstonesOf(ctx.db, ctx.owner, known)
    const distinct = new Map(met.flatMap((one) => (one ? [[one.id, one] as const] : [])))
    return { tombstones: [...distinct.values()].map(({ id, on }) => ({ id, on })) }
  },

  async lift({ id }, ctx) {
    if (!(await load(ctx.db, ctx.owner, tombstoneKind, id))) {
      throw new Problem('tombstone.unknown', 'There is no such tombstone in your notebook', {
        safe: 'Nothing was changed.',
        mend: inWordsOf(ctx.caller, {
          command: 'Those there are: sobremesa people tombstones ID',
          web: 'Look again whether they are still forgotten.',
          program: 'Those there are: people.tombstones.',
        }),
      })
    }
    await ctx.record.keep(tombstoneKind, id, null)
    return { lifted: 1 }
  },
}
