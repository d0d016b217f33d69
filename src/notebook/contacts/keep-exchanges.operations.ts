import type { ImportId, PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Contact, Named } from '../exchanges/contact.ts'
import {
  type Exchange,
  exchangeId,
  type Told,
  toldBy,
  withoutImportOf,
} from '../exchanges/exchange.ts'
import { exchangeKind, exchangePage } from '../exchanges/exchanges.store.ts'
import { peopleUnderMail } from '../exchanges/reached.store.ts'
import { membersOf } from '../people/groups.store.ts'
import { toldBy as recordsTold } from '../people/merged.ts'
import { loadPeople } from '../people/people.store.ts'
import { reachKeysOf } from '../people/reach-keys.ts'

/** A mail address as it is looked up; null for what is none. */
export function mailKey(address: string): string | null {
  const [key] = reachKeysOf({
    kind: 'mail',
    value: address,
    label: null,
    preferred: false,
    sources: [],
  })
  return key?.[1] ?? null
}

/** Who is reached under each address: looked up once for a file. An address of an office is nobody's own. */
export type Reached = Map<string, readonly PersonId[]>

const bearersAtMost = 3

/** Finds whose the addresses are that were not met in this file yet. */
export async function lookUp(ctx: Reading, reached: Reached, all: readonly Named[]): Promise<void> {
  const keys = new Set(all.flatMap(({ address }) => mailKey(address) ?? []))
  const fresh = [...keys].filter((key) => !reached.has(key))
  if (fresh.length === 0) return
  const heads = await peopleUnderMail(ctx.db, ctx.owner, fresh)
  const members = await membersOf(ctx.db, ctx.owner, [...heads.values()].flat())
  for (const key of fresh) {
    const own = heads.get(key) ?? []
    const records = []
    for (const head of own.length > bearersAtMost ? [] : own) {
      records.push(await recordUnder(ctx, members.get(head) ?? [head], key))
    }
    reached.set(key, records)
  }
}

/** Of several records of one person the one that holds the address, unless it is in the bin: theirs also when they part. */
async function recordUnder(
  ctx: Reading,
  members: readonly PersonId[],
  mail: string,
): Promise<PersonId> {
  const [head] = members
  if (!head) throw new Error('A group of people has at least its head')
  if (members.length === 1) return head
  const records = await loadPeople(ctx.db, ctx.owner, members)
  const holds = recordsTold([...records.values()]).find(({ channels }) =>
    channels.some((channel) =>
      reachKeysOf(channel).some(([kind, key]) => kind === 'mail' && key === mail),
    ),
  )
  return holds?.id ?? head
}

/** What contacts tell of people the notebook knows. */
export function toldOf(contacts: readonly Contact[], reached: Reached, subjects: boolean): Told[] {
  return contacts.flatMap((contact) =>
    contact.with.flatMap(({ address }) => {
      const key = mailKey(address) ?? ''
      return (reached.get(key) ?? []).map((person) => ({
        person,
        day: contact.day,
        channel: contact.channel,
        direction: contact.direction,
        subject: subjects ? oneLine(contact.subject) : null,
        under: [key],
      }))
    }),
  )
}

function oneLine(subject: string | null): string | null {
  return subject?.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || null
}

/** Keeps what is new of this; says how many days with somebody are new, and how many were known. */
export async function keepExchanges(
  ctx: Reading | Writing,
  told: readonly Told[],
  by: {
    readonly source: Source
    readonly again: ReadonlySet<string>
    /** What a dry run would have kept so far. */
    readonly seen: Set<string>
  },
): Promise<{ readonly fresh: number; readonly known: number; readonly changed: boolean }> {
  const before = await loadAll(ctx.db, ctx.owner, exchangeKind, told.map(exchangeId))
  const after = new Map<string, Exchange>(before)
  for (const one of told) {
    const id = exchangeId(one)
    after.set(id, toldBy(after.get(id) ?? null, one, by))
  }
  const fresh = [...after.keys()].filter((id) => !before.has(id) && !by.seen.has(id))
  const known = [...before.keys()].filter((id) => !by.seen.has(id))
  for (const id of after.keys()) by.seen.add(id)
  const changed = [...after].some(([id, one]) => before.get(id) !== one)
  if ('record' in ctx) await ctx.record.keepAll(exchangeKind, after)
  return { fresh: fresh.length, known: known.length, changed }
}

/** Takes one import out of the next exchanges; null when these were the last. */
export async function takeOutExchanges(
  ctx: Writing,
  gone: ImportId,
  after: string,
): Promise<{ readonly removed: number; readonly last: string | null }> {
  const page = await exchangePage(ctx.db, ctx.owner, gone, { after, limit: 500 })
  const left = new Map(page.exchanges.map((one) => [one.id as string, withoutImportOf(one, gone)]))
  await ctx.record.keepAll(exchangeKind, left)
  const removed = [...left.values()].filter((one) => one === null).length
  return { removed, last: page.last }
}
