import { expect, test } from 'vitest'
import { createDraftLog, type DraftDisk, lyingLogs, removeLog } from './draft-log.ts'
import type { Drawer } from './drafts.ts'
import { sealerFrom } from './seal.ts'

const sealer = sealerFrom(new Uint8Array(64).fill(3), (bytes) =>
  crypto.getRandomValues(new Uint8Array(bytes)),
)

/** A drawer, a disk and a clock that a test leads by hand. */
function stand() {
  const inDrawer = new Map<string, string>()
  const onDisk = new Map<string, Uint8Array>()
  let due: (() => void)[] = []
  const faults = { drawerIsFull: false, diskIsGone: false }
  const drawer: Drawer = {
    get length() {
      return inDrawer.size
    },
    key: (at) => [...inDrawer.keys()][at] ?? null,
    getItem: (name) => inDrawer.get(name) ?? null,
    setItem(name, text) {
      if (faults.drawerIsFull) throw new Error('full')
      inDrawer.set(name, text)
    },
    removeItem: (name) => void inDrawer.delete(name),
  }
  const disk: DraftDisk = {
    names: async (prefix) => [...onDisk.keys()].filter((name) => name.startsWith(prefix)),
    get: async (name) => onDisk.get(name) ?? null,
    async change(puts, gone) {
      if (faults.diskIsGone) throw new Error('gone')
      for (const { name, sealed } of puts) onDisk.set(name, sealed)
      for (const name of gone) onDisk.delete(name)
    },
  }
  const clock = { now: Date.UTC(2026, 3, 9) }
  const world = {
    drawer,
    disk,
    sealer,
    now: () => clock.now,
    later: (_ms: number, deed: () => void) => void due.push(deed),
  }
  return {
    world,
    inDrawer,
    onDisk,
    faults,
    clock,
    /** The drawer as it is at this moment; gives the way back to it, as a browser has it that was killed. */
    remembered: () => {
      const before = new Map(inDrawer)
      return () => {
        for (const [name, text] of before) inDrawer.set(name, text)
      }
    },
    pass: async () => {
      const now = due
      due = []
      for (const deed of now) deed()
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    },
    lying: async () => (await lyingLogs(world, 'note')).map(({ records }) => records),
  }
}

const alphabetically = (one: string, other: string) => one.localeCompare(other)

test('a record is in the drawer before it returns, on the disk a moment later, and then there alone', async () => {
  const { world, inDrawer, onDisk, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('whole')
  log.add('and a key')
  expect(inDrawer.size).toBe(2)
  expect([...inDrawer.values()].map(atob).join('')).not.toContain('whole')
  expect(await lying()).toEqual([['whole', 'and a key']])
  await pass()
  expect([inDrawer.size, onDisk.size]).toEqual([0, 2])
  log.add('and another')
  expect(await lying()).toEqual([['whole', 'and a key', 'and another']])
})

test('begun anew, the former whole goes only when the new one is on the disk', async () => {
  const { world, inDrawer, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('first')
  await pass()
  log.begin('second')
  expect((await lying()).flat().toSorted(alphabetically)).toEqual(['first', 'second'])
  await pass()
  expect(await lying()).toEqual([['second']])
  log.end()
  await pass()
  expect(inDrawer.size).toBe(0)
  expect(await lying()).toEqual([])
})

test('what a killed browser finds in its drawer again, of a log that was over, is nobody’s words', async () => {
  const { world, inDrawer, remembered, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('whole')
  log.add('and a key')
  const asItWas = remembered()
  await pass()
  log.end()
  await pass()
  asItWas()
  expect(await lying()).toEqual([])
  expect(inDrawer.size).toBe(0)
  log.begin('again')
  expect(await lying()).toEqual([['again']])
})

test('nor is it where another window took the log over, and let go of it', async () => {
  const { world, remembered, lying } = stand()
  createDraftLog(world, 'note.w').begin('whole')
  const asItWas = remembered()
  await removeLog(world, 'note.w.1')
  asItWas()
  expect(await lying()).toEqual([])
})

test('an earlier log that is let go of later does not call back one that was over', async () => {
  const { world, remembered, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('first')
  log.begin('second')
  const asItWas = remembered()
  await pass()
  log.end()
  await pass()
  await removeLog(world, 'note.w.1')
  asItWas()
  expect(await lying()).toEqual([])
})

test('that a log was over is known as long as a drawer may tell of it, and no longer', async () => {
  const { world, onDisk, clock, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('whole')
  log.end()
  await pass()
  expect(onDisk.size).toBe(1)
  clock.now += 61 * 24 * 3600 * 1000
  expect(await lying()).toEqual([])
  expect(onDisk.size).toBe(0)
})

test('a full drawer or a lost disk takes nothing away: the other has it', async () => {
  const { world, faults, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  faults.diskIsGone = true
  log.begin('whole')
  await pass()
  faults.diskIsGone = false
  faults.drawerIsFull = true
  log.add('key')
  await pass()
  expect(await lying()).toEqual([['whole', 'key']])
})

test('what stands on a record that is missing is not read', async () => {
  const { world, onDisk, pass, lying } = stand()
  const log = createDraftLog(world, 'note.w')
  log.begin('whole')
  for (const key of ['a', 'b', 'c']) log.add(key)
  await pass()
  onDisk.delete('note.w.1-2')
  expect(await lying()).toEqual([['whole', 'a']])
  await removeLog(world, 'note.w.1')
  expect(await lying()).toEqual([])
})
