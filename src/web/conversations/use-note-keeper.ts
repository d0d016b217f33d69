import { useEffect, useState } from 'react'
import { entriesNow, keep, waiting } from '../offline/device.ts'
import type { Entry } from '../offline/entry.ts'
import { answers, readAnew } from '../shell/answers.ts'
import { noteConnection } from '../shell/connection.ts'
import { isSignedOut, isUnreachable, Refusal, unreachable } from '../shell/refusal.ts'
import { client } from '../shell/server.ts'
import { isKeptHere } from '../shell/through.ts'
import { t } from '../words/words.ts'
import { draftsOf, type LeftDraft } from './note-draft.ts'
import {
  createNoteKeeper,
  type KeeperView,
  type KeptNote,
  type NoteKeeper,
  type Pending,
} from './note-keeper.ts'
import { heardOf } from './note-recovery.ts'
import type { Note } from './types.ts'

type Subject = Note['subject']

interface Keeping {
  readonly keeper: NoteKeeper
  /** Nobody writes on: what lay here for it may go. */
  readonly end: () => void
}

/** One keeper for each note in this window; it outlives its page until the server has everything. */
const keepers = new Map<string, Keeping>()
/** How many pages show it. */
const users = new Map<string, number>()

/** Whether this window writes in that note already, and knows what it wrote. */
export function isKeptInThisWindow(subject: Subject): boolean {
  return keepers.has(nameOf(subject))
}

/** The note as it is written on this page; `left` is what a window before this one wrote. */
export function useNoteKeeper(note: Note, left?: LeftDraft): NoteKeeper {
  const name = nameOf(note.subject)
  const [keeping] = useState(() => keepingOf(note, left))
  const { keeper } = keeping

  useEffect(() => {
    keepers.set(name, keeping)
    users.set(name, (users.get(name) ?? 0) + 1)
    const again = (): void => void keeper.flush()
    window.addEventListener('online', again)
    return () => {
      users.set(name, (users.get(name) ?? 1) - 1)
      window.removeEventListener('online', again)
      void letGo(name, keeping)
    }
  }, [keeper, keeping, name])

  useEffect(() => {
    keeper.seen({ text: note.text, revision: note.revision, beside: 0 })
  }, [keeper, note.text, note.revision])

  return keeper
}

/** Sends what a window that is gone had left; where nobody answers, it waits in the outbox. */
export async function keepLeft(left: LeftDraft): Promise<KeeperView> {
  const subject = { kind: 'conversation', id: left.subject.id } as const
  const name = nameOf(subject)
  const keeping = keepers.get(name) ?? keepingFor({ subject, text: '', revision: 0 }, left)
  keepers.set(name, keeping)
  await keeping.keeper.flush()
  if (keeping.keeper.view().keeping === 'kept') await letGo(name, keeping)
  return keeping.keeper.view()
}

/** The page is left: what waits is sent, and then nobody needs the keeper any more. */
async function letGo(name: string, { keeper, end }: Keeping): Promise<void> {
  if ((await keeper.flush()) && (users.get(name) ?? 0) === 0) {
    keepers.delete(name)
    end()
  }
  await readAnew()
}

function keepingOf(note: Note, left: LeftDraft | undefined): Keeping {
  return keepers.get(nameOf(note.subject)) ?? keepingFor(note, left)
}

/** A keeper that goes on where a window before this one stopped. */
function keepingFor(
  { subject, text, revision }: Pick<Note, 'subject' | 'text' | 'revision'>,
  left: LeftDraft | undefined,
): Keeping {
  const { draft, slot, drafts, takenOver, end } = draftsOf(subject, left)
  const keeper = createNoteKeeper({ text, revision, beside: 0 }, draft, {
    save: (pending) => save(subject, slot, pending),
    hold: (waits, later) => hold(subject, slot, { waits, later }),
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
  void takenOver()
  return { keeper, end }
}

async function save(subject: Subject, slot: string, pending: Pending): Promise<KeptNote> {
  const { key } = pending
  try {
    const own = async () => (await entriesNow()).filter((entry) => entry.slot === slot)
    const heard = async () => heardOf(await own(), pending, refusedNote)
    // Whoever sent it meanwhile, what came of it stands in the slot.
    const isGone = !(await own()).some((entry) => entry.key === key)
    const before = isGone && (await own()).some((entry) => entry.before.includes(key))
    const kept = before ? null : await client.notes.save(noteInput(subject, pending), { key, slot })
    if (kept) showKept(subject, kept)
    const answer = await heard()
    if (answer) return answer
    if (kept) return { text: kept.text, revision: kept.revision, beside: kept.beside.length }
    throw new Refusal(t('offline.kept'), { code: unreachable })
  } catch (error) {
    if (isUnreachable(error)) noteConnection('unreachable')
    if (isSignedOut(error)) noteConnection('signed-out')
    throw error
  }
}

function refusedNote({ refused }: Entry): Refusal {
  const { sentence = '', ...told } = refused ?? {}
  return new Refusal(sentence, { ...told, status: 422 })
}

type Saved = Awaited<ReturnType<typeof client.notes.save>>

/** The lines of a long note are many times its text: they are not asked for with each save. */
function noteInput(subject: Subject, { text, since }: Pending) {
  return { ...subject, text, since, brief: true }
}

/** Who opens the note again finds it as it is, not as it was first read; its lines are read with what else is read anew. */
function showKept({ id }: Subject, { beside, lines: _none, ...kept }: Saved): void {
  answers.setQueryData<Note>(noteKey(id), (before) => before && { ...before, ...kept })
  if (beside.length > 0) void answers.invalidateQueries({ queryKey: noteKey(id) })
}

/** On this device's disk, behind what waits or in its place. */
async function hold(
  subject: Subject,
  slot: string,
  { waits, later }: { readonly waits: Pending; readonly later: Pending },
): Promise<Pending> {
  const { key } = later
  const kept = await keep('notes.save', noteInput(subject, later), {
    key,
    slot,
    behind: waits.key,
  })
  const isThere = waiting().some((entry) => entry.key === waits.key)
  return kept === null || isThere ? waits : later
}

function noteKey(id: string) {
  return [client.notes.show.operation, { kind: 'conversation', id, offRecord: true }]
}

function nameOf({ kind, id }: Subject): string {
  return `${kind} ${id}`
}
