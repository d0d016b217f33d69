import { Buffer } from 'node:buffer'
import type { ConversationId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { rowsByRecord } from '../people/people.store.ts'
import type { Attachment } from '../voices/attachment.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import type { KeptTurn, Transcript } from '../voices/transcript.ts'
import { transcriptsOf, turnsOf } from '../voices/transcripts.store.ts'
import { heading, inLine, list } from './markdown.ts'

interface Extent {
  readonly offRecord: boolean
}

/**
 * Transcripts with their turns, and the file each came from. Without what was off the record the turns said so are left
 * out, and with them the file, in which they stand.
 */
export async function withTurns(
  ctx: Reading,
  transcripts: readonly Transcript[],
  { offRecord }: Extent,
): Promise<unknown[]> {
  const written: unknown[] = []
  for (const { turns: digest, original, closed, ...transcript } of transcripts) {
    const turns = await openTurns(ctx, { turns: digest, closed }, offRecord)
    const isWhole = offRecord || closed.length === 0
    const bytes = isWhole && original !== null ? await bytesOf(ctx, original) : null
    written.push({ ...transcript, turns, ...(bytes ? { base64: bytes } : {}) })
  }
  return written
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
  { turns: digest, closed }: Pick<Transcript, 'turns' | 'closed'>,
  offRecord: boolean,
): Promise<NumberedTurn[]> {
  const off = new Set(closed)
  const turns = await turnsOf(ctx.db, ctx.owner, digest)
  return turns.flatMap((turn, number) => {
    const isOff = off.has(number)
    return isOff && !offRecord ? [] : [{ number, ...turn, offRecord: isOff }]
  })
}

/** As one reads them: who said what, one behind the other; of pictures what they show. */
export async function voicesInMarkdown(
  ctx: Reading,
  conversation: ConversationId,
  { offRecord }: Extent,
): Promise<string> {
  const parts: string[] = []
  for (const transcript of await transcriptsOf(ctx.db, ctx.owner, [conversation])) {
    const names = await namesIn(ctx, transcript)
    const turns = await openTurns(ctx, transcript, offRecord)
    const said = turns.map(({ voice, text }) => `${names[voice] || '–'}: ${inLine(text)}`)
    parts.push(heading(4, `Transcript: ${transcript.name}`), list(said))
  }
  const pictures = await attachmentsOf(ctx.db, ctx.owner, [conversation])
  const told = pictures.map(({ name, words }) =>
    inLine(words === '' ? `Picture: ${name}` : `Picture: ${name}: ${words}`),
  )
  return [...parts, list(told)].join('')
}

async function namesIn(ctx: Reading, { voices }: Transcript): Promise<string[]> {
  const ids = voices.flatMap(({ who }) => (who.is === 'person' ? [who.person] : []))
  const rows = await rowsByRecord(ctx.db, ctx.owner, ids)
  return voices.map(({ name, who }) => {
    if (who.is === 'me') return 'I'
    return (who.is === 'person' ? rows.get(who.person)?.name : undefined) ?? name
  })
}
