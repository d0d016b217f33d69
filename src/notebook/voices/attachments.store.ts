import type { ConversationId, OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import type { Attachment } from './attachment.ts'
import { filesOf } from './transcripts.store.ts'

export const attachmentKind: Kind<Attachment> = {
  name: 'attachment',
  table: 'attachments',
  binnedOn: (attachment) => attachment.binnedOn,
  index: indexAttachments,
}

async function indexAttachments(
  db: Database,
  owner: OwnerId,
  attachments: Kept<Attachment>,
): Promise<void> {
  const ids = [...attachments.keys()]
  await removeRows(db, owner, { table: 'conversation_files', column: 'file_id' }, ids)
  const kept = [...attachments.values()].filter((one) => one !== null)
  await addRows(
    db,
    'conversation_files',
    kept.map((one) => ({
      owner_id: owner,
      conversation_id: one.conversation,
      file_id: one.id,
      kind: 'attachment' as const,
      searched: '',
    })),
  )
}

/** The pictures of conversations, the earliest first. */
export async function attachmentsOf(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<Attachment[]> {
  const ids = await filesOf(db, owner, 'attachment', conversations)
  return [...(await loadAll(db, owner, attachmentKind, ids)).values()].filter(
    ({ binnedOn }) => binnedOn === null,
  )
}
