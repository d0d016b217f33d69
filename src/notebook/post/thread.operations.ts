import type { ConversationId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { lettersAbout } from '../letters/letters.store.ts'

/** As many as anybody's program follows. */
const mostReferences = 20

/** The Message-IDs of letters of this conversation to the same address, the earliest first: a new one goes on from them. */
export async function threadWith(
  ctx: Reading,
  conversation: ConversationId,
  address: string,
): Promise<readonly string[]> {
  const letters = await lettersAbout(ctx.db, ctx.owner, [conversation])
  return letters
    .flatMap(({ mail }) => (mail?.to.address === address ? [mail] : []))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ messageId }) => messageId)
    .slice(-mostReferences)
}
