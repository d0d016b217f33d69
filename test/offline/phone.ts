import { randomBytes, randomUUID } from 'node:crypto'
import type { Instant } from '../../src/kit/days.ts'
import { uuidv7 } from '../../src/kit/ids.ts'
import {
  createNoteKeeper,
  type KeptNote,
  type NoteKeeper,
  type Pending,
} from '../../src/web/conversations/note-keeper.ts'
import { readLog, writtenTo } from '../../src/web/conversations/note-log.ts'
import { entriesOf, heardOf, recovered } from '../../src/web/conversations/note-recovery.ts'
import { createCopy, type NearAnswer } from '../../src/web/offline/copy.ts'
import type { DraftLog } from '../../src/web/offline/draft-log.ts'
import type { Entry } from '../../src/web/offline/entry.ts'
import { fileSealerFrom } from '../../src/web/offline/file-seal.ts'
import type { NearNote } from '../../src/web/offline/near-shapes.ts'
import { createOutbox } from '../../src/web/offline/outbox.ts'
import { sealerFrom } from '../../src/web/offline/seal.ts'
import { sendEntry } from '../../src/web/offline/sending.ts'
import { openedFile, sealedFile } from '../../src/web/offline/shelf-files.ts'
import { type FileShelf, openFileShelf } from './file-shelf.ts'

const unreachable = new Error('Nobody answered')

/** What of a phone survives its death: the file of its shelf, its key, and the records of drafts, as far as they reached the disk. */
export interface Remains {
  readonly file: string
  readonly secret: Uint8Array
  readonly drafts: Map<string, string[]>
}

/** The offline half of the app without a browser around it: outbox, copy and note keepers on a shelf of this machine. */
export interface Phone {
  readonly shelf: FileShelf
  keep(operation: string, input: object, file?: File): Promise<string>
  flush(): Promise<boolean>
  pull(): Promise<void>
  keeper(talk: string): Promise<NoteKeeper>
  answer(operation: string, input: object): Promise<unknown>
  entries(): Promise<Entry[]>
}

export function openPhone(remains: Remains, send: typeof fetch, account: string): Phone {
  const shelf = openFileShelf(remains.file)
  const sealer = sealerFrom(remains.secret, (bytes) => new Uint8Array(randomBytes(bytes)))
  const fileSealer = fileSealerFrom(remains.secret)
  const outbox = createOutbox(shelf, sealer)
  const copy = createCopy(shelf, sealer)
  const keepers = new Map<string, NoteKeeper>()
  const flush = oneAtATime(() =>
    outbox.flush((entry) =>
      sendEntry(send, account, entry, (file) => openedFile(shelf, fileSealer, file)),
    ),
  )

  const ownOf = async (slot: string): Promise<Entry[]> =>
    (await outbox.entries()).filter((entry) => entry.slot === slot)

  async function save(talk: string, slot: string, pending: Pending): Promise<KeptNote> {
    const input = { kind: 'conversation', id: talk, text: pending.text, since: pending.since }
    await outbox.keep({ operation: 'notes.save', input, key: pending.key, slot, ...stamp() })
    await flush()
    const heard = heardOf(await ownOf(slot), pending, (entry) => new Error(entry.refused?.sentence))
    if (!heard) throw unreachable
    return heard
  }

  async function hold(talk: string, slot: string, waits: Pending, next: Pending): Promise<Pending> {
    const { text, since, key } = next
    const input = { kind: 'conversation', id: talk, text, since }
    const behind = waits.key
    const kept = await outbox.keep({
      operation: 'notes.save',
      input,
      key,
      slot,
      behind,
      ...stamp(),
    })
    return kept === null || (await outbox.find(waits.key)) ? waits : next
  }

  const landed = async (): Promise<Entry[]> =>
    (await outbox.entries()).filter((entry) => entry.landed !== null)

  async function noteOf(talk: string): Promise<KeptNote> {
    const asked = { kind: 'conversation', id: talk, offRecord: true }
    const note = (await copy.answer('notes.show', asked, await landed())) as NearNote | null
    return { text: note?.text ?? '', revision: note?.revision ?? 0, beside: 0 }
  }

  return {
    shelf,
    flush,
    entries: () => outbox.entries(),
    answer: async (operation, input) => copy.answer(operation, input, await outbox.entries()),
    async keep(operation, input, file) {
      const key = randomUUID()
      const own = { key: randomUUID(), field: 'file' }
      const files = file ? [await sealedFile(fileSealer, file, own)] : []
      await outbox.keep({ operation, input, files, key, ...stamp() })
      return key
    },
    async pull() {
      const asked = await copy.asks(await outbox.entries())
      const answer = await send('/api/notebook.near', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Sobremesa-Zone': 'Europe/Madrid' },
        body: JSON.stringify(asked),
      }).catch(() => null)
      if (!answer?.ok) return
      const near: NearAnswer = await answer.json()
      await copy.take(near)
      for (const [talk, keeper] of keepers) keeper.seen(await noteOf(talk))
    },
    async keeper(talk) {
      const open = keepers.get(talk)
      if (open) return open
      const about = { kind: 'conversation', id: talk }
      const entries = entriesOf(about, await outbox.entries())
      const records = remains.drafts.get(talk) ?? []
      const lying = readLog(records)?.draft ?? null
      const { slot, draft: found } = recovered(lying, entries, `note ${randomUUID()}`)
      const log = logIn(remains.drafts, talk)
      const written = writtenTo(log, { subject: about, slot, now: () => Date.now() })
      const made = createNoteKeeper(await noteOf(talk), found, {
        save: (pending) => save(talk, slot, pending),
        hold: (waits, next) => hold(talk, slot, waits, next),
        isUnreachable: (error) => error === unreachable,
        drafts: {
          ...written,
          clear: (draft, edits) => {
            outbox.release(slot).catch(() => {})
            written.clear(draft, edits)
          },
        },
        newKey: randomUUID,
        now: () => performance.now(),
        // The storm says when time passes: it flushes.
        later: () => () => {},
      })
      keepers.set(talk, made)
      return made
    },
  }
}

/** The records as they lie on the disk of a phone. */
function logIn(drafts: Map<string, string[]>, talk: string): DraftLog {
  let own: string[] = []
  return {
    hasBegun: () => own.length > 0,
    length: () => own.length,
    begin(whole) {
      own = [whole]
      drafts.set(talk, own)
    },
    add: (step) => void own.push(step),
    end: () => void (own = []),
    settle: async () => {},
  }
}

function stamp(): { done: Instant; zone: string } {
  return { done: new Date().toISOString() as Instant, zone: 'Europe/Madrid' }
}

export function newId(): string {
  return uuidv7(Date.now(), new Uint8Array(randomBytes(10)))
}

function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
