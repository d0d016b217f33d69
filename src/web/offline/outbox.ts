import type { Instant } from '../../kit/days.ts'
import { type Entry, type Sent, standingOf, type Told } from './entry.ts'
import { mergedText } from './merged-text.ts'
import type { Sealer } from './seal.ts'
import { putFiles, removeFiles, type SealedFile } from './shelf-files.ts'
import type { Deed, Shelf, Shelved } from './shelf.ts'

/** What is to be kept until the server has it. */
export interface Kept {
  readonly key: string
  readonly operation: string
  readonly input: unknown
  readonly files?: readonly SealedFile[]
  readonly done: Instant
  readonly zone: string
  readonly slot?: string | null
  /** Only while the entry of this key waits: what was written on top of it has no place without it. */
  readonly behind?: string
}

export interface Outbox {
  /** On this device's disk once it resolves. The same key again is the same entry; null when what it is behind is gone. */
  keep(kept: Kept): Promise<Entry | null>
  /** All entries in their order, those that landed among them. */
  entries(): Promise<Entry[]>
  find(key: string): Promise<Entry | null>
  /** Sends what waits, one after the other. False when some of it still waits. One caller at a time. */
  flush(send: (entry: Entry) => Promise<Sent>): Promise<boolean>
  /** Nobody writes on in this slot any more: what landed in it may go. */
  release(slot: string): Promise<void>
  discard(key: string): Promise<void>
  /** What was refused is tried once more, with another input where one is given: then it is another write. */
  retry(key: string, anew: { readonly key: string; readonly input: unknown } | null): Promise<void>
}

/** A write that broke the server so often stands aside, for others wait behind it. */
const patience = 5

/** Writes on their way, sealed and in order, on a shelf that survives what happens to the page. */
export function createOutbox(shelf: Shelf, sealer: Sealer): Outbox {
  const { opened, close } = openerOf(sealer)
  const put = (entry: Entry): Deed => ({
    put: 'outbox',
    key: entry.at,
    value: close(entry),
  })
  const change = (decide: (entries: readonly Entry[]) => readonly Deed[]): Promise<void> =>
    shelf.change('outbox', (rows) => decide(opened(rows)))
  const entries = async (): Promise<Entry[]> => opened(await shelf.all('outbox'))
  const find = async (key: string): Promise<Entry | null> =>
    (await entries()).find((entry) => entry.key === key) ?? null

  async function keep(kept: Kept): Promise<Entry | null> {
    await change((there) => {
      if (there.some(({ key, before }) => key === kept.key || before.includes(kept.key))) return []
      if (kept.behind !== undefined && !there.some((entry) => waitsUnder(entry, kept.behind)))
        return []
      const last = there.findLast((entry) => isOfSlot(entry, kept.slot))
      const fresh = freshEntry(kept, last)
      if (!last || last.sent) {
        return [...putFiles(kept.files ?? []), { append: 'outbox', value: close(fresh) }]
      }
      return [put({ ...fresh, at: last.at, input: onBaseOf(last, kept) })]
    })
    return find(kept.key)
  }

  async function next(): Promise<Entry | null> {
    return firstToGo((await entries()).filter((entry) => standingOf(entry) === 'waiting'))
  }

  /** From here on the server may have it, so it is not changed any more. */
  async function leave(entry: Entry): Promise<Entry | null> {
    let leaving: Entry | null = null
    await change((there) => {
      const now = there.find(({ key }) => key === entry.key)
      if (!now || standingOf(now) !== 'waiting') return []
      leaving = { ...now, sent: true }
      return now.sent ? [] : [put(leaving)]
    })
    return leaving
  }

  async function arrive(entry: Entry, sent: Extract<Sent, { is: 'answered' }>): Promise<void> {
    const { revision, change: made, result } = sent
    await change((there) =>
      there.flatMap((one): Deed[] => {
        if (one.key === entry.key) {
          const landed = { revision, change: made, result }
          return [put({ ...one, landed })]
        }
        const follows = one.at > entry.at && isOfSlot(one, entry.slot)
        return follows ? [put({ ...one, input: onTopOf(one.input, entry.input, result) })] : []
      }),
    )
  }

  async function standAside(entry: Entry, told: Told, broken: number): Promise<void> {
    const refused = broken === 0 || broken >= patience ? told : null
    await change((there) =>
      there.filter(({ key }) => key === entry.key).map((one) => put({ ...one, broken, refused })),
    )
  }

  return {
    keep,
    entries,
    find,
    async flush(send) {
      for (let entry = await next(); entry; entry = await next()) {
        const leaving = await leave(entry)
        if (!leaving) continue
        const sent = await send(leaving)
        if (sent.is === 'answered') await arrive(leaving, sent)
        else if (sent.is === 'refused') await standAside(leaving, sent.told, 0)
        else {
          if (sent.is === 'broken') await standAside(leaving, sent.told, leaving.broken + 1)
          return false
        }
      }
      return true
    },
    async release(slot) {
      await change((there) =>
        there.filter((entry) => entry.slot === slot).map((entry) => put({ ...entry, slot: null })),
      )
    },
    async discard(key) {
      await change((there) =>
        there.flatMap((entry): Deed[] =>
          entry.key === key
            ? [{ remove: 'outbox', key: entry.at }, ...removeFiles(entry.files)]
            : [],
        ),
      )
    },
    async retry(key, anew) {
      await change((there) =>
        there
          .filter((entry) => entry.key === key && entry.refused !== null)
          .map((entry) => put({ ...entry, ...anew, broken: 0, refused: null })),
      )
    },
  }
}

/** How many earlier versions are remembered by their keys. */
const remembered = 50

function freshEntry(kept: Kept, last?: Entry): Entry {
  const { key, operation, input, done, zone, slot = null } = kept
  const files = (kept.files ?? []).map(({ sealed: _bytes, ...file }) => file)
  const before = last ? [...last.before, last.key].slice(-remembered) : []
  const untried = { sent: false, broken: 0, refused: null, landed: null }
  const held = slot === null ? null : (asNote(input)?.text ?? null)
  return { at: 0, key, operation, input, files, done, zone, slot, held, before, ...untried }
}

/** A file may take minutes, so words go before it; but nothing goes before what takes something away. */
function firstToGo(waiting: readonly Entry[]): Entry | null {
  const taking = waiting.findIndex(({ operation }) => operation.endsWith('.remove'))
  const free = taking < 0 ? waiting : waiting.slice(0, taking)
  return free.find(({ files }) => files.length === 0) ?? waiting[0] ?? null
}

function waitsUnder(entry: Entry, key: string | undefined): boolean {
  return entry.key === key && standingOf(entry) === 'waiting'
}

function isOfSlot(entry: Entry, slot: string | null | undefined): boolean {
  return typeof slot === 'string' && entry.slot === slot && standingOf(entry) === 'waiting'
}

/** A later version of what never left begins where that one began. */
function onBaseOf(before: Entry, { input }: Kept): unknown {
  const was = asNote(before.input)
  const is = asNote(input)
  return was && is ? { ...is, since: was.since } : input
}

/** What was written after a note had left, on top of what the server made of that note. */
function onTopOf(input: unknown, left: unknown, result: unknown): unknown {
  const [mine, base, theirs] = [asNote(input), asNote(left), asNote(result)]
  if (!mine || !base || !theirs) return input
  return {
    ...mine,
    text: mergedText(base.text, mine.text, theirs.text),
    since: theirs.revision ?? mine.since,
  }
}

interface NoteInput {
  readonly text: string
  readonly since?: number
  readonly revision?: number
}

function asNote(value: unknown): NoteInput | null {
  if (typeof value !== 'object' || value === null || !('text' in value)) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what `notes.save` takes and gives stands in a slot
  return typeof value.text === 'string' ? (value as NoteInput) : null
}

type Sealed = Omit<Entry, 'at'>

export function closed(sealer: Sealer, { at: _place, ...entry }: Entry): Uint8Array {
  const { held, ...others } = entry
  // Left out, it is the text of the input: the longest there is, and almost always the same.
  const isSame = held !== null && held === asNote(entry.input)?.text
  return sealer.seal(JSON.stringify(isSame ? others : entry))
}

/**
 * Closes entries, and opens rows. It remembers what it closed and what it opened the last time: one note may be long,
 * and is asked for whenever something changes.
 */
function openerOf(sealer: Sealer) {
  let known = new Map<string, Entry[]>()
  const fresh = new Map<string, Sealed>()

  function close(entry: Entry): Uint8Array {
    const sealed = closed(sealer, entry)
    if (fresh.size >= remembered) fresh.clear()
    fresh.set(sealedName(sealed), entry)
    return sealed
  }

  function openedRow(row: Shelved): Entry[] {
    const before = fresh.get(sealedName(row.value))
    fresh.delete(sealedName(row.value))
    return before ? [{ ...before, at: Number(row.key) }] : entryOf(sealer, row)
  }

  function opened(rows: readonly Shelved[]): Entry[] {
    known = new Map(
      rows.map((row) => {
        const name = `${row.key} ${sealedName(row.value)}`
        return [name, known.get(name) ?? openedRow(row)]
      }),
    )
    return [...known.values()].flat()
  }

  return { opened, close }
}

/** What is closed begins with bytes by chance and ends with a tag of all it holds: the two ends name it. */
function sealedName(sealed: Uint8Array): string {
  return `${sealed.subarray(0, 24).join()} ${sealed.subarray(-16).join()}`
}

/** What older builds kept has no files, and no earlier versions; a text that was left out is that of the input. */
type Younger = 'files' | 'held' | 'before'
type Stored = Omit<Sealed, Younger> & Partial<Pick<Sealed, Younger>>

/** What another key closed, or a broken disk changed, is no entry. */
export function entryOf(sealer: Sealer, { key, value }: Shelved): Entry[] {
  const text = sealer.open(value)
  if (text === null) return []
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was closed by us, with our key
  const stored = JSON.parse(text) as Stored
  const held = stored.held === undefined ? (asNote(stored.input)?.text ?? null) : stored.held
  return [{ files: [], before: [], ...stored, held, at: Number(key) }]
}
