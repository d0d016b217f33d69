import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { clockShape, dayShape, instantShape, zoneShape } from '../../kit/shapes.ts'
import { conversationId, conversationShape } from '../conversations/conversations.contract.ts'

const offered = z.object({ day: dayShape, clock: clockShape })

export const offersContract = {
  times: operation({
    name: 'conversations.times',
    summary:
      'Two or three times you could offer, in their zone and yours, when both of you are up and you are free',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({
      id: conversationId,
      zone: zoneShape.optional().describe('Theirs; as it was last known, if left out, else yours'),
      count: z.coerce.number<number>().int().min(1).max(5).optional(),
    }),
    output: z.object({
      zone: z.string().describe('Theirs'),
      ownZone: z.string(),
      times: z.array(
        offered.extend({
          at: instantShape,
          own: offered.describe('The same moment on your clock'),
        }),
      ),
    }),
    refuses: ['conversation.unknown'],
  }),
  offer: operation({
    name: 'conversations.offer',
    summary:
      'Keep which times you offer them; a later offer takes the place of this one, an empty one ends it',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({
      id: conversationId,
      zone: zoneShape.optional().describe('Where these clocks hang: theirs; yours if left out'),
      times: z.array(offered).max(5).describe('As they read them'),
    }),
    output: conversationShape,
    refuses: ['conversation.unknown', 'offer.not-possible'],
  }),
  seen: operation({
    name: 'conversations.seen',
    summary: 'You have seen what they did on their page, or wrote; Today says it no more',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({
      id: conversationId,
      page: z
        .boolean()
        .default(false)
        .describe('Only what they did on their page: what was heard in your mailbox stays'),
    }),
    output: conversationShape,
    refuses: ['conversation.unknown'],
  }),
} as const
