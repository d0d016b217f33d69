import { useEffect, useState, useSyncExternalStore } from 'react'
import { entriesNow, keep, waiting } from '../offline/device.ts'
import { standingOf } from '../offline/entry.ts'
import { answers, readAnew } from '../shell/answers.ts'
import { noteConnection } from '../shell/connection.ts'
import { isSignedOut, isUnreachable } from '../shell/refusal.ts'
import { client } from '../shell/server.ts'
import { isKeptHere } from '../shell/through.ts'
import { asRecord, draftsOf, pendingFrom, slotOf } from './note-draft.ts'
import {
  createNoteKeeper,
  type KeeperView,
  type KeptNote,
  type NoteKeeper,
  type Pending,
} from './note-keeper.ts'
import type { Note } from './types.ts'

type Subject = Note['subject']

/** One keeper for each note in this window; it outlives its page until the server has everything. */
const keepers = new Map<string, NoteKeeper>()
/** How many pages show it. */
const users = new Map<string, number>()

/** The note as it is written on this page, and how far it is kept. */
export function useNoteKeeper(note: Note): { keeper: NoteKeeper; view: KeeperView } {
  const name = nameOf(note.subject)
  const [keeper] = useState(() => keeperFor(note))
  const view = useSyncExternalStore(keeper.listen, keeper.view)

  useEffect(() => {
    keepers.set(name, keeper)
    users.set(name, (users.get(name) ?? 0) + 1)
    const again = (): void => void keeper.flush()
    window.addEventListener('online', again)
    return () => {
      users.set(name, (users.get(name) ?? 1) - 1)
      window.removeEventListener('online', again)
      void letGo(name, keeper)
    }
  }, [keeper, name])

  useEffect(() => {
    keeper.seen({ text: note.text, revision: note.revision, beside: 0 })
  }, [keeper, note.text, note.revision])

  return { keeper, view }
}

/** The page is left: what waits is sent, and then nobody needs the keeper any more. */
async function letGo(name: string, keeper: NoteKeeper): Promise<void> {
  if ((await keeper.flush()) && users.get(name) === 0) keepers.delete(name)
  await readAnew()
}

function keeperFor(note: Note): NoteKeeper {
  const { subject, text, revision } = note
  const known = keepers.get(nameOf(subject))
  if (known) return known
  const drafts = draftsOf(subject)
  return createNoteKeeper({ text, revision, beside: 0 }, drafts.read(), {
    save: (pending) => save(subject, pending),
    hold: (pending, later) => hold(subject, pending, later),
    // What is kept on this device is on its way, as what nobody answered to.
    isUnreachable: (error) => isUnreachable(error) || isKeptHere(error),
    drafts,
    newKey: () => crypto.randomUUID(),
    now: () => performance.now(),
    later(milliseconds, deed) {
      const timer = setTimeout(deed, milliseconds)
      return () => clearTimeout(timer)
    },
  })
}

async function save(subject: Subject, pending: Pending): Promise<KeptNote> {
  const { text, since, key } = pending
  try {
    const slot = slotOf(pending)
    const input = { ...subject, text, since }
    const kept = await client.notes.save(input, { key, slot })
    // Who opens the note again finds it as it is, not as it was first read.
    const { beside: _both, ...note } = kept
    answers.setQueryData(noteKey(subject.id), note)
    const { text: now, revision } = kept
    return { text: now, revision, beside: kept.beside.length, next: await nextIn(slot) }
  } catch (error) {
    if (isUnreachable(error)) noteConnection('unreachable')
    if (isSignedOut(error)) noteConnection('signed-out')
    throw error
  }
}

/** On this device's disk, behind what waits or in its place. */
async function hold(subject: Subject, waits: Pending, later: Pending): Promise<Pending> {
  const { text, since, key } = later
  const input = { ...subject, text, since }
  const kept = await keep('notes.save', input, { key, slot: slotOf(waits), behind: waits.key })
  const isThere = waiting().some((entry) => entry.key === waits.key)
  return kept === null || isThere ? waits : later
}

/** The later text that was held in this slot, as it stands since the answer to the earlier. */
async function nextIn(slot: string): Promise<Pending | null> {
  const entries = await entriesNow()
  const next = entries.find((entry) => entry.slot === slot && standingOf(entry) === 'waiting')
  return next ? pendingFrom({ ...asRecord(next.input), key: next.key }) : null
}

function noteKey(id: string) {
  return [client.notes.show.operation, { kind: 'conversation', id, offRecord: true }]
}

function nameOf({ kind, id }: Subject): string {
  return `${kind} ${id}`
}
