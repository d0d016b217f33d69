import { decodeText, decodeTextAs } from '../../formats/encoding/decode.ts'
import { bytesToSniff, sniff } from '../../formats/encoding/sniff.ts'
import type { PersonId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { needOffRecord } from '../notes/notes.operations.ts'
import { needPerson } from '../people/people.operations.ts'
import { bringIn } from './bringing-in.operations.ts'
import {
  atTable,
  needTranscript,
  recordAt,
  showQuotations,
  showTranscript,
  showTurn,
  showVoices,
  withoutNames,
} from './drawn-transcripts.operations.ts'
import { voicesKeptBack, voicesUnnamed } from './kept-back.operations.ts'
import { closeLines, quote, renameLines } from './quoting.operations.ts'
import type { Who } from './transcript.ts'
import type { transcriptsContract } from './transcripts.contract.ts'
import { quotationsFrom, transcriptKind, transcriptsOf, turnsOf } from './transcripts.store.ts'

export const transcriptsHandlers: Handlers<typeof transcriptsContract> = {
  async import(asked, ctx) {
    return bringIn(ctx, asked)
  },

  async list({ conversation }, ctx) {
    const life = await needLife(ctx, conversation)
    const table = await atTable(ctx, life.conversation)
    const transcripts = []
    const places = []
    for (const one of await transcriptsOf(ctx.db, ctx.owner, [conversation])) {
      const unnamed = await voicesUnnamed(ctx, one, life.conversation)
      transcripts.push(await showTranscript(ctx, one, { table, unnamed }))
      const taken = await quotationsFrom(ctx.db, ctx.owner, one.id)
      places.push(...taken.map(({ id: line, turn }) => ({ line, transcript: one.id, turn })))
    }
    return { transcripts, places }
  },

  async show({ id: which, from, limit, offRecord }, ctx) {
    if (offRecord) needOffRecord(ctx)
    const transcript = await needTranscript(ctx, which)
    const { conversation } = await needLife(ctx, transcript.conversation)
    const turns = await turnsOf(ctx.db, ctx.owner, transcript.turns)
    const way = {
      closed: new Set(transcript.closed),
      opened: offRecord,
      keptBack: await voicesKeptBack(ctx, transcript, conversation),
    }
    const page = turns.slice(from, from + limit)
    const table = await atTable(ctx, conversation)
    const unnamed = await voicesUnnamed(ctx, transcript, conversation)
    return {
      ...(await showTranscript(ctx, transcript, { turns, table, unnamed })),
      turns: page.map((turn, at) => showTurn(turn, from + at, way)),
      next: from + limit < turns.length ? from + limit : null,
      quotations: await showQuotations(ctx, transcript),
      losses: transcript.losses.map((loss) => ({ ...loss })),
      lost: transcript.lost,
    }
  },

  async who({ id: which, name, is, person }, ctx) {
    const transcript = await needTranscript(ctx, which)
    const { conversation } = await needLife(ctx, transcript.conversation)
    const voice = transcript.voices.findIndex((one) => one.name === name)
    const before = transcript.voices[voice]
    if (!before) {
      throw new Problem(
        'voice.unknown',
        `Nobody is called "${name.slice(0, 80)}" in this transcript`,
      )
    }
    const after = { ...before, who: await whoIs(ctx, { is, person }, conversation) }
    const voices = transcript.voices.map((one, at) => (at === voice ? after : one))
    const now = { ...transcript, voices }
    await ctx.record.keep(transcriptKind, transcript.id, now)
    const shown = await showVoices(ctx, voices, await atTable(ctx, conversation))
    return {
      renamed: await renameLines(ctx, transcript, { voice, before, after }),
      voices: withoutNames(shown, await voicesUnnamed(ctx, now, conversation)),
    }
  },

  quote(asked, ctx) {
    return quote(ctx, asked)
  },

  async close({ id: which, turns, closed }, ctx) {
    const transcript = await needTranscript(ctx, which)
    if (turns.some((turn) => turn >= transcript.count)) {
      throw new Problem('turn.unknown', `This transcript has ${transcript.count} turns`)
    }
    const now = new Set(transcript.closed)
    for (const turn of turns)
      if (closed) now.add(turn)
      else now.delete(turn)
    const kept = { ...transcript, closed: [...now].toSorted((a, b) => a - b) }
    await ctx.record.keep(transcriptKind, transcript.id, kept)
    const lines = closed ? await closeLines(ctx, transcript, new Set(turns)) : 0
    return { closed: kept.closed.length, lines }
  },

  async remove({ transcripts }, ctx) {
    const before = ctx.record.changed
    for (const one of transcripts) {
      const transcript = await needTranscript(ctx, one)
      await ctx.record.keep(transcriptKind, one, { ...transcript, binnedOn: ctx.today() })
    }
    return { changed: ctx.record.changed - before }
  },

  async original({ id: which }, ctx) {
    const { transcript, bytes } = await ctx.read(async (inside) => {
      const found = await needTranscript(inside, which)
      const digests = found.original === null ? [] : [found.original]
      const contents = await getContents(inside.db, inside.owner, digests)
      return { transcript: found, bytes: contents.get(found.original ?? '') }
    })
    if (!bytes) {
      throw new Problem(
        'transcript.without-original',
        'The file is gone, since somebody who spoke in it was forgotten',
        { safe: 'What the others said is kept.' },
      )
    }
    return {
      name: transcript.name,
      mediaType: 'text/plain; charset=utf-8',
      text: once(asText(bytes)),
    }
  },
}

function asText(bytes: Uint8Array): string {
  const encoding = sniff(bytes.subarray(0, bytesToSniff))
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  return isWide ? decodeTextAs(encoding, bytes) : decodeText(bytes)
}

interface SaidToBe {
  readonly is: Who['is']
  readonly person: PersonId | undefined
}

/** Of somebody in several records it is the one that sits at the table, where that is one of them. */
async function whoIs(
  ctx: Reading,
  { is, person }: SaidToBe,
  conversation: Conversation,
): Promise<Who> {
  if (is !== 'person') return { is }
  if (person === undefined) {
    throw new Problem('voice.without-person', 'Say which person it is', {
      mend: 'Give the id of a person, or say me or nobody.',
    })
  }
  return { is, person: await recordAt(ctx, (await needPerson(ctx, person)).id, conversation) }
}
