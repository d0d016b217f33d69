import type { z } from 'zod'
import type { Account } from '../accounts/access/access.store.ts'
import type { MorningPage } from '../notebook/mornings/morning-letter.ts'
import type { todayContract } from '../notebook/today/today.contract.ts'
import { type TodayWhy } from '../notebook/today/today.ts'
import { todayWhyInWords } from '../notebook/today/words.ts'
import { type House, run } from '../operations/run.ts'
import type { Caller } from '../platform/context.ts'

type Shown = z.output<typeof todayContract.show.output>

/** What waits today, in the words of the page and without quotes; null on a day with nothing, of which no word is said. */
export async function morningPage(
  house: House,
  account: Account,
  zone: string,
): Promise<MorningPage | null> {
  const caller: Caller = {
    ...account,
    rights: new Set(['notebook:read'] as const),
    door: 'clock',
    device: 'morning',
    listedAs: null,
    zone,
  }
  const { result } = await run(house, caller, { operation: 'today.show', input: {}, key: null })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what today.show answers, as its contract says
  const { size, counts, next, day } = result as Shown
  if (counts.conversations + counts.small === 0) return null
  const items = next.map(({ who, code, values }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a reason of today, as today.show told it
    const why = { code, values } as TodayWhy
    return { who, why: todayWhyInWords(why, who ?? '', day) }
  })
  return { size, items }
}
