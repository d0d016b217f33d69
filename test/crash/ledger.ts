import { setTimeout as pause } from 'node:timers/promises'
import type { Loose, Wire } from './wire.ts'

/** A write as it was sent, and what it was answered; null when the wire went dead before. */
export interface Sent {
  readonly operation: string
  readonly input: object
  readonly key: string
  readonly answer: Loose
}

/** All that a life of the server was told, and what it acknowledged. */
export interface Ledger {
  readonly sent: Sent[]
  /** The note as it was last acknowledged, and the text that may have come after it. */
  readonly note: { text: string; revision: number; next: string | null }
  /** The file on its way in, and whether some of it is in already; in as many lives as it takes until some of its cards are there. */
  readonly coming: { file: number; job: string | null; some: boolean; done: boolean }
  /** Files of which some cards came in, with how many. */
  readonly begun: Map<number, number>
  /** How many times the server was killed after some cards of a file had come in, and before the last. */
  midway: number
}

export const cardsInFile = 450

/** A contacts file: each card has a number of its own, and a label that only this file has. */
export function fileOf(number: number): { name: string; text: string } {
  const cards = Array.from({ length: cardsInFile }, (_, at) =>
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:file-${number}-card-${at}`,
      `FN:Card ${at} of File ${number}`,
      `EMAIL:card-${at}@file-${number}.example`,
      `ORG:House ${at % 11}`,
      `CATEGORIES:file-${number}`,
      'END:VCARD',
      '',
    ].join('\r\n'),
  )
  return { name: `file-${number}.vcf`, text: cards.join('') }
}

/** People and captured lines, one after the other, until the wire goes dead. */
export async function writePeople(wire: Wire, ledger: Ledger, round: number): Promise<void> {
  for (let count = 0; ; count++) {
    const name = `Person ${count} of Life ${round}`
    const [operation, input] =
      count % 3 === 2
        ? ([
            'conversations.capture',
            { text: `Talker ${count} of Life ${round}: " word ${count}` },
          ] as const)
        : ([
            'people.add',
            { name, words: `word ${round}-${count}`, labels: [`life-${round}`] },
          ] as const)
    await send(wire, ledger, { operation, input, key: `life-${round}-${count}` })
    await breath()
  }
}

async function send(wire: Wire, ledger: Ledger, sent: Omit<Sent, 'answer'>): Promise<void> {
  const at = ledger.sent.push({ ...sent, answer: null }) - 1
  const answer = await wire.need(sent.operation, sent.input, { key: sent.key })
  ledger.sent[at] = { ...sent, answer }
}

/** One note that grows by a line at each save, open words and closed ones. */
export async function writeNotes(wire: Wire, ledger: Ledger, round: number): Promise<void> {
  const { note } = ledger
  for (let count = 0; ; count++) {
    const line = `${count % 4 === 3 ? '% ' : '" '}line ${count} of life ${round} #life-${round}`
    note.next = note.text === '' ? line : `${note.text}\n${line}`
    const saved = await wire.need('notes.save', {
      kind: 'owner',
      text: note.next,
      since: note.revision,
    })
    Object.assign(note, { text: note.next, revision: saved.revision, next: null })
    await breath()
  }
}

/** The file whose turn it is, watched until it is done or the wire goes dead. */
export async function bringIn(wire: Wire, { coming }: Ledger): Promise<void> {
  Object.assign(coming, { job: null, some: false })
  const file = fileOf(coming.file)
  const begun = await wire.ask('contacts.import', { files: [file] }, { later: true })
  if (begun.status !== 202) throw new Error(`The import answered ${begun.status}`)
  const job: string = begun.body.job.id
  coming.job = job
  while (!coming.done) {
    const { state, done } = await wire.need('jobs.show', { id: job })
    Object.assign(coming, { some: done > 0, done: state === 'done' })
    await breath()
  }
}

/** Nobody writes without drawing breath; and what was written has to be looked through again. */
function breath(): Promise<void> {
  return pause(6)
}
