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
 *
 * The drawer of a browser that is killed is as it was some time ago: records may lie in it again that were taken away
 * long since. The disk tells which logs are over (`gone`), for whoever took them for words of somebody would write them
 * a second time.
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
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Milliseconds from a key to the disk. */
const moment = 400

/** `name` is opaque, and nobody else writes under it. */
export function createDraftLog(world: World, name: string): DraftLog {
  const { drawer, disk, sealer, later } = world
  /** Names of all that lies there. */
  let written: string[] = []
  let generation = 0
  let waiting: SealedRecord[] = []
  let gone: string[] = []
  /** The generation that was the last before nothing was needed any more. */
  let over: number | null = null
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
      const told = over === null ? [] : [endOf(world, name, over)]
      await disk.change([...puts, ...told], leaves)
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
    end() {
      over = generation
      letGo()
    },
    settle,
  }
}

/** The records of one log, in their order, and the name under which they lie. */
export interface LyingLog {
  readonly name: string
  readonly records: readonly string[]
}

/** What lies under names that begin so, in the drawer and on the disk together. */
export async function lyingLogs(world: Omit<World, 'later'>, prefix: string): Promise<LyingLog[]> {
  await clearEnded(world, prefix)
  const names = await namesUnder(world, prefix)
  const found: LyingLog[] = []
  for (const name of new Set([...names].map(logOf))) {
    const records: string[] = []
    // One that is missing ends it: what came after it stood on it.
    for (let at = 0; names.has(`${name}-${at}`); at++) {
      const text = await recordAt(world, `${name}-${at}`)
      if (text === null) break
      records.push(text)
    }
    if (records.length > 0) found.push({ name, records })
  }
  return found
}

async function recordAt(
  { drawer, disk, sealer }: Pick<World, 'drawer' | 'disk' | 'sealer'>,
  record: string,
): Promise<string | null> {
  const inDrawer = drawer.getItem(draftPrefix + record)
  const sealed = inDrawer === null ? await disk.get(record) : bytesOfText(inDrawer)
  return sealed && sealer.open(sealed)
}

/** Of a log that somebody else wrote: nothing of it is needed any more. */
export async function removeLog(world: Omit<World, 'later'>, log: string): Promise<void> {
  const names = await namesUnder(world, `${log}-`)
  const { name, generation } = partsOf(log)
  const known = (await readEnd(world, name + ended))?.generation ?? 0
  await world.disk.change([endOf(world, name, Math.max(known, generation))], [...names])
  for (const record of names) world.drawer.removeItem(draftPrefix + record)
}

/** That all generations up to this one are over. Its name has no dash, as those of records do. */
function endOf(
  { sealer, now }: Pick<World, 'sealer' | 'now'>,
  name: string,
  generation: number,
): SealedRecord {
  const end: End = { generation, at: now() }
  return { name: name + ended, sealed: sealer.seal(JSON.stringify(end)) }
}

interface End {
  readonly generation: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const ended = '.gone'
/** Far longer than a browser takes to write its drawer down. */
const untilForgotten = 60 * 24 * 3600 * 1000

/** What lies in the drawer of logs that are over goes once more, and what is known of them after a long time. */
async function clearEnded(world: Omit<World, 'later'>, prefix: string): Promise<void> {
  const { disk, drawer, now } = world
  const old: string[] = []
  const ends = (await disk.names(prefix)).filter((name) => name.endsWith(ended))
  for (const name of ends) {
    const end = await readEnd(world, name)
    if (!end) continue
    const window = name.slice(0, -ended.length)
    for (const record of inDrawerUnder(drawer, `${window}.`)) {
      if (partsOf(logOf(record)).generation <= end.generation)
        drawer.removeItem(draftPrefix + record)
    }
    if (now() - end.at > untilForgotten) old.push(name)
  }
  if (old.length > 0) await disk.change([], old)
}

async function readEnd(
  { disk, sealer }: Pick<World, 'disk' | 'sealer'>,
  name: string,
): Promise<End | null> {
  const sealed = await disk.get(name)
  const text = sealed && sealer.open(sealed)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what opens with our key was written above
  return text === null ? null : (JSON.parse(text) as End)
}

function logOf(record: string): string {
  return record.slice(0, record.lastIndexOf('-'))
}

function partsOf(log: string): { name: string; generation: number } {
  const end = log.lastIndexOf('.')
  return { name: log.slice(0, end), generation: Number(log.slice(end + 1)) }
}

/** The names of records; a draft of one piece has a name without a dash. */
async function namesUnder(
  { drawer, disk }: Pick<World, 'drawer' | 'disk'>,
  prefix: string,
): Promise<Set<string>> {
  const onDisk = (await disk.names(prefix)).filter((name) => name.includes('-'))
  return new Set([...onDisk, ...inDrawerUnder(drawer, prefix)])
}

function inDrawerUnder(drawer: Drawer, prefix: string): string[] {
  return Array.from({ length: drawer.length }, (_, at) => drawer.key(at) ?? '')
    .filter((key) => key.startsWith(draftPrefix + prefix))
    .map((key) => key.slice(draftPrefix.length))
    .filter((record) => record.includes('-'))
}
