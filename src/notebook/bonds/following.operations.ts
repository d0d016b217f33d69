import { id, type PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { documentOf, loadAll } from '../../platform/database/things.ts'
import { type Exchange, exchangeId, movedTo } from '../exchanges/exchange.ts'
import { allExchangesOf, exchangeKind } from '../exchanges/exchanges.store.ts'
import { peopleUnderMail } from '../exchanges/reached.store.ts'
import { personDocs, withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { reachKeysOf } from '../people/reach-keys.ts'

/**
 * Contact that calendars and mail told of is known by an address. Where that goes from one record to another, by
 * hand, as people part, or as that is taken back, the days go with it; an address that nobody has any more leaves
 * them where they are.
 */
export async function contactFollows(ctx: Writing): Promise<void> {
  const lost = mailsLost(ctx)
  if (lost.size === 0) return
  const days = await allExchangesOf(ctx.db, ctx.owner, [...lost.keys()])
  const moving = days.flatMap((exchange) =>
    (exchange.under ?? []).flatMap((mail) =>
      lost.get(exchange.person)?.has(mail) ? [{ exchange: exchange.id, mail }] : [],
    ),
  )
  if (moving.length === 0) return
  const bearers = await onlyBearers(ctx, [...new Set(moving.map(({ mail }) => mail))])
  const found = await daysOfBoth(ctx, days, bearers)
  const kept = new Map<string, Exchange | null>()
  const known = (one: string) => (kept.has(one) ? kept.get(one) : found.get(one)) ?? null
  for (const { exchange, mail } of moving) {
    const [now, person] = [known(exchange), bearers.get(mail)]
    if (!now || person === undefined || person === now.person) continue
    const there = known(exchangeId({ ...now, person }))
    const { stays, comes } = movedTo(now, { person, under: mail }, there)
    kept.set(now.id, stays).set(comes.id, comes)
  }
  await ctx.record.keepAll(exchangeKind, kept)
}

/** Mail addresses that records had before this write and have no longer. */
function mailsLost(ctx: Writing): Map<PersonId, Set<string>> {
  const lost = new Map<PersonId, Set<string>>()
  for (const own of Map.groupBy(ctx.record.changesOf(personDocs), (one) => one.id).values()) {
    const [before, after] = [own[0]?.before, own.at(-1)?.after]
    if (!before || !after) continue
    const now = new Set(mailsOf(documentOf(personDocs, after)))
    const gone = mailsOf(documentOf(personDocs, before)).filter((mail) => !now.has(mail))
    if (gone.length) lost.set(id('person', own[0]?.id ?? ''), new Set(gone))
  }
  return lost
}

function mailsOf({ channels }: Person): string[] {
  return channels.flatMap((channel) =>
    reachKeysOf(channel).flatMap(([kind, key]) => (kind === 'mail' ? [key] : [])),
  )
}

/** Whose each address is now, where it is of one record alone. */
async function onlyBearers(ctx: Writing, mails: readonly string[]): Promise<Map<string, PersonId>> {
  const heads = await peopleUnderMail(ctx.db, ctx.owner, mails)
  const members = await withTheirGroups(ctx.db, ctx.owner, [...heads.values()].flat())
  const bearers = new Map<string, PersonId[]>()
  for (const record of (await loadPeople(ctx.db, ctx.owner, members)).values()) {
    for (const mail of mailsOf(record)) {
      bearers.set(mail, [...(bearers.get(mail) ?? []), record.id])
    }
  }
  return new Map(
    mails.flatMap((mail): [string, PersonId][] => {
      const [only, ...others] = new Set(bearers.get(mail))
      return only === undefined || others.length ? [] : [[mail, only]]
    }),
  )
}

/** The days that may go, and those that the new bearers have already. */
async function daysOfBoth(
  ctx: Writing,
  days: readonly Exchange[],
  bearers: ReadonlyMap<string, PersonId>,
): Promise<Map<string, Exchange>> {
  const there = days.flatMap((day) =>
    [...bearers.values()].map((person) => exchangeId({ ...day, person })),
  )
  const found = await loadAll(ctx.db, ctx.owner, exchangeKind, [...new Set(there)])
  return new Map([...found, ...days.map((day) => [day.id as string, day] as const)])
}
