import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, lookUp, removeRows } from '../../platform/database/rows.ts'
import { type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import type { Letter } from './letter.ts'

export const letterKind: Kind<Letter> = {
  name: 'letter',
  table: 'letters',
  binnedOn: () => null,
  index: indexLetters,
}

async function indexLetters(db: Database, owner: OwnerId, letters: Kept<Letter>): Promise<void> {
  const ids = [...letters.keys()]
  await removeRows(db, owner, { table: 'letter_about', column: 'letter_id' }, ids)
  const kept = [...letters.values()].filter((one) => one !== null)
  await addRows(
    db,
    'letter_about',
    kept.map(({ id, conversation, template, sentOn }) => ({
      owner_id: owner,
      letter_id: id,
      conversation_id: conversation,
      template,
      sent_day: sentOn,
    })),
  )
  await removeRows(db, owner, { table: 'letter_messages', column: 'letter_id' }, ids)
  await addRows(
    db,
    'letter_messages',
    kept.flatMap(({ id, mail }) =>
      mail ? { owner_id: owner, message_id: mail.messageId, letter_id: id } : [],
    ),
  )
}

/**
 * The id of a letter is made of its conversation, its template, and how many of that template were sent before, or for
 * whom of several it is: the same draft has the same id on every device.
 */
export function letterId(
  conversation: ConversationId,
  template: TemplateCode,
  which: number | PersonId,
): string {
  const last = typeof which === 'number' ? which + 1 : which
  return `${conversation}-${template}${last === 1 ? '' : `-${last}`}`
}

/** Letters about these conversations, in the order of their templates and of being sent. */
export async function lettersAbout(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<Letter[]> {
  const ids = await letterIdsAbout(db, owner, conversations)
  return [...(await loadAll(db, owner, letterKind, ids.toSorted())).values()]
}

export function letterIdsAbout(
  db: Database,
  owner: OwnerId,
  conversations: readonly string[],
): Promise<string[]> {
  const from = { table: 'letter_about', column: 'conversation_id', gives: 'letter_id' } as const
  return lookUp(db, owner, from, conversations)
}

/** Letters of one template about a conversation: those that were sent, and the draft that is not yet. */
export async function lettersOf(
  db: Database,
  owner: OwnerId,
  conversation: ConversationId,
  template: TemplateCode,
): Promise<{
  readonly sent: readonly Letter[]
  /** For all at the table. */
  readonly draft: Letter | null
  readonly draftsToOne: readonly Letter[]
}> {
  const all = (await lettersAbout(db, owner, [conversation])).filter(
    (letter) => letter.template === template,
  )
  const sent = all
    .filter((letter) => letter.sentOn !== null)
    .toSorted((one, other) => one.id.length - other.id.length || (one.id < other.id ? -1 : 1))
  const drafts = all.filter((letter) => letter.sentOn === null)
  return {
    sent,
    draft: drafts.find(({ toOne }) => toOne === undefined) ?? null,
    draftsToOne: drafts.filter(({ toOne }) => toOne !== undefined),
  }
}

/** Letters that went on this day or later. */
export async function lettersSentSince(db: Database, owner: OwnerId, day: Day): Promise<Letter[]> {
  const rows = await db
    .selectFrom('letter_about')
    .select('letter_id')
    .where('owner_id', '=', owner)
    .where('sent_day', '>=', day)
    .execute()
  const ids = rows.map((row) => row.letter_id)
  return [...(await loadAll(db, owner, letterKind, ids)).values()]
}

/** The letter that went by the first of these Message-IDs under which one did; given without angle brackets. */
export async function letterUnder(
  db: Database,
  owner: OwnerId,
  messages: readonly string[],
): Promise<Letter | null> {
  const by = { table: 'letter_messages', column: 'message_id', gives: 'letter_id' } as const
  for (const message of messages) {
    const ids = await lookUp(db, owner, by, [`<${message}>`])
    const [letter] = (await loadAll(db, owner, letterKind, ids)).values()
    if (letter) return letter
  }
  return null
}
