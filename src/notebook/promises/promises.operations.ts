import type { Day } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { load, loadAll } from '../../platform/database/things.ts'
import { linesById, type LineRow, promiseLines } from '../notes/lines.store.ts'
import { type Decision, decisionKind, undecided } from '../notes/notes.store.ts'
import { toldByName, toldLines } from '../notes/told.operations.ts'
import { peopleRows } from '../people/people.store.ts'
import type { promisesContract } from './promises.contract.ts'

/** The newest; a notebook with more promises than this has other troubles than their order. */
const readAtMost = 2000

export const promisesHandlers: Handlers<typeof promisesContract> = {
  async list({ done }, ctx) {
    const all = await promisesIn(ctx)
    return { promises: all.filter((promise) => done === (promise.doneOn !== null)) }
  },

  async settle({ line, how }, ctx) {
    const [found] = await linesById(ctx.db, ctx.owner, [line])
    if (!found || found.offRecord)
      throw new Problem('line.unknown', 'There is no such line in your notes')
    if (found.mark !== '>' && found.mark !== '<') {
      throw new Problem('line.no-promise', 'This line is no promise: it does not begin with > or <')
    }
    const before = (await load(ctx.db, ctx.owner, decisionKind, line)) ?? undecided(line)
    const decision: Decision = {
      ...before,
      doneOn: how === 'done' ? ctx.today() : null,
      restedOn: how === 'rest' ? ctx.today() : null,
    }
    await ctx.record.keep(decisionKind, line, decision)
    return { line, doneOn: decision.doneOn ?? decision.restedOn }
  },
}

export interface ShownPromise {
  readonly line: LineRow['id']
  readonly whose: 'mine' | 'theirs'
  readonly text: string
  readonly person: { readonly id: string; readonly name: string } | null
  readonly due: Day | null
  readonly doneOn: Day | null
  readonly conversation: string | null
  readonly madeOn: Day
}

/** All promises, the nearest day first and those without a day last. */
export async function promisesIn(ctx: Reading): Promise<ShownPromise[]> {
  const lines = await toldLines(ctx, await promiseLines(ctx.db, ctx.owner, readAtMost))
  const decided = await loadAll(
    ctx.db,
    ctx.owner,
    decisionKind,
    lines.map((line) => line.id),
  )
  const people = [...new Set(lines.flatMap((line) => line.speaker ?? []))]
  const names = new Map((await peopleRows(ctx.db, ctx.owner, people)).map((row) => [row.id, row]))
  const named = new Set((await toldByName(ctx, lines)).map((line) => line.id))
  return lines
    .map((line) => {
      const decision = decided.get(line.id)
      const leads = named.has(line.id)
      const person = line.speaker === null || !leads ? undefined : names.get(line.speaker)
      return {
        line: line.id,
        whose: line.mark === '>' ? ('mine' as const) : ('theirs' as const),
        text: line.said,
        person: person ? { id: person.id, name: person.name } : null,
        due: line.due,
        doneOn: decision?.doneOn ?? decision?.restedOn ?? null,
        conversation: leads ? line.conversation : null,
        madeOn: line.day,
      }
    })
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
}
