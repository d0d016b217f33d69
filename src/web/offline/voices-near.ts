import { dayIn } from '../../kit/days.ts'
import type { Entry } from './entry.ts'
import type { AnswerOf, NearTranscript } from './near-shapes.ts'
import { asInput } from './page-names.ts'

type Transcripts = AnswerOf<'transcripts', 'list'>
type Pictures = AnswerOf<'attachments', 'list'>

/** The transcripts of a conversation, with those that the server took since. */
export function transcriptsWith(base: Transcripts, landed: readonly Entry[]): Transcripts {
  const known = new Set(base.transcripts.map(({ id }) => id))
  const more = landed.flatMap((entry) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server's answer to `transcripts.import`, if it still knew it
    const brought = entry.landed?.result as AnswerOf<'transcripts', 'import'> | null
    if (!brought || brought.id === null || known.has(brought.id)) return []
    const { id, name, format, count, length, voices } = brought
    const conversation = String(asInput(entry.input)['conversation'])
    const on = dayIn(entry.zone, entry.done)
    return [{ id, conversation, name, format, on, count, length, voices, closed: 0 }]
  })
  return { ...base, transcripts: [...base.transcripts, ...more] }
}

/** The pictures of a conversation, with those that the server took since. */
export function picturesWith(base: Pictures, landed: readonly Entry[]): Pictures {
  const known = new Set(base.attachments.map(({ id }) => id))
  const more = landed
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server's answer to `conversations.attach`, if it still knew it
    .map((entry) => entry.landed?.result as Pictures['attachments'][number] | null)
    .filter((one) => one !== null)
    .filter(({ id }) => !known.has(id))
  return { attachments: [...base.attachments, ...more] }
}

/** Some turns of a whole transcript, as the server gives them. */
export function turnsFrom(whole: NearTranscript, from: number, limit: number): NearTranscript {
  const end = from + limit
  return {
    ...whole,
    turns: whole.turns.slice(from, end),
    next: end < whole.turns.length ? end : null,
  }
}
