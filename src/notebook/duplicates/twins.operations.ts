import type { PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { type PersonRow, rowsByRecord } from '../people/people.store.ts'
import { pairsFor } from './compare.operations.ts'

export interface Twin extends PersonRow {
  readonly certain: boolean
}

const twinsAtMost = 5

/** Who was here before and may be the same as somebody who comes now, the likeliest first. */
export async function twinsOf(ctx: Writing, person: PersonId): Promise<Twin[]> {
  const pairs = (await pairsFor(ctx, person)).toSorted((one, other) => other.p - one.p)
  const found = pairs.slice(0, twinsAtMost).map(({ a, b, certain }) => ({
    id: a === person ? b : a,
    certain,
  }))
  const ids = found.map(({ id }) => id)
  const rows = await rowsByRecord(ctx.db, ctx.owner, ids)
  return found.flatMap(({ id, certain }) => {
    const row = rows.get(id)
    return row ? [{ ...row, certain }] : []
  })
}
