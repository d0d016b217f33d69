import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { exchangesWith, lastExchanges } from '../exchanges/exchanges.store.ts'
import { membersOf } from './groups.store.ts'
import type { PersonRow } from './people.store.ts'

/** The newest of what is written down here and what calendars and mail tell. */
export async function withContact(ctx: Reading, rows: readonly PersonRow[]) {
  const ids = rows.map((row) => row.id)
  const members = await membersOf(ctx.db, ctx.owner, ids)
  const last = await lastExchanges(ctx.db, ctx.owner, [...members.values()].flat())
  return rows.map((row) => {
    const days = (members.get(row.id) ?? []).flatMap((one) => last.get(one)?.day ?? [])
    const all = [...days, ...(row.spokeOn ? [row.spokeOn] : [])]
    return { ...row, contactOn: all.toSorted().at(-1) ?? null }
  })
}

/** The last contact that calendars and mail tell of, with all the records of one person. */
export async function contactElsewhere(ctx: Reading, head: PersonId) {
  const members = (await membersOf(ctx.db, ctx.owner, [head])).get(head) ?? [head]
  const last = await lastExchanges(ctx.db, ctx.owner, members)
  const exchanges = [...last.values()].reduce((sum, { count }) => sum + count, 0)
  const [newest] = exchanges ? await exchangesWith(ctx.db, ctx.owner, members, 1) : []
  if (!newest) return { lastExchange: null, exchanges: 0 }
  const { day, channel, direction, subject } = newest
  return { lastExchange: { day, channel, direction, subject }, exchanges }
}
