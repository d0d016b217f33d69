import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import { linkShape } from '../links/links.contract.ts'
import { personId } from '../people/people.contract.ts'

export const theirsContract = {
  make: operation({
    name: 'links.make',
    summary: 'A page for somebody you speak with, without an account; its address is given once',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['conversation', 'person'],
    input: z.object({
      conversation: conversationId,
      person: personId.optional().describe('For whom, where several sit at the table'),
      days: z.coerce
        .number<number>()
        .int()
        .min(1)
        .max(365)
        .default(60)
        .describe('For how long it opens'),
    }),
    output: linkShape.extend({
      path: z.string().describe('The address, behind the name of this server; kept nowhere'),
    }),
    refuses: ['conversation.unknown', 'person.unknown', 'link.for-nobody'],
  }),
} as const
