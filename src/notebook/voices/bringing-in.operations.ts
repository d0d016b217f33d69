import type { z } from 'zod'
import { readTranscript, readTranscriptText } from '../../formats/transcripts/read.ts'
import type { TranscriptRead } from '../../formats/transcripts/turn.ts'
import { Problem } from '../../kit/problem.ts'
import { wholeFile } from '../../platform/archive/whole-file.ts'
import type { Reading, Working, Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { atTable, showTurn, showVoices, withRemembered } from './drawn-transcripts.operations.ts'
import {
  type KeptTurn,
  largestTranscript,
  lengthOf,
  mostLossesTold,
  type Transcript,
  type Voice,
  voicesIn,
} from './transcript.ts'
import type { transcriptsContract } from './transcripts.contract.ts'
import { keepTurns, transcriptKind } from './transcripts.store.ts'

type Asked = z.output<typeof transcriptsContract.import.input>
type Told = z.input<typeof transcriptsContract.import.output>

const turnsToShow = 5

interface Brought {
  readonly bytes: Uint8Array
  readonly name: string
  readonly read: TranscriptRead
  readonly voices: readonly Voice[]
  readonly turns: readonly KeptTurn[]
}

/** Reads a transcript outside of any transaction, then keeps it in one; a dry run keeps nothing. */
export async function bringIn(ctx: Working, asked: Asked): Promise<Told> {
  await ctx.read((inside) => needLife(inside, asked.conversation))
  await ctx.progress({
    done: 0,
    total: null,
    words: `Reading ${asked.name ?? asked.file?.name ?? 'the text'}`,
  })
  const brought = await readBrought(asked)
  if (asked.dryRun) return ctx.read((inside) => told(inside, asked, brought))
  return ctx.write((inside) => keep(inside, asked, brought))
}

async function readBrought({ file, text, name }: Asked): Promise<Brought> {
  if (file === undefined && text === undefined) {
    throw new Problem('transcript.without-words', 'Give a file, or the text itself', {
      safe: 'Nothing was changed.',
    })
  }
  const bytes = file ? await wholeFile(file, largestTranscript) : new TextEncoder().encode(text)
  const called = name || file?.name || 'Pasted text'
  const read = text === undefined ? readTranscript(bytes, called) : readTranscriptText(text, called)
  if (read.turns.length === 0) {
    throw new Problem('transcript.without-words', `Nothing is said in ${called}`, {
      safe: 'Nothing was changed.',
      mend: 'Give the file that the program exported, with its times and words.',
      where: read.losses.slice(0, 20).map(({ line, says }) => ({ path: `line ${line}`, says })),
    })
  }
  return { bytes, name: called, read, ...voicesIn(read.turns) }
}

async function keep(ctx: Writing, asked: Asked, brought: Brought): Promise<Told> {
  await needLife(ctx, asked.conversation)
  await needFreeId(ctx, transcriptKind, asked.id)
  const original = digestOf(brought.bytes)
  await putContents(ctx.db, ctx.owner, new Map([[original, brought.bytes]]))
  const transcript: Transcript = {
    id: asked.id ?? ctx.newId('transcript'),
    conversation: asked.conversation,
    name: brought.name,
    format: brought.read.format,
    on: ctx.today(),
    original,
    turns: await keepTurns(ctx.db, ctx.owner, brought.turns),
    count: brought.turns.length,
    length: lengthOf(brought.turns),
    voices: await withRemembered(ctx, brought.voices),
    closed: [],
    losses: brought.read.losses.slice(0, mostLossesTold),
    lost: brought.read.losses.length,
    binnedOn: null,
  }
  await ctx.record.keep(transcriptKind, transcript.id, transcript)
  return { ...(await told(ctx, asked, brought)), id: transcript.id }
}

async function told(
  ctx: Reading,
  asked: Asked,
  { name, read, voices, turns }: Brought,
): Promise<Told> {
  const { conversation } = await needLife(ctx, asked.conversation)
  const remembered = await withRemembered(ctx, voices)
  const open = { closed: new Set<number>(), opened: true }
  return {
    id: null,
    dryRun: asked.dryRun,
    name,
    format: read.format,
    count: turns.length,
    length: lengthOf(turns),
    voices: await showVoices(ctx, remembered, await atTable(ctx, conversation)),
    beginning: turns.slice(0, turnsToShow).map((turn, at) => showTurn(turn, at, open)),
    losses: read.losses.slice(0, mostLossesTold).map((loss) => ({ ...loss })),
    lost: read.losses.length,
  }
}
