import { Buffer } from 'node:buffer'
import type { Reading } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { rowsByRecord } from '../people/people.store.ts'
import type { Attachment } from '../voices/attachment.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import { voicesKeptBack, voicesUnnamed } from '../voices/kept-back.operations.ts'
import type { KeptTurn, Transcript, Voice } from '../voices/transcript.ts'
import { transcriptsOf, turnsOf } from '../voices/transcripts.store.ts'
import { heading, inLine, list } from './markdown.ts'

interface Extent {
  readonly offRecord: boolean
}

/**
 * Transcripts with their turns, and the file each came from. Without what was off the record the turns said so are left
 * out, and with them the file, in which they stand; to a program, also those of voices that are kept back, and the names
 * of those that are not to be named.
 */
export async function withTurns(
  ctx: Reading,
  transcripts: readonly Transcript[],
  { offRecord }: Extent,
): Promise<unknown[]> {
  const talks = await talksOf(ctx, transcripts)
  const written: unknown[] = []
  for (const one of transcripts) {
    const { turns: _turns, original, closed: _closed, ...transcript } = one
    const talk = talks.get(one.conversation)
    const turns = talk ? await openTurns(ctx, one, { offRecord, talk }) : []
    const unnamed = talk ? await voicesUnnamed(ctx, one, talk) : nobody
    const isWhole = turns.length === one.count && unnamed.size === 0
    const bytes = isWhole && original !== null ? await bytesOf(ctx, original) : null
    const voices = one.voices.map((voice, at) => (unnamed.has(at) ? withoutName(voice) : voice))
    written.push({ ...transcript, voices, turns, ...(bytes ? { base64: bytes } : {}) })
  }
  return written
}

const nobody: ReadonlySet<number> = new Set()

function withoutName(voice: Voice): Voice {
  return { ...voice, name: '', who: { is: 'unknown' } }
}

function talksOf(ctx: Reading, transcripts: readonly Transcript[]) {
  const ids = [...new Set(transcripts.map(({ conversation }) => conversation))]
  return loadAll(ctx.db, ctx.owner, conversationKind, ids)
}

/** Nobody can read whether a picture shows something said off the record, so its bytes go out only with all that was. */
export async function withPictures(
  ctx: Reading,
  attachments: readonly Attachment[],
  { offRecord }: Extent,
): Promise<unknown[]> {
  const written: unknown[] = []
  for (const { content, ...attachment } of attachments) {
    const base64 = offRecord ? await bytesOf(ctx, content) : null
    written.push(base64 === null ? attachment : { ...attachment, base64 })
  }
  return written
}

async function bytesOf(ctx: Reading, digest: string): Promise<string | null> {
  const bytes = (await getContents(ctx.db, ctx.owner, [digest])).get(digest)
  return bytes ? Buffer.from(bytes).toString('base64') : null
}

interface NumberedTurn extends KeptTurn {
  readonly number: number
  readonly offRecord: boolean
}

async function openTurns(
  ctx: Reading,
  transcript: Transcript,
  { offRecord, talk }: Extent & { readonly talk: Conversation },
): Promise<NumberedTurn[]> {
  const off = new Set(transcript.closed)
  const kept = await voicesKeptBack(ctx, transcript, talk)
  const turns = await turnsOf(ctx.db, ctx.owner, transcript.turns)
  return turns.flatMap((turn, number) => {
    const isOff = off.has(number)
    if ((isOff && !offRecord) || kept.has(turn.voice)) return []
    return [{ number, ...turn, offRecord: isOff }]
  })
}

/** As one reads them: who said what, one behind the other; of pictures what they show. */
export async function voicesInMarkdown(
  ctx: Reading,
  talk: Conversation,
  { offRecord }: Extent,
): Promise<string> {
  const parts: string[] = []
  for (const transcript of await transcriptsOf(ctx.db, ctx.owner, [talk.id])) {
    const names = await namesIn(ctx, transcript, talk)
    const turns = await openTurns(ctx, transcript, { offRecord, talk })
    const said = turns.map(({ voice, text }) => `${names[voice] || '–'}: ${inLine(text)}`)
    parts.push(heading(4, `Transcript: ${transcript.name}`), list(said))
  }
  const pictures = await attachmentsOf(ctx.db, ctx.owner, [talk.id])
  const told = pictures.map(({ name, words }) =>
    inLine(words === '' ? `Picture: ${name}` : `Picture: ${name}: ${words}`),
  )
  return [...parts, list(told)].join('')
}

async function namesIn(
  ctx: Reading,
  transcript: Transcript,
  talk: Conversation,
): Promise<string[]> {
  const { voices } = transcript
  const unnamed = await voicesUnnamed(ctx, transcript, talk)
  const ids = voices.flatMap(({ who }) => (who.is === 'person' ? [who.person] : []))
  const rows = await rowsByRecord(ctx.db, ctx.owner, ids)
  return voices.map(({ name, who }, at) => {
    if (who.is === 'me') return 'I'
    if (unnamed.has(at)) return 'somebody'
    return (who.is === 'person' ? rows.get(who.person)?.name : undefined) ?? name
  })
}
