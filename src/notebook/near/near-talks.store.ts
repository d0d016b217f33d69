import { cursorOf } from '../../kit/cursor.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { type ConversationFilter, conversationPage } from '../conversations/conversations.store.ts'

/** A conversation that is near, by what it is. */
export interface NearTalk {
  readonly id: ConversationId
  readonly lastDay: Day
  /** Something is still to come. */
  readonly open: boolean
  /** It moved since the first day that is near, or will. */
  readonly recent: boolean
}

/** From where the list of all conversations goes on; null where nothing more is to come. */
export interface Beyond {
  readonly recent: string | null
  readonly open: string | null
}

/** Conversations that moved since a day, or in which something is still to come; the latest first. */
export async function talksNear(
  db: Database,
  owner: OwnerId,
  { from, limit }: { readonly from: Day; readonly limit: number },
): Promise<{ talks: NearTalk[]; beyond: Beyond }> {
  const page = (filter: ConversationFilter) =>
    conversationPage(db, owner, filter, { after: null, limit: limit + 1 })
  const latest = await page({})
  const open = await page({ open: true })
  const recent = latest.slice(0, limit).filter(({ lastDay }) => lastDay >= from)
  const isRecent = new Set(recent.map((row) => row.id))
  const isOpen = new Set(open.slice(0, limit).map((row) => row.id))
  const all = [...recent, ...open.slice(0, limit).filter((row) => !isRecent.has(row.id))]
  return {
    talks: all.map((row) => ({
      ...row,
      open: isOpen.has(row.id),
      recent: isRecent.has(row.id),
    })),
    beyond: {
      recent: latest.length > recent.length ? endOf(recent, from) : null,
      open: open.length > limit ? endOf(open.slice(0, limit), from) : null,
    },
  }
}

/** After the last of these; where there is none, before that day. */
function endOf(rows: readonly { id: ConversationId; lastDay: Day }[], from: Day): string {
  const last = rows.at(-1)
  return last ? cursorOf(last.lastDay, last.id) : cursorOf(from, '')
}
