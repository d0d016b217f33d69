import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import type { OwnerId } from '../../src/kit/ids.ts'
import { openSqlite } from '../../src/platform/database/open-sqlite.ts'
import { derivedTables } from '../../src/platform/database/tables/notebook.ts'
import { inSlices } from '../../src/platform/database/things.ts'
import { dump } from '../dialects/dump.ts'
import { diceFrom } from '../dialects/walk.ts'
import { command as runCommand } from '../doors/stand.ts'
import { crashAgainAndAgain } from '../stand/crash.ts'
import { command, packagedNode, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import {
  bringIn,
  cardsInFile,
  fileOf,
  type Ledger,
  type Sent,
  writeNotes,
  writePeople,
} from './ledger.ts'
import { type Loose, until, type Wire, wireTo } from './wire.ts'

const kills = 50

test(
  `killed ${kills} times while notes are saved and contacts come in, the server keeps all that it acknowledged`,
  { timeout: 900_000 },
  async () => {
    using home = temporaryFolder('crash')
    const dice = diceFrom(1)
    const ledger = emptyLedger()
    let round = 0
    const report = await crashAgainAndAgain({
      home: home.path,
      times: kills,
      moment: async (at) => {
        // Half of the lives end wherever it may be, the other half when some cards have come in.
        if (at % 2) await sleep(50 + dice.below(450))
        else await whileComingIn(ledger, dice.below(60))
      },
      traffic: async (server) => {
        const wire = await wireTo(server)
        round += 1
        await Promise.all([
          writePeople(wire, ledger, round),
          writeNotes(wire, ledger, round),
          bringIn(wire, ledger),
        ])
      },
      verify: async (server) => {
        const wire = await wireTo(server)
        expectSound(home.path)
        await expectJobsEnded(wire, ledger)
        await expectSent(wire, ledger.sent.splice(0))
        await expectNote(wire, ledger)
        expectCards(home.path, ledger)
      },
    })
    expect(report.kills).toBe(kills)
    // Else the plug was pulled at moments when nothing was going on.
    expect(ledger.midway).toBeGreaterThan(10)
    await expectFilesComplete(home.path, ledger)
    await expectRebuiltAlike(home.path)
    expectSound(home.path)
  },
)

async function whileComingIn({ coming }: Ledger, after: number): Promise<void> {
  await until(async () => (coming.some || coming.done ? true : null), 'cards come in')
  await sleep(after)
}

function emptyLedger(): Ledger {
  return {
    sent: [],
    note: { text: '', revision: 0, next: null },
    coming: { file: 1, job: null, some: false, done: false },
    begun: new Map(),
    midway: 0,
  }
}

/** The file of the notebook, by SQLite's own judgement. */
function expectSound(home: string): void {
  const file = new SqliteFile(join(home, 'notebook.db'), { readonly: true })
  try {
    expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(file.pragma('foreign_key_check')).toEqual([])
  } finally {
    file.close()
  }
}

async function expectJobsEnded(wire: Wire, { coming }: Ledger): Promise<void> {
  const ended = await until(async () => {
    const { jobs } = await wire.need('jobs.list', {})
    return jobs.every((job: Loose) => job.endedAt !== null) ? jobs : null
  }, 'jobs of the killed server say that they stopped')
  const shown = ended.find((one: Loose) => one.id === coming.job)
  if (coming.done) expect(shown).toMatchObject({ state: 'done' })
  else if (shown && shown.state !== 'done') {
    expect(shown).toMatchObject({ state: 'failed', refusal: { code: 'job.interrupted' } })
  }
}

/** What was acknowledged is there to the letter; what was not is whole or not at all, and can be sent again. */
async function expectSent(wire: Wire, all: readonly Sent[]): Promise<void> {
  for (const some of inSlices(all, 10)) await Promise.all(some.map((one) => expectOne(wire, one)))
}

async function expectOne(wire: Wire, { operation, input, key, answer }: Sent): Promise<void> {
  const again = await wire.need(operation, input, { key })
  if (answer !== null) expect(again).toEqual(answer)
  if (operation === 'people.add') {
    // Whom they may be the same as is said once, when they come.
    const { twins: _, ...card } = again
    expect(await wire.need('people.show', { id: again.id })).toEqual(card)
  } else {
    const { id } = again.conversation
    expect(await wire.need('conversations.show', { id })).toMatchObject({
      id,
      state: 'chance-captured',
    })
    const { text } = await wire.need('notes.show', { id })
    expect(text).toContain((input as { text: string }).text.split(': ')[1])
  }
}

async function expectNote(wire: Wire, { note }: Ledger): Promise<void> {
  const shown = await wire.need('notes.show', { kind: 'owner', offRecord: true })
  expect([note.text, note.next ?? note.text]).toContain(shown.text)
  Object.assign(note, { text: shown.text, revision: shown.revision, next: null })
}

/** No card twice, and all of a file whose job said that it was done. One that came half way is left for the end. */
function expectCards(home: string, ledger: Ledger): void {
  const { coming, begun } = ledger
  const held = cardsHeld(home, coming.file)
  expect(new Set(held).size).toBe(held.length)
  if (coming.done) expect(held.length).toBe(cardsInFile)
  if (held.length > 0 && held.length < cardsInFile) ledger.midway += 1
  if (held.length > 0) begun.set(coming.file, held.length)
  const file = held.length > 0 ? coming.file + 1 : coming.file
  Object.assign(coming, { file, job: null, some: false, done: false })
}

function cardsHeld(home: string, file: number): string[] {
  const store = new SqliteFile(join(home, 'notebook.db'), { readonly: true })
  try {
    const rows = store
      .prepare('select name from person_order where name like ?')
      .all(`Card % of File ${file}`) as { name: string }[]
    return rows.map(({ name }) => name)
  } finally {
    store.close()
  }
}

/** Every file brought in once more brings what was still to come, and nothing twice. */
async function expectFilesComplete(home: string, { begun }: Ledger): Promise<void> {
  const server = await startServer({ home })
  try {
    const wire = await wireTo(server)
    for (const [file, held] of begun) {
      const { files } = await wire.need('contacts.import', { files: [fileOf(file)] })
      expect(files).toMatchObject([
        { created: cardsInFile - held, changed: 0, unchanged: held, lost: [], problem: null },
      ])
      const now = cardsHeld(home, file)
      expect([now.length, new Set(now).size]).toEqual([cardsInFile, cardsInFile])
    }
  } finally {
    await server.kill()
  }
}

async function expectRebuiltAlike(home: string): Promise<void> {
  const before = await derivedIn(home)
  expect((await runCommand(home, ['notebook', 'rebuild', '--json'])).code).toBe(0)
  expect(await derivedIn(home)).toEqual(before)
}

async function derivedIn(home: string): Promise<Record<string, string[]>> {
  const store = openSqlite(join(home, 'notebook.db'))
  try {
    return await store.read(null, async (db) => {
      const { owner_id } = await db
        .selectFrom('owners')
        .select('owner_id')
        .executeTakeFirstOrThrow()
      const owner: OwnerId = owner_id
      return dump(db, owner, derivedTables, '*')
    })
  } finally {
    await store.close()
  }
}

async function killWhileStarting(home: string, after: number): Promise<void> {
  const words = ['serve', '--home', home, '--port', '0', '--no-open']
  const child = spawn(packagedNode, [command, ...words], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  await sleep(after)
  child.kill('SIGKILL')
  await gone
}

test('killed at its very start, again and again, the server starts as if nothing had been', async () => {
  using home = temporaryFolder('crash-start')
  const dice = diceFrom(2)
  for (let round = 0; round < 12; round++) {
    await killWhileStarting(home.path, dice.below(500))
  }
  const server = await startServer({ home: home.path })
  try {
    const wire = await wireTo(server)
    const { id } = await wire.need('people.add', { name: 'After All' })
    expect((await wire.need('people.list', {})).people).toMatchObject([{ id, name: 'After All' }])
  } finally {
    await server.kill()
  }
  expectSound(home.path)
})
