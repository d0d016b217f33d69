import type { ConversationId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { kinds } from '../changes/changes.store.ts'
import { heldFromLog } from '../changes/describe.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { noteKind } from '../notes/notes.store.ts'
import { type Logged, logOf, rewriteLog } from './forgetting.store.ts'
import type { Scrub } from './scrub.operations.ts'
import { scrubbed } from './scrubbing.operations.ts'

/** The notes first: what was said in them is looked for in all the rest. */
export const noteKinds: readonly string[] = [noteKind.name]
export const otherKinds: readonly string[] = kinds
  .map((kind) => kind.name)
  .filter((name) => name !== noteKind.name && name !== 'settings' && name !== 'tombstone')

/**
 * Passes what the log keeps of these kinds of things through the same as the things themselves, so that what is left
 * can still be taken back, and brings nobody back with it. `skip` are things of which the log keeps nothing anyhow.
 */
export async function scrubLog(
  scrub: Scrub,
  named: readonly string[],
  skip: ReadonlySet<string>,
  isHit: (text: string) => boolean,
): Promise<void> {
  const { ctx } = scrub
  for await (const page of logOf(ctx.db, ctx.owner, named)) {
    for (const row of page) {
      const text = `${row.before ?? ''}\n${row.after ?? ''}`
      if (skip.has(row.id) || !(holdsBytes(text) || isHit(text))) continue
      const anew = await withoutThem(scrub, row)
      if (anew.before === row.before && anew.after === row.after) continue
      await rewriteLog(ctx.db, ctx.owner, anew)
    }
  }
}

/** Words that lie beside the log: lines off the record, and turns of transcripts. */
function holdsBytes(text: string): boolean {
  return text.includes('"sealed":') || text.includes('"original":')
}

async function withoutThem(scrub: Scrub, row: Logged): Promise<Logged> {
  const pass = async (text: string | null) => {
    if (text === null) return null
    const doc = await scrubbed(scrub, row.kind, heldFromLog(text))
    return doc === null ? 'gone' : JSON.stringify(doc)
  }
  const [before, after] = [await pass(row.before), await pass(row.after)]
  // Of what was theirs alone the log keeps that it was, as of all that is removed for good.
  if (before === 'gone' || after === 'gone') return { ...row, before: null, after: null }
  return { ...row, before, after }
}

/** Conversations with nobody else that are only in the log by now: taken back, or emptied out of the bin. */
export async function aloneInTheLog(
  ctx: Reading,
  people: ReadonlySet<string>,
): Promise<ConversationId[]> {
  const met = new Set<ConversationId>()
  for await (const page of logOf(ctx.db, ctx.owner, [conversationKind.name])) {
    const texts = page.flatMap(({ before, after }) => [before, after])
    for (const text of texts) {
      if (text === null) continue
      const doc: Conversation = heldFromLog(text)
      if (isWithThemAlone(doc, people)) met.add(doc.id)
    }
  }
  const there = await loadAll(ctx.db, ctx.owner, conversationKind, [...met])
  return [...met].filter((one) => !there.has(one))
}

export function isWithThemAlone(
  conversation: Pick<Conversation, 'people'>,
  people: ReadonlySet<string>,
): boolean {
  return conversation.people.length > 0 && conversation.people.every((one) => people.has(one))
}
