import { expect, test } from 'vitest'
import { nothingNear } from '../../../test/stand/nothing-near.ts'
import { shelfInMemory } from '../../../test/stand/shelf-in-memory.ts'
import { createCopy, type NearAnswer } from './copy.ts'
import type { Entry, Sent } from './entry.ts'
import { fileSealerFrom } from './file-seal.ts'
import { createOutbox, type Kept } from './outbox.ts'
import { sealerFrom } from './seal.ts'
import { openedFile, sealedFile } from './shelf-files.ts'

const sealer = sealerFrom(new Uint8Array(64).fill(7), counted())

/** Bytes that follow each other: no two nonces are alike. */
function counted(): (bytes: number) => Uint8Array {
  let count = 0
  return (bytes) => new Uint8Array(bytes).fill(++count % 256)
}

function line(key: string): Kept {
  const when = { done: '2026-03-12T10:00:00.000Z', zone: 'Europe/Madrid' } as const
  return { key, operation: 'conversations.capture', input: { text: key }, ...when }
}

function note(key: string, text: string, since = 1): Kept {
  const input = { kind: 'conversation', id: 'c', text, since }
  return { ...line(key), operation: 'notes.save', input, slot: 'a note' }
}

const answered = (result: unknown, revision = 9): Sent => ({
  is: 'answered',
  result,
  revision,
  change: null,
})
const told = { code: 'person.unknown', sentence: 'There is no such person', safe: null, mend: null }

/** A server that hears everything, and answers as it is told to. */
function server(answer: (entry: Entry) => Sent) {
  const heard: Entry[] = []
  return { heard, send: async (entry: Entry) => (heard.push(entry), answer(entry)) }
}

test('what is kept is sent in its order, and stays until a copy shows it', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  for (const key of ['a', 'b', 'c']) await outbox.keep(line(key))
  const { heard, send } = server(() => answered('done'))
  expect(await outbox.flush(send)).toBe(true)
  expect(heard.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect((await outbox.entries()).map(({ landed }) => landed?.result)).toEqual([
    'done',
    'done',
    'done',
  ])
})

test('the same key is the same entry, however often it is kept', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(line('a'))
  await outbox.keep(line('a'))
  expect(await outbox.entries()).toHaveLength(1)
})

test('where nobody answers nothing overtakes, and the same key goes out again', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(line('a'))
  await outbox.keep(line('b'))
  const away = server(() => ({ is: 'unreachable' }))
  expect(await outbox.flush(away.send)).toBe(false)
  expect(away.heard.map(({ key }) => key)).toEqual(['a'])
  const back = server(() => answered('done'))
  await outbox.flush(back.send)
  expect(back.heard.map(({ key }) => key)).toEqual(['a', 'b'])
})

test('signed out, everything stays', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(line('a'))
  expect(await outbox.flush(server(() => ({ is: 'signed-out' })).send)).toBe(false)
  expect(await outbox.entries()).toMatchObject([{ key: 'a', refused: null, landed: null }])
})

test('what is refused stands aside with its reason, and the next goes through', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(line('a'))
  await outbox.keep(line('b'))
  const { send } = server(({ key }) => (key === 'a' ? { is: 'refused', told } : answered('done')))
  expect(await outbox.flush(send)).toBe(true)
  expect(await outbox.entries()).toMatchObject([{ refused: told }, { landed: { result: 'done' } }])

  await outbox.retry('a', { key: 'a2', input: { text: 'changed' } })
  const again = server(() => answered('done'))
  await outbox.flush(again.send)
  expect(again.heard).toMatchObject([{ key: 'a2', input: { text: 'changed' } }])
})

test('what breaks the server five times stands aside, for others wait behind it', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(line('a'))
  await outbox.keep(line('b'))
  const { send } = server(({ key }) => (key === 'a' ? { is: 'broken', told } : answered('done')))
  const flushed = []
  for (let time = 0; time < 6; time++) flushed.push(await outbox.flush(send))
  expect(flushed).toEqual([false, false, false, false, false, true])
})

test('a later version takes the place of what never left, and begins where that began', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(note('a', 'one', 1))
  await outbox.keep({ ...note('b', 'one two', 5), behind: 'a' })
  const { heard, send } = server(() => answered({ text: 'one two', revision: 6 }))
  await outbox.flush(send)
  expect(heard).toMatchObject([{ key: 'b', input: { text: 'one two', since: 1 } }])
})

test('behind what left, a later version follows on top of what the server made of it', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(note('a', 'mine'))
  await outbox.flush(server(() => ({ is: 'unreachable' })).send)
  await outbox.keep({ ...note('b', 'mine\nmore'), behind: 'a' })
  const { heard, send } = server(({ key }) =>
    answered(key === 'a' ? { text: 'theirs\nmine', revision: 4 } : { text: '', revision: 5 }),
  )
  await outbox.flush(send)
  expect(heard.at(-1)).toMatchObject({
    key: 'b',
    held: 'mine\nmore',
    input: { text: 'theirs\nmine\nmore', since: 4 },
  })
})

test('nothing is put behind what does not wait any more', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(note('a', 'mine'))
  await outbox.flush(server(() => answered({ text: 'mine', revision: 4 })).send)
  expect(await outbox.keep({ ...note('b', 'mine\nmore'), behind: 'a' })).toBe(null)
  expect(await outbox.entries()).toHaveLength(1)
})

test('on the shelf no word can be read, and another key opens nothing', async () => {
  const shelf = shelfInMemory()
  await createOutbox(shelf, sealer).keep(line('xylobravque'))
  const rows = await shelf.all('outbox')
  expect(rows.map(({ value }) => Buffer.from(value).toString('latin1')).join()).not.toContain(
    'xylo',
  )
  const stranger = sealerFrom(new Uint8Array(64).fill(8), counted())
  expect(await createOutbox(shelf, stranger).entries()).toEqual([])
})

const fileSealer = fileSealerFrom(new Uint8Array(64).fill(7))

async function photo(key: string): Promise<Kept> {
  const file = new File([`paper of ${key}`], 'page.jpg', { type: 'image/jpeg' })
  const sealed = await sealedFile(fileSealer, file, { key: `file of ${key}`, field: 'file' })
  return { ...line(key), operation: 'conversations.attach', files: [sealed] }
}

test('a file waits sealed beside its entry, comes out as it was, and stays as long as that does', async () => {
  const shelf = shelfInMemory()
  const outbox = createOutbox(shelf, sealer)
  const entry = await outbox.keep(await photo('a'))
  await outbox.keep(await photo('a'))
  const rows = await shelf.all('files')
  expect(rows.map(({ key }) => key)).toEqual(['file of a'])
  expect(Buffer.from(rows[0]?.value ?? []).toString('latin1')).not.toContain('paper')
  const [kept] = entry?.files ?? []
  const file = kept ? await openedFile(shelf, fileSealer, kept) : null
  expect(await file?.text()).toBe('paper of a')
  expect(file).toMatchObject({ name: 'page.jpg', type: 'image/jpeg' })

  await outbox.flush(server(() => ({ is: 'unreachable' })).send)
  expect(await shelf.all('files')).toHaveLength(1)
  await outbox.flush(server(() => ({ is: 'refused', told })).send)
  expect(await shelf.all('files')).toHaveLength(1)
  await outbox.retry('a', null)
  await outbox.flush(server(() => answered('done', 9)).send)
  // A copy of the notebook from before may be brought back: then it is sent once more.
  expect(await shelf.all('files')).toHaveLength(1)
  await createCopy(shelf, sealer).take({ ...nothingRead, revision: 8 })
  expect(await shelf.all('files')).toHaveLength(1)
  await createCopy(shelf, sealer).take({ ...nothingRead, revision: 9 })
  expect(await shelf.all('files')).toEqual([])
  expect(await outbox.entries()).toEqual([])
})

const nothingRead: NearAnswer = { ...nothingNear, mark: '9 w 2026-03-12', revision: 9 }

test('what is discarded takes its file along, and no other', async () => {
  const shelf = shelfInMemory()
  const outbox = createOutbox(shelf, sealer)
  for (const key of ['a', 'b']) await outbox.keep(await photo(key))
  await outbox.discard('a')
  expect((await shelf.all('files')).map(({ key }) => key)).toEqual(['file of b'])
})

test('words go before files, and nothing goes before what takes away', async () => {
  const outbox = createOutbox(shelfInMemory(), sealer)
  await outbox.keep(await photo('photo'))
  await outbox.keep(line('line'))
  await outbox.keep({ ...line('away'), operation: 'conversations.remove' })
  await outbox.keep(line('after'))
  const { heard, send } = server(() => answered('done'))
  await outbox.flush(send)
  expect(heard.map(({ key }) => key)).toEqual(['line', 'photo', 'away', 'after'])
})

test('what the first builds kept, without files and earlier versions, is sent, and others are kept behind it', async () => {
  const shelf = shelfInMemory()
  const { key, operation, input, done, zone } = line('old')
  const stands = { slot: null, sent: false, broken: 0, refused: null, landed: null }
  const value = sealer.seal(JSON.stringify({ key, operation, input, done, zone, ...stands }))
  await shelf.change('outbox', () => [{ append: 'outbox', value }])
  const outbox = createOutbox(shelf, sealer)
  await outbox.keep(line('new'))
  const { heard, send } = server(() => answered('done'))
  await outbox.flush(send)
  expect(heard).toMatchObject([{ key: 'old', files: [], before: [] }, { key: 'new' }])
})

test('a long text lies on the shelf once, and another window knows it whole', async () => {
  const shelf = shelfInMemory()
  const long = 'a word, and a word\n'.repeat(1000)
  await createOutbox(shelf, sealer).keep(note('a', long))
  const [row] = await shelf.all('outbox')
  expect(row?.value.length).toBeLessThan(long.length * 1.5)
  const [entry] = await createOutbox(shelf, sealer).entries()
  expect(entry).toMatchObject({ held: long, input: { text: long } })
})
