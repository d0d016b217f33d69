import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JobId } from '../../src/kit/ids.ts'
import { type House, startJob, workOn } from '../../src/operations/run.ts'
import type { ServerTables } from '../../src/platform/database/tables/server.ts'
import { closeAbandonedJobs } from '../../src/platform/jobs.ts'
import { writing } from '../../src/platform/transactions.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { type Loose, onBothDatabases, openNotebook, person, raw } from './notebook.ts'
import { take } from './talk.ts'

onBothDatabases('a key sent along with a write', (notebook) => {
  test('makes it one write, however often it is sent, and gives the same answer', async () => {
    const { answer, revision } = notebook()
    const input = { name: 'Ruth Adeyemi', roles: [{ organisation: 'City Archive' }] }
    const first = await answer('people.add', input, { key: 'a' })
    const before = await revision()
    for (let times = 0; times < 3; times++) {
      const { again: _, ...second } = {
        again: true,
        ...(await answer('people.add', input, { key: 'a' })),
      }
      expect(second).toMatchObject({
        result: first.result,
        change: first.change,
        revision: first.revision,
      })
    }
    expect(await revision()).toBe(before)
    const other = await answer('people.add', input, { key: 'b' })
    expect(other.result.id).not.toBe(first.result.id)
  })

  test('holds also for a write that changed nothing', async () => {
    const { answer } = notebook()
    const id = await person(notebook(), 'Same')
    const first = await answer('people.change', { id, words: '' }, { key: 'nothing' })
    const second = await answer('people.change', { id, words: '' }, { key: 'nothing' })
    expect(first.change).toBeNull()
    expect(second).toMatchObject({ result: first.result, change: null })
  })

  test('is refused for anything else, which then is not done', async () => {
    const { ask, refusal, documents } = notebook()
    await ask('people.add', { name: 'First' }, { key: 'used' })
    const before = await documents()
    for (const [operation, input] of [
      ['people.add', { name: 'Second' }],
      ['fields.add', { name: 'First' }],
    ] as const) {
      expect(await refusal(operation, input, { key: 'used' })).toMatchObject({
        code: 'key.already-used',
      })
    }
    expect(await documents()).toEqual(before)
  })

  test('holds for the same request also when a later version reads more into it', async () => {
    const { house, caller } = notebook()
    const deed = { operation: 'people.add', input: { name: 'Ana' }, key: 'before the update' }
    const times: number[] = []
    const write = (alsoAs: object) =>
      writing(house.engine, caller(), { ...deed, alsoAs }, async () => times.push(1))
    await write({ name: 'Ana', labels: [] })
    expect(await write({ name: 'Ana', labels: [], fields: [] })).toMatchObject({ again: true })
    expect(times).toHaveLength(1)
  })

  test('of one owner means nothing to another', async () => {
    const { ask } = notebook()
    const mine = await ask('people.add', { name: 'Mine' }, { key: 'both' })
    const theirs = await ask('people.add', { name: 'Mine' }, { key: 'both', who: 'mateo' })
    expect(theirs.id).not.toBe(mine.id)
  })

  test('of a refused write may be used again when the way is free', async () => {
    const { ask, refusal } = notebook()
    await ask('fields.add', { name: 'Law' })
    expect(await refusal('fields.add', { name: 'law' }, { key: 'law' })).toMatchObject({
      code: 'name.already-taken',
    })
    await ask('fields.rename', { which: 'Law', name: 'Justice' })
    await ask('fields.merge', {
      which: 'justice',
      into: (await ask('fields.add', { name: 'X' })).id,
    })
    await expect(ask('fields.add', { name: 'Order' }, { key: 'order' })).resolves.toBeTruthy()
  })

  test('sent twice at the same moment is one write', async () => {
    const { answer, ask } = notebook()
    const asked = Array.from({ length: 6 }, () =>
      answer('people.add', { name: 'Twin' }, { key: 'twins' }),
    )
    const ids = new Set((await Promise.all(asked)).map(({ result }) => result.id))
    expect(ids.size).toBe(1)
    expect((await ask('people.find', { text: 'twin' })).people).toHaveLength(1)
  })
})

onBothDatabases('writes at the same moment', (notebook) => {
  test('all happen, one after the other, and each has a revision of its own', async () => {
    const { answer, ask, revision } = notebook()
    const before = await revision()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => answer('people.add', { name: `Crowd ${at}` })),
    )
    const revisions = answers.map((one) => one.revision ?? 0).toSorted((a, b) => a - b)
    expect(revisions).toEqual(Array.from({ length: 20 }, (_, at) => before + at + 1))
    expect((await ask('people.find', { text: 'crowd', limit: 50 })).people).toHaveLength(20)
  })

  test('of two who write one note keep both their lines', async () => {
    const { ask } = notebook()
    const { revision } = await ask('notes.save', {
      kind: 'owner',
      text: 'the line they began from',
    })
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        ask('notes.save', {
          kind: 'owner',
          text: `the line they began from\nadded by writer ${at}`,
          since: revision,
        }),
      ),
    )
    const { lines } = await ask('notes.show', { kind: 'owner' })
    expect(lines).toHaveLength(9)
  })

  test('that fail leave nothing behind', async () => {
    const { refusal, documents, derived, revision } = notebook()
    const before = [await documents(), await derived(), await revision()]
    await refusal('people.add', {
      name: 'Half Done',
      roles: [{ organisation: 'Never Made' }],
      meeting: { through: '0190a000-0000-7000-8000-00000000ffff' },
    })
    expect([await documents(), await derived(), await revision()]).toEqual(before)
  })
})

async function vcard(names: readonly string[]) {
  const folder = temporaryFolder('jobs')
  const path = join(folder.path, 'some.vcf')
  const cards = names.map((name) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEND:VCARD\n`)
  await writeFile(path, cards.join(''))
  return { files: [{ name: 'some.vcf', path, size: cards.join('').length }], folder }
}

/** A process of this machine that has ended. */
function gone(): string {
  const { pid } = spawnSync(process.execPath, ['--version'])
  return `${hostname()}:${pid}`
}

async function becomes(
  { engine }: House,
  job: JobId,
  row: Partial<ServerTables['jobs']>,
): Promise<void> {
  await engine.store.write(null, (db) =>
    db.updateTable('jobs').set(row).where('id', '=', job).execute(),
  )
}

onBothDatabases('long work', (notebook) => {
  test('is a row that says what it did; the same key is the same job', async () => {
    const { answer, ask, start } = notebook()
    const { files, folder } = await vcard(['Ann Lee', 'Ben Lee'])
    const { change, result } = await answer('contacts.import', { files }, { key: 'import' })
    expect(result.files).toMatchObject([{ created: 2 }])
    expect(await ask('jobs.show', { id: change })).toMatchObject({
      operation: 'contacts.import',
      state: 'done',
      result,
      refusal: null,
      endedAt: expect.any(String),
    })
    expect(await start('contacts.import', { files }, { key: 'import' })).toBe(change)
    expect((await ask('jobs.list')).jobs.map(({ id }: Loose) => id)).toEqual([change])
    expect((await ask('jobs.list', {}, { who: 'mateo' })).jobs).toEqual([])
    folder[Symbol.dispose]()
  })

  test('with a key that was used for other work is refused', async () => {
    const { refusal, ask } = notebook()
    const { files, folder } = await vcard(['Cy Lee'])
    await ask('contacts.import', { files }, { key: 'one' })
    const moved = files.map((file) => ({ ...file, path: `${file.path}.elsewhere` }))
    await expect(ask('contacts.import', { files: moved }, { key: 'one' })).resolves.toBeTruthy()
    expect(await refusal('notebook.rebuild', {}, { key: 'one' })).toMatchObject({
      code: 'key.already-used',
    })
    expect(await refusal('contacts.import', { files, dryRun: true }, { key: 'one' })).toMatchObject(
      { code: 'key.already-used' },
    )
    folder[Symbol.dispose]()
  })

  test('that was interrupted is begun again by its key, and does not twice what was done', async () => {
    const { ask, answer, house, caller } = notebook()
    const names = ['Uma Frost', 'Vic Frost', 'Wim Frost']
    const { files, folder } = await vcard(names)
    const begun = await vcard(names.slice(0, 2))
    const request = { operation: 'contacts.import', input: { files }, key: 'interrupted' }
    const job = await startJob({ ...house, launch: () => {} }, caller(), request)
    // It came as far as two of the three when its process died.
    const half = { operation: 'contacts.import', input: { files: begun.files }, key: null }
    await workOn(house, caller(), { id: job, request: half })
    await becomes(house, job, { state: 'running', result: null, ended_at: null, process: gone() })

    const again = await answer('contacts.import', { files }, { key: 'interrupted' })
    expect(again.change).toBe(job)
    expect(again.result.files).toMatchObject([{ read: 3, created: 1, unchanged: 2 }])
    const found = () => ask('people.find', { text: 'Frost' })
    expect((await found()).people).toHaveLength(3)
    // Done now, and the key answers with what it did.
    expect(await ask('contacts.import', { files }, { key: 'interrupted' })).toEqual(again.result)
    await ask('changes.undo', { id: job })
    expect((await found()).people).toEqual([])
    folder[Symbol.dispose]()
    begun.folder[Symbol.dispose]()
  })

  test('that was closed as interrupted is begun again too; one that was stopped is not', async () => {
    const { ask, refusal, house, caller } = notebook()
    const request = { operation: 'notebook.rebuild', input: {}, key: 'closed' }
    const job = await startJob({ ...house, launch: () => {} }, caller(), request)
    await becomes(house, job, { process: gone() })
    await closeAbandonedJobs(house.engine, '2000-01-01T00:00:00.000Z')
    expect(await ask('jobs.show', { id: job })).toMatchObject({ state: 'failed' })
    expect(await ask('notebook.rebuild', {}, { key: 'closed' })).toHaveProperty('things')

    const refused = { code: 'job.cancelled', sentence: 'Stopped' }
    await becomes(house, job, { state: 'cancelled', result: JSON.stringify(refused) })
    expect(await refusal('notebook.rebuild', {}, { key: 'closed' })).toEqual({
      code: 'job.cancelled',
      says: 'Stopped',
    })
  })

  test('which another process has begun again is left to it', async () => {
    const { ask, house, caller } = notebook()
    const request = { operation: 'notebook.rebuild', input: {}, key: null }
    const job = await startJob({ ...house, launch: () => {} }, caller(), request)
    await becomes(house, job, { process: 'elsewhere:1' })
    await workOn(house, caller(), { id: job, request })
    expect(await ask('jobs.show', { id: job })).toMatchObject({ state: 'waiting', endedAt: null })
  })

  test('whose process is gone says so at once; that of a living one goes on', async () => {
    const { ask, house, caller } = notebook()
    const idle = { ...house, launch: () => {} }
    const begin = () =>
      startJob(idle, caller(), { operation: 'notebook.rebuild', input: {}, key: null })
    const [dead, alive] = [await begin(), await begin()]
    await becomes(house, dead, { process: gone() })
    await closeAbandonedJobs(house.engine, '2000-01-01T00:00:00.000Z')
    expect(await ask('jobs.show', { id: dead })).toMatchObject({ state: 'failed' })
    expect(await ask('jobs.show', { id: alive })).toMatchObject({ state: 'waiting' })
  })

  test('that nobody does any more says so', async () => {
    const { ask, house, clock } = notebook()
    const idle = { ...house, launch: () => {} }
    const job = await startJob(idle, notebook().caller(), {
      operation: 'notebook.rebuild',
      input: {},
      key: null,
    })
    expect(await ask('jobs.show', { id: job })).toMatchObject({ state: 'waiting', endedAt: null })
    clock.pass(1)
    await closeAbandonedJobs(house.engine, house.engine.world.now())
    expect(await ask('jobs.show', { id: job })).toMatchObject({
      state: 'failed',
      refusal: { code: 'job.interrupted', sentence: expect.stringMatching(/\.$/) },
    })
  })
})

test('times are kept to the millisecond and come back as they were, on both databases', async () => {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const notebook = await openNotebook(dialect)
    try {
      notebook.clock.set('2026-10-25T00:30:00.123Z')
      const who = await person(notebook, 'Ana')
      const { id } = await notebook.ask('conversations.plan', { people: [who], link: 'x' })
      await take(notebook, id, 'sent')
      const shown = await notebook.ask('conversations.show', { id })
      expect(shown.steps).toMatchObject([{ at: '2026-10-25T00:30:00.123Z', day: '2026-10-25' }])
      const rows = await notebook.peek((db) => raw(db, 'select at, zone, day from writes'))
      expect(new Set(rows.map(({ at }) => at))).toEqual(new Set(['2026-10-25T00:30:00.123Z']))
      expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(['2026-10-25']))
    } finally {
      await notebook.close()
    }
  }
})
