import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { exchangeChannels, lastTold } from '../exchanges/exchange.ts'
import { countDaysOfContact, exchangesWith, lastExchanges } from '../exchanges/exchanges.store.ts'
import { membersOf } from './groups.store.ts'
import type { PersonRow } from './people.store.ts'

/** The newest of what is written down here and what calendars and mail tell. */
export async function withContact(ctx: Reading, rows: readonly PersonRow[]) {
  const ids = rows.map((row) => row.id)
  const members = await membersOf(ctx.db, ctx.owner, ids)
  const last = await lastExchanges(ctx.db, ctx.owner, [...members.values()].flat())
  return rows.map((row) => {
    const days = (members.get(row.id) ?? []).flatMap((one) => last.get(one) ?? [])
    const all = [...days, ...(row.spokeOn ? [row.spokeOn] : [])]
    return { ...row, contactOn: all.toSorted().at(-1) ?? null }
  })
}

/** The last contact that calendars and mail tell of, with all the records of one person. */
export async function contactElsewhere(ctx: Reading, head: PersonId) {
  const members = (await membersOf(ctx.db, ctx.owner, [head])).get(head) ?? [head]
  const exchanges = await countDaysOfContact(ctx.db, ctx.owner, members)
  if (exchanges === 0) return { lastExchange: null, exchanges }
  // Each record tells of a day at most once by each channel.
  const most = members.length * exchangeChannels.length
  const newest = await exchangesWith(ctx.db, ctx.owner, members, most)
  return { lastExchange: lastTold(newest), exchanges }
}
