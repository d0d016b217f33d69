import { id as idOf } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { type Kind, loadAll } from '../../platform/database/things.ts'
import { leaveBonds, leaveWritten } from '../bonds/leaving.operations.ts'
import { cardKind, erasedCard } from '../contacts/contacts.store.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { exchangeKind } from '../exchanges/exchanges.store.ts'
import { questionKind } from '../fields/fields.store.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import { letterKind } from '../letters/letters.store.ts'
import { dropGoingAbout } from '../letters/outgoing.store.ts'
import { decisionKind, noteKind } from '../notes/notes.store.ts'
import { personKind } from '../people/people.store.ts'
import { themeKind } from '../themes/themes.store.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import { quotationKind, transcriptKind } from '../voices/transcripts.store.ts'
import { belongingsOf, dropContents, eraseFromLog } from './erasing.store.ts'

/**
 * Removes things for good, with all that belongs to them alone: their notes and what was decided about these, steps,
 * letters, days of contact, the bytes they came in with; here, in the indexes and in the log.
 */
export async function removeForGood(
  ctx: Writing,
  kind: Kind<never>,
  ids: readonly string[],
): Promise<void> {
  const isOfPeople = kind.name === personKind.name
  if (isOfPeople) await leaveWritten(ctx, ids)
  const bonds = isOfPeople ? await leaveBonds(ctx, ids) : []
  if (kind.name === conversationKind.name) {
    await dropGoingAbout(
      ctx.db,
      ctx.owner,
      ids.map((one) => idOf('conversation', one)),
    )
  }
  const own = await belongingsOf(ctx.db, ctx.owner, kind.name, ids)
  const digests = [
    ...(await digestsOfNotes(ctx, own.note)),
    ...(await digestsOfFiles(ctx, [...own.transcript, ...own.attachment])),
    ...(await eraseCards(ctx, own.card)),
  ]
  await removeAll(ctx, kind, ids)
  await removeAll(ctx, decisionKind, own.decision)
  await removeAll(ctx, noteKind, own.note)
  await removeAll(ctx, stepKind, own.step)
  await removeAll(ctx, letterKind, own.letter)
  await removeAll(ctx, questionKind, own.question)
  await removeAll(ctx, exchangeKind, own.exchange)
  await removeAll(ctx, introductionKind, own.introduction)
  await removeAll(ctx, themeKind, own.theme)
  await removeAll(ctx, quotationKind, own.quotation)
  await removeAll(ctx, transcriptKind, own.transcript)
  await removeAll(ctx, attachmentKind, own.attachment)
  const gone = [...ids, ...bonds, ...Object.values(own).flat()]
  ctx.record.forget(gone)
  await eraseFromLog(ctx.db, ctx.owner, gone)
  await dropContents(ctx.db, ctx.owner, digests)
}

async function removeAll<Doc>(
  ctx: Writing,
  kind: Kind<Doc>,
  ids: readonly string[],
): Promise<void> {
  await ctx.record.keepAll(kind, new Map(ids.map((id) => [id, null])))
}

async function digestsOfNotes(ctx: Writing, ids: readonly string[]): Promise<string[]> {
  const notes = await loadAll(ctx.db, ctx.owner, noteKind, ids)
  return [...notes.values()].flatMap((note) =>
    note.lines.flatMap((line) => ('sealed' in line ? [line.sealed] : [])),
  )
}

async function digestsOfFiles(ctx: Writing, ids: readonly string[]): Promise<string[]> {
  const transcripts = await loadAll(ctx.db, ctx.owner, transcriptKind, ids)
  const attachments = await loadAll(ctx.db, ctx.owner, attachmentKind, ids)
  return [
    ...[...transcripts.values()].flatMap(({ turns, original }) => [turns, original ?? turns]),
    ...[...attachments.values()].map(({ content }) => content),
  ]
}

/** Of a card only what it is known by stays, as digests, so that the same record passes by when it comes again. */
async function eraseCards(ctx: Writing, ids: readonly string[]): Promise<string[]> {
  const cards = await loadAll(ctx.db, ctx.owner, cardKind, ids)
  const erased = new Map([...cards].map(([id, card]) => [id, erasedCard(card)]))
  await ctx.record.keepAll(cardKind, erased)
  return [...cards.values()].flatMap((card) => card.content ?? [])
}
