import type { Day } from '../../kit/days.ts'
import { type ExchangeId, id, type ImportId, type PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'

export const exchangeChannels = ['met', 'mail', 'call'] as const
export type ExchangeChannel = (typeof exchangeChannels)[number]

/** Who began it: the owner, the other, or both of them that day. */
export type Direction = 'out' | 'in' | 'both'

/**
 * Contact that happened elsewhere: on one day a person was met, called or written with. Not a conversation: nobody sat
 * down with questions. However many messages went to and fro that day, it is one.
 */
export interface Exchange {
  readonly id: ExchangeId
  readonly person: PersonId
  readonly day: Day
  readonly channel: ExchangeChannel
  readonly direction: Direction
  /** One line, where the owner asked for it. */
  readonly subject: string | null
  /** The mail addresses, as they are looked up, by which it is known who it was: it goes where they go. */
  readonly under?: readonly string[]
  /** The imports that tell of it; it goes with the last of them. */
  readonly sources: readonly Source[]
}

/** One thing a file tells: that the owner had to do with somebody that day. */
export type Told = Omit<Exchange, 'id' | 'sources'>

/** The same however often it is told. */
export function exchangeId({ person, day, channel }: Told): ExchangeId {
  return id('exchange', `${person}-${day}-${channel}`)
}

/**
 * What is known of that day, with what one more file says. A file that came before and says nothing new (`again` holds
 * its imports) changes nothing.
 */
export function toldBy(
  before: Exchange | null,
  told: Told,
  { source, again }: { readonly source: Source; readonly again: ReadonlySet<string> },
): Exchange {
  if (!before) return { id: exchangeId(told), ...told, sources: [source] }
  const isTold = before.sources.some(({ id: one }) => one === source.id || again.has(one ?? ''))
  const direction = before.direction === told.direction ? told.direction : 'both'
  const subject = before.subject ?? told.subject
  const under = [...new Set([...(before.under ?? []), ...(told.under ?? [])])]
  const isNew =
    direction !== before.direction ||
    subject !== before.subject ||
    under.length > (before.under?.length ?? 0)
  if (isTold && !isNew) return before
  const others = before.sources.filter(({ id: one }) => one !== source.id)
  return { ...before, direction, subject, under, sources: [...others, source] }
}

/**
 * A day of contact after one of its addresses went from its person to another: what stays with the one, which is null
 * where no other address tells of it, and what the other has of that day, with what was known before.
 */
export function movedTo(
  exchange: Exchange,
  { person, under }: { readonly person: PersonId; readonly under: string },
  before: Exchange | null,
): { readonly stays: Exchange | null; readonly comes: Exchange } {
  const left = (exchange.under ?? []).filter((one) => one !== under)
  const told = { ...exchange, person, under: [under] }
  const comes = before ? together(before, told) : { ...told, id: exchangeId(told) }
  return { stays: left.length ? { ...exchange, under: left } : null, comes }
}

function together(one: Exchange, other: Exchange): Exchange {
  const known = new Set(one.sources.map((source) => source.id))
  return {
    ...one,
    direction: one.direction === other.direction ? one.direction : 'both',
    subject: one.subject ?? other.subject,
    under: [...new Set([...(one.under ?? []), ...(other.under ?? [])])],
    sources: [...one.sources, ...other.sources.filter((source) => !known.has(source.id))],
  }
}

/** Null when no other import tells of it. */
export function withoutImportOf(exchange: Exchange, gone: ImportId): Exchange | null {
  const sources = exchange.sources.filter((source) => source.id !== gone)
  return sources.length ? { ...exchange, sources } : null
}

/** What the records of one person tell of the last day together; null where none tells of any. */
export function lastTold(
  newestFirst: readonly Exchange[],
): Pick<Exchange, 'day' | 'channel' | 'direction' | 'subject'> | null {
  const [newest] = newestFirst
  if (!newest) return null
  const { day, channel, direction } = newest
  const same = newestFirst.filter((one) => one.day === day && one.channel === channel)
  return {
    day,
    channel,
    direction: same.every((one) => one.direction === direction) ? direction : 'both',
    subject: same.find(({ subject }) => subject !== null)?.subject ?? null,
  }
}
