import { type ConversationId, id } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import type { Link } from '../links/link.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Person } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import type { Settings } from '../settings/settings.ts'

/** What a page about a conversation stands on: the conversation as it is, and for whom the page is. */
export interface Ground {
  readonly life: Life
  /** As they are shown, of however many records. */
  readonly person: Person
  readonly settings: Settings
}

/** Null where the conversation or the person is gone or in the bin, or they sit there no more: then nothing opens. */
export async function groundOf(ctx: Reading, link: Link): Promise<Ground | null> {
  const [kept] = await livesOf(ctx.db, ctx.owner, [conversationOf(link)])
  if (!kept || kept.conversation.binnedOn) return null
  const [life = kept] = await withHeads(ctx.db, ctx.owner, [kept])
  const person = (await shownPeople(ctx.db, ctx.owner, [link.person])).get(link.person)
  if (!person || person.binnedOn || !life.conversation.people.includes(person.id)) return null
  return { life, person, settings: await settingsOf(ctx.db, ctx.owner) }
}

/** However many records they are of. */
export function sitsAlone({ conversation }: Life): boolean {
  return new Set(conversation.people).size === 1
}

function conversationOf(link: Link): ConversationId {
  return id('conversation', link.thing)
}
