import { Buffer } from 'node:buffer'
import { getContents } from '../../platform/database/contents.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import { voicesKeptBack } from '../voices/kept-back.operations.ts'
import type { Transcript, Voice } from '../voices/transcript.ts'
import { transcriptsOf, turnsOf } from '../voices/transcripts.store.ts'
import type { About } from './about.operations.ts'
import type { DossierLine, DossierPicture, DossierTranscript } from './dossier.ts'

export interface HeardVoices {
  readonly transcripts: DossierTranscript[]
  readonly pictures: DossierPicture[]
  /** Turns that are theirs and stay closed; those no program is given; those off the record that are shown; what others said. */
  readonly closed: number
  readonly keptBack: number
  readonly open: number
  readonly others: number
}

/** What a transcript has of them, and the pictures of a conversation, by the same measure as its note. */
export async function voicesIn(
  about: About,
  conversation: Conversation,
  { isAlone }: { readonly isAlone: boolean },
): Promise<HeardVoices> {
  const { ctx } = about
  const heard = { closed: 0, keptBack: 0, open: 0, others: 0 }
  const transcripts: DossierTranscript[] = []
  for (const one of await transcriptsOf(ctx.db, ctx.owner, [conversation.id])) {
    const kept = await voicesKeptBack(ctx, one, conversation)
    const lines = await turnsFor(about, one, { isAlone, heard, kept })
    transcripts.push({ name: one.name, on: one.on, lines })
  }
  return { transcripts, pictures: await picturesFor(about, conversation, isAlone), ...heard }
}

interface Measure {
  readonly isAlone: boolean
  readonly heard: { closed: number; keptBack: number; open: number; others: number }
  /** The voices whose words a program is not given. */
  readonly kept: ReadonlySet<number>
}

async function turnsFor(
  about: About,
  transcript: Transcript,
  { isAlone, heard, kept }: Measure,
): Promise<DossierLine[]> {
  const { ctx, offRecord } = about
  const closed = new Set(transcript.closed)
  const lines: DossierLine[] = []
  for (const [at, turn] of (await turnsOf(ctx.db, ctx.owner, transcript.turns)).entries()) {
    const by = speakerOf(about, transcript.voices[turn.voice])
    const isNamed = about.mask(turn.text) !== turn.text
    const isShown = by !== 'others' && (isAlone || by === 'them' || isNamed)
    if (by === 'others') heard.others += 1
    if (!isShown) continue
    if (closed.has(at) && !offRecord) heard.closed += 1
    else if (kept.has(turn.voice)) heard.keptBack += 1
    else {
      heard.open += closed.has(at) ? 1 : 0
      lines.push({ text: turn.text, by, offRecord: closed.has(at) })
    }
  }
  return lines
}

function speakerOf({ people }: About, voice: Voice | undefined): DossierLine['by'] | 'others' {
  if (voice?.who.is === 'person') return people.has(voice.who.person) ? 'them' : 'others'
  return voice?.who.is === 'me' ? 'owner' : 'nobody-knows'
}

/** A picture may show what was said off the record, and what others said: it is shown where it can show neither. */
async function picturesFor(
  { ctx, offRecord }: About,
  { id }: Conversation,
  isAlone: boolean,
): Promise<DossierPicture[]> {
  const attachments = await attachmentsOf(ctx.db, ctx.owner, [id])
  const isShown = isAlone && offRecord
  const digests = isShown ? attachments.map(({ content }) => content) : []
  const contents = await getContents(ctx.db, ctx.owner, digests)
  return attachments.map(({ name, words, on, mediaType, content }) => {
    const bytes = contents.get(content)
    return {
      name,
      words,
      on,
      mediaType,
      base64: bytes ? Buffer.from(bytes).toString('base64') : null,
    }
  })
}
