import { readEvents } from '../../formats/calendar/read.ts'
import { readMail } from '../../formats/mail/read.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Working, Writing } from '../../platform/context.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import {
  type Around,
  type Contact,
  contactOfEvent,
  contactOfMail,
  mostFrequent,
  type Named,
} from '../exchanges/contact.ts'
import { settingsKind, settingsId, settingsOf } from '../settings/settings.store.ts'
import { bringIn } from './bring-in.operations.ts'
import type { Bringing, Draft } from './bringing.operations.ts'
import { importKind, importsOfFile } from './contacts.store.ts'
import { importSoFar } from './import-so-far.operations.ts'
import { noteLoss } from './import.ts'
import {
  keepExchanges,
  lookUp,
  mailKey,
  type Reached,
  toldOf,
} from './keep-exchanges.operations.ts'
import type { Piece } from './pieces.operations.ts'
import { draftOfNamed, type StrangersReport } from './strangers.ts'

/** How the owner wants calendars and mail to be read. */
export interface Wish {
  readonly people: 'known' | 'all'
  readonly subjects: boolean
  /** Addresses that are said to be the owner's; else those of the settings, else the most frequent. */
  readonly own: readonly string[]
}

/** Contacts at once; small, for each is a few rows. */
const contactsAtOnce = 500
/** Strangers that are remembered one by one; the rest is only counted. */
const strangersAtMost = 50_000
/** By so many messages it is told whose mailbox it is. */
const messagesToJudgeBy = 2000

type Kind = 'calendar' | 'mail'
type Read = { readonly contact: Contact | null } | { readonly lost: Parameters<typeof noteLoss>[1] }

/** Reads a calendar or a mailbox as it streams, and keeps with whom of the notebook's people there was contact when. */
export async function bringInExchanges(
  ctx: Working,
  way: Bringing,
  file: {
    readonly piece: Piece
    readonly bytes: AsyncIterable<Uint8Array>
    readonly wish: Wish
    readonly onSlice: () => Promise<void>
  },
): Promise<void> {
  const kind: Kind = way.format === 'calendar' ? 'calendar' : 'mail'
  const own = await ownAddresses(ctx, file.piece, { kind, said: file.wish.own })
  if (own.length === 0) {
    throw new Problem('file.unreadable', 'Nobody can tell which of its addresses is yours', {
      mend: inWordsOf(ctx.caller, {
        command: 'Say it with --own you@example.org',
        web: 'Say which they are, and bring it in again',
        program: 'Say it with "own": ["you@example.org"]',
      }),
    })
  }
  const ownKeys = new Set(own.flatMap((one) => mailKey(one) ?? []))
  const around: Around = {
    isOwn: (address) => ownKeys.has(mailKey(address) ?? ''),
    zone: ctx.zone,
    today: ctx.today(),
  }
  const again = await ctx.read((inside) => importsOfFile(inside.db, inside.owner, way.file))
  const work: Work = {
    way,
    wish: file.wish,
    again,
    reached: new Map(),
    seen: new Set(),
    strangers: new Map(),
  }
  let some: Contact[] = []
  for await (const read of contactsIn(file.bytes, kind, around)) {
    if ('lost' in read) {
      noteLoss(way.report, read.lost)
      continue
    }
    way.report.read += 1
    if (read.contact === null) way.report.passed += 1
    else some.push(read.contact)
    if (some.length < contactsAtOnce) continue
    await keepSlice(ctx, work, some.splice(0))
    await file.onSlice()
  }
  await keepSlice(ctx, work, some)
  way.report.strangers = reportOf(work)
  if (!way.dryRun && file.wish.own.length) await rememberOwn(ctx, file.wish.own)
}

interface Work {
  readonly way: Bringing
  readonly wish: Wish
  readonly again: ReadonlySet<string>
  readonly reached: Reached
  readonly seen: Set<string>
  readonly strangers: Map<string, Named & { readonly times: number }>
}

async function* contactsIn(
  bytes: AsyncIterable<Uint8Array>,
  kind: Kind,
  around: Around,
): AsyncGenerator<Read> {
  if (kind === 'mail') {
    for await (const read of readMail(bytes)) {
      if (read.kind === 'lost') yield { lost: read }
      else yield { contact: contactOfMail(read.mail, around) }
    }
    return
  }
  for await (const read of readEvents(bytes, { until: around.today })) {
    if (read.kind === 'lost') yield { lost: read }
    else if (read.kind === 'event') yield { contact: contactOfEvent(read.event, around) }
  }
}

async function keepSlice(ctx: Working, work: Work, contacts: readonly Contact[]): Promise<void> {
  if (contacts.length === 0) return
  const keep = (inside: Reading | Writing) => keepIn(inside, work, contacts)
  await (work.way.dryRun ? ctx.read(keep) : ctx.write(keep))
}

async function keepIn(
  ctx: Reading | Writing,
  work: Work,
  contacts: readonly Contact[],
): Promise<void> {
  const { way, wish, reached } = work
  const named = contacts.flatMap((contact) => contact.with)
  await lookUp(ctx, reached, named)
  const strangers = named.filter(({ address }) => isStranger(reached, address))
  if (wish.people === 'all') await makeThem(ctx, work, strangers)
  else for (const one of strangers) countStranger(work, one)
  const told = toldOf(contacts, reached, wish.subjects)
  const by = { ...work, source: way.source }
  const { fresh, known, changed } = await keepExchanges(ctx, told, by)
  way.report.exchanges += fresh
  way.report.unchanged += known
  if (!('record' in ctx) || !changed) return
  way.tellsOfContact = true
  await ctx.record.keep(importKind, way.import, importSoFar(way, []))
}

function isStranger(reached: Reached, address: string): boolean {
  const key = mailKey(address)
  return key !== null && reached.get(key)?.length === 0
}

function countStranger({ strangers }: Work, { name, address }: Named): void {
  const key = mailKey(address) ?? address
  const before = strangers.get(key)
  if (!before && strangers.size >= strangersAtMost) return
  strangers.set(key, { name: before?.name ?? name, address, times: (before?.times ?? 0) + 1 })
}

/** Each stranger becomes a record of this import, so that whoever came by it goes with it too. */
async function makeThem(
  ctx: Reading | Writing,
  { way, reached }: Work,
  strangers: readonly Named[],
): Promise<void> {
  const distinct = new Map(strangers.map((one) => [mailKey(one.address) ?? '', one]))
  const drafts = [...distinct.values()].map((one): Draft => ({
    kind: 'draft',
    draft: draftOfNamed(one, way.source),
    line: 0,
    raw: null,
  }))
  const before = way.report.unchanged
  await bringIn(ctx, way, drafts)
  // Whether somebody was there before is told by the exchanges alone.
  way.report.unchanged = before
  for (const key of distinct.keys()) reached.delete(key)
  if ('record' in ctx) await lookUp(ctx, reached, [...distinct.values()])
  else for (const key of distinct.keys()) reached.set(key, [])
}

const strangersShown = 20

function reportOf({ strangers }: Work): StrangersReport {
  const all = [...strangers.values()].toSorted((one, other) => other.times - one.times)
  return { count: all.length, most: all.slice(0, strangersShown) }
}

/** What was said just now, else what was said once, else the address that nearly all have in common. */
async function ownAddresses(
  ctx: Working,
  piece: Piece,
  { kind, said }: { readonly kind: Kind; readonly said: readonly string[] },
): Promise<readonly string[]> {
  if (said.length) return said
  const kept = await ctx.read((inside) => settingsOf(inside.db, inside.owner))
  return kept.addresses.length ? kept.addresses : guessOwn(piece.read(), kind, ctx)
}

/** Whose calendar or mailbox it seems to be, judged by its beginning. */
export async function guessOwn(
  bytes: AsyncIterable<Uint8Array>,
  kind: Kind,
  ctx: Working,
): Promise<string[]> {
  const addresses: string[][] = []
  const add = (all: readonly (string | null)[]) => {
    addresses.push(all.flatMap((one) => (one === null ? [] : (mailKey(one) ?? []))))
  }
  if (kind === 'mail') {
    for await (const read of readMail(bytes)) {
      if (read.kind !== 'mail' || read.mail.isAutomatic) continue
      const { from, to, cc } = read.mail
      add([...from, ...to, ...cc].map(({ address }) => address))
      if (addresses.length >= messagesToJudgeBy) break
    }
  } else {
    for await (const read of readEvents(bytes, { until: ctx.today() })) {
      if (read.kind !== 'event') continue
      const { organizer, attendees } = read.event
      if (attendees.length) add([organizer, ...attendees].map((one) => one?.mail ?? null))
      if (addresses.length >= messagesToJudgeBy) break
    }
  }
  return mostFrequent(addresses)
}

async function rememberOwn(ctx: Working, own: readonly string[]): Promise<void> {
  await ctx.write(async (inside) => {
    const settings = await settingsOf(inside.db, inside.owner)
    const addresses = [...new Set([...settings.addresses, ...own])]
    if (addresses.length === settings.addresses.length) return
    await inside.record.keep(settingsKind, settingsId, { ...settings, addresses })
  })
}
