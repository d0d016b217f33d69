import type { ConversationId, OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Kind, load } from '../../platform/database/things.ts'
import type { Letter } from './letter.ts'

export const letterKind: Kind<Letter> = {
  name: 'letter',
  table: 'letters',
  binnedOn: () => null,
  index: async () => {},
}

/** There is one letter of each template in a conversation, so its id is made of the two. */
export function letterId(conversation: ConversationId, template: Letter['template']): string {
  return `${conversation}-${template}`
}

export async function keptLetter(
  db: Database,
  owner: OwnerId,
  conversation: ConversationId,
  template: Letter['template'],
): Promise<Letter | null> {
  return load(db, owner, letterKind, letterId(conversation, template))
}
