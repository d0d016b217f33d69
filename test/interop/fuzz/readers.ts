import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEvents } from '../../../src/formats/calendar/read.ts'
import { inChunks } from '../../../src/formats/encoding/in-chunks.ts'
import { readJcards } from '../../../src/formats/jcard/read.ts'
import { writeJcard } from '../../../src/formats/jcard/write.ts'
import { readMail } from '../../../src/formats/mail/read.ts'
import { readTranscript } from '../../../src/formats/transcripts/read.ts'
import { readCards } from '../../../src/formats/vcard/read.ts'
import { Problem } from '../../../src/kit/problem.ts'
import { draftsOfRows } from '../../../src/notebook/contacts/from-csv.ts'
import { draftOfCard } from '../../../src/notebook/contacts/from-vcard.ts'
import { cardOfPerson } from '../../../src/notebook/contacts/to-vcard.ts'
import { filesIn } from '../../../src/platform/archive/files-in.ts'
import { source, uid } from '../corpus.ts'

export const readerNames = [
  'vcard',
  'csv',
  'jcard',
  'calendar',
  'mail',
  'zip',
  'transcript',
] as const
export type ReaderName = (typeof readerNames)[number]

/** In milliseconds of computing, for a file of 64 KiB. */
export const longestReading = 5000

export interface Outcome {
  /** How much computing it took; what was thrown, if it was not a refusal that is declared. */
  readonly milliseconds: number
  readonly fault: string | null
}

/** Reads a file to its end, and for cards writes what was read again. */
export async function tried(reader: ReaderName, bytes: Uint8Array, size: number): Promise<Outcome> {
  const begun = process.cpuUsage()
  const thrown: unknown = await readers[reader](bytes, size).then(
    () => null,
    (error: unknown) => error,
  )
  const { user, system } = process.cpuUsage(begun)
  const milliseconds = (user + system) / 1000
  const isDeclared = thrown instanceof Problem && thrown.code === 'file.unreadable'
  const fault =
    thrown === null || isDeclared ? null : ((thrown as Error).stack ?? 'no error at all')
  const slow = milliseconds > longestReading ? `took ${Math.round(milliseconds)} ms` : null
  return { milliseconds, fault: fault ?? slow }
}

async function drained(values: AsyncIterable<unknown>): Promise<void> {
  for await (const value of values) if (value === undefined) throw new Error('Nothing was given')
}

const readers: Readonly<Record<ReaderName, (bytes: Uint8Array, size: number) => Promise<void>>> = {
  async vcard(bytes, size) {
    for await (const read of readCards(inChunks(bytes, size))) {
      if (read.kind === 'card') writtenAgain(read.card)
    }
  },
  csv: (bytes, size) => drained(draftsOfRows(inChunks(bytes, size), source)),
  async jcard(bytes, size) {
    for await (const read of readJcards(inChunks(bytes, size))) {
      if (read.kind === 'card') writtenAgain(read.card)
    }
  },
  calendar: (bytes, size) => drained(readEvents(inChunks(bytes, size), { until: '2026-11-23' })),
  mail: (bytes, size) => drained(readMail(inChunks(bytes, size))),
  async transcript(bytes) {
    for (const turn of readTranscript(bytes).turns)
      if (turn.text.trim() === '') throw new Error('A turn without words')
  },
  async zip(bytes) {
    const folder = mkdtempSync(join(tmpdir(), 'sobremesa-fuzz-'))
    const path = join(folder, 'export.zip')
    try {
      writeFileSync(path, bytes)
      for await (const found of filesIn(path, 'export.zip'))
        if (found.kind === 'file') await drained(found.bytes())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function writtenAgain(card: Parameters<typeof draftOfCard>[0]): void {
  const draft = draftOfCard(card, source)
  if (draft.kind !== 'person') return
  for (const version of ['3.0', '4.0'] as const)
    cardOfPerson(draft.person, { version, uid, originals: [card] })
  writeJcard(card)
}
