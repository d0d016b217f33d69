import type { z } from 'zod'
import type { ConversationId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { digestOf } from '../../platform/database/contents.ts'
import { attachmentsOf } from '../voices/attachments.store.ts'
import { showQuotations, showVoices } from '../voices/drawn-transcripts.operations.ts'
import type { Transcript } from '../voices/transcript.ts'
import { transcriptsOf } from '../voices/transcripts.store.ts'
import type { nearContract } from './near.contract.ts'

type NearFile = NonNullable<z.input<typeof nearContract.near.output>['files']>[number]

/** What stands beside the notes of these talks, in their order; pictures only for whoever may see what was off the record. */
export async function filesOfTalks(
  ctx: Reading,
  talks: readonly ConversationId[],
): Promise<NearFile[]> {
  const places = new Map(talks.map((talk, at) => [talk, at]))
  const found: { at: number; file: NearFile }[] = []
  for (const one of await transcriptsOf(ctx.db, ctx.owner, talks)) {
    const version = await versionOf(ctx, one)
    const file: NearFile = { kind: 'transcript', id: one.id, version, size: null }
    found.push({ at: places.get(one.conversation) ?? 0, file })
  }
  const pictures = ctx.caller.rights.has('notebook:off-record')
    ? await attachmentsOf(ctx.db, ctx.owner, talks)
    : []
  for (const { id, conversation, content, size } of pictures) {
    const file: NearFile = { kind: 'picture', id, version: content, size }
    found.push({ at: places.get(conversation) ?? 0, file })
  }
  return found.toSorted((one, other) => one.at - other.at).map(({ file }) => file)
}

/** Another as soon as reading it would answer otherwise: its words, who speaks, what is closed, what was taken from it. */
async function versionOf(ctx: Reading, transcript: Transcript): Promise<string> {
  const { turns, closed, name, voices, losses, original } = transcript
  const shown = await showVoices(ctx, voices, [])
  const taken = await showQuotations(ctx, transcript)
  return digestOf(JSON.stringify([turns, closed, name, losses, original, shown, taken]))
}
