import { bytesOfText, draftPrefix, type Drawer, textOfBytes } from './drafts.ts'
import type { Sealer } from './seal.ts'

/** Where records of drafts lie for long: bytes under names; what was changed is on the disk when it resolves. */
export interface DraftDisk {
  names(prefix: string): Promise<string[]>
  get(name: string): Promise<Uint8Array | null>
  change(puts: readonly SealedRecord[], gone: readonly string[]): Promise<void>
}

interface SealedRecord {
  readonly name: string
  readonly sealed: Uint8Array
}

/**
 * Records one after the other, which together are a draft. Each is in the drawer before the key press ends, and on the
 * disk a moment later: a window that is closed loses nothing, a browser that is killed at most that moment.
 */
export interface DraftLog {
  /** Whether there is a first record to which others can be added. */
  hasBegun(): boolean
  /** How many records there are. */
  length(): number
  /** The whole anew; what was there before goes once this is on the disk. */
  begin(whole: string): void
  add(step: string): void
  /** Nothing of it is needed any more. */
  end(): void
  /** What is only in the drawer goes to the disk now. */
  settle(): Promise<void>
}

interface World {
  readonly drawer: Drawer
  readonly disk: DraftDisk
  readonly sealer: Sealer
  /** Calls back after so many milliseconds. */
  readonly later: (milliseconds: number, deed: () => void) => void
}

/** Milliseconds from a key to the disk. */
const moment = 400

/** `name` is opaque, and nobody else writes under it. */
export function createDraftLog({ drawer, disk, sealer, later }: World, name: string): DraftLog {
  /** Names of all that lies there. */
  let written: string[] = []
  let generation = 0
  let waiting: SealedRecord[] = []
  let gone: string[] = []
  let settling: Promise<void> | null = null
  let isDue = false

  function add(text: string): void {
    const record = `${name}.${generation}-${written.length}`
    const sealed = sealer.seal(text)
    try {
      drawer.setItem(draftPrefix + record, textOfBytes(sealed))
    } catch {
      // A drawer that is full: the disk has it a moment later.
    }
    written.push(record)
    waiting.push({ name: record, sealed })
    settleSoon()
  }

  function letGo(): void {
    gone = [...gone, ...written]
    waiting = []
    written = []
    generation++
    settleSoon()
  }

  function settleSoon(): void {
    if (isDue) return
    isDue = true
    later(moment, () => void settle())
  }

  /** One after the other, so that no record is on the disk without those before it. */
  function settle(): Promise<void> {
    isDue = false
    settling = (settling ?? Promise.resolve()).then(settleNow)
    return settling
  }

  async function settleNow(): Promise<void> {
    const [puts, leaves] = [waiting, gone]
    if (puts.length === 0 && leaves.length === 0) return
    ;[waiting, gone] = [[], []]
    try {
      await disk.change(puts, leaves)
      for (const record of puts) drawer.removeItem(draftPrefix + record.name)
      for (const record of leaves) drawer.removeItem(draftPrefix + record)
    } catch {
      // It stays in the drawer, and is found there.
      waiting = [...puts, ...waiting]
      gone = [...leaves, ...gone]
    }
  }

  return {
    hasBegun: () => written.length > 0,
    length: () => written.length,
    begin(whole) {
      letGo()
      add(whole)
    },
    add,
    end: letGo,
    settle,
  }
}

/** The records of one log, in their order, and the name under which they lie. */
export interface LyingLog {
  readonly name: string
  readonly records: readonly string[]
}

/** What lies under names that begin so, in the drawer and on the disk together. */
export async function lyingLogs(
  { drawer, disk, sealer }: Omit<World, 'later'>,
  prefix: string,
): Promise<LyingLog[]> {
  const names = await namesUnder({ drawer, disk }, prefix)
  const logs = new Set([...names].map((record) => record.slice(0, record.lastIndexOf('-'))))
  const found: LyingLog[] = []
  for (const name of logs) {
    const records: string[] = []
    // One that is missing ends it: what came after it stood on it.
    for (let at = 0; names.has(`${name}-${at}`); at++) {
      const text = await recordAt({ drawer, disk, sealer }, `${name}-${at}`)
      if (text === null) break
      records.push(text)
    }
    if (records.length > 0) found.push({ name, records })
  }
  return found
}

async function recordAt(
  { drawer, disk, sealer }: Omit<World, 'later'>,
  record: string,
): Promise<string | null> {
  const inDrawer = drawer.getItem(draftPrefix + record)
  const sealed = inDrawer === null ? await disk.get(record) : bytesOfText(inDrawer)
  return sealed && sealer.open(sealed)
}

export async function removeLog(
  world: Omit<World, 'later' | 'sealer'>,
  name: string,
): Promise<void> {
  const names = await namesUnder(world, `${name}-`)
  await world.disk.change([], [...names])
  for (const record of names) world.drawer.removeItem(draftPrefix + record)
}

/** The names of records; a draft of one piece has a name without a dash. */
async function namesUnder(
  { drawer, disk }: Omit<World, 'later' | 'sealer'>,
  prefix: string,
): Promise<Set<string>> {
  const inDrawer = Array.from({ length: drawer.length }, (_, at) => drawer.key(at) ?? '')
    .filter((key) => key.startsWith(draftPrefix + prefix))
    .map((key) => key.slice(draftPrefix.length))
  const all = [...(await disk.names(prefix)), ...inDrawer]
  return new Set(all.filter((record) => record.includes('-')))
}
