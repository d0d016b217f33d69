import { Buffer } from 'node:buffer'
import { getContents } from '../../platform/database/contents.ts'
import { load } from '../../platform/database/things.ts'
import type { Attachment } from '../voices/attachment.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import type { KeptTurn, Quotation, Transcript, Voice } from '../voices/transcript.ts'
import { keepTurns, transcriptKind, turnsOf } from '../voices/transcripts.store.ts'
import { maskedDocument } from './documents.ts'
import type { Mask } from './masking.ts'
import type { Reach, Scrub } from './scrub.operations.ts'
import { removed, somebody } from './traces.ts'

/**
 * Of a transcript of a talk with others the turns they speak lose their words and keep their number, so that other
 * lines still open at their place; in the rest they are not named. The file itself, in which all of it stands, goes.
 */
export async function scrubbedTranscript(
  scrub: Scrub,
  transcript: Transcript,
): Promise<Transcript | null> {
  const { ctx, reach, masks, gone } = scrub
  if (reach.alone.has(transcript.conversation)) {
    dropFiles(scrub, transcript)
    return null
  }
  const mask = reach.shared.has(transcript.conversation) ? masks.near : masks.far
  const theirs = new Set(voicesOfTheirs(reach, transcript, mask))
  const turns = await turnsOf(ctx.db, ctx.owner, transcript.turns)
  const anew = turns.map((turn): KeptTurn => {
    return { ...turn, text: theirs.has(turn.voice) ? removed : mask(turn.text) }
  })
  const isSame = anew.every(({ text }, at) => text === turns[at]?.text)
  const masked = maskedDocument(transcriptKind.name, transcript, mask)
  if (isSame && theirs.size === 0 && !(await originalNames(scrub, transcript, mask))) return masked
  if (!isSame) gone.digests.add(transcript.turns)
  if (transcript.original !== null) gone.digests.add(transcript.original)
  return {
    ...masked,
    original: null,
    turns: isSame ? transcript.turns : await keepTurns(ctx.db, ctx.owner, anew),
    voices: masked.voices.map((voice, at) => (theirs.has(at) ? nobodyNow(voice) : voice)),
    // What was said of the lines of the file may cite them.
    losses: masked.losses.map((loss) => ({ ...loss, says: removed })),
  }
}

function dropFiles({ gone }: Scrub, { turns, original }: Transcript): void {
  gone.digests.add(turns)
  if (original !== null) gone.digests.add(original)
}

/** Voices that were said to be theirs, and those that go by their name. */
function voicesOfTheirs(reach: Reach, { voices }: Transcript, mask: Mask): number[] {
  return voices.flatMap(({ name, who }, at) => {
    if (who.is === 'person') return reach.people.has(who.person) ? [at] : []
    return who.is === 'unknown' && name !== '' && mask(name) === somebody ? [at] : []
  })
}

function nobodyNow(voice: Voice): Voice {
  return { ...voice, name: somebody, who: { is: 'nobody' } }
}

/** A head, or a line nobody said, may name them where no turn does. */
async function originalNames(
  { ctx }: Scrub,
  { original }: Transcript,
  mask: Mask,
): Promise<boolean> {
  if (original === null) return false
  const bytes = (await getContents(ctx.db, ctx.owner, [original])).get(original)
  if (!bytes) return false
  const text = Buffer.from(bytes).toString('utf8').replaceAll('\0', '')
  return mask(text) !== text
}

/** What a picture shows nobody can read but its owner; what was written about it is passed through. */
export function scrubbedAttachment({ reach, masks, gone }: Scrub, attachment: Attachment) {
  if (reach.alone.has(attachment.conversation)) {
    gone.digests.add(attachment.content)
    return null
  }
  const mask = reach.shared.has(attachment.conversation) ? masks.near : masks.far
  return maskedDocument(attachmentKind.name, attachment, mask)
}

/** Where a line was taken from says nothing of anybody; it goes with the line, or with the transcript. */
export async function scrubbedQuotation(
  { ctx, reach, gone }: Scrub,
  quotation: Quotation,
): Promise<Quotation | null> {
  if (gone.lines.has(quotation.id)) return null
  const from = await load(ctx.db, ctx.owner, transcriptKind, quotation.transcript)
  return from && reach.alone.has(from.conversation) ? null : quotation
}
